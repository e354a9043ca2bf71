"""From labeled pixels to polygons, and from the staircase of pixels to the lines behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Polygon

from engine.geo.corners import corners_of
from engine.geo.pixel_lists import PixelLists
from engine.geo.rings import Rings, pixel_polygons, polygons_of, rings_of, rings_of_polygon
from engine.geo.sides import straight_sides
from engine.geo.window import Window

# The midpoints of a straight edge lie within half a pixel of its line; a little more makes up for a wobbling field.
TOLERANCE_PX = 0.6
_LEAST_AREA_PX = 9.0  # with fewer pixels there are no lines behind the staircase
_MIN_HOLE_PX = 4.0  # smaller holes are noise of the mask, not courtyards
_AREA_CHANGE = 0.2  # a smooth outline that changes the area by more is no outline of this thing
_FIRST_SHARE = 1.5  # of the tolerance: corners this far from a chord are corners; joining sides takes care of the rest


def trace(labels: NDArray[np.int32], origin: Window) -> list[tuple[int, Polygon]]:
    """Return one polygon per id, with its holes, in order of the ids; it follows the edges of pixels.

    An id that lies in several pieces (pixels that touch at a corner only are two pieces) keeps its largest, of equals
    the first.

    Args:
        labels: int32 (rows, cols), 0 for background.
        origin: the window that the labels fill; the polygons are in the pixel coordinates it is given in.
    """
    stride = labels.shape[1] + 1
    rows, cols = np.nonzero(labels > 0)
    places, values = rows * stride + cols, labels[rows, cols]
    pixels = PixelLists.of(places, np.array([0, len(places)]), stride)
    piece = pixels.pieces(values)
    area_px = np.bincount(piece, minlength=len(piece))  # at the first pixel of each piece
    firsts = np.flatnonzero(area_px)
    order = firsts[np.lexsort((-area_px[firsts], values[firsts]))]
    kept = order[np.diff(values[order], prepend=0) > 0]
    number = np.full(len(places), -1, np.int32)
    number[kept] = np.arange(len(kept))
    numbers = number[piece]
    rings = rings_of(pixels, numbers, pixels.edges(numbers), len(kept), (origin.row, origin.col))
    return list(zip(values[kept].tolist(), pixel_polygons(rings), strict=True))


def smooth_outline(polygon: Polygon, tolerance_px: float = TOLERANCE_PX) -> Polygon:
    """Return what `smooth_outlines` does for one polygon that follows the edges of pixels."""
    return smooth_outlines(rings_of_polygon(polygon), tolerance_px)[0]


def smooth_outlines(rings: Rings, tolerance_px: float = TOLERANCE_PX) -> NDArray[np.object_]:
    """Return one valid polygon per thing whose sides are straight lines within about `tolerance_px` of its rings.

    The middle of every pixel edge lies closer to the true outline than the corners do. So sides are runs of
    midpoints that lie on one line, and vertices are where the lines of neighboring sides meet; a rectangle
    comes back as a rectangle. A tolerance of 0 returns the pixel edges. Nothing but its own rings decides about a
    thing, and it comes out the same wherever it lies.
    """
    is_shell = np.diff(rings.owners, prepend=-1) > 0
    thing = np.cumsum(is_shell) - 1
    area_px = np.bincount(thing, rings.areas_px, int(is_shell.sum())).astype(np.float64)
    outlines = np.full(len(area_px), None, object)
    is_drawn = np.zeros(len(area_px), bool)
    is_open = (area_px >= _LEAST_AREA_PX) & (tolerance_px > 0)
    is_ring = is_shell | (rings.areas_px <= -_MIN_HOLE_PX)
    for candidate in _candidates(tolerance_px):
        todo = np.flatnonzero(is_ring & is_open[thing])
        if not len(todo):
            break
        numbers = np.flatnonzero(is_open)
        found = candidate(rings.take(todo))
        stands = _stand_for(found, area_px[numbers], tolerance_px)
        outlines[numbers[stands]] = found[stands]
        is_open[numbers[stands]], is_drawn[numbers[stands]] = False, True
    outlines[~is_drawn] = pixel_polygons(rings.take(np.flatnonzero(~is_drawn[thing])))
    return np.asarray(shapely.normalize(outlines))


def _candidates(tolerance_px: float) -> Iterator[Callable[[Rings], NDArray[np.object_]]]:
    """Yield ways to outlines, the smoothest first; the later ones follow the pixels more closely."""
    for share in (1.0, 0.5):
        yield partial(_straightened, tolerance_px=share * tolerance_px)
    for share in (1.0, 0.5):
        yield partial(_simplified, tolerance_px=share * tolerance_px)
    yield _through_midpoints


def _stand_for(candidates: NDArray[np.object_], area_px: NDArray[np.float64], tolerance_px: float) -> NDArray[np.bool_]:
    """Return which outlines are sound and cover about what the pixels cover."""
    share = _AREA_CHANGE if tolerance_px <= TOLERANCE_PX else 0.5
    is_alike = np.abs(shapely.area(candidates) - area_px) <= share * area_px
    return np.asarray(is_alike & ~shapely.is_empty(candidates) & shapely.is_valid(candidates))


def _through_midpoints(rings: Rings) -> NDArray[np.object_]:
    return polygons_of(rings.middles / 2, rings.counts, rings.owners)


def _simplified(rings: Rings, tolerance_px: float) -> NDArray[np.object_]:
    """Return polygons between the corners among the midpoints."""
    corners, counts = corners_of(rings.middles, rings.starts, 2 * tolerance_px)
    return polygons_of(rings.middles[corners] / 2, counts, rings.owners)


def _straightened(rings: Rings, tolerance_px: float) -> NDArray[np.object_]:
    """Return polygons between sides that run within the tolerance of the midpoints."""
    corners, n_corners = corners_of(rings.middles, rings.starts, 2 * _FIRST_SHARE * tolerance_px)
    vertices, counts = straight_sides(rings.middles, rings.starts, corners, n_corners, tolerance_px)
    return polygons_of(vertices, counts, rings.owners)
