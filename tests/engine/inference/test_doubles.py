"""What two rasters show is given once, whichever comes first, whatever their CRS."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyproj
import pytest
import shapely
from affine import Affine
from shapely import box

from engine.domain.footprint import Footprint
from engine.geo.grid import PIXEL_COORDINATES, Grid
from engine.geo.measure import measure
from engine.inference.doubles import Doubles, shared_grounds
from engine.inference.manifest import Manifest, RasterPlan
from engine.inference.walk import TileWalk
from tests.engine.inference.tiny_model import tiny_card

X, Y = 500_000, 5_600_000
UTM, OTHER_UTM = 32632, 32631
WALK = TileWalk(32, 32, 32)


def plan(name: str, left: float, top: float, width: float, height: float, *, crs: int | None = UTM, pixel: float = 1):
    """Return a raster by its place in metres right of and below the origin of EPSG:32632."""
    transform = Affine(pixel, 0, X + left, 0, -pixel, Y - top)
    return RasterPlan(name, f"/{name}", "", _grid(transform, round(height / pixel), round(width / pixel), crs), 1, WALK)


def _grid(transform: Affine, rows: int, cols: int, crs: int | None) -> Grid:
    wkt = pyproj.CRS(crs).to_wkt() if crs else None
    if crs == OTHER_UTM:  # the same ground, a little more of it
        corners = [transform * corner for corner in ((0, 0), (cols, 0), (0, rows), (cols, rows))]
        x, y = pyproj.Transformer.from_crs(UTM, crs, always_xy=True).transform(*np.transpose(corners))
        transform = Affine(transform.a, 0, min(x), 0, transform.e, max(y))
        rows, cols = round((max(y) - min(y)) / transform.a), round((max(x) - min(x)) / transform.a)
    return Grid(wkt, transform, rows, cols)


def seen(raster: RasterPlan, things: Sequence[shapely.Polygon], category: str = "roof") -> list[Footprint]:
    """Return the things, in EPSG:32632, that the raster shows, as far as it shows them."""
    found = []
    for thing in things:
        moved = thing
        if raster.grid.crs != pyproj.CRS(UTM):
            turn = pyproj.Transformer.from_crs(UTM, raster.grid.crs, always_xy=True)
            moved = shapely.transform(thing, lambda xy: np.column_stack(turn.transform(*xy.T)))  # noqa: B023
        part = moved.intersection(raster.grid.outline)
        if part.area > 1:
            measures = measure(part, raster.grid.crs)
            found.append(Footprint(part, category, 0.9, part.area, measures, raster.name, "m", "r"))
    return found


def given(folder: Path, plans: Sequence[RasterPlan], *found: list[Footprint]) -> list[Footprint]:
    manifest = Manifest("m", "abc", tiny_card(2), tuple(plans))
    with Doubles(manifest, folder) as doubles:
        now = [footprint for each in found for footprint in doubles.through(each)]
        return [*now, *(footprint for each in doubles.rest() for footprint in each)]


def city(n: int = 12) -> list[shapely.Polygon]:
    """Return n x n roofs of 12 x 9 m, 20 m apart."""
    return [box(X + 20 * i + 3, Y - 20 * j - 14, X + 20 * i + 15, Y - 20 * j - 5) for i in range(n) for j in range(n)]


def are_each_once_and_whole(footprints: list[Footprint], things: Sequence[shapely.Polygon]) -> bool:
    """Tell whether every thing has one footprint of about its area."""
    places = shapely.STRtree([thing.centroid for thing in things])
    numbers, areas = [], []
    for each in footprints:
        polygon = each.polygon
        if each.raster == "other.tif":
            turn = pyproj.Transformer.from_crs(OTHER_UTM, UTM, always_xy=True)
            polygon = shapely.transform(polygon, lambda xy: np.column_stack(turn.transform(*xy.T)))  # noqa: B023
        numbers.append(int(places.nearest(polygon.centroid)))
        areas.append(polygon.area / things[numbers[-1]].area)
    return sorted(numbers) == list(range(len(things))) and bool(np.allclose(areas, 1, atol=0.03))


@pytest.mark.parametrize("crs, name", [(UTM, "right.tif"), (OTHER_UTM, "other.tif")], ids=["one CRS", "two CRS"])
@pytest.mark.parametrize("pixel", [1, 0.5], ids=["one scale", "two scales"])
@pytest.mark.parametrize("turned", [False, True], ids=["left first", "right first"])
def test_two_rasters_that_overlap_give_each_thing_once_and_whole(
    tmp_path: Path, crs: int, name: str, pixel: float, turned: bool
) -> None:
    left, right = plan("left.tif", 0, 0, 150, 240), plan(name, 109, 0, 131, 240, crs=crs, pixel=pixel)
    plans = [right, left] if turned else [left, right]
    found = [seen(each, city()) for each in plans]
    assert sum(map(len, found)) > 144
    footprints = given(tmp_path, plans, *found)
    assert are_each_once_and_whole(footprints, city())
    whole = [each.raster for each in footprints if X + 120 < each.polygon.centroid.x < X + 140]
    assert crs != UTM or set(whole) == {plans[0].name}  # what both show whole belongs to the first
    assert list(tmp_path.iterdir()) == []  # nothing stays on disk


def test_a_raster_alone_gives_all_at_once(tmp_path: Path) -> None:
    alone = plan("left.tif", 0, 0, 150, 240)
    found = seen(alone, city())
    assert given(tmp_path, [alone], found) == found


def test_rasters_side_by_side_share_nothing() -> None:
    assert shared_grounds([plan("a", 0, 0, 100, 100), plan("b", 100, 0, 100, 100), plan("c", 0, 150, 100, 100)]) == {}


def test_pictures_without_a_place_share_nothing() -> None:
    pictures = [replace(plan(name, 0, 0, 9, 9), grid=Grid(None, PIXEL_COORDINATES, 9, 9)) for name in "ab"]
    assert shared_grounds(pictures) == {}


def test_rasters_are_told_with_those_they_overlap() -> None:
    shared = shared_grounds([plan("a", 0, 0, 100, 100), plan("b", 300, 0, 100, 100), plan("c", 50, 50, 100, 100)])
    assert {number: sorted(ground.others) for number, ground in shared.items()} == {0: [2], 2: [0]}


@pytest.mark.parametrize("turned", [False, True])
def test_a_collar_without_data_swallows_nothing(tmp_path: Path, turned: bool) -> None:
    full, collared = plan("full.tif", 0, 0, 240, 240), plan("collared.tif", 0, 0, 240, 240)
    plans = [collared, full] if turned else [full, collared]
    shown = {
        "full.tif": seen(full, city()),
        "collared.tif": seen(collared, [t for t in city() if t.bounds[0] < X + 90]),
    }
    assert are_each_once_and_whole(given(tmp_path, plans, *(shown[each.name] for each in plans)), city())


def test_categories_do_not_hide_each_other(tmp_path: Path) -> None:
    plans, roof = [plan("a", 0, 0, 100, 100), plan("b", 0, 0, 100, 100)], [box(X + 20, Y - 40, X + 40, Y - 20)]
    footprints = given(tmp_path, plans, seen(plans[0], roof), seen(plans[1], roof, "tree") + seen(plans[1], roof))
    assert [each.category for each in footprints] == ["roof", "tree"]


def test_neighbors_that_overlap_a_little_both_stay(tmp_path: Path) -> None:
    plans = [plan("a", 0, 0, 100, 100), plan("b", 0, 0, 100, 100)]
    one, other = box(X + 20, Y - 40, X + 40, Y - 20), box(X + 36, Y - 40, X + 60, Y - 20)
    assert len(given(tmp_path, plans, seen(plans[0], [one]), seen(plans[1], [other]))) == 2


def test_many_cells_are_looked_up_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.inference.doubles._CELL_PX", 16)
    monkeypatch.setattr("engine.inference.doubles._MOST_CELLS", 2)
    plans = [plan("a", 0, 0, 240, 240), plan("b", 0, 0, 240, 240), plan("c", 0, 0, 240, 240)]
    found = [seen(each, city()) for each in plans]
    assert are_each_once_and_whole(given(tmp_path, plans, *found), city())
