"""Footprints in the words of COCO: x to the right and y down from the top left corner of an image, in pixels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

Ring = Sequence[tuple[float, float]]  # closed: the last corner is the first
Polygon = Sequence[Ring]  # the outline, then its holes

_PIXEL_DECIMALS = 3
_MIDDLE_DECIMALS = 6  # sixty-fourths of a pixel are told exactly


def annotation(
    number: int, *, image: int, category: int, parts: Sequence[Polygon], size: tuple[int, int], score: float | None
) -> dict[str, Any]:
    """Return a footprint as an annotation.

    Args:
        number: its id, from 1.
        image: the id of its image.
        category: the id of its category.
        parts: its polygons.
        size: rows and columns of the image.
        score: None where it has none.
    """
    corners = [corner for part in parts for corner in part[0]]
    x_min, x_max = min(x for x, _ in corners), max(x for x, _ in corners)
    y_min, y_max = min(y for _, y in corners), max(y for _, y in corners)
    values: dict[str, Any] = {
        "id": number,
        "image_id": image,
        "category_id": category,
        "segmentation": _segmentation(parts, size),
        "area": round(sum(area_px(part) for part in parts), _PIXEL_DECIMALS),
        "bbox": [round(value, _PIXEL_DECIMALS) for value in (x_min, y_min, x_max - x_min, y_max - y_min)],
        "iscrowd": 0,
    }
    return values if score is None else {**values, "score": round(score, 4)}


def area_px(polygon: Polygon) -> float:
    """Return the area of a polygon without its holes."""
    outline, *holes = (abs(_signed_area(ring)) for ring in polygon)
    return outline - sum(holes)


def run_lengths(parts: Sequence[Polygon], rows: int, columns: int) -> dict[str, Any]:
    """Return the mask of polygons as run lengths, without ever holding the image.

    Runs go down the columns, one column after the other, and begin with the pixels outside; a pixel is inside where
    its middle is.
    """
    # On the way to the map and back the last digits change: they must not decide what walls on middles of pixels hold.
    rings = [
        [(round(x, _MIDDLE_DECIMALS), round(y, _MIDDLE_DECIMALS)) for x, y in ring] for part in parts for ring in part
    ]
    edges = [(min(edge), max(edge)) for ring in rings for edge in _pairs(ring)]  # from left to right
    xs = [x for edge in edges for x, _ in edge]
    borders: list[int] = []
    for column in range(max(math.floor(min(xs)), 0), min(math.ceil(max(xs)), columns)):
        for start, stop in _runs(edges, column + 0.5, rows):
            first, last = column * rows + start, column * rows + stop
            if borders and borders[-1] == first:
                borders[-1] = last  # it goes on at the head of the next column
            else:
                borders += [first, last]
    return {"size": [rows, columns], "counts": [stop - start for start, stop in _pairs([0, *borders, rows * columns])]}


def _runs(edges: Sequence[tuple[tuple[float, float], tuple[float, float]]], x: float, rows: int) -> list[list[int]]:
    """Return where the pixels of a column are inside, from and to, by the crossings of its middle line."""
    crossings = sorted(y0 + (x - x0) / (x1 - x0) * (y1 - y0) for (x0, y0), (x1, y1) in edges if x0 <= x < x1)
    runs: list[list[int]] = []
    for top, bottom in _pairs(crossings, step=2):
        start, stop = max(math.ceil(top - 0.5), 0), min(math.ceil(bottom - 0.5), rows)
        if start >= stop:
            continue
        if runs and runs[-1][1] == start:
            runs[-1][1] = stop
        else:
            runs.append([start, stop])
    return runs


def _segmentation(parts: Sequence[Polygon], size: tuple[int, int]) -> Any:
    if any(len(part) > 1 for part in parts):  # COCO's polygons know no holes
        return run_lengths(parts, *size)
    return [[round(value, _PIXEL_DECIMALS) for corner in part[0][:-1] for value in corner] for part in parts]


def _signed_area(ring: Ring) -> float:
    x0, y0 = ring[0]  # from a corner, not from far away: large numbers would eat the decimals
    moved = [(x - x0, y - y0) for x, y in ring]
    return sum(xa * yb - xb * ya for (xa, ya), (xb, yb) in _pairs(moved)) / 2


def _pairs(values: Sequence[Any], step: int = 1) -> list[tuple[Any, Any]]:
    """Return each value with the next one; with `step=2` none twice; Python 3.9 has no `pairwise`."""
    return [(values[i], values[i + 1]) for i in range(0, len(values) - 1, step)]
