"""What `deepseg predict` and `deepseg vectorize` share: from kept fields to a file of footprints."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.domain.footprint import Footprint
from engine.events import Reporter
from engine.geo.footprint_file import open_footprint_file
from engine.inference.doubles import Doubles
from engine.inference.harvest import Harvest
from engine.inference.manifest import Manifest, PredictionFolder
from engine.inference.rules import ShapeRules
from engine.inference.walk import Place
from engine.stop import StopFlag


class FootprintWriting:
    """A file of footprints that is written while the fields come in.

    `add` and `missing` are what `sweep_fields` calls; `finish` makes the file whole. As a context manager it leaves
    nothing behind when the block fails: no file and no process.
    """

    def __init__(
        self,
        manifest: Manifest,
        folder: PredictionFolder,
        rules: ShapeRules,
        output: Path,
        *,
        workers: int | None,
        reporter: Reporter,
        stop: StopFlag,
    ) -> None:
        self._manifest = manifest
        self._rules = rules
        self._output = output
        self._reporter = reporter
        self._has_stage = False
        self._counts = Counter({category.name: 0 for category in manifest.card.categories})
        self._areas_m2: dict[str, float | None] = dict.fromkeys(self._counts, 0.0)  # None where nobody knows metres
        for plan in manifest.plans:
            rules.warn_without_metres(plan, reporter)
        rasters = [plan.predicted_raster for plan in manifest.plans]
        self._file = open_footprint_file(output, rasters=rasters, categories=manifest.card.categories)
        with ExitStack() as stack:
            stack.push(self._file)
            self._doubles = stack.enter_context(Doubles(manifest, folder.path))
            self._harvest = stack.enter_context(
                Harvest(manifest, folder, rules, self._write, workers=workers, reporter=reporter, stop=stop)
            )
            self._stack = stack.pop_all()

    def __enter__(self) -> FootprintWriting:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)

    def add(self, number: int, place: Place, fields: NDArray[np.uint8] | None) -> None:
        """Take a block; see `Harvest.add`."""
        self._harvest.add(number, place, fields)

    def missing(self, number: int) -> set[Place]:
        """Return blocks that are wanted as well; see `Harvest.missing`."""
        return self._harvest.missing(number)

    def add_all(self) -> None:
        """Take all blocks whose fields are in the folder."""
        self._tell_stage()
        self._harvest.add_all()

    def finish(self, *, is_blank: bool = False) -> dict[str, Any]:
        """Write what is left, give the file its name and return what there is to tell: numbers, file and run.

        `is_blank` says that no pixel was valid.

        Raises:
            OutputError: the file cannot be written.
            Stopped: when `stop` was requested; no file is left behind.
        """
        self._tell_stage()
        self._harvest.finish()
        for footprints in self._doubles.rest():
            self._put(footprints)
        self._stack.close()
        n_footprints = sum(self._counts.values())
        if not n_footprints:
            _warn_nothing_found(self._manifest, self._rules, is_blank, self._reporter)
        self._reporter.artifact("footprints", self._output)
        return {
            "n_footprints": n_footprints,
            "per_category": dict(self._counts),
            "area_m2_per_category": {
                name: None if area_m2 is None else round(area_m2, 2) for name, area_m2 in self._areas_m2.items()
            },
            "output": self._output,
            "run_id": self._manifest.run_id,
            "text": _summary(n_footprints, self._counts, self._output),
        }

    def _tell_stage(self) -> None:
        if not self._has_stage:
            self._reporter.stage("vectorize", "drawing the outlines of what was found")
        self._has_stage = True

    def _write(self, footprints: list[Footprint]) -> None:
        self._put(self._doubles.through(footprints))

    def _put(self, footprints: list[Footprint]) -> None:
        self._file.write(footprints)
        self._counts.update(footprint.category for footprint in footprints)
        for footprint in footprints:
            so_far, area_m2 = self._areas_m2.get(footprint.category, 0.0), footprint.measures.area_m2
            self._areas_m2[footprint.category] = None if so_far is None or area_m2 is None else so_far + area_m2


def write_footprints(
    manifest: Manifest,
    folder: PredictionFolder,
    rules: ShapeRules,
    output: Path,
    *,
    workers: int | None = None,
    reporter: Reporter,
    stop: StopFlag,
) -> dict[str, Any]:
    """Write the footprints of all fields in the folder and return what there is to tell.

    Raises:
        OutputError: the file cannot be written.
        Stopped: when `stop` was requested; no file is left behind.
    """
    with FootprintWriting(manifest, folder, rules, output, workers=workers, reporter=reporter, stop=stop) as writing:
        writing.add_all()
        return writing.finish()


def _warn_nothing_found(manifest: Manifest, rules: ShapeRules, is_blank: bool, reporter: Reporter) -> None:
    where = ", ".join(plan.name for plan in manifest.plans)
    if is_blank:
        reporter.warning(
            "nothing_found",
            f"nothing was found in {where}: no pixel is valid there",
            hint="Check its nodata value and its alpha band in the layer properties of QGIS.",
        )
        return
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
