"""A raster that is as mean to seams as can be: things centered on every line where tiles or blocks may end.

Beside ordinary things there are some larger than a tile, rings, squares that touch at a corner, and chains.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio.transform import from_origin

from benchmarks.scenes import RESOLUTION_M, mask_of, painted, write_pixels

_GAP_PX = 6  # of ground between things that do not belong together
_STEP_PX = 44  # between things along a line

Polygon = shapely.Polygon


@dataclass(frozen=True)
class SeamScene:
    """A raster and what is on it: polygons in its pixel coordinates."""

    path: Path
    things: NDArray[np.object_]
    side_px: int


def seam_scene(folder: Path, side_px: int, lines: Sequence[int], resolution_m: float = RESOLUTION_M) -> SeamScene:
    """Return the scene, square, with things on every one of the lines, both across and down.

    Args:
        folder: where its raster is kept.
        side_px: of the raster.
        lines: rows, and at once columns, at which tiles or blocks begin.
        resolution_m: metres per pixel; pixels are the same whatever it is.
    """
    things = _things(side_px, sorted(set(lines)))
    named = hashlib.sha256(json.dumps([side_px, sorted(set(lines)), resolution_m]).encode()).hexdigest()[:8]
    path = folder / f"seams-{side_px}-{named}.tif"
    if not path.is_file():
        pixels = painted(mask_of(things, (side_px, side_px)))
        write_pixels(path, pixels, from_origin(500_000.0, 5_000_000.0, resolution_m, resolution_m))
    return SeamScene(path, np.array(things, object), side_px)


class _Ground:
    """Where there is still room."""

    def __init__(self, side_px: int) -> None:
        self._is_taken = np.zeros((side_px, side_px), bool)
        self._side_px = side_px

    def take(self, parts: Sequence[Polygon]) -> bool:
        """Take room for things that belong together, and tell whether there was any."""
        x0, y0, x1, y1 = shapely.total_bounds(np.array(parts, object))
        row, col = int(y0) - _GAP_PX, int(x0) - _GAP_PX
        rows, cols = int(y1) + _GAP_PX + 1 - row, int(x1) + _GAP_PX + 1 - col
        if min(row, col) < 0 or row + rows > self._side_px or col + cols > self._side_px:
            return False
        here = self._is_taken[row : row + rows, col : col + cols]
        moved = [shapely.affinity.translate(part, -col, -row) for part in parts]
        mask = mask_of([part.buffer(_GAP_PX) for part in moved], (rows, cols))
        if (here & mask).any():
            return False
        here |= mask
        return True


def _things(side_px: int, lines: Sequence[int]) -> list[Polygon]:
    """Return things: giants first, then those on the lines, then others between them."""
    generator = np.random.default_rng(3)
    ground = _Ground(side_px)
    things: list[Polygon] = []

    def put(parts: Sequence[Polygon]) -> None:
        if ground.take(parts):
            things.extend(parts)

    for giant in _giants(side_px):
        put([giant])
    crossings = [(x, y) for x in lines for y in lines]
    along = [place for line in lines for place in _along(line, side_px, generator)]
    for x, y in [*crossings, *along]:
        put(_some_thing(generator, float(x), float(y)))
    for x, y in generator.uniform(20, side_px - 20, (side_px**2 // 4000, 2)):
        put(_some_thing(generator, x, y))
    return things


def _along(line: int, side_px: int, generator: np.random.Generator) -> Iterator[tuple[float, float]]:
    """Yield places (x, y) on the column and on the row of a line."""
    for place in np.arange(generator.uniform(20, 20 + _STEP_PX), side_px - 20, _STEP_PX):
        yield line, place
        yield place, line


def _giants(side_px: int) -> Iterator[Polygon]:
    """Yield things that no tile holds: a frame with a courtyard, two beams, a long way that winds."""
    third, wide = side_px / 3, 24
    square = shapely.box(third, third, side_px - third, side_px - third)
    yield square.difference(square.buffer(-wide, join_style="mitre"))
    yield shapely.box(30, side_px * 0.12, side_px - 31, side_px * 0.12 + wide)
    yield shapely.box(side_px * 0.88, side_px * 0.2, side_px * 0.88 + wide, side_px - 33)
    turns = [(60, side_px - 60)]
    for i in range(8):
        x = 60 + (i + 1) * side_px * 0.09
        turns += [(x, side_px - 60 - 200 * (i % 2)), (x, side_px - 60 - 200 * ((i + 1) % 2))]
    yield shapely.LineString(turns).buffer(10, cap_style="square", join_style="mitre")


def _some_thing(generator: np.random.Generator, x: float, y: float) -> list[Polygon]:
    """Return things centered on a place: one of six kinds."""
    kind = generator.choice(["disk", "house", "ring", "corners", "chain", "court"], p=[0.25, 0.35, 0.1, 0.1, 0.1, 0.1])
    size = generator.uniform(7, 15)
    if kind == "disk":
        return [shapely.Point(x, y).buffer(size)]
    if kind == "ring":
        return [shapely.Point(x, y).buffer(size).difference(shapely.Point(x, y).buffer(size * 0.45))]
    if kind == "corners":  # two squares whose only common point is a corner of pixels
        x, y, size = round(x), round(y), round(size)
        return [shapely.box(x - size, y - size, x, y), shapely.box(x, y, x + size, y + size)]
    if kind == "chain":
        links = [shapely.Point(x + 2 * size * i * 0.95, y).buffer(size) for i in (-1, 0, 1)]
        return [shapely.union_all(links)]
    house = shapely.box(x - size, y - size * 0.7, x + size, y + size * 0.7)
    if kind == "court":
        house = house.difference(shapely.box(x - size * 0.4, y - size * 0.25, x + size * 0.4, y + size * 0.25))
    return [shapely.affinity.rotate(house, float(generator.uniform(0, 180)))]
