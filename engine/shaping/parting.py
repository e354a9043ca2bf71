"""Neighbors that were changed each by itself, and came to overlap by that: the surer one stays, the other is cut."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

_ROUNDING = 1e-7  # of the smaller polygon: so much more in common is no overlap
_MOST_TAKEN = 3.0  # times what is in common: so much may go to keep a wall straight
_Allowed = tuple[float, bool]
_SLIVER = 0.02  # of a polygon: parts that are smaller may fall off when it is cut


def parted(
    before: NDArray[np.object_],
    after: NDArray[np.object_],
    *,
    groups: NDArray[np.int64],
    scores: NDArray[np.float64],
    least_iou: float,
) -> NDArray[np.object_]:
    """Return changed polygons (n,) of which no two of a group have more in common than they had before.

    Where they would have, the one with the lower score, of equals the later one, is cut along the wall of the other.
    One of which too little would be left stays as it was before.

    Args:
        before: valid polygons (n,).
        after: what became of each by itself.
        groups: int (n,), which of them may touch; others have nothing to do with each other.
        scores: float (n,).
        least_iou: of a polygon that is cut and the one that it was.
    """
    pairs = _pairs(before, after, groups)
    if not len(pairs):
        return after
    had = _common(before, pairs) + _ROUNDING * shapely.area(before[pairs]).min(axis=1)
    has_more = _common(after, pairs) > had
    if not has_more.any():
        return after
    neighbors: list[dict[int, _Allowed]] = [{} for _ in before]
    for (one, other), most, is_more in zip(pairs.tolist(), had.tolist(), has_more.tolist(), strict=True):
        neighbors[one][other] = neighbors[other][one] = most, is_more
    order = np.lexsort((np.arange(len(scores)), -scores))
    order = order[[bool(neighbors[number]) for number in order.tolist()]]
    stays = np.zeros(len(before), bool)  # as it was before
    while True:
        answer, failed = _cut(before, after, stays, order, neighbors, least_iou)
        if not failed:
            return answer
        stays[failed] = True  # so the others have to give way to them: all anew


def _pairs(before: NDArray[np.object_], after: NDArray[np.object_], groups: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return pairs (k, 2) of polygons of one group that meet, or may where one stays as it was, each once."""
    several = np.flatnonzero(np.bincount(groups)[groups] > 1) if len(groups) else np.zeros(0, np.int64)
    bounds = np.stack([shapely.bounds(before[several]), shapely.bounds(after[several])])
    boxes = shapely.box(*bounds[:, :, :2].min(axis=0).T, *bounds[:, :, 2:].max(axis=0).T)
    one, other = several[shapely.STRtree(boxes).query(boxes, predicate="intersects")]
    is_pair = (one < other) & (groups[one] == groups[other])
    return np.column_stack([one[is_pair], other[is_pair]])


def _common(polygons: NDArray[np.object_], pairs: NDArray[np.int64]) -> NDArray[np.float64]:
    return np.asarray(shapely.area(shapely.intersection(*polygons[pairs.T])), np.float64)


def _cut(
    before: NDArray[np.object_],
    after: NDArray[np.object_],
    stays: NDArray[np.bool_],
    order: NDArray[np.int64],
    neighbors: list[dict[int, _Allowed]],
    least_iou: float,
) -> tuple[NDArray[np.object_], list[int]]:
    """Return the polygons (n,), and which of them cannot be cut.

    Args:
        before, after: what they were, and what became of each by itself.
        stays: bool (n,), which are as they were.
        order: who goes first.
        neighbors: by number, how much each may have in common with others, and whether it has more by itself.
        least_iou: as for `parted`.
    """
    answer, is_done = np.where(stays, before, after), stays.copy()
    failed = []
    for number in order[~stays[order]].tolist():
        cut = answer[number]
        for other, (most, has_more) in sorted(neighbors[number].items()):
            if is_done[other] and (has_more or stays[other]):  # what is cut has no more in common than before that
                common = shapely.intersection(cut, answer[other]).area
                cut = _off(cut, answer[other], common, most) if common > most else cut
        if cut is answer[number] or _is_sound(cut, before[number], least_iou):
            answer[number], is_done[number] = cut, True
        else:
            failed.append(number)
    return answer, failed


def _off(polygon: Any, other: Any, common: float, most: float) -> Any:
    """Return a polygon cut off another one with which it has more than `most` in common.

    Along the line of one of its walls, so that no corner is added; where that takes too much, along its outline.
    """
    beyond = shapely.intersection(polygon, _outsides(other, shapely.union(polygon, other).bounds))
    left = shapely.area(beyond)
    left[shapely.area(shapely.intersection(beyond, other)) > most] = 0
    at = int(left.argmax())
    if left[at] >= polygon.area - _MOST_TAKEN * common:
        return _largest(beyond[at])
    return _largest(shapely.difference(polygon, other))


def _outsides(polygon: Any, bounds: tuple[float, float, float, float]) -> NDArray[np.object_]:
    """Return what lies beyond each wall of a polygon, object (k,): boxes along it that reach out of the bounds."""
    xy = shapely.get_coordinates(shapely.normalize(polygon).exterior)  # clockwise: the outside is on the left
    begin, step = xy[:-1], np.diff(xy, axis=0)
    along = step / np.hypot(*step.T)[:, None]
    out = np.column_stack([-along[:, 1], along[:, 0]])
    far = 2 * float(np.hypot(bounds[2] - bounds[0], bounds[3] - bounds[1]))
    one, other = begin - far * along, begin + far * along
    return np.asarray(shapely.polygons(np.stack([one, other, other + far * out, one + far * out], axis=1)), object)


def _largest(shape: Any) -> Any:
    """Return the largest part of a shape, if what falls off is slivers only; else nothing."""
    parts = shapely.get_parts(shape)
    parts = parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON]
    if not len(parts):
        return shapely.Polygon()
    areas = shapely.area(parts)
    at = int(areas.argmax())
    return parts[at] if areas[at] >= (1 - _SLIVER) * areas.sum() else shapely.Polygon()


def _is_sound(polygon: Any, was: Any, least_iou: float) -> bool:
    if polygon.is_empty or not polygon.is_valid:
        return False
    common = shapely.intersection(polygon, was).area
    return bool(common >= least_iou * (polygon.area + was.area - common))
