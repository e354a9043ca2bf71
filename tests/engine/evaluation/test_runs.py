"""Masks as runs of pixels, against masks drawn by GDAL."""

import numpy as np
import pytest
import shapely
from rasterio.features import rasterize

from engine.evaluation import runs

SHAPE = (40, 30)


def held(*polygons):
    array = np.empty(len(polygons), object)
    array[:] = polygons
    return array


def drawn(masks, mask, shape=SHAPE):
    pixels, row, col = runs.dense(masks, mask)
    full = np.zeros(shape, bool)
    full[row : row + pixels.shape[0], col : col + pixels.shape[1]] = pixels
    return full


def random_polygons(n, seed=0):
    generator = np.random.default_rng(seed)
    polygons = []
    for i in range(n):
        x, y = generator.uniform((-4, -4), (SHAPE[1] + 4, SHAPE[0] + 4))
        radius = generator.uniform(1, 12)
        angles = np.sort(generator.uniform(0, 2 * np.pi, 8))
        radii = radius * generator.uniform(0.3, 1, 8)
        polygon = shapely.make_valid(shapely.Polygon(np.c_[x + radii * np.cos(angles), y + radii * np.sin(angles)]))
        polygons.append(polygon.difference(shapely.Point(x, y).buffer(radius / 5)) if i % 3 == 0 else polygon)
    return held(*polygons)


def test_no_polygon_gives_no_mask():
    masks = runs.burn(held(), SHAPE)
    assert len(masks.areas) == 0
    assert masks.union(np.zeros(0, np.int64)).n_pixels == 0


def test_square_covers_the_pixels_whose_centers_it_holds():
    masks = runs.burn(held(shapely.box(1.4, 2.6, 4.6, 4.4)), (6, 6))
    expected = np.zeros((6, 6), bool)
    expected[3:4, 1:5] = True
    assert (drawn(masks, 0, (6, 6)) == expected).all()
    assert masks.areas.tolist() == [4]


@pytest.mark.parametrize(
    "polygon",
    [
        shapely.Polygon(),
        shapely.box(50, 50, 60, 60),
        shapely.box(-9, -9, -1, -1),
        shapely.box(1.1, 1.1, 1.2, 1.2),
        shapely.LineString([(0, 0), (9, 9)]),
    ],
)
def test_shape_without_a_pixel_center_has_an_empty_mask(polygon):
    masks = runs.burn(held(polygon, shapely.box(0, 0, 2, 2)), SHAPE)
    assert masks.areas.tolist() == [0, 4]
    assert runs.dense(masks, 0)[0].size == 0


def test_neighbors_share_no_pixel_and_leave_none_out():
    left = shapely.Polygon([(0, 0), (11.5, 0), (7.3, 20), (0, 20)])
    right = shapely.Polygon([(11.5, 0), (20, 0), (20, 20), (7.3, 20)])
    masks = runs.burn(held(left, right), (20, 20))
    assert runs.overlaps(masks, masks, np.array([0]), np.array([1])).tolist() == [0]
    assert masks.union(np.array([0, 1])).n_pixels == 400


def test_masks_are_those_that_gdal_burns():
    polygons = random_polygons(150)
    masks = runs.burn(polygons, SHAPE)
    for i, polygon in enumerate(polygons):
        assert (drawn(masks, i) == rasterize([polygon], SHAPE).astype(bool)).all()


def test_overlaps_and_sets_are_those_of_drawn_masks():
    masks = runs.burn(random_polygons(60, seed=1), SHAPE)
    full = np.stack([drawn(masks, i) for i in range(60)])
    first, second = np.divmod(np.arange(3600), 60)
    assert (runs.overlaps(masks, masks, first, second) == (full[first] & full[second]).sum((1, 2))).all()
    some, others = np.arange(20), np.arange(15, 40)
    a, b = full[some].any(0), full[others].any(0)
    assert masks.union(some).n_pixels == a.sum()
    assert runs.union(masks.union(some), masks.union(others)).n_pixels == (a | b).sum()
    assert runs.intersection(masks.union(some), masks.union(others)).n_pixels == (a & b).sum()


def test_pixels_of_a_window_lie_where_the_window_lies():
    mask = np.array([[True, False, True], [False, True, True]])
    found = runs.pixels_of(mask, row=3, col=1, cols=5)
    assert found.starts.tolist() == [3 * 6 + 1, 3 * 6 + 3, 4 * 6 + 2]
    assert found.stops.tolist() == [3 * 6 + 2, 3 * 6 + 4, 4 * 6 + 4]
    assert runs.gathered([found, found]).n_pixels == 4
    assert runs.gathered([]).n_pixels == 0


def test_raster_of_a_hundred_thousand_pixels_a_side_is_no_trouble():
    side = 100_000
    masks = runs.burn(held(*[shapely.box(side - 10, side - 10, side + 5, side + 5)] * 3), (side, side))
    assert masks.areas.tolist() == [100, 100, 100]
    assert runs.overlaps(masks, masks, np.array([0, 2]), np.array([2, 1])).tolist() == [100, 100]
