"""The category of each polygon of a stream, and whether the categories asked for are there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.category_names import category_name
from engine.domain.category import NO_CATEGORY
from engine.errors import CategoryFieldError
from engine.geo.polygon_stream import PolygonBatch, PolygonStream

DEFAULT_FIELD = "category"
LONE_CATEGORY = "object"  # of all polygons in files without the usual field
_MOST_LISTED = 12


def category_values(stream: PolygonStream, batch: PolygonBatch, field: str) -> list[str]:
    """Return the category of each row of a batch, NO_CATEGORY where the field is empty.

    Raises:
        CategoryFieldError: the file lacks a field that was asked for by name, or it holds no names.
    """
    if field == DEFAULT_FIELD and DEFAULT_FIELD not in {name.lower() for name in stream.columns}:
        return [LONE_CATEGORY] * len(batch)
    try:
        return [category_name(value) or NO_CATEGORY for value in batch.column(stream.field(field))]
    except ValueError as err:
        raise CategoryFieldError(
            f'the field "{field}" of {stream.name} holds no categories: {err}',
            hint="Choose a field of text or whole numbers.",
        ) from err


def counted_categories(values: Iterable[Any] | None, n: int) -> NDArray[np.object_]:
    """Return the category of each of n polygons, as `category_values` names them; None where the file has no field.

    What is neither text nor a whole number is counted under what it looks like.
    """
    names = [LONE_CATEGORY] * n if values is None else [_counted(value) for value in values]
    return np.array(names, object)


def _counted(value: Any) -> str:
    try:
        return category_name(value) or NO_CATEGORY
    except ValueError:
        return NO_CATEGORY if value != value else str(value)  # NaN is no value either


def check_found(wanted: Sequence[str], found: Iterable[str], file: str) -> None:
    """Accept categories that were found.

    Raises:
        CategoryFieldError: one of those wanted was not.
    """
    there = sorted(set(found))
    missing = [name for name in wanted if name not in there]
    if missing:
        listed = ", ".join(f'"{name}"' for name in there[:_MOST_LISTED]) or "no category at all"
        more = f" and {len(there) - _MOST_LISTED} more" if len(there) > _MOST_LISTED else ""
        raise CategoryFieldError(
            f'{file} holds no polygon of the category "{missing[0]}"', hint=f"It has {listed}{more}."
        )
