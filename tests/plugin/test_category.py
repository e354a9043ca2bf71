"""Categories have a name and a color that can be told apart from the others."""

from __future__ import annotations

import pytest

from deepseg_qgis.domain.category import OKABE_ITO, Category, next_color


def test_the_first_category_gets_the_first_color() -> None:
    assert next_color([]) == OKABE_ITO[0]


def test_a_color_that_became_free_is_used_again() -> None:
    assert next_color([OKABE_ITO[0], OKABE_ITO[2].upper()]) == OKABE_ITO[1]


def test_after_all_colors_they_begin_again() -> None:
    assert next_color(OKABE_ITO) == OKABE_ITO[0]
    assert next_color([*OKABE_ITO, OKABE_ITO[0]]) == OKABE_ITO[1]


@pytest.mark.parametrize(
    "name, color, cause",
    [
        ("", "#e69f00", "needs a name"),
        (" ", "#e69f00", "needs a name"),
        ("roof ", "#e69f00", "no space around it"),
        ("roof", "orange", "looks like #e69f00"),
        ("roof", "#e69f0", "looks like #e69f00"),
    ],
)
def test_a_category_is_checked_at_birth(name: str, color: str, cause: str) -> None:
    with pytest.raises(ValueError, match=cause):
        Category(name, color)
