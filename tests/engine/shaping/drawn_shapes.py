"""Buildings and coverages as a hand, a network or a tracer draws them; seeded, so that they are the same every time."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from scipy.spatial import cKDTree
from shapely import Polygon, affinity, box

L_SHAPE = Polygon([(0, 0), (20, 0), (20, 8), (9, 8), (9, 18), (0, 18)])


def array_of(polygons: Sequence[shapely.Geometry]) -> np.ndarray:
    """Return them as an array of objects (n,)."""
    answer = np.empty(len(polygons), object)
    answer[:] = list(polygons)
    return answer


def ragged(polygon: Polygon, seed: int, *, step: float = 0.5, noise: float = 0.12) -> Polygon:
    """Return the outline as an unsteady hand draws it: a point every half metre, each a little off."""
    xy = shapely.get_coordinates(shapely.segmentize(polygon, step))[:-1]
    drawn = Polygon(xy + np.random.default_rng(seed).normal(0, noise, xy.shape))
    assert drawn.is_valid
    return drawn


def town(n: int, seed: int) -> np.ndarray:
    """Return n buildings that lie apart, turned anyhow, with ragged outlines: boxes and L-shapes."""
    generator = np.random.default_rng(seed)
    found = []
    for number in range(n):
        width, height = generator.uniform(7, 18, 2)
        plain = box(0, 0, width, height) if number % 3 else affinity.scale(L_SHAPE, width / 20, height / 18)
        turned = affinity.rotate(plain, generator.uniform(0, 90), origin=(0, 0))
        placed = affinity.translate(turned, 500_000 + 40 * (number % 20), 4_000_000 + 40 * (number // 20))
        found.append(ragged(placed, seed * 1000 + number, noise=0.08))
    return array_of(found)


def land(n: int, seed: int, side: int = 70) -> np.ndarray:
    """Return fields that cover the ground without a gap, traced along the edges of pixels."""
    points = np.random.default_rng(seed).uniform(0, side, (n, 2))
    y, x = np.mgrid[0:side, 0:side]
    owner = cKDTree(points).query(np.column_stack([x.ravel() + 0.5, y.ravel() + 0.5]))[1].reshape(side, side)
    pixels = shapely.box(x.ravel(), y.ravel(), x.ravel() + 1, y.ravel() + 1)
    fields = [shapely.union_all(pixels[owner.ravel() == each]) for each in range(n)]
    return array_of([part.simplify(0) for field in fields for part in shapely.get_parts(field)])


def overlap(polygons: np.ndarray) -> float:
    """Return how much ground is covered twice."""
    one, other = shapely.STRtree(polygons).query(polygons, predicate="intersects")
    first = one < other
    return float(shapely.area(shapely.intersection(polygons[one[first]], polygons[other[first]])).sum())


def iou(one: shapely.Geometry, other: shapely.Geometry) -> float:
    """Return the overlap of two shapes from 0 to 1."""
    return float(one.intersection(other).area / one.union(other).area)


def angles_deg(polygon: Polygon) -> np.ndarray:
    """Return the angle at each corner, from 0 to 180."""
    xy = shapely.get_coordinates(polygon.exterior)[:-1]
    before, after = np.roll(xy, 1, axis=0) - xy, np.roll(xy, -1, axis=0) - xy
    turn = np.arctan2(after[:, 1], after[:, 0]) - np.arctan2(before[:, 1], before[:, 0])
    return np.abs((np.degrees(turn) + 180) % 360 - 180)
