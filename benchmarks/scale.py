"""Memory and time of predictions from 100 megapixels to 6.4 gigapixels, with a network that costs nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import process, scenes
from benchmarks.ours import Predicted, predict
from benchmarks.stub_models import write_model
from benchmarks.tables import table, verdict

SIDES_PX = (10_000, 20_000, 40_000, 80_000)
JP2_SIDE_PX = 32_768
MOST_ABOVE_MB = 1500.0
MOST_GROWTH = 1.10  # of memory, from the smallest raster of the bound to the largest; and of the time per pixel
_SAMPLE_S = 0.25
_FIRST_OF_MEMORY = 1  # the bound on memory begins at 400 megapixels, that on time at 100


def measure(folder: Path, say: Callable[[str], None], *, sides_px: Sequence[int], jp2_side_px: int) -> str:
    """Return the tables; what is predicted is removed again."""
    model = write_model("stub", folder)
    bare_mb = bare_memory_mb(model)
    say(f"torch and the model alone: {bare_mb:.0f} MB")
    rasters = [scenes.huge(folder, side) for side in sides_px]
    runs = [_run(model, raster, folder, say) for raster in rasters]
    jp2 = _run(model, scenes.jp2(folder, jp2_side_px), folder, say)
    rows = [_row(name, run, bare_mb) for name, run in zip([*_names(rasters), "JPEG 2000"], [*runs, jp2], strict=True)]
    head = ("raster", "megapixels", "footprints", "seconds", "MP/s", "peak, MB", "above torch and model, MB")
    return "\n".join(
        [
            f"`import torch` and the model alone: {bare_mb:.0f} MB.",
            "",
            table(head, rows),
            "",
            table(("bound", "measured", "met"), _bounds(runs, jp2, bare_mb)),
        ]
    )


def bare_memory_mb(model: Path) -> float:
    """Return the memory of a process that has loaded torch and a model and does nothing more."""
    command = [sys.executable, "-m", "benchmarks.bare", "memory", model]
    return process.run(command, sample_s=_SAMPLE_S / 2).peak_mb


def _run(model: Path, raster: Path, folder: Path, say: Callable[[str], None]) -> Predicted:
    output = folder / "scale.gpkg"
    run = predict(model, raster, output, sample_s=_SAMPLE_S)
    output.unlink()
    say(f"{raster.name}: {run.megapixels:.0f} MP in {run.seconds:.1f} s, peak {run.peak_mb:.0f} MB")
    return run


def _row(name: str, run: Predicted, bare_mb: float) -> tuple[object, ...]:
    return (
        name, f"{run.megapixels:,.0f}", f"{run.n_footprints:,}", f"{run.seconds:.1f}",
        f"{run.megapixels / run.seconds:.2f}", f"{run.peak_mb:.0f}", f"{run.peak_mb - bare_mb:.0f}",
    )  # fmt: skip


def _bounds(runs: Sequence[Predicted], jp2: Predicted, bare_mb: float) -> list[tuple[object, ...]]:
    of_memory = [*runs[_FIRST_OF_MEMORY:], jp2] if len(runs) > 2 else [*runs, jp2]
    above = max(run.peak_mb for run in of_memory) - bare_mb
    peaks = [run.peak_mb for run in of_memory[:-1]]
    growth = peaks[-1] / peaks[0]
    slower = (runs[-1].seconds / runs[-1].megapixels) / (runs[0].seconds / runs[0].megapixels)
    return [
        (f"at most {MOST_ABOVE_MB:.0f} MB above torch and model", f"{above:.0f} MB", verdict(above <= MOST_ABOVE_MB)),
        (
            "peak of the largest over that of the smallest, at most 1.10",
            f"{growth:.2f}",
            verdict(growth <= MOST_GROWTH),
        ),
        ("time per pixel, largest over smallest, at most 1.10", f"{slower:.2f}", verdict(slower <= MOST_GROWTH)),
    ]


def _names(rasters: Sequence[Path]) -> list[str]:
    return ["GeoTIFF" for _ in rasters]
