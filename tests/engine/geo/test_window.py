"""Rectangles of pixels."""

from __future__ import annotations

import pytest

from engine.geo.window import Window


def test_what_two_windows_share():
    assert Window(0, 0, 10, 10).intersection(Window(6, 8, 10, 10)) == Window(6, 8, 4, 2)
    assert Window(0, 0, 10, 10).intersection(Window(10, 0, 5, 5)).is_empty


def test_a_margin_grows_every_side():
    assert Window(5, 6, 1, 2).grown(3) == Window(2, 3, 7, 8)


def test_where_a_window_lies_in_an_array():
    assert Window(5, 6, 2, 3).slices_in(Window(4, 4, 9, 9)) == (slice(1, 3), slice(2, 5))


def test_no_window_has_a_negative_side():
    with pytest.raises(ValueError, match="-1 rows"):
        Window(0, 0, -1, 2)
