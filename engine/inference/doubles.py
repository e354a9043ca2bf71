"""Several rasters that overlap: what two of them show is given once."""

from __future__ import annotations

import tempfile
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import numpy as np
import shapely
from numpy.typing import NDArray

from engine.domain.footprint import Footprint
from engine.geo.grid import Grid
from engine.geo.polygons import transform_polygons
from engine.inference.manifest import Manifest, RasterPlan

_SAME_SHARE = 0.5  # of the smaller of two footprints: with as much in common they are one thing
_EDGE_PX = 1.5  # network pixels: outlines run within one of what was drawn
_CELL_PX = 1024  # side of the cells by which footprints are looked up, in network pixels
_MOST_CELLS = 16  # held in memory at once
_STEPS = 20  # along each side of a raster: straight lines bend on the way to another CRS


class Doubles:
    """Lets each thing through once, raster by raster.

    On ground that several rasters cover, a footprint is a double if it shares half of its surface, or of the surface of
    the other one where that is smaller, with a footprint of the same category that another raster has given before. A
    footprint that ends at the edge of its raster is put off until all rasters are through, so that it gives way to a
    raster that shows the thing whole. What lies on the ground of one raster alone is let through at once. Nodata hides
    nothing, for where a raster shows nothing it gives nothing.

    What was given on shared ground waits on disk, so memory does not grow with it.
    """

    def __init__(self, manifest: Manifest, folder: Path) -> None:
        """Take what is predicted, and a folder for what waits."""
        self._numbers = {plan.name: number for number, plan in enumerate(manifest.plans)}
        self._shared = shared_grounds(manifest.plans)
        self._folder = folder
        self._given: dict[int, _Given] = {}
        self._put_off: list[Footprint] = []

    def __enter__(self) -> Doubles:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for given in self._given.values():
            given.close()

    def through(self, footprints: list[Footprint]) -> list[Footprint]:
        """Return those of the footprints, all of one raster, that are given now."""
        ground = self._shared.get(self._numbers[footprints[0].raster]) if footprints else None
        if ground is None:
            return footprints
        polygons = _array(footprints)
        stays = ~shapely.intersects(ground.others_ground, polygons)
        is_cut = ~stays & ground.is_cut(polygons)
        self._put_off.extend(footprints[row] for row in np.flatnonzero(is_cut).tolist())
        rows = np.flatnonzero(~stays & ~is_cut)
        stays[rows] = self._take_new(ground, [footprints[row] for row in rows.tolist()])
        return [footprints[row] for row in np.flatnonzero(stays).tolist()]

    def rest(self) -> Iterator[list[Footprint]]:
        """Yield those that were put off and are no doubles, raster by raster."""
        for number, ground in sorted(self._shared.items()):
            name = ground.plan.name
            cut = [footprint for footprint in self._put_off if footprint.raster == name]
            is_new = self._take_new(ground, cut) if cut else np.zeros(0, bool)
            assert self._numbers[name] == number
            yield [cut[row] for row in np.flatnonzero(is_new).tolist()]
        self._put_off = []

    def _take_new(self, ground: SharedGround, footprints: list[Footprint]) -> NDArray[np.bool_]:
        """Return which of a raster's footprints (n,) no other raster has given; these are given now."""
        polygons = _array(footprints)
        categories = np.array([footprint.category for footprint in footprints], object)
        is_new = np.ones(len(footprints), bool)
        for number, plan in ground.others.items():
            if number in self._given:
                there = _in_crs(polygons, ground.plan.grid, plan.grid)
                is_new &= ~self._given[number].has(there, categories)
        if ground.number not in self._given:
            self._given[ground.number] = _Given(self._folder, ground.cell)
        self._given[ground.number].add(polygons[is_new], categories[is_new])
        return is_new


@dataclass(frozen=True, eq=False)
class SharedGround:
    """A raster whose ground others cover too: which ones, and their ground in its own CRS."""

    number: int
    plan: RasterPlan
    others: dict[int, RasterPlan]
    others_ground: shapely.Geometry

    @property
    def cell(self) -> float:
        """Return the side of a cell in map units."""
        return float(np.sqrt(abs(self.plan.network_grid.transform.determinant))) * _CELL_PX

    def is_cut(self, polygons: NDArray[np.object_]) -> NDArray[np.bool_]:
        """Return which polygons (n,) end at the edge of the raster."""
        grid = self.plan.network_grid
        left, top, right, bottom = shapely.bounds(grid.to_pixels(polygons)).T
        cut: NDArray[np.bool_] = np.minimum(left, top) < _EDGE_PX
        return cut | (right > grid.cols - _EDGE_PX) | (bottom > grid.rows - _EDGE_PX)


def shared_grounds(plans: Sequence[RasterPlan]) -> dict[int, SharedGround]:
    """Return by number the rasters that overlap with others; those that lie nowhere overlap with none."""
    numbers = [number for number, plan in enumerate(plans) if not plan.grid.has_pixel_coordinates]
    if len(numbers) < 2:
        return {}
    own = [_outline(plans[number].grid) for number in numbers]
    in_first = np.array(
        [_in_crs(each, plans[n].grid, plans[numbers[0]].grid)[0] for each, n in zip(own, numbers, strict=True)], object
    )
    ones, twos = shapely.STRtree(in_first).query(in_first, predicate="intersects")
    overlap = (ones != twos) & (shapely.area(shapely.intersection(in_first[ones], in_first[twos])) > 0)
    shared = {}
    for one in np.unique(ones[overlap]).tolist():
        number, others = numbers[one], twos[overlap & (ones == one)].tolist()
        grounds = [_in_crs(own[two], plans[numbers[two]].grid, plans[number].grid)[0] for two in others]
        ground = shapely.union_all(grounds)
        shapely.prepare(ground)
        of_others = {numbers[two]: plans[numbers[two]] for two in sorted(others)}
        shared[number] = SharedGround(number, plans[number], of_others, ground)
    return shared


def _outline(grid: Grid) -> NDArray[np.object_]:
    """Return the raster's edge on the map (1,), with vertices along its sides."""
    along = np.linspace(0, 1, _STEPS + 1)[:-1]
    zeros, ones = np.zeros(_STEPS), np.ones(_STEPS)
    x = np.concatenate([along, ones, 1 - along, zeros]) * grid.cols
    y = np.concatenate([zeros, along, ones, 1 - along]) * grid.rows
    outline = np.empty(1, object)
    outline[0] = grid.to_map(shapely.Polygon(np.column_stack([x, y])))
    return outline


def _in_crs(polygons: NDArray[np.object_], source: Grid, target: Grid) -> NDArray[np.object_]:
    """Return polygons (n,) in the CRS of another raster, empty where it does not reach."""
    if source.crs is None or target.crs is None:
        return polygons
    return transform_polygons(polygons, source.crs, target.crs)


def _array(footprints: Sequence[Footprint]) -> NDArray[np.object_]:
    polygons = np.empty(len(footprints), object)
    polygons[:] = [footprint.polygon for footprint in footprints]
    return polygons


class _Given:
    """The footprints that one raster has given on shared ground: on disk, to be looked up by square cells."""

    def __init__(self, folder: Path, cell: float) -> None:
        self._cell = cell
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115  (closed with its owner)
        self._records: dict[tuple[int, int], list[tuple[int, int, str]]] = {}  # place, length and category by cell
        self._held: OrderedDict[tuple[int, int], tuple[NDArray[np.object_], NDArray[np.object_]]] = OrderedDict()

    def close(self) -> None:
        """Let everything go."""
        self._file.close()

    def add(self, polygons: NDArray[np.object_], categories: NDArray[np.object_]) -> None:
        """Keep footprints."""
        place = self._file.seek(0, 2)
        for polygon, wkb, category in zip(polygons, shapely.to_wkb(polygons), categories.tolist(), strict=True):
            self._file.write(wkb)
            for cell in self._cells(polygon):
                self._records.setdefault(cell, []).append((place, len(wkb), category))
                self._held.pop(cell, None)
            place += len(wkb)

    def has(self, polygons: NDArray[np.object_], categories: NDArray[np.object_]) -> NDArray[np.bool_]:
        """Return which of other footprints (n,) share enough with one of these."""
        return np.array([self._has(*each) for each in zip(polygons, categories.tolist(), strict=True)], bool)

    def _has(self, polygon: shapely.Polygon, category: str) -> bool:
        for cell in self._cells(polygon):
            others, their_categories = self._at(cell)
            near = others[(their_categories == category) & shapely.intersects(polygon, others)]
            shared = shapely.area(shapely.intersection(polygon, near))
            if (shared >= _SAME_SHARE * np.minimum(shapely.area(near), polygon.area)).any():
                return True
        return False

    def _cells(self, polygon: shapely.Polygon) -> Iterator[tuple[int, int]]:
        if polygon.is_empty:
            return
        x_min, y_min, x_max, y_max = (int(np.floor(value / self._cell)) for value in polygon.bounds)
        for x in range(x_min, x_max + 1):
            for y in range(y_min, y_max + 1):
                yield x, y

    def _at(self, cell: tuple[int, int]) -> tuple[NDArray[np.object_], NDArray[np.object_]]:
        """Return the polygons that reach into a cell, and their categories."""
        if cell not in self._held:
            records = self._records.get(cell, [])
            wkb = []
            for place, length, _ in records:
                self._file.seek(place)
                wkb.append(self._file.read(length))
            polygons = shapely.from_wkb(np.array(wkb, object)) if wkb else np.empty(0, object)
            self._held[cell] = polygons, np.array([category for _, _, category in records], object)
            while len(self._held) > _MOST_CELLS:
                self._held.popitem(last=False)
        self._held.move_to_end(cell)
        return self._held[cell]
