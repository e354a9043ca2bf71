"""Outlines in the plane, changed as asked: each step works on what the one before has left."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np
import shapely
from numpy.typing import NDArray

from engine.domain.clean_shapes_settings import ShapeChanges
from engine.shaping.acceptance import Before, accepted
from engine.shaping.arcs import simplified, smoothed
from engine.shaping.junctions import with_junctions
from engine.shaping.network import Lines, Network, Outlines, network_of
from engine.shaping.pairs import meeting_pairs
from engine.shaping.right_angles import wall_shifts, with_right_angles


def reshaped(
    polygons: NDArray[np.object_],
    changes: ShapeChanges,
    *,
    fixed: NDArray[np.bool_] | None = None,
    apart: bool = False,
    between: NDArray[np.int64] | None = None,
) -> NDArray[np.object_]:
    """Return polygons (n,) that are simpler, have right angles and are smoother, as asked.

    Walls that two polygons share point by point stay shared, and no polygon comes to lie in another one. A polygon for
    which that cannot be had stays as it was.

    Args:
        polygons: valid, in metres.
        changes: what to do; holes and parts are not looked at here.
        fixed: bool (n,), polygons that stay as they are, and so do the walls that others share with them.
        apart: polygons have nothing to do with each other: then nothing but itself decides about each.
        between: int (n, k): only walls between two polygons that have none of k numbers in common are changed, since
            all others have been before.
    """
    held = _Held(np.zeros(len(polygons), bool) if fixed is None else fixed, between)
    if changes.simplify_m > 0:
        polygons = _simplified(polygons, changes.simplify_m, held, apart)
    if changes.right_angles:
        polygons = _straightened(polygons, changes, held, apart)
    if changes.smooth_m > 0:
        polygons = _smoothed(polygons, changes.smooth_m, held, apart)
    return polygons


@dataclass(frozen=True, eq=False)
class _Held:
    """What stays as it is: polygons, and the walls that are not between some numbers, as `reshaped` takes them."""

    fixed: NDArray[np.bool_]
    between: NDArray[np.int64] | None

    def arcs(self, network: Network) -> NDArray[np.bool_]:
        """Return which arcs (a,) stay."""
        held = network.arcs_of(self.fixed)
        return held if self.between is None else held | ~network.arcs_between(self.between)


def filled(
    polygons: NDArray[np.object_], most_m2: float, *, lying: NDArray[np.object_] | None = None
) -> NDArray[np.object_]:
    """Return polygons without holes of an area up to `most_m2`; holes in which any of `lying` reaches stay."""
    rows = np.flatnonzero(shapely.get_num_interior_rings(polygons) > 0)
    if not most_m2 or not len(rows):
        return polygons
    rings, owners = shapely.get_rings(polygons[rows], return_index=True)
    inner = np.flatnonzero(np.diff(owners, prepend=-1) == 0)
    holes = shapely.polygons(rings[inner])
    is_small = shapely.area(holes) <= most_m2
    if lying is not None:
        hole, other = shapely.STRtree(lying).query(holes, predicate="intersects")
        is_small[hole[~shapely.touches(holes[hole], lying[other])]] = False
    stays = np.ones(len(rings), bool)
    stays[inner[is_small]] = False
    answer = polygons.copy()
    answer[rows] = shapely.polygons(rings[stays], indices=owners[stays])
    return answer


def _network(polygons: NDArray[np.object_], apart: bool) -> tuple[Network, Outlines, Before]:
    outlines = Outlines.of(polygons)
    if not apart:
        joined = with_junctions(outlines, np.unique(meeting_pairs(polygons)))
        if joined is not outlines:
            has_more = np.bincount(joined.owners, joined.counts) > np.bincount(outlines.owners, outlines.counts)
            polygons = np.where(has_more, joined.polygons(), polygons)
        outlines = joined
    network = network_of(outlines, apart=apart)
    return network, outlines, Before(network, polygons)


def _simplified(polygons: NDArray[np.object_], tolerance: float, held: _Held, apart: bool) -> NDArray[np.object_]:
    network, _, before = _network(polygons, apart)
    lines = _but_held(network, simplified(network.lines, tolerance), held)
    return accepted(before, lines, apart=apart)


def _smoothed(polygons: NDArray[np.object_], reach: float, held: _Held, apart: bool) -> NDArray[np.object_]:
    network, _, before = _network(polygons, apart)
    lines = _but_held(network, smoothed(network.lines, network.is_closed, reach), held)
    return accepted(before, lines, apart=apart)


def _straightened(
    polygons: NDArray[np.object_], changes: ShapeChanges, held: _Held, apart: bool
) -> NDArray[np.object_]:
    network, outlines, before = _network(polygons, apart)
    areas = shapely.area(polygons)
    shifts = wall_shifts(areas, changes.wall_shift_m)
    straight = partial(with_right_angles, network, outlines, areas=areas, shifts=shifts)
    lines = straight(may_change=~held.fixed, held=held.arcs(network)).lines
    return accepted(before, lines, least_iou=changes.least_iou, apart=apart)


def _but_held(network: Network, lines: Lines, held: _Held) -> Lines:
    stays = held.arcs(network)
    return lines.mixed(network.lines, stays) if stays.any() else lines
