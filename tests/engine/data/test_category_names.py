"""From the values of a field to categories."""

from __future__ import annotations

import datetime

import pytest

from engine.data.category_names import alike, category_names, find_categories, numbered
from engine.domain.category import categories_named
from engine.errors import CategoryFieldError

FIELD = {"field": "kind", "file": "a.gpkg"}


@pytest.mark.parametrize(
    "values, names",
    [
        ([], []),
        (["roof", " roof ", ""], ["roof", "roof", None]),
        ([None, "  "], [None, None]),
        ([1, 2.0, 10], ["1", "2", "10"]),
        ([True, False], ["true", "false"]),
        (["Öl-Tank №3"], ["Öl-Tank №3"]),
    ],
)
def test_text_and_whole_numbers_name_categories(values, names):
    assert category_names(values, **FIELD) == names


def test_without_field_everything_is_an_object():
    assert category_names([None, None], field=None, file="a.gpkg") == ["object", "object"]


@pytest.mark.parametrize("value", [2.5, datetime.date(2020, 1, 1), b"x", ["a"]])
def test_other_values_name_none(value):
    with pytest.raises(
        CategoryFieldError, match=r'the field "kind" of a\.gpkg holds no categories: .* is neither text'
    ):
        category_names(["roof", value], **FIELD)


def test_categories_are_sorted_as_people_count():
    found = find_categories(["plot 10", "Plot 2", "plot 2", "a", "10", "9"] * 2, **FIELD)
    assert [category.name for category in found] == ["9", "10", "a", "Plot 2", "plot 2", "plot 10"]
    assert [category.id for category in found] == [1, 2, 3, 4, 5, 6]


def test_numbers_of_labels_are_no_categories():
    names = [str(number) for number in range(11)]
    with pytest.raises(CategoryFieldError, match="has 11 different values for 11 labels") as caught:
        find_categories(names, **FIELD)
    assert "leave it out" in caught.value.hint
    assert len(find_categories([*names, "3"], **FIELD)) == 11


def test_more_than_255_categories_are_none():
    with pytest.raises(CategoryFieldError, match="256 different values"):
        find_categories([str(number) for number in range(256)] * 3, **FIELD)


def test_names_get_the_numbers_of_their_categories():
    assert numbered(["b", "a", "b"], categories_named(["a", "b"]), **FIELD).tolist() == [2, 1, 2]


def test_the_only_category_of_a_model_takes_labels_without_a_field():
    assert numbered(["object"], categories_named(["roof"]), field=None, file="a.gpkg").tolist() == [1]


def test_a_model_of_several_categories_needs_a_field():
    with pytest.raises(CategoryFieldError, match=r'the model knows 2 categories \("a", "b"\)') as caught:
        numbered(["object"], categories_named(["a", "b"]), field=None, file="a.gpkg")
    assert "--category-field" in caught.value.hint


def test_what_the_model_does_not_know_is_named():
    with pytest.raises(
        CategoryFieldError, match=r'a\.gpkg has labels of "tree", which the model does not know; it knows'
    ):
        numbered(["a", "tree"], categories_named(["a", "b"]), **FIELD)


def test_names_that_are_written_almost_alike_are_found():
    assert alike(["roof", "Roof", "flat roof", "flatroof", "pond"]) == [("roof", "Roof"), ("flat roof", "flatroof")]
