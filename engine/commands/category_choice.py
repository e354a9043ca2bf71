"""The category of each polygon of a stream, and whether the categories asked for are there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine.data.category_names import category_name
from engine.errors import CategoryFieldError
from engine.geo.polygon_stream import PolygonBatch, PolygonStream

DEFAULT_FIELD = "category"
LONE_CATEGORY = "object"  # of files without the usual field, and of rows where it is empty
_MOST_LISTED = 12


def category_values(stream: PolygonStream, batch: PolygonBatch, field: str) -> list[str]:
    """Return the category of each row of a batch.

    Raises:
        CategoryFieldError: the file lacks a field that was asked for by name, or it holds no names.
    """
    if field == DEFAULT_FIELD and DEFAULT_FIELD not in {name.lower() for name in stream.columns}:
        return [LONE_CATEGORY] * len(batch)
    try:
        return [category_name(value) or LONE_CATEGORY for value in batch.column(stream.field(field))]
    except ValueError as err:
        raise CategoryFieldError(
            f'the field "{field}" of {stream.name} holds no categories: {err}',
            hint="Choose a field of text or whole numbers.",
        ) from err


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
