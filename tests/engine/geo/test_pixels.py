"""Which pixels were measured."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.geo.pixels import Pixels, measured


def line(*bands: list[float], dtype: str) -> np.ndarray:
    return np.array(bands, dtype)[:, None]  # (bands, 1, cols)


@pytest.mark.parametrize(
    "values, nodata, valid",
    [
        (line([0, 5], dtype="uint8"), [None], [True, True]),
        (line([0, 5], dtype="uint8"), [0], [False, True]),
        # Black as nodata: a pixel that is black in one band only is a dark color.
        (line([0, 0], [0, 7], dtype="uint8"), [0, 0], [False, True]),
        (line([0, 5], dtype="uint8"), [-9999], [True, True]),
        (line([0, 5], dtype="uint8"), [0.5], [True, True]),
        (line([-9999, 5], [3, 5], dtype="int16"), [-9999, -9999], [False, True]),
        (line([-9999, 5], [3, 5], dtype="float32"), [-9999, None], [False, True]),
        (line([math.nan, 5, 5], [3, math.inf, 5], dtype="float32"), [None, None], [False, False, True]),
        (line([math.nan, 5], dtype="float32"), [math.nan], [False, True]),
        (line([0.1, 5], dtype="float32"), [0.1], [False, True]),
        (line([-3.4028234663852886e38, 5], dtype="float32"), [-3.4028234663852886e38], [False, True]),
        (line([1, 5], dtype="float32"), [1e300], [True, True]),
    ],
)
def test_nodata_means_what_the_type_of_raster_makes_likely(values, nodata, valid):
    assert measured(values, nodata)[0].tolist() == valid


def test_values_and_valid_cover_the_same_window():
    with pytest.raises(ValueError, match="do not fit"):
        Pixels(np.zeros((1, 2, 3)), np.ones((2, 2), bool))
