"""Fields become outlines, component by component."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage
from shapely import box

from engine.domain.thresholds import Thresholds
from engine.geo.window import Window
from engine.inference.footprints import Cut, component_outlines, field_numbers, instance_shapes, window_outlines
from engine.inference.instances import level

LOOSE = Thresholds(min_area_px=4)


def drawn(rows: int, cols: int, *things: tuple[int, int, int, int], n_categories: int = 1) -> np.ndarray:
    """Return sure fields of rectangles (row, col, rows, cols) of the first category, no boundary anywhere."""
    fields = np.zeros((3 * n_categories, rows, cols), np.uint8)
    for row, col, n_rows, n_cols in things:
        fields[0, row : row + n_rows, col : col + n_cols] = 255
        fields[2 * n_categories, row : row + n_rows, col : col + n_cols] = 255
    return fields


def test_nothing_drawn_gives_nothing() -> None:
    assert list(window_outlines(drawn(5, 5), Window(0, 0, 5, 5), thresholds=LOOSE)) == []
    assert len(instance_shapes(drawn(5, 5), Window(0, 0, 5, 5), [LOOSE])) == 0


def test_outlines_are_in_the_pixels_of_the_raster_in_reading_order() -> None:
    fields = drawn(20, 20, (10, 2, 4, 6), (3, 10, 5, 5))
    found = list(window_outlines(fields, Window(100, 200, 20, 20), thresholds=LOOSE))
    assert [outline.polygon.bounds for outline in found] == [(210, 103, 215, 108), (202, 110, 208, 114)]
    assert all(outline.score > 0.9 for outline in found)


def test_small_and_doubtful_things_are_left_out() -> None:
    fields = drawn(20, 20, (10, 2, 4, 6), (3, 10, 1, 3))
    window = Window(0, 0, 20, 20)
    assert len(list(window_outlines(fields, window, thresholds=LOOSE))) == 1
    assert list(window_outlines(fields // 2 + 10, window, thresholds=LOOSE, least_score=0.5)) == []


def test_a_component_is_cut_alone_whatever_lies_in_its_window() -> None:
    generator = np.random.default_rng(5)
    smooth = [ndimage.gaussian_filter(generator.random((120, 120)), 1.2) for _ in range(3)]
    # Coarse steps make many ties, which a flood over the whole window breaks in another order.
    fields = np.stack([np.round((f - f.min()) / np.ptp(f) * 8) / 8 * 255 for f in smooth]).astype(np.uint8)
    whole = {o.polygon.wkb for o in window_outlines(fields, Window(0, 0, 120, 120), thresholds=LOOSE)}
    labels, n = ndimage.label(fields[0] >= level(LOOSE.mask_threshold))
    alone = set()
    for number in range(1, n + 1):
        rows, cols = ndimage.find_objects(labels)[number - 1]
        window = Window(rows.start, cols.start, rows.stop - rows.start, cols.stop - cols.start)
        mask = labels[rows, cols] == number
        outlines = component_outlines([Cut(fields[:, rows, cols], mask, window)], thresholds=LOOSE)[0]
        alone |= {outline.polygon.wkb for outline in outlines}
    assert len(whole) > 3 and whole == alone


def test_shapes_are_in_the_pixels_of_the_file_and_know_their_category() -> None:
    fields = drawn(20, 20, (2, 2, 4, 6), n_categories=2)
    fields[1, 10:14, 10:16] = 255
    shapes = instance_shapes(fields, Window(0, 0, 20, 20), [LOOSE, LOOSE], x_factor=2.0, y_factor=3.0)
    assert shapes.category_ids.tolist() == [1, 2]
    assert shapes.polygons[0].equals(box(4, 6, 16, 18))
    assert shapes.polygons[1].equals(box(20, 30, 32, 42))


@pytest.mark.parametrize("index, numbers", [(0, [0, 2, 4]), (1, [1, 3, 5])])
def test_the_fields_of_a_category_stand_apart(index: int, numbers: list[int]) -> None:
    assert field_numbers(index, 2) == numbers
