"""How many outlines are cleaned in a second, on one core, and how near buildings come to what they were drawn from.

    python -m benchmarks.shaping [--short] [--peer PYTHON]

*Buildings* are boxes and L-shapes turned anyhow, with a point every half metre, each 12 cm off by chance: what they
are is known. *Fields* cover the ground without a gap and are traced along the edges of pixels. Times are of the
processor, of geometries in memory. PYTHON is one that has buildingregulariser (default: the peers' environment).
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import rasterio.features
import shapely
from numpy.typing import NDArray
from scipy.spatial import cKDTree
from shapely import Polygon, affinity, box

from benchmarks import peers_world
from benchmarks.tables import table, verdict
from engine.domain.clean_shapes_settings import ShapeChanges
from engine.shaping.reshape import reshaped

LEAST_PER_S = 2000
_L_SHAPE = Polygon([(0, 0), (1, 0), (1, 0.45), (0.45, 0.45), (0.45, 1), (0, 1)])
_SPACING_M, _STEP_M, _OFF_M = 40.0, 0.5, 0.12
_NO_PEER = "buildingregulariser is not there: scripts/setup-bench .venv-bench"
Row = tuple[object, ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help="few polygons, once")
    parser.add_argument("--peer", type=Path, default=peers_world.PYTHON, help="a Python with buildingregulariser")
    options = parser.parse_args()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    n_buildings, n_fields, n_runs = (200, 50, 1) if options.short else (10_000, 3_000, 5)
    true, drawn = buildings(n_buildings)
    fields = traced(n_fields, side=round(18 * np.sqrt(n_fields)))
    rows, speeds = _on_buildings(true, drawn, n_runs)
    more, other_speeds = _on_fields(fields, n_runs)
    peer = _regulariser(options.peer, true, drawn)
    bounds = [
        (f"at least {LEAST_PER_S:,} polygons/s, {name}", f"{speed:,.0f}", verdict(speed >= LEAST_PER_S))
        for name, speed in [*speeds.items(), *other_speeds.items()]
    ]
    head = ("what", "polygons", "points each", "polygons/s", "points after", "IoU with what was drawn")
    print("\n".join([table(head, [*rows, *peer, *more]), "", table(("bound", "measured", "met"), bounds)]))
    if not peer:
        print(f"\n{_NO_PEER}")


def buildings(n: int) -> tuple[NDArray[np.object_], NDArray[np.object_]]:
    """Return what buildings are, and how an unsteady hand drew them."""
    generator = np.random.default_rng(0)
    true, drawn = np.empty(n, object), np.empty(n, object)
    for number in range(n):
        width, height = generator.uniform(7, 20, 2)
        plain = box(0, 0, 1, 1) if generator.integers(3) else _L_SHAPE
        sized = affinity.scale(plain, width, height, origin=(0, 0))
        turned = affinity.rotate(sized, generator.uniform(0, 90), origin=(0, 0))
        row, column = divmod(number, 100)
        true[number] = affinity.translate(turned, 500_000 + _SPACING_M * column, 5_000_000 + _SPACING_M * row)
        xy = shapely.get_coordinates(shapely.segmentize(true[number], _STEP_M))[:-1]
        drawn[number] = Polygon(xy + generator.normal(0, _OFF_M, xy.shape))
    sound = shapely.is_valid(drawn)
    return true[sound], drawn[sound]


def traced(n: int, side: int) -> NDArray[np.object_]:
    """Return fields that cover side x side pixels, along their edges."""
    points = np.random.default_rng(1).uniform(0, side, (n, 2))
    y, x = np.mgrid[0:side, 0:side] + 0.5
    owner = cKDTree(points).query(np.column_stack([x.ravel(), y.ravel()]))[1].reshape(side, side).astype(np.int32)
    found = [shapely.geometry.shape(each) for each, _ in rasterio.features.shapes(owner)]
    polygons = np.empty(len(found), object)
    polygons[:] = found
    return polygons


def _on_buildings(
    true: NDArray[np.object_], drawn: NDArray[np.object_], n_runs: int
) -> tuple[list[Row], dict[str, float]]:
    named = {
        "simplified by 0.5 m": ShapeChanges(simplify_m=0.5),
        "smooth within 1 m": ShapeChanges(smooth_m=1.0),
        "right angles": ShapeChanges(right_angles=True),
    }
    works: dict[str, Callable[[], NDArray[np.object_]]] = {
        f"DeepSeg, {name}": lambda changes=changes: reshaped(drawn, changes) for name, changes in named.items()
    }
    works["shapely `simplify`, 0.5 m"] = lambda: shapely.simplify(drawn, 0.5)
    rows, speeds = [], {}
    for name, work in works.items():
        speed, after = _timed(work, n_runs)
        rows.append(_row(f"{name}, buildings", drawn, speed, after, _iou(true, after)))
        if name.startswith("DeepSeg"):
            speeds[f"{name.removeprefix('DeepSeg, ')}, buildings"] = speed
    return rows, speeds


def _on_fields(fields: NDArray[np.object_], n_runs: int) -> tuple[list[Row], dict[str, float]]:
    named = {
        "simplified by 1 m": ShapeChanges(simplify_m=1.0),
        "smooth within 1 m": ShapeChanges(smooth_m=1.0),
        "right angles": ShapeChanges(right_angles=True, wall_shift_m=1.5),
    }
    rows, speeds = [], {}
    for name, changes in named.items():
        speed, after = _timed(lambda changes=changes: reshaped(fields, changes), n_runs)
        assert shapely.coverage_is_valid(after), name
        rows.append(_row(f"DeepSeg, {name}, fields", fields, speed, after, ""))
        speeds[f"{name}, fields"] = speed
    if hasattr(shapely, "coverage_simplify"):
        speed, after = _timed(lambda: shapely.coverage_simplify(fields, 1.0), n_runs)
        rows.append(_row("shapely `coverage_simplify`, 1 m, fields", fields, speed, after, ""))
    return rows, speeds


def _regulariser(python: Path, true: NDArray[np.object_], drawn: NDArray[np.object_]) -> list[Row]:
    if not python.exists():
        return []
    with tempfile.TemporaryDirectory(prefix="deepseg-shaping-") as name:
        given, found = Path(name) / "drawn.wkb", Path(name) / "found.wkb"
        given.write_bytes(shapely.to_wkb(shapely.multipolygons(drawn)))
        words = [python, peers_world.SCRIPTS / "regulariser.py", given, found]
        done = subprocess.run(list(map(str, words)), stdout=subprocess.PIPE, text=True, check=False)
        if done.returncode != 0:
            return []
        told = json.loads(done.stdout.strip().splitlines()[-1])
        after = shapely.get_parts(shapely.from_wkb(found.read_bytes()))
    label = f"buildingregulariser {told['version']}, one process, buildings"
    return [_row(label, drawn, len(drawn) / told["seconds"], after, _iou(true, after))]


def _row(name: str, before: NDArray[np.object_], speed: float, after: NDArray[np.object_], iou: object) -> Row:
    points, left = (shapely.get_num_coordinates(each).mean() - 1 for each in (before, after))
    return (name, f"{len(before):,}", f"{points:.0f}", f"{speed:,.0f}", f"{left:.1f}", iou)


def _iou(true: NDArray[np.object_], found: NDArray[np.object_]) -> str:
    common = shapely.area(shapely.intersection(true, found))
    return f"{(common / (shapely.area(true) + shapely.area(found) - common)).mean():.4f}"


def _timed(work: Callable[[], NDArray[np.object_]], n_runs: int) -> tuple[float, NDArray[np.object_]]:
    """Return polygons per second of the processor, the median of some runs, and what comes out."""
    times = []
    for _ in range(n_runs):
        began = time.process_time()
        found = work()
        times.append(time.process_time() - began)
    return len(found) / statistics.median(times), found


if __name__ == "__main__":
    main()
