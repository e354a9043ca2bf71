"""Two sets of footprints compared: are they the same, and if not, how much do they differ."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyogrio
import shapely
from numpy.typing import NDArray

Polygons = NDArray[np.object_]


@dataclass(frozen=True)
class Difference:
    """How two sets of footprints differ.

    Attributes:
        n_first, n_second: how many there are.
        n_identical: how many of the first are in the second, equal to the last bit.
        n_close: how many beside those differ by less than `tolerance`, as rounding does.
        twin_share: the share that has a twin with an IoU of at least 0.98 in the other set, of the set where it is
            smaller.
    """

    n_first: int
    n_second: int
    n_identical: int
    n_close: int
    twin_share: float

    @property
    def is_same(self) -> bool:
        """Tell whether each has its equal, rounding aside."""
        return self.n_first == self.n_second == self.n_identical + self.n_close

    @property
    def count_share(self) -> float:
        """Return by which share the counts differ."""
        return abs(self.n_first - self.n_second) / max(self.n_first, 1)


def read_footprints(path: Path) -> tuple[Polygons, NDArray[np.float64]]:
    """Return the footprints of a GeoPackage, in the raster's coordinate system, and their scores."""
    _, _, geometries, (scores,) = pyogrio.raw.read(path, layer="footprints", columns=["score"])
    return shapely.from_wkb(geometries), np.asarray(scores, np.float64)


def difference(first: Polygons, second: Polygons, *, tolerance: float, twin_iou: float = 0.98) -> Difference:
    """Return how two sets differ; `tolerance` is in map units."""
    ours, theirs = _keys(first), _keys(second)
    n_identical = (Counter(ours) & Counter(theirs)).total()
    n_close = 0
    if n_identical < max(len(first), len(second)):
        only_first, only_second = _left_over(first, ours, theirs), _left_over(second, theirs, ours)
        n_close = _n_close(only_first, only_second, tolerance)
        shares = [_twin_share(first, second, twin_iou), _twin_share(second, first, twin_iou)]
    else:
        shares = [1.0]
    return Difference(len(first), len(second), n_identical, n_close, min(shares))


def inside(polygons: Polygons, box: shapely.Polygon) -> Polygons:
    """Return those that lie within a box."""
    return polygons[shapely.covered_by(polygons, box)] if len(polygons) else polygons


def _keys(polygons: Polygons) -> list[bytes]:
    return list(shapely.to_wkb(shapely.normalize(polygons)))


def _left_over(polygons: Polygons, keys: list[bytes], others: list[bytes]) -> Polygons:
    known = set(others)
    return polygons[np.array([key not in known for key in keys], bool)]


def _n_close(first: Polygons, second: Polygons, tolerance: float) -> int:
    """Return how many of the first have an equal among the second, corner by corner."""
    if not len(first) or not len(second):
        return 0
    a, b = shapely.STRtree(second).query(first, predicate="intersects")
    is_equal = shapely.equals_exact(shapely.normalize(first[a]), shapely.normalize(second[b]), tolerance)
    return len(set(a[is_equal].tolist()))


def _twin_share(polygons: Polygons, others: Polygons, twin_iou: float) -> float:
    if not len(polygons):
        return 1.0
    if not len(others):
        return 0.0
    a, b = shapely.STRtree(others).query(polygons, predicate="intersects")
    shared = shapely.area(shapely.intersection(polygons[a], others[b]))
    iou = shared / (shapely.area(polygons[a]) + shapely.area(others[b]) - shared)
    best = np.zeros(len(polygons))
    np.maximum.at(best, a, iou)
    return float(np.mean(best >= twin_iou))
