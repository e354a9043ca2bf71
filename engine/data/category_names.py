"""From the values of a field to categories."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.domain.category import Category, categories_named
from engine.errors import CategoryFieldError

ONLY_CATEGORY = "object"  # what everything is where no field names categories
_MAX_CATEGORIES = 255
_MANY = 10  # from here on, as many values as labels are numbers of labels and no kinds


def category_name(value: Any) -> str | None:
    """Return the name that a field's value gives, None where it is NULL or blank.

    Raises:
        ValueError: when the value is neither text nor a whole number.
    """
    if value is None:
        return None
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) or (isinstance(value, float) and value.is_integer()):
        return str(int(value))
    raise ValueError(f"{value} is neither text nor a whole number")


def category_names(values: Sequence[Any], *, field: str | None, file: str) -> list[str | None]:
    """Return the name of each label's category, None where the field is NULL.

    Raises:
        CategoryFieldError: when the field holds something else than text or whole numbers.
    """
    if field is None:
        return [ONLY_CATEGORY] * len(values)
    try:
        return [category_name(value) for value in values]
    except ValueError as err:
        raise CategoryFieldError(
            f'the field "{field}" of {file} holds no categories: {err}',
            hint="Choose a field of text or whole numbers, or leave the field out to learn one category.",
        ) from err


def find_categories(names: Sequence[str], *, field: str | None, file: str) -> tuple[Category, ...]:
    """Return one category per name, in the order in which people count: 1, 2, 10, and no case.

    Raises:
        CategoryFieldError: when the names cannot be kinds of things because there are too many.
    """
    unique = sorted(set(names), key=natural_key)
    is_numbering = len(unique) == len(names) > _MANY
    if is_numbering or len(unique) > _MAX_CATEGORIES:
        raise CategoryFieldError(
            f'the field "{field}" of {file} has {len(unique)} different values for {len(names)} labels, '
            f'such as "{unique[0]}" and "{unique[1]}": those are no categories',
            hint="Choose the field that names the kind of thing, or leave it out to learn one category.",
        )
    return categories_named(unique)


def numbered(
    names: Sequence[str], categories: Sequence[Category], *, field: str | None, file: str
) -> NDArray[np.int64]:
    """Return the category id of each name, int (n,).

    Without a field, the only category there is takes all labels, whatever its name.

    Raises:
        CategoryFieldError: when a name is not among the categories.
    """
    known = {category.name: category.id for category in categories}
    if field is None and len(categories) == 1:
        return np.full(len(names), categories[0].id, np.int64)
    unknown = sorted(set(names) - set(known), key=natural_key)
    if unknown and field is None:
        raise CategoryFieldError(
            f"the model knows {len(categories)} categories ({_listed(known)}), but no field says which {file} means",
            hint="Name the field with --category-field.",
        )
    if unknown:
        raise CategoryFieldError(
            f"{file} has labels of {_listed(unknown)}, which the model does not know; it knows {_listed(known)}",
            hint="Rename or remove these labels, or train a new model.",
        )
    return np.array([known[name] for name in names], np.int64)


def alike(names: Sequence[str]) -> list[tuple[str, str]]:
    """Return pairs of names that differ by case or spaces only, which is mostly a slip."""
    first: dict[str, str] = {}
    pairs = []
    for name in names:
        other = first.setdefault("".join(name.split()).casefold(), name)
        if other != name:
            pairs.append((other, name))
    return pairs


def natural_key(name: str) -> tuple[list[tuple[int, int, str]], str]:
    """Return what sorts `plot 2` before `plot 10`."""
    parts = re.findall(r"\d+|\D+", name.casefold())
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts], name


def _listed(names: Any) -> str:
    return ", ".join(f'"{name}"' for name in names)
