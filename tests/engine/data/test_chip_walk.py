"""Where chips lie, which of them are written, and which of them validate."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import numpy as np
import pytest
import shapely
from affine import Affine
from matplotlib.path import Path as MatplotlibPath
from PIL import Image

from engine.data.chip_ground import ChipGround, pieces_in
from engine.data.chip_pixels import cut
from engine.data.chip_walk import ChipPlace, split_places, walk, with_few_empty
from engine.data.keyhole import one_ring
from engine.geo.picture_file import jpeg_bytes, png_bytes
from engine.geo.pixels import Pixels
from engine.geo.window import Window


def ground(*polygons: shapely.Polygon, rows: int = 100, cols: int = 100, known: object = None) -> ChipGround:
    shapes = np.array(polygons, dtype=object)
    return ChipGround(0, rows, cols, shapes, shapely.area(shapes), np.ones(len(shapes), np.int64), known)


def squares(the_ground: ChipGround, size_px: int, stride_px: int, *angles: float) -> list[tuple[int, int, float]]:
    places = walk(0, the_ground, size_px=size_px, stride_px=stride_px, rotations=angles or (0.0,))
    return [(place.row, place.col, place.rotation) for place in places]


@pytest.mark.parametrize(
    "cols, size_px, stride_px, starts",
    [
        (30, 50, 50, [0]),  # smaller than a chip
        (50, 50, 50, [0]),
        (100, 50, 50, [0, 50]),
        (120, 50, 50, [0, 50, 70]),  # pulled back, so that it ends at the edge
        (100, 50, 25, [0, 25, 50]),
        (200, 50, 80, [0, 80, 150]),
    ],
)
def test_chips_cover_a_raster(cols: int, size_px: int, stride_px: int, starts: list[int]) -> None:
    assert [col for _, col, _ in squares(ground(rows=10, cols=cols), size_px, stride_px)] == starts


def test_each_chip_is_cut_once_for_each_angle_and_turned_ones_stay_on_the_raster() -> None:
    found = squares(ground(), 50, 50, 0, 90, 45, 90)

    assert [place for place in found if place[2] == 90] == [(row, col, 90) for row in (0, 50) for col in (0, 50)]
    assert len([place for place in found if place[2] == 0]) == 4
    assert not [place for place in found if place[2] == 45]  # each would reach beyond the edge


def test_a_turned_chip_inside_is_kept() -> None:
    assert (25, 25, 45) in squares(ground(), 50, 25, 45)


@pytest.mark.parametrize(
    "area, expected",
    [
        (shapely.box(0, 0, 100, 100), [(0, 0), (0, 50), (50, 0), (50, 50)]),
        (shapely.box(40, 40, 60, 60), [(25, 25)]),  # a small area lies in the middle of its chip
        (shapely.box(0, 0, 10, 10), [(0, 0)]),  # but the chip stays on the raster
        (shapely.box(30, 0, 100, 50), [(0, 30), (0, 50)]),
        (shapely.Polygon([(0, 0), (100, 0), (0, 100)]), [(0, 0), (0, 50), (50, 0)]),  # half is enough, a corner is not
    ],
)
def test_areas_say_where_chips_lie(area: shapely.Polygon, expected: list[tuple[int, int]]) -> None:
    found = squares(ground(known=shapely.MultiPolygon([area])), 50, 50)

    assert [(row, col) for row, col, _ in found] == expected


@pytest.mark.parametrize("angle", [0, 90, 180, 270, -90, 360])
def test_right_angles_keep_every_pixel(angle: float) -> None:
    values = np.arange(64, dtype=np.float32).reshape(1, 8, 8)
    transform = ChipPlace(0, 2, 3, angle).to_raster(5)

    chip = cut(Pixels(values, np.ones((8, 8), bool)), Window(0, 0, 8, 8), transform, 5)

    for row, col in product(range(5), range(5)):
        x, y = transform * (col + 0.5, row + 0.5)
        assert chip.values[0, row, col] == values[0, int(y), int(x)]
    assert chip.valid.all()


def test_turning_counterclockwise_by_a_quarter_looks_east_first() -> None:
    values = np.array([[[1, 2], [3, 4]]], np.uint8)  # 2 lies northeast

    chip = cut(Pixels(values, np.ones((2, 2), bool)), Window(0, 0, 2, 2), ChipPlace(0, 0, 0, 90).to_raster(2), 2)

    assert chip.values.tolist() == [[[3, 1], [4, 2]]]  # its right side is the raster's upper one


def test_other_angles_interpolate_and_keep_the_type() -> None:
    values = np.full((2, 40, 40), 7, np.uint16)

    chip = cut(
        Pixels(values, np.ones((40, 40), bool)), Window(0, 0, 40, 40), ChipPlace(0, 10, 10, 30).to_raster(20), 20
    )

    assert chip.values.dtype == np.uint16
    assert (chip.values == 7).all() and chip.valid.all()


def test_what_lies_beyond_the_raster_is_invalid() -> None:
    chip = cut(
        Pixels(np.ones((1, 3, 4), np.uint8), np.ones((3, 4), bool)), Window(0, 0, 3, 4), Affine.translation(0, 0), 5
    )

    assert chip.valid.sum() == 12 and chip.valid[:3, :4].all()
    assert chip.values.sum() == 12


@pytest.mark.parametrize(
    "min_overlap, n_pieces",
    [(0.0, 2), (0.25, 2), (0.26, 1), (1.0, 1)],
)
def test_a_label_counts_when_enough_of_it_lies_in_the_chip(min_overlap: float, n_pieces: int) -> None:
    quarter, whole = shapely.box(40, 40, 60, 60), shapely.box(10, 10, 20, 20)  # of the first, a quarter

    pieces = pieces_in(ground(quarter, whole), Affine.identity(), 50, min_overlap)

    assert len(pieces) == n_pieces
    assert max(piece.bounds[2] for piece in pieces.polygons) <= 50


def test_a_sliver_of_a_label_is_no_piece() -> None:
    assert len(pieces_in(ground(shapely.box(49.99, 0, 90, 50)), Affine.identity(), 50, 0.0)) == 0


def test_labels_turn_with_their_chip() -> None:
    place = ChipPlace(0, 10, 10, 90)

    (piece,) = pieces_in(ground(shapely.box(10, 10, 60, 20)), place.to_raster(50), 50, 0.0).polygons

    assert piece.equals(shapely.box(40, 0, 50, 50))  # along the upper side before, along the right one now


@pytest.mark.parametrize("share, n_empty", [(0.0, 0), (0.5, 4), (0.2, 1), (1.0, 6), (0.9, 6)])
def test_empty_chips_are_a_share_of_what_is_written(share: float, n_empty: int) -> None:
    is_labeled = np.array([True] * 4 + [False] * 6)
    places = [ChipPlace(0, 0, number) for number in range(10)]

    kept = with_few_empty(places, is_labeled, share, np.random.default_rng(0))

    assert is_labeled[kept].sum() == 4
    assert (~is_labeled[kept]).sum() == n_empty


@pytest.mark.parametrize("stride_px, angles", [(50, (0.0,)), (25, (0.0, 30.0))])
def test_no_chip_that_validates_shares_ground_with_one_that_trains(stride_px: int, angles: tuple[float, ...]) -> None:
    places = walk(0, ground(rows=1000, cols=1000), size_px=50, stride_px=stride_px, rotations=angles)

    parts = split_places(
        places, np.ones(len(places), bool), val_share=0.2, size_px=50, generator=np.random.default_rng(1)
    )

    train = shapely.union_all([place.square(50) for place, part in zip(places, parts, strict=True) if part == 0])
    val = shapely.union_all([place.square(50) for place, part in zip(places, parts, strict=True) if part == 1])
    assert shapely.intersection(train, val).area == pytest.approx(0, abs=1e-6)
    assert 0.15 < (parts == 1).sum() / len(parts) < 0.3


@pytest.mark.parametrize("n_places, val_share", [(1, 0.2), (4, 0.0)])
def test_where_nothing_can_be_set_apart_all_chips_train(n_places: int, val_share: float) -> None:
    places = [ChipPlace(0, 0, number * 50) for number in range(n_places)]

    parts = split_places(
        places, np.ones(n_places, bool), val_share=val_share, size_px=50, generator=np.random.default_rng(0)
    )

    assert parts.tolist() == [0] * n_places


SQUARE = shapely.box(2, 2, 38, 38)


@pytest.mark.parametrize(
    "shape",
    [
        SQUARE,
        SQUARE.difference(shapely.box(10, 10, 20, 20)),
        SQUARE.difference(shapely.box(10, 10, 20, 20)).difference(shapely.box(25, 5, 30, 30)),
        shapely.MultiPolygon([shapely.box(2, 2, 10, 10), shapely.box(20, 20, 30, 38)]),
    ],
    ids=["plain", "hole", "two holes", "two parts"],
)
def test_one_ring_fills_what_the_shape_fills(shape: shapely.Geometry) -> None:
    ring = one_ring(shape)

    col, row = (each.ravel() for each in np.meshgrid(np.arange(40) + 0.31, np.arange(40) + 0.64))  # off the bridges
    filled = MatplotlibPath(ring).contains_points(np.column_stack([col, row]))
    assert np.array_equal(filled, shapely.contains_xy(shape, col, row))


@pytest.mark.parametrize("shape", [(1, 1, 1), (3, 1, 1), (1, 5, 3), (3, 64, 31)])
def test_a_png_is_read_by_other_programs_bit_for_bit(tmp_path: Path, shape: tuple[int, int, int]) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, shape, dtype=np.uint8)
    (tmp_path / "a.png").write_bytes(png_bytes(pixels))

    read = np.asarray(Image.open(tmp_path / "a.png"))
    assert np.array_equal(
        read if read.ndim == 2 else np.moveaxis(read, -1, 0), pixels[0] if len(pixels) == 1 else pixels
    )


def test_a_jpeg_has_the_size_and_nearly_the_colors(tmp_path: Path) -> None:
    pixels = np.full((3, 20, 30), 90, np.uint8)
    (tmp_path / "a.jpg").write_bytes(jpeg_bytes(pixels))

    read = np.asarray(Image.open(tmp_path / "a.jpg"))
    assert read.shape == (20, 30, 3)
    assert np.abs(read.astype(int) - 90).max() <= 2
