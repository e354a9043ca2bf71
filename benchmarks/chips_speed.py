"""How fast chips of 512 px are written: ours, and a plain loop over windows as scripts have it, on the same raster."""

from __future__ import annotations

import json
import resource
import shutil
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import rasterio
import shapely
from numpy.typing import NDArray
from PIL import Image
from rasterio.windows import Window

from benchmarks.kampala_world import quilt
from benchmarks.tables import table, verdict
from engine.commands.chips import chips
from engine.domain.chips_settings import ChipsSettings
from engine.domain.settings import LabelSource
from engine.events import SilentReporter
from engine.stop import StopFlag

SIZE_PX = 512
LEAST_PER_S = 100
N_CORES = 2
_WAYS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("COCO, png", {"layout": "coco"}),
    ("COCO, jpg", {"layout": "coco", "chip_format": "jpg"}),
    ("YOLO, png", {"layout": "yolo"}),
    ("GeoTIFF and mask", {"layout": "mask"}),
)


def measure(folder: Path, *, n_copies: tuple[int, int], n_runs: int) -> str:
    """Return the table; Kampala 8 x 6 times and several runs give the figures of the documentation."""
    raster, labels = _world(folder, n_copies)
    with rasterio.open(raster) as file:
        said = f"{file.width:,} x {file.height:,} px, {len(labels):,} labels"
    plain = _timed(lambda: _plain_loop(raster, labels, folder / "plain"), folder / "plain", n_runs)
    rows: list[Sequence[object]] = [("plain loop, COCO, png", *_cells(plain), "1")]
    rates, costs = [], []
    for title, options in _WAYS:
        figures = _timed(lambda options=options: _ours(raster, folder, options), folder / "chips", n_runs)
        rates.append(figures[0] / figures[1])
        costs.append(1000 * figures[2] / figures[0])
        ratio = rates[-1] / (plain[0] / plain[1])
        rows.append((f"deepseg chips, {title}", *_cells(figures), f"{ratio:.1f}"))
    head = ("how", "chips", "seconds", "chips a second", "processor ms a chip", "speed, of the plain loop")
    busy_ms, most_ms = costs[0], 1000 * N_CORES / LEAST_PER_S
    bounds = [
        (f"at least {LEAST_PER_S} chips a second, png", f"{rates[0]:.0f}", verdict(rates[0] >= LEAST_PER_S)),
        (f"at most {most_ms:.0f} processor ms a chip, png: so many on {N_CORES} cores that nobody else uses",
         f"{busy_ms:.1f}", verdict(busy_ms <= most_ms)),
    ]  # fmt: skip
    lines = [f"{said}; median of {n_runs} runs.", "", table(head, rows), ""]
    return "\n".join([*lines, table(("bound", "measured", "met"), bounds)])


def _world(folder: Path, n_copies: tuple[int, int]) -> tuple[Path, NDArray[np.object_]]:
    """Return the raster, and its labels in pixel coordinates; they are written beside it."""
    raster, labels = quilt(folder, *n_copies)
    labels = shapely.make_valid(labels)  # one crosses itself
    with rasterio.open(raster) as file:
        transform, crs = file.transform, file.crs

    def to_map(xy: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.stack(transform * (xy[:, 0], xy[:, 1]), axis=1)

    path = _label_file(folder)
    path.unlink(missing_ok=True)
    shapes = shapely.to_wkb(shapely.transform(labels, to_map))
    pyogrio.raw.write(path, shapes, [], [], crs=crs.to_wkt(), geometry_type="Unknown", layer="labels")
    return raster, labels


def _label_file(folder: Path) -> Path:
    return folder / "chip-labels.gpkg"


def _timed(work: Callable[[], int], output: Path, n_runs: int) -> tuple[int, float, float]:
    """Return how many chips there were, the median seconds, and the processor seconds of that run."""
    runs = []
    for _ in range(n_runs):
        shutil.rmtree(output, ignore_errors=True)
        began_s, began_cpu = time.perf_counter(), _processor_s()
        n_chips = work()
        runs.append((time.perf_counter() - began_s, _processor_s() - began_cpu, n_chips))
        shutil.rmtree(output, ignore_errors=True)
    seconds, processor_s, n_chips = sorted(runs)[len(runs) // 2]
    assert seconds == statistics.median_high(run[0] for run in runs)
    return n_chips, seconds, processor_s


def _processor_s() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _cells(figures: tuple[int, float, float]) -> tuple[str, ...]:
    n_chips, seconds, processor_s = figures
    return str(n_chips), f"{seconds:.1f}", f"{n_chips / seconds:.0f}", f"{1000 * processor_s / n_chips:.1f}"


def _ours(raster: Path, folder: Path, options: dict[str, Any]) -> int:
    """Return how many chips the command writes, all of the raster, reading of labels included."""
    source = LabelSource(labels=str(_label_file(folder)))
    settings = ChipsSettings(
        rasters=(raster,), source=source, output=folder / "chips", size=SIZE_PX, empty_share=1.0, **options
    )
    reporter = SilentReporter()
    chips(settings, reporter=reporter, stop=StopFlag())
    return int(reporter.named("result")[0]["values"]["n_chips"])


def _plain_loop(raster: Path, labels: NDArray[np.object_], output: Path) -> int:
    """Return how many chips a loop writes that reads a window, cuts the labels and saves a PNG, one after the other."""
    output.mkdir()
    annotations, n_chips = [], 0
    with rasterio.open(raster) as file:
        for row in range(0, file.height - SIZE_PX + 1, SIZE_PX):
            for col in range(0, file.width - SIZE_PX + 1, SIZE_PX):
                pixels = file.read((1, 2, 3), window=Window(col, row, SIZE_PX, SIZE_PX))
                Image.fromarray(np.ascontiguousarray(np.moveaxis(pixels, 0, -1))).save(output / f"{row}_{col}.png")
                square = shapely.box(col, row, col + SIZE_PX, row + SIZE_PX)
                pieces = shapely.intersection(labels[shapely.intersects(labels, square)], square)
                annotations += [
                    (n_chips, np.round(shapely.get_coordinates(piece) - (col, row), 2).ravel().tolist())
                    for piece in pieces
                ]
                n_chips += 1
    (output / "annotations.json").write_text(json.dumps(annotations), encoding="utf-8")
    return n_chips
