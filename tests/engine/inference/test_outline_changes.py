"""Predictions with changed outlines: each by itself and its neighbors, so that blocks leave no trace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import shapely
from scipy import ndimage
from skimage.draw import polygon2mask

from engine.domain.clean_shapes_settings import ShapeChanges
from engine.domain.footprint import Footprint
from engine.inference import walk as walk_module
from engine.inference.outline_changes import changed_outlines
from engine.inference.rules import ShapeRules
from tests.engine.inference.given_fields import as_set, drawn, manifest_for, noise, swept
from tests.engine.shaping.drawn_shapes import angles_deg

ALL = ShapeChanges(fill_holes_m2=30, right_angles=True, smooth_m=1.0)


@pytest.fixture
def block_px(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Return what sets the side of macro blocks."""
    return lambda size_px: monkeypatch.setattr(walk_module, "_BLOCK_PX", size_px)


def turned_roof() -> np.ndarray:
    """Return sure fields of a rectangle that lies across the pixels."""
    corners = np.array([(20, 40), (60, 18), (82, 58), (42, 80)])  # 40 x 40 and some, turned by 29 degrees
    mask = polygon2mask((100, 130), corners)
    fields = np.zeros((3, 100, 130), np.uint8)
    fields[[0, 2]] = 255 * mask
    return fields


def test_nothing_asked_leaves_the_outlines_as_they_are() -> None:
    outlines: list = []
    assert changed_outlines(outlines, manifest_for(drawn(40, 50)).plans[0], ALL, []) is outlines


def test_a_roof_across_the_pixels_gets_right_angles(tmp_path: Path) -> None:
    rules = ShapeRules((0.3,), simplify_m=0.0)
    (ragged,) = swept(tmp_path / "a", turned_roof(), rules=rules)
    square_rules = ShapeRules((0.3,), simplify_m=0.0, changes=ShapeChanges(right_angles=True))
    (square,) = swept(tmp_path / "b", turned_roof(), rules=square_rules)
    assert len(ragged.polygon.exterior.coords) > 100 and len(square.polygon.exterior.coords) == 5
    assert np.abs(angles_deg(square.polygon) - 90).max() < 0.01
    assert square.polygon.area == pytest.approx(ragged.polygon.area, rel=0.02)
    assert square.measures.area_m2 == pytest.approx(square.polygon.area, rel=1e-3)
    assert square.area_px == pytest.approx(square.polygon.area)


def test_small_holes_are_filled_and_large_ones_stay(tmp_path: Path) -> None:
    fields = drawn(100, 130, (10, 10, 80, 110))
    fields[:, 20:25, 20:25] = 0
    fields[:, 40:70, 40:100] = 0
    (found,) = swept(tmp_path, fields, rules=ShapeRules((0.3,), changes=ShapeChanges(fill_holes_m2=30)))
    assert len(found.polygon.interiors) == 1
    assert found.polygon.area == pytest.approx(80 * 110 - 30 * 60, rel=0.01)


@pytest.mark.parametrize("sigma", [1.5, 3.0])
def test_blocks_leave_no_trace(tmp_path: Path, block_px, sigma: float) -> None:
    fields, found = noise(100, 130, sigma), {}
    for size_px in (32, 64, 1024):
        block_px(size_px)
        found[size_px] = swept(tmp_path / str(size_px), fields, rules=ShapeRules((0.0,), changes=ALL))
        assert all(shapely.is_valid(each.polygon) for each in found[size_px])
    assert as_set(found[32]) == as_set(found[64]) == as_set(found[1024])
    plain = swept(tmp_path / "plain", fields, rules=ShapeRules((0.0,)))
    assert len(found[32]) == len(plain) > 5 and as_set(found[32]) != as_set(plain)


def terraces(deg: float) -> np.ndarray:
    """Return sure fields of three rows of touching houses, turned, with a boundary around each."""
    generator, shape = np.random.default_rng(3), (420, 330)
    fields = np.zeros((3, *shape))
    angle = np.radians(deg)
    along, across = np.array([np.sin(angle), np.cos(angle)]), np.array([np.cos(angle), -np.sin(angle)])
    for row in range(3):
        corner = np.array([40 + 100.0 * row, 20 + 30.0])
        for _ in range(7):
            end, back = corner + along * generator.uniform(22, 30), across * generator.uniform(35, 45)
            mask = polygon2mask(shape, np.array([corner, end, end + back, corner + back]))
            inside = ndimage.distance_transform_edt(mask)
            fields[0][mask] = 255
            fields[1][mask & (inside <= 1)] = 255
            fields[2] = np.maximum(fields[2], np.clip(inside / 12, 0, 1) * 255)
            corner = end
    return fields.astype(np.uint8)


def in_common(found: list[Footprint]) -> dict[tuple[int, int], float]:
    """Return the ground that each two have in common."""
    polygons = np.array([each.polygon for each in found], object)
    one, other = shapely.STRtree(polygons).query(polygons, predicate="intersects")
    one, other = one[one < other], other[one < other]
    areas = shapely.area(shapely.intersection(polygons[one], polygons[other]))
    return dict(zip(zip(one.tolist(), other.tolist(), strict=True), areas.tolist(), strict=True))


@pytest.mark.parametrize("changes", [ShapeChanges(right_angles=True), ShapeChanges(right_angles=True, smooth_m=1.0)])
@pytest.mark.parametrize("deg", [0, 7, 20, 33])
def test_neighbors_have_no_more_in_common_than_before(tmp_path: Path, deg: float, changes: ShapeChanges) -> None:
    fields = terraces(deg)
    plain = swept(tmp_path / "plain", fields, rules=ShapeRules((0.0,)))
    square = swept(tmp_path / "square", fields, rules=ShapeRules((0.0,), changes=changes))
    assert [each.score for each in square] == [each.score for each in plain] and len(plain) >= 18
    before = in_common(plain)
    assert all(area <= before.get(pair, 0.0) + 1e-4 for pair, area in in_common(square).items())
    if deg and not changes.smooth_m:
        # They were cut along walls, not left as they were: a corner of nearly 180 degrees at most came with that.
        off = [np.abs((angles_deg(each.polygon) + 45) % 90 - 45).max() for each in square]
        assert max(off) < 1


def test_neighbors_are_cut_alike_in_blocks_of_any_size(tmp_path: Path, block_px) -> None:
    fields, found = terraces(20), {}
    rules = ShapeRules((0.0,), changes=ShapeChanges(right_angles=True))
    for size_px in (64, 1024):
        block_px(size_px)
        found[size_px] = as_set(swept(tmp_path / str(size_px), fields, rules=rules))
    assert found[64] == found[1024]


def test_processes_draw_the_same(tmp_path: Path) -> None:
    fields, rules = noise(100, 130, 1.5), ShapeRules((0.0,), changes=ALL)
    assert as_set(swept(tmp_path / "a", fields, rules=rules, workers=1)) == as_set(
        swept(tmp_path / "b", fields, rules=rules)
    )
