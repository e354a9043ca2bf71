"""Memory and time of predictions of JPEG 2000: in tiles and in one tile, lossy and lossless, with the stub network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks import scenes
from benchmarks.ours import Predicted, estimated_seconds, predict
from benchmarks.scale import MOST_ABOVE_MB, bare_memory_mb
from benchmarks.stub_models import write_model
from benchmarks.tables import table, verdict

# So large that files in one tile are cut, which they are from 256 MB on, and that none takes much more than 8 minutes.
LOSSY_SIDE_PX, LOSSLESS_SIDE_PX = 30_720, 20_480
_SAMPLE_S = 0.25
_ALWAYS_CUT = {"DEEPSEG_BENCH_CUT_ALL": "1"}  # also small ones, where only seeing that all runs matters


class _Run(NamedTuple):
    """A prediction of a file, and what `--dry-run` had said before."""

    name: str
    raster: Path
    estimated_s: float | None
    ran: Predicted


def measure(
    folder: Path, say: Callable[[str], None], *, lossy_side_px: int, lossless_side_px: int, cuts_all: bool = False
) -> str:
    """Return the tables; what is predicted is removed again, the files stay.

    Args:
        folder: for rasters and results.
        say: told of every run.
        lossy_side_px, lossless_side_px: multiples of the pattern's side, three at least.
        cuts_all: cut also files that are small enough to be read as they are.
    """
    model = write_model("stub", folder)
    bare_mb = bare_memory_mb(model)
    say(f"torch and the model alone: {bare_mb:.0f} MB")
    environment = _ALWAYS_CUT if cuts_all else {}
    runs = [
        _run(name, raster, model, folder, environment, say)
        for name, raster in _files(folder, lossy_side_px, lossless_side_px)
    ]
    head = (
        "JPEG 2000", "megapixels", "file, MB", "footprints", "seconds", "of these to copy", "said before", "MP/s",
        "peak, MB", "above torch and model, MB",
    )  # fmt: skip
    above = max(run.ran.peak_mb for run in runs) - bare_mb
    bounds = [
        (f"at most {MOST_ABOVE_MB:.0f} MB above torch and model", f"{above:.0f} MB", verdict(above <= MOST_ABOVE_MB)),
        (
            "as many footprints in one tile as in tiles, without loss",
            " / ".join(f"{run.ran.n_footprints:,}" for run in runs[2:]),
            verdict(runs[2].ran.n_footprints == runs[3].ran.n_footprints),
        ),
    ]
    return "\n".join(
        [
            f"`import torch` and the model alone: {bare_mb:.0f} MB.",
            "",
            table(head, [_row(run, bare_mb) for run in runs]),
            "",
            table(("bound", "measured", "met"), bounds),
        ]
    )


def _files(folder: Path, lossy_side_px: int, lossless_side_px: int) -> Iterator[tuple[str, Path]]:
    """Yield what each file is, and the file, made just now or for an earlier run."""
    for name, side_px, is_lossless in (("lossy", lossy_side_px, False), ("lossless", lossless_side_px, True)):
        yield f"{name}, in tiles", scenes.jp2(folder, side_px, lossless=is_lossless)
        yield f"{name}, in one tile", scenes.jp2_in_one_tile(folder, side_px, lossless=is_lossless)


def _run(
    name: str, raster: Path, model: Path, folder: Path, environment: dict[str, str], say: Callable[[str], None]
) -> _Run:
    output = folder / "jpeg2000.gpkg"
    said = estimated_seconds(model, raster, output, environment=environment)
    ran = predict(model, raster, output, sample_s=_SAMPLE_S, environment=environment)
    output.unlink()
    say(f"{raster.name}: {ran.megapixels:.0f} MP in {ran.seconds:.1f} s, peak {ran.peak_mb:.0f} MB")
    return _Run(name, raster, said, ran)


def _row(run: _Run, bare_mb: float) -> tuple[object, ...]:
    ran = run.ran
    return (
        run.name, f"{ran.megapixels:,.0f}", f"{run.raster.stat().st_size / 1e6:.0f}", f"{ran.n_footprints:,}",
        f"{ran.seconds:.1f}", f"{ran.copy_s:.1f}" if ran.copy_s else "",
        "" if run.estimated_s is None else f"{run.estimated_s:.1f}", f"{ran.megapixels / ran.seconds:.2f}",
        f"{ran.peak_mb:.0f}", f"{ran.peak_mb - bare_mb:.0f}",
    )  # fmt: skip
