"""How much of each pixel a polygon covers, compared with hand values and with exactextract."""

from __future__ import annotations

import numpy as np
import pyproj
import pytest
import shapely
from shapely import MultiPolygon, Point, Polygon, box

from engine.geo.window import Window
from engine.measurement.coverage import cover

WHOLE = Window(0, 0, 4, 5)


def shares(polygon: shapely.Geometry, window: Window = WHOLE) -> np.ndarray:
    """Return the covered share of each pixel of the window."""
    found = cover(np.array([polygon], object), window)
    picture = np.zeros((window.rows, window.cols))
    picture[found.rows, found.cols] = found.shares
    return picture


def blob(generator: np.random.Generator) -> Polygon:
    n = generator.integers(3, 30)
    angles = np.sort(generator.uniform(0, 2 * np.pi, n))
    x, y = generator.uniform(0, 60), generator.uniform(0, 40)
    radii = generator.uniform(0.2, 12) * generator.uniform(0.4, 1, n)
    polygon = Polygon(np.column_stack([x + radii * np.cos(angles), y + radii * np.sin(angles)]))
    return polygon.difference(Point(x, y).buffer(radii.mean() * 0.3)) if polygon.is_valid else box(x, y, x + 1, y + 2)


@pytest.mark.parametrize("polygon", [Polygon(), box(9, 9, 12, 12), box(1, 1, 1, 3), box(-3, -3, 0, 0)])
def test_what_has_no_ground_in_the_window_covers_nothing(polygon: Polygon) -> None:
    assert len(cover(np.array([polygon], object), WHOLE)) == 0


def test_no_polygons_cover_nothing() -> None:
    found = cover(np.zeros(0, object), WHOLE)
    assert (len(found), found.n) == (0, 0)


def test_whole_pixels_are_covered_whole() -> None:
    expected = np.zeros((4, 5))
    expected[1:3, 2:4] = 1
    assert (shares(box(2, 1, 4, 3)) == expected).all()


def test_pixels_at_the_edge_count_by_what_is_covered_of_them() -> None:
    found = shares(box(0.5, 1.25, 2.25, 2))
    assert found[1] == pytest.approx([0.375, 0.75, 0.1875, 0, 0])
    assert found.sum() == pytest.approx(1.75 * 0.75)


def test_a_slanted_edge_halves_pixels() -> None:
    found = shares(Polygon([(0, 0), (3, 3), (0, 3)]))
    assert found[:3, :3] == pytest.approx(np.array([[0.5, 0, 0], [1, 0.5, 0], [1, 1, 0.5]]))


@pytest.mark.parametrize("turn", [lambda ring: ring, lambda ring: ring[::-1]])
def test_holes_take_away_whichever_way_rings_run(turn) -> None:
    shell, hole = [(0, 0), (4, 0), (4, 4), (0, 4)], [(1, 1), (1, 2.5), (3, 2.5), (3, 1)]
    found = shares(Polygon(turn(shell), [turn(hole)]))
    assert found[1] == pytest.approx([1, 0, 0, 1, 0])
    assert found[2] == pytest.approx([1, 0.5, 0.5, 1, 0])


def test_parts_of_one_polygon_count_together_and_polygons_do_not() -> None:
    parts = MultiPolygon([box(0, 0, 1, 1), box(3, 3, 4, 3.5)])
    found = cover(np.array([parts, box(0, 0, 1, 1)], object), WHOLE)
    assert found.owners.tolist() == [0, 0, 1]
    assert found.shares.tolist() == [1, 0.5, 1]


def test_only_what_lies_in_the_window_is_covered() -> None:
    found = shares(box(-5, -5, 50, 50), Window(10, 20, 3, 2))
    assert (found == 1).all()


def test_windows_change_nothing() -> None:
    generator = np.random.default_rng(3)
    for polygon in (blob(generator) for _ in range(30)):
        whole = shares(polygon, Window(0, 0, 40, 60))
        assert shares(polygon, Window(7, 11, 20, 30)) == pytest.approx(whole[7:27, 11:41], abs=1e-9)


def test_exactextract_finds_the_same_shares() -> None:
    exactextract = pytest.importorskip("exactextract")
    geopandas = pytest.importorskip("geopandas")
    from exactextract.raster import NumPyRasterSource

    generator = np.random.default_rng(5)
    polygons = np.array([blob(generator) for _ in range(200)], object)
    found = cover(polygons, Window(0, 0, 40, 60))
    # It counts y upward, and gives the value of each pixel that it touches: here the pixel's number.
    upward = shapely.transform(polygons, lambda xy: np.column_stack([xy[:, 0], 40 - xy[:, 1]]))
    wkt = pyproj.CRS.from_epsg(32632).to_wkt()
    numbers = np.arange(40 * 60.0).reshape(40, 60)
    source = NumPyRasterSource(numbers, xmin=0, ymin=0, xmax=60, ymax=40, srs_wkt=wkt)
    frame = geopandas.GeoDataFrame(geometry=upward, crs="EPSG:32632")
    theirs = exactextract.exact_extract(source, frame, ["values", "coverage"], output="pandas")
    for number in range(len(polygons)):
        mine, other = np.zeros(2400), np.zeros(2400)
        chosen = found.owners == number
        mine[found.rows[chosen] * 60 + found.cols[chosen]] = found.shares[chosen]
        other[theirs["values"][number].astype(int)] = theirs["coverage"][number]
        assert mine == pytest.approx(other, abs=1e-6)
