"""Which footprint found which label: COCO's greedy matching by mask IoU, on one raster."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from engine.domain.shapes import Shapes
from engine.evaluation.inside import cut_at_edge, is_mostly_inside, share_inside
from engine.evaluation.runs import Masks, burn, overlaps
from engine.geo.window import Window

IOU_THRESHOLDS = np.linspace(0.5, 0.95, 10)

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
ValidPixels = Callable[[Window], Bools]


class Pair(NamedTuple):
    """Labels and footprints of one raster, in its pixel coordinates.

    `area` is where everything is labeled (None: the whole raster), `shape` the raster's rows and columns;
    `valid` tells which pixels of a window hold data (None: all do).
    """

    labels: Shapes
    footprints: Shapes
    area: BaseGeometry | None
    shape: tuple[int, int]
    valid: ValidPixels | None = None


@dataclass(frozen=True, eq=False)
class Side:
    """The labels or the footprints of one raster, as they are compared.

    Attributes:
        shapes: cut at the edge of the raster; shapes that cover the center of no pixel are left out.
        rows: int (n,), where each stood among the shapes given.
        masks: their pixels.
        is_inside: bool (n,), at least half of the surface lies inside the area.
        reaches_in: bool (n,), some of it does.
        best_iou: float (n,), the best IoU with anything of the same category on the other side.
    """

    shapes: Shapes
    rows: Ints
    masks: Masks
    is_inside: Bools
    reaches_in: Bools
    best_iou: Floats


@dataclass(frozen=True, eq=False)
class Matches:
    """What was compared on one raster, and what found what.

    Attributes:
        labels: those inside the area, which count, and those that only reach into it, which are ignored.
        footprints: all of them, the highest score first.
        found: int (IoU thresholds, n footprints), the label each footprint found, -1 for none.
        found_iou: float (n footprints,), IoU with the label found at the lowest threshold, 0 for none.
    """

    labels: Side
    footprints: Side
    found: Ints
    found_iou: Floats

    @property
    def is_tp(self) -> Bools:
        """Return which footprints found a label that counts, bool (IoU thresholds, n footprints)."""
        counts = np.append(self.labels.is_inside, False)  # the last one answers for "found none"
        return counts[self.found]

    @property
    def is_fp(self) -> Bools:
        """Return which footprints found nothing and count, bool (IoU thresholds, n footprints)."""
        return (self.found < 0) & self.footprints.is_inside

    def finder(self, score_threshold: float) -> Ints:
        """Return which footprint of at least this score found each label at IoU 0.5, -1 for none, int (n labels,)."""
        finder = np.full(len(self.labels.shapes), -1)
        finds = np.flatnonzero((self.found[0] >= 0) & (self.footprints.shapes.scores >= score_threshold))
        finder[self.found[0][finds]] = finds
        return finder


def match(pair: Pair) -> Matches:
    """Return what the footprints of one raster found of its labels."""
    by_score = np.argsort(-pair.footprints.scores, kind="stable")
    labels = _compared(pair.labels, np.arange(len(pair.labels)), pair, must_reach_in=True)
    footprints = _compared(pair.footprints, by_score, pair, must_reach_in=False)
    near = _near(labels, footprints)
    groups = _choices(near, labels.is_inside)
    n_labels, n_footprints = len(labels.shapes), len(footprints.shapes)
    found = np.stack([_assigned(groups, n_labels, n_footprints, float(t)) for t in IOU_THRESHOLDS])
    is_match = found[0][near.footprint] == near.label
    return Matches(
        _with_best_iou(labels, near.label, near.iou),
        _with_best_iou(footprints, near.footprint, near.iou),
        found,
        _greatest(near.footprint[is_match], near.iou[is_match], n_footprints),
    )


class _Near(NamedTuple):
    """Pairs of one category that share pixels."""

    label: Ints
    footprint: Ints
    iou: Floats


def _compared(shapes: Shapes, order: Ints, pair: Pair, *, must_reach_in: bool) -> Side:
    """Return the shapes in the given order, less those without pixels (and, if asked, those beyond the area)."""
    shapes = shapes.take(order)
    polygons = cut_at_edge(shapes.polygons, pair.shape)
    share = share_inside(polygons, pair.area)
    masks = burn(polygons, pair.shape)
    is_kept = masks.areas > 0
    if must_reach_in:
        is_kept &= share > 0
    if not is_kept.all():
        masks = burn(polygons[is_kept], pair.shape)
    kept = Shapes(polygons[is_kept], shapes.category_ids[is_kept], shapes.scores[is_kept])
    share = share[is_kept]
    return Side(kept, order[is_kept], masks, is_mostly_inside(share), share > 0, np.zeros(len(kept)))


def _near(labels: Side, footprints: Side) -> _Near:
    """Return the pairs that share pixels and a category, found by their boxes and never by trying all."""
    tree = shapely.STRtree(labels.shapes.polygons)
    footprint, label = tree.query(footprints.shapes.polygons)
    is_same = footprints.shapes.category_ids[footprint] == labels.shapes.category_ids[label]
    footprint, label = footprint[is_same], label[is_same]
    shared = overlaps(footprints.masks, labels.masks, footprint, label)
    iou = shared / (footprints.masks.areas[footprint] + labels.masks.areas[label] - shared)
    touches = shared > 0
    return _Near(label[touches], footprint[touches], iou[touches])


def _choices(near: _Near, counts: Bools) -> list[tuple[int, list[tuple[int, float]]]]:
    """Return, for each footprint by falling score, the labels it may choose, the preferred one first.

    As in COCO, a label that counts comes before an ignored one, then the greater IoU, then the later label.
    """
    could = near.iou >= IOU_THRESHOLDS[0]
    label, footprint, iou = near.label[could], near.footprint[could], near.iou[could]
    order = np.lexsort((-label, -iou, ~counts[label], footprint))
    rows = zip(footprint[order].tolist(), label[order].tolist(), iou[order].tolist(), strict=True)
    return [(key, [row[1:] for row in group]) for key, group in groupby(rows, key=lambda row: row[0])]


def _assigned(
    groups: list[tuple[int, list[tuple[int, float]]]], n_labels: int, n_footprints: int, iou_threshold: float
) -> Ints:
    """Return the label that each footprint finds at one IoU threshold, -1 for none, int (n footprints,)."""
    found = [-1] * n_footprints
    is_taken = [False] * n_labels
    for footprint, choices in groups:
        for label, iou in choices:
            if iou >= iou_threshold and not is_taken[label]:
                found[footprint] = label
                is_taken[label] = True
                break
    return np.array(found, np.int64)


def _with_best_iou(side: Side, index: Ints, iou: Floats) -> Side:
    return replace(side, best_iou=_greatest(index, iou, len(side.shapes)))


def _greatest(index: Ints, values: Floats, n: int) -> Floats:
    """Return the greatest of the values at each index, 0 where there is none, float (n,)."""
    greatest = np.zeros(n)
    np.maximum.at(greatest, index, values)
    return greatest
