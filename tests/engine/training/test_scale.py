"""The network looks at a resolution at which the labels are neither specks nor walls."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from engine.data.label_sheet import LabelSheet
from engine.training.scale import choose_scale


def sheet_of(*sizes_and_categories):
    polygons = [shapely.box(0, 0, size, size) for size, _ in sizes_and_categories]
    ids = np.array([category for _, category in sizes_and_categories], np.int64)
    return LabelSheet(np.array(polygons, object), ids, np.arange(1, len(ids) + 1), {}, 1000, 1000)


@pytest.mark.parametrize(
    "sizes, scale",
    [
        ([(30, 1)], 1.0),
        ([(60, 1)], 0.5),
        ([(15, 1)], 2.0),
        ([(34, 1)], 1.0),
        ([(40, 1)], 3 / 4),
        ([(300, 1)], 1 / 8),
        ([(2, 1)], 4.0),
        ([(60, 1), (60, 1), (60, 1), (12, 2)], 1.0),  # the rare small category counts as much as the large one
        ([(200, 1), (12, 2)], 1.0),  # halving would hide the small one
    ],
)
def test_scale_follows_the_typical_label(sizes, scale):
    assert choose_scale([sheet_of(*sizes)], 30.0) == scale


def test_without_labels_pixels_stay_as_they_are():
    assert choose_scale([sheet_of()], 30.0) == 1.0
