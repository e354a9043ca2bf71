"""From the shapes of labeling programs to polygons."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

_SIDES = 64  # of the polygon that stands for a circle: within 0.12 % of its radius
MOST_PX = 1e9  # no image has coordinates beyond


class ShapeError(ValueError):
    """What a file holds in place of a shape is none; its text says why, as a cause to be counted."""


def numbers_of(values: Any) -> NDArray[np.float64]:
    """Return finite numbers (n,).

    Raises:
        ShapeError: they are no numbers, not finite, or far beyond any image.
    """
    if not isinstance(values, Sequence) or isinstance(values, str | bytes):
        raise ShapeError("without coordinates")
    try:
        numbers = np.array(values, np.float64).reshape(-1)
    except (TypeError, ValueError, OverflowError) as err:
        raise ShapeError("whose coordinates are no numbers") from err
    if not np.isfinite(numbers).all():
        raise ShapeError("with coordinates that are not finite")
    if len(numbers) and np.abs(numbers).max() > MOST_PX:
        raise ShapeError("with coordinates beyond any image")
    return numbers


def ring(flat: Any) -> shapely.Polygon:
    """Return the polygon of x, y, x, y, ...

    Raises:
        ShapeError: there are less than three points, or an odd number of coordinates.
    """
    numbers = numbers_of(flat)
    if len(numbers) % 2:
        raise ShapeError("with an odd number of coordinates")
    if len(numbers) < 6:
        raise ShapeError("with less than three points")
    return shapely.Polygon(numbers.reshape(-1, 2))


def box(x: Any, y: Any, width: Any, height: Any) -> shapely.Polygon:
    """Return an upright rectangle.

    Raises:
        ShapeError: it has no area, or negative sides.
    """
    left, top, across, down = numbers_of([x, y, width, height])
    if across < 0 or down < 0:
        raise ShapeError("with a negative size")
    if across == 0 or down == 0:
        raise ShapeError("without an area")
    return shapely.box(left, top, left + across, top + down)


def ellipse(x: Any, y: Any, radius_x: Any, radius_y: Any, turn_rad: Any = 0.0) -> shapely.Polygon:
    """Return a polygon of 64 sides for an ellipse, turned clockwise on the screen.

    Raises:
        ShapeError: it has no area, or negative radii.
    """
    center_x, center_y, across, down, turn = numbers_of([x, y, radius_x, radius_y, turn_rad])
    if across < 0 or down < 0:
        raise ShapeError("with a negative size")
    if across == 0 or down == 0:
        raise ShapeError("without an area")
    angles = np.arange(_SIDES) * (2 * math.pi / _SIDES)
    along, aside = across * np.cos(angles), down * np.sin(angles)
    cos, sin = math.cos(turn), math.sin(turn)
    points = np.column_stack([center_x + along * cos - aside * sin, center_y + along * sin + aside * cos])
    return shapely.Polygon(points)


def together(shapes: Sequence[Any]) -> Any:
    """Return one shape for the parts of one thing."""
    if len(shapes) == 1:
        return shapes[0]
    parts = shapely.get_parts(np.array(shapes, dtype=object))
    return shapely.MultiPolygon(list(parts))


def holes_cut(outer: Any, rings: Sequence[shapely.Polygon]) -> Any:
    """Return the shape without what the rings enclose."""
    return shapely.difference(shapely.make_valid(outer), shapely.union_all(np.array(rings, dtype=object)))
