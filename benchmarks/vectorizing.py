"""How fast fields in memory become measured outlines, on one core, and how fast others draw plain outlines.

    python -m benchmarks.vectorizing [--short]

The fields are those of 3,000 polygons on 4096 x 4096 pixels, the peers' scene, and of 1,000, which is as dense as the
roofs of Kampala. They look as a network draws them: bodies with soft edges, boundaries where things meet, and a
distance that rises toward the middle. Times are of the processor. About a minute.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pyproj
import rasterio
import shapely
from numpy.typing import NDArray
from scipy import ndimage

from benchmarks import peers_world, scenes
from benchmarks.tables import table, verdict
from engine.domain.thresholds import Thresholds
from engine.geo.measure import measures
from engine.geo.window import Window
from engine.inference.components import components_of, label_components
from engine.inference.footprints import Outline, block_outlines
from engine.inference.walk import usual_block_px

LEAST_MP_PER_S = 60.0
_THINGS = (3000, 1000)  # as dense as the peers' scene, and as dense as the roofs of Kampala
_THRESHOLDS = Thresholds(mask_threshold=0.2, min_area_px=30)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help="a small scene, once")
    options = parser.parse_args()
    side_px, n_runs = (1024, 1) if options.short else (4096, 5)
    with tempfile.TemporaryDirectory(prefix="deepseg-vectorizing-") as name:
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
        rows, speeds = [], {}
        for n_things in _THINGS:
            raster = scenes.city(Path(name), side_px, round(n_things * (side_px / 4096) ** 2))
            with rasterio.open(raster) as file:
                bright = file.read(1) > scenes.THRESHOLD
            timed = _rows(f"{n_things:,} polygons", soft_fields(bright), n_runs)
            speeds[n_things] = float(timed[0][-1])
            rows += [*timed, *_others(raster)]
    bounds = [
        (
            f"at least {LEAST_MP_PER_S:.0f} MP/s per core, {n:,} polygons",
            f"{speed:.1f}",
            verdict(speed >= LEAST_MP_PER_S),
        )
        for n, speed in speeds.items()
    ]
    head = ("program", "megapixels", "objects", "seconds", "MP/s")
    print("\n".join([table(head, rows), "", table(("bound", "measured", "met"), bounds)]))


def soft_fields(bright: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Return body, boundary and distance of a mask, uint8 (3, rows, cols)."""
    body = ndimage.gaussian_filter(bright.astype(np.float32), 1.0)
    depth = ndimage.distance_transform_edt(bright)
    boundary = np.where(bright, np.exp(-depth), 0.0) * 0.5
    distance = np.clip(depth / 12.0, 0.0, 1.0)
    return (np.stack([body, boundary, distance]) * 255).round().astype(np.uint8)


def blocks(fields: NDArray[np.uint8]) -> Iterator[tuple[Window, NDArray[np.uint8]]]:
    """Yield blocks as a prediction has them: as large, each by itself, in one piece of memory."""
    side_px = usual_block_px(len(fields))
    for row in range(0, fields.shape[1], side_px):
        for col in range(0, fields.shape[2], side_px):
            part = fields[:, row : row + side_px, col : col + side_px]
            yield Window(row, col, part.shape[1], part.shape[2]), np.ascontiguousarray(part)


def _rows(name: str, fields: NDArray[np.uint8], n_runs: int) -> list[tuple[object, ...]]:
    """Return what our outlines take, and those with their measures."""
    held = list(blocks(fields))
    n_megapixels = fields.shape[1] * fields.shape[2] / 1e6
    found: list[Outline] = []

    def draw() -> None:
        found.clear()
        for window, part in held:
            labels = label_components(part[0], _THRESHOLDS)
            components = components_of(labels, window)
            drawn = block_outlines(part, labels, components, window, thresholds=_THRESHOLDS)
            found.extend(outline for outlines in drawn for outline in outlines)

    outlines_s = _median_s(draw, n_runs)
    grid = scenes.TRANSFORM
    coefficients = [grid.a, grid.b, grid.d, grid.e, grid.c, grid.f]
    placed = np.empty(len(found), object)
    placed[:] = [shapely.affinity.affine_transform(outline.polygon, coefficients) for outline in found]
    crs = pyproj.CRS(scenes.CRS)
    both_s = outlines_s + _median_s(lambda: measures(placed, crs), n_runs)
    return [
        (f"{what}, {name}", f"{n_megapixels:.1f}", len(found), f"{seconds:.2f}", f"{n_megapixels / seconds:.1f}")
        for what, seconds in (
            ("DeepSeg, instances and straightened outlines", outlines_s),
            ("the same, measured on the ellipsoid", both_s),
        )
    ]


def _median_s(work: Callable[[], object], n_runs: int) -> float:
    times = []
    for _ in range(n_runs):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return statistics.median(times)


def _others(raster: Path) -> list[tuple[object, ...]]:
    """Return what others take for outlines along the edges of pixels, which are neither told apart nor straightened."""
    if not peers_world.is_there():
        return []
    found = json.loads(peers_world.run("outlines.py", raster).lines[-1][1])
    names = {"rasterio": "rasterio `shapes` and shapely, from labels", "opencv": "OpenCV contours, from a mask"}
    size = found["pixels"] / 1e6
    return [
        (name, f"{size:.1f}", found[f"{key}_objects"], f"{found[f'{key}_s']:.3f}", f"{size / found[f'{key}_s']:.1f}")
        for key, name in names.items()
    ]


if __name__ == "__main__":
    main()
