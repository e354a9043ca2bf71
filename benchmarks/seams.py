"""Whether it matters how a raster was tiled: the same raster predicted in many ways, the footprints compared.

With networks that see less far than the halo the footprints must be the same to the last bit. A trained network sees
farther, so there the counts and the shapes must agree but for a hair.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyogrio
import rasterio
import shapely
from numpy.typing import NDArray

from benchmarks.footprint_sets import Difference, difference, inside, read_footprints
from benchmarks.ours import Predicted, predict
from benchmarks.scenes import write_pixels
from benchmarks.seam_lines import Found, SeamLines
from benchmarks.tables import table, verdict

TILE_SIZES = (1024, 512, 256)  # all others are compared with the first
MOST_COUNT_SHARE, LEAST_TWIN_SHARE, MOST_F1_DIFFERENCE = 0.005, 0.99, 0.005
_ROUNDING_PX = 1e-6
_CUT = (0.43, 0.58)  # where the four areas meet, as shares of rows and columns

Polygons = NDArray[np.object_]


@dataclass(frozen=True)
class World:
    """A raster, what is on it (polygons in its pixels), and a model.

    Attributes:
        name: for the table.
        margin_px: within which the edge of a cut raster may change a footprint, in pixels of the raster.
        shift_px: by how much the raster's corner is moved to shift all seams, a multiple of 32 network pixels for
            networks that halve their input.
        is_exact: the network sees no farther than its halo.
    """

    name: str
    raster: Path
    labels: Polygons
    model: Path
    margin_px: int
    shift_px: tuple[int, int]
    is_exact: bool


@dataclass(frozen=True)
class _Run:
    polygons: Polygons  # in map coordinates
    scores: NDArray[np.float64]
    predicted: Predicted


def measure(worlds: Sequence[World], folder: Path, say: Callable[[str], None], *, is_short: bool = False) -> str:
    """Return the tables for all worlds; the short way leaves most ways of tiling out."""
    rows, seam_rows = [], []
    for world in worlds:
        base, others = _runs(world, folder, say, *((TILE_SIZES[-1:], (2,)) if is_short else (TILE_SIZES[1:], (0, 2))))
        rows += [_row(world, name, found) for name, found in _differences(world, base, others, folder, say)]
        seam_rows += list(_seam_rows(world, base, others))
    head = ("raster and network", "against tiles of 1024", "footprints", "identical", "alike but for rounding",
            "twin of IoU >= 0.98", "count differs by", "met")  # fmt: skip
    seam_head = ("raster and network", "tiles", "labels on seams", "F1 on seams", "F1 elsewhere",
                 "F1 on the same ground without seams", "met")  # fmt: skip
    return "\n".join([table(head, rows), "", table(seam_head, seam_rows)])


def _runs(
    world: World, folder: Path, say: Callable[[str], None], tile_sizes: Sequence[int], workers: Sequence[int]
) -> tuple[_Run, dict[str, _Run]]:
    """Return the prediction that others are compared with, and the others of the whole raster."""
    base = _run(world, world.raster, folder, say, "--tile-size", TILE_SIZES[0], "--workers", 1)
    others = {}
    for size in tile_sizes:
        others[f"tiles of {size}"] = _run(world, world.raster, folder, say, "--tile-size", size)
    for n in workers:
        name = f"{n} workers"
        others[name] = _run(world, world.raster, folder, say, "--tile-size", TILE_SIZES[0], "--workers", n)
    return base, others


def _differences(
    world: World, base: _Run, others: dict[str, _Run], folder: Path, say: Callable[[str], None]
) -> Iterator[tuple[str, Difference]]:
    tolerance = _ROUNDING_PX * abs(base.predicted.plan.grid.transform.a)
    for name, other in others.items():
        yield name, difference(base.polygons, other.polygons, tolerance=tolerance)
    cropped, box = _crop(world, folder)
    shifted = _run(world, cropped, folder, say, "--tile-size", TILE_SIZES[0])
    name = f"grid shifted by {world.shift_px[0]}, {world.shift_px[1]} pixels"
    yield name, difference(inside(base.polygons, box), inside(shifted.polygons, box), tolerance=tolerance)
    parts = [
        _run(world, world.raster, folder, say, "--tile-size", TILE_SIZES[0], "--area", area)
        for area in _quarters(world, folder)
    ]
    yield "four areas", difference(base.polygons, np.concatenate([p.polygons for p in parts]), tolerance=tolerance)
    ours = _run(world, world.raster, folder, say)
    yield "no tile size asked for", difference(base.polygons, ours.polygons, tolerance=tolerance)


def _run(world: World, raster: Path, folder: Path, say: Callable[[str], None], *options: object) -> _Run:
    output = folder / "seams.gpkg"
    predicted = predict(world.model, raster, output, *options)
    polygons, scores = read_footprints(output)
    said = " ".join(str(getattr(option, "name", option)) for option in options)
    say(f"{world.name}: {raster.name} {said}: {len(polygons)} footprints in {predicted.seconds:.1f} s")
    return _Run(polygons, scores, predicted)


def _crop(world: World, folder: Path) -> tuple[Path, shapely.Polygon]:
    """Return the raster without its first rows and columns, and the part of it, in map units, that no edge changes."""
    row, col = world.shift_px
    path = folder / f"{world.raster.stem}-shifted.tif"
    with rasterio.open(world.raster) as file:
        window = rasterio.windows.Window(col, row, file.width - col, file.height - row)
        transform = file.window_transform(window)
        write_pixels(path, file.read((1, 2, 3), window=window), transform, file.crs)
        margin = world.margin_px
        corners = [transform * (margin, margin), transform * (window.width - margin, window.height - margin)]
    (x0, y1), (x1, y0) = corners
    return path, shapely.box(x0, y0, x1, y1)


def _quarters(world: World, folder: Path) -> Iterator[Path]:
    """Yield files of one area each: the raster cut in four where no thing lies on the point in which they meet."""
    with rasterio.open(world.raster) as file:
        transform, rows, cols, crs = file.transform, file.height, file.width, file.crs
    x, y = _free_point(world, cols * _CUT[0], rows * _CUT[1])
    boxes = (0, 0, x, y), (x, 0, cols, y), (0, y, x, rows), (x, y, cols, rows)
    for number, (x0, y0, x1, y1) in enumerate(boxes):
        area = shapely.Polygon([transform * corner for corner in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))])
        path = folder / f"quarter-{number}.gpkg"
        path.unlink(missing_ok=True)
        pyogrio.raw.write(
            path, np.array([shapely.to_wkb(area)], object), [np.array(["predict"], object)], ["role"],
            crs=crs.to_wkt(), geometry_type="Polygon", driver="GPKG",
        )  # fmt: skip
        yield path


def _free_point(world: World, x: float, y: float) -> tuple[float, float]:
    """Return the nearest point, along a diagonal, that lies in no label and not at its edge."""
    tree = shapely.STRtree(world.labels)
    for step in range(1000):
        point = shapely.Point(x + 1.37 * step, y + 1.73 * step)
        if not len(tree.query(point.buffer(8), predicate="intersects")):
            return point.x, point.y
    raise ValueError("there is no free point to cut the raster at")


def _row(world: World, name: str, found: Difference) -> tuple[object, ...]:
    if world.is_exact:
        is_met = found.is_same
    else:
        is_met = found.count_share <= MOST_COUNT_SHARE and found.twin_share >= LEAST_TWIN_SHARE
    counts = f"{found.n_first} / {found.n_second}" if found.n_first != found.n_second else f"{found.n_first}"
    return (
        world.name, name, counts, found.n_identical, found.n_close, f"{found.twin_share:.2%}",
        f"{found.count_share:.2%}", verdict(is_met),
    )  # fmt: skip


def _seam_rows(world: World, base: _Run, others: dict[str, _Run]) -> Iterator[tuple[object, ...]]:
    """Yield, for each tile size, how good footprints are on seams, elsewhere, and there with other tiles.

    Different things lie on seams and elsewhere, and some are harder to find. So the same ground is looked at as well
    in a prediction whose seams lie elsewhere.
    """
    runs = {f"tiles of {TILE_SIZES[0]}": base, **{k: run for k, run in others.items() if k.startswith("tiles")}}
    found = {name: _found(world, run) for name, run in runs.items()}
    lines = {name: SeamLines.of(run.predicted.plan) for name, run in runs.items()}
    for name in runs:
        other = next(each for each in runs if each != name)
        here, there = found[name], found[other]
        on = lines[name].crossed_by(here.labels), lines[name].crossed_by(here.footprints)
        f1_on, f1_off = here.f1(*on), here.f1(~on[0], ~on[1])
        is_free = [~lines[other].crossed_by(polygons) for polygons in (here.labels, here.footprints)]
        there_on = lines[name].crossed_by(there.footprints) & ~lines[other].crossed_by(there.footprints)
        same_on = here.f1(on[0] & is_free[0], on[1] & is_free[1])
        same_off = there.f1(on[0] & is_free[0], there_on)
        is_met = abs(same_on - same_off) <= MOST_F1_DIFFERENCE
        ground = f"{same_on:.4f} with, {same_off:.4f} without"
        yield world.name, name, int(on[0].sum()), f"{f1_on:.4f}", f"{f1_off:.4f}", ground, verdict(is_met)


def _found(world: World, run: _Run) -> Found:
    grid = run.predicted.plan.grid
    inverse = ~grid.transform
    pixels = shapely.transform(run.polygons, lambda xy: np.stack(inverse * (xy[:, 0], xy[:, 1]), axis=1))
    return Found.of(world.labels, pixels, run.scores, (grid.rows, grid.cols))
