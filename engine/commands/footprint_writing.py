"""What `deepseg predict` and `deepseg vectorize` share: from kept fields to a file of footprints."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from engine.events import Reporter
from engine.geo.footprint_file import open_footprint_file
from engine.inference.manifest import Manifest, PredictionFolder
from engine.inference.rules import ShapeRules
from engine.inference.sweep import sweep_footprints
from engine.stop import StopFlag


def write_footprints(
    manifest: Manifest, folder: PredictionFolder, rules: ShapeRules, output: Path, *, reporter: Reporter, stop: StopFlag
) -> dict[str, Any]:
    """Write the footprints and return what there is to tell: numbers, file and run.

    Raises:
        OutputError: the file cannot be written.
        Stopped: when `stop` was requested; no file is left behind.
    """
    reporter.stage("vectorize", "drawing the outlines of what was found")
    for plan in manifest.plans:
        rules.warn_without_metres(plan, reporter)
    counts = Counter({category.name: 0 for category in manifest.card.categories})
    rasters = [plan.predicted_raster for plan in manifest.plans]
    with open_footprint_file(output, rasters=rasters, categories=manifest.card.categories) as file:
        for footprints in sweep_footprints(manifest, folder, rules, reporter=reporter, stop=stop):
            file.write(footprints)
            counts.update(footprint.category for footprint in footprints)
    n_footprints = sum(counts.values())
    if not n_footprints:
        _warn_nothing_found(manifest, rules, reporter)
    reporter.artifact("footprints", output)
    return {
        "n_footprints": n_footprints,
        "per_category": dict(counts),
        "output": output,
        "run_id": manifest.run_id,
        "text": _summary(n_footprints, counts, output),
    }


def _warn_nothing_found(manifest: Manifest, rules: ShapeRules, reporter: Reporter) -> None:
    where = ", ".join(plan.name for plan in manifest.plans)
    least = min(rules.least_scores)
    also = f" and {rules.min_area_m2:g} m²" if rules.min_area_m2 else ""
    reporter.warning(
        "nothing_found",
        f"nothing was found in {where}: no object reaches the score threshold {least:g}{also}",
        hint="Lower --score-threshold, and check that the raster holds a picture where you look for objects.",
    )


def _summary(n_footprints: int, counts: Counter[str], output: Path) -> str:
    """Return one sentence for people."""
    noun = "footprint" if n_footprints == 1 else "footprints"
    parts = f" ({', '.join(f'{n} {name}' for name, n in counts.items())})" if len(counts) > 1 else ""
    return f"{n_footprints} {noun}{parts} in {output}"
