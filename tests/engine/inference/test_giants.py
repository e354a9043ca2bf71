"""Components too large for one piece are cut along the ridges of the fields, wherever blocks end."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import shapely
from scipy import ndimage
from shapely import box

from engine.domain.thresholds import Thresholds
from engine.inference import components as components_module
from engine.inference import walk as walk_module
from engine.inference.giants import LAST_STEP, joined, mask_at
from engine.inference.rules import ShapeRules
from tests.engine.inference.given_fields import as_set, drawn, noise, swept

ALL = ShapeRules((0.0, 0.0))


@pytest.fixture
def block_px(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    return lambda size_px: monkeypatch.setattr(walk_module, "_BLOCK_PX", size_px)


@pytest.fixture
def longest_px(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    return lambda size_px: monkeypatch.setattr(components_module, "LONGEST_PX", size_px)


def hazy_city() -> np.ndarray:
    """Return fields of 6 x 8 roofs of 12 x 10 pixels with boundaries, in a haze that joins them all."""
    fields = np.zeros((3, 130, 170), np.uint8)
    fields[0, 4:126, 4:166] = 70
    for row in range(8, 116, 20):
        for col in range(8, 156, 20):
            roof = np.s_[row : row + 10, col : col + 12]
            fields[0][roof] = 230
            fields[2][roof] = 200
            fields[1][row - 1 : row + 11, col - 1 : col + 13] = 230
            fields[1][row + 1 : row + 9, col + 1 : col + 11] = 20
    return fields


def test_each_step_of_the_ladder_lies_within_the_last_and_ends_at_the_seeds() -> None:
    body, boundary, _ = noise(60, 60, 2.0, power=1.0)
    thresholds = Thresholds()
    steps = [mask_at(step, body, boundary, thresholds) for step in range(LAST_STEP + 1)]
    for wider, narrower in itertools.pairwise(steps):
        assert (narrower <= wider).all() and narrower.sum() < wider.sum()
    assert (steps[0] == (body >= 51)).all()
    assert (steps[-1] == (body.astype(int) * (255 - boundary) // 255 >= 153)).all()


def test_things_in_a_haze_are_found_one_by_one_as_large_as_without(tmp_path: Path, block_px, longest_px) -> None:
    block_px(64)
    as_one = swept(tmp_path / "one", hazy_city())
    longest_px(80)
    in_pieces = swept(tmp_path / "pieces", hazy_city())
    assert len(as_one) == len(in_pieces) == 48
    places = shapely.STRtree([each.polygon for each in as_one])
    for each in in_pieces:
        twin = as_one[int(places.nearest(each.polygon))]
        shared = twin.polygon.intersection(each.polygon).area / twin.polygon.union(each.polygon).area
        assert shared > 0.9
        assert each.score == pytest.approx(twin.score, abs=0.02)


@pytest.mark.parametrize(
    "fields", [hazy_city(), noise(130, 170, 2.5, power=1.0), noise(130, 170, 4.0, 2, power=1.5)], ids=["haze", "a", "b"]
)
def test_blocks_leave_no_trace_in_giants(tmp_path: Path, block_px, longest_px, fields: np.ndarray) -> None:
    longest_px(60)
    found = {}
    for size_px in (32, 64, 1024):
        block_px(size_px)
        footprints = swept(tmp_path / str(size_px), fields, rules=ALL)
        found[size_px] = as_set(footprints)
        assert len(footprints) == len(found[size_px])  # each once
    assert found[32] == found[64] == found[1024]
    assert len(found[32]) >= 5


def ring() -> np.ndarray:
    fields = drawn(100, 130, (10, 10, 80, 110))
    fields[:, 30:70, 30:100] = 0
    return fields


def blob() -> np.ndarray:
    """Return a thing with a ragged edge and holes, as sure as can be."""
    fields = drawn(130, 170, (5, 5, 120, 160))
    rough = ndimage.gaussian_filter(np.random.default_rng(3).random((130, 170)), 2.0) < 0.46
    fields[:, rough] = 0
    labels, _ = ndimage.label(fields[0])
    fields[:, labels != np.bincount(labels[labels > 0]).argmax()] = 0
    return fields


@pytest.mark.parametrize("fields", [drawn(100, 130, (5, 5, 90, 120)), ring(), blob()], ids=["box", "ring", "blob"])
@pytest.mark.parametrize("size_px", [32, 64, 1024])
@pytest.mark.parametrize("simplify_m", [None, 0.0])
def test_what_cannot_be_cut_is_one_thing_with_the_outline_and_score_of_the_whole(
    tmp_path: Path, block_px, longest_px, fields: np.ndarray, size_px: int, simplify_m: float | None
) -> None:
    block_px(size_px)
    rules = ShapeRules((0.0,), simplify_m=simplify_m)
    (as_one,) = swept(tmp_path / "one", fields, rules=rules)
    longest_px(60)
    (in_strips,) = swept(tmp_path / "strips", fields, rules=rules)
    assert in_strips.polygon.wkb == as_one.polygon.wkb
    assert in_strips.score == as_one.score


def test_giants_come_after_the_blocks_and_leave_small_things_alone(tmp_path: Path, block_px, longest_px) -> None:
    block_px(32)
    fields = drawn(100, 130, (2, 2, 96, 20), (40, 60, 10, 10), (80, 100, 10, 10))
    longest_px(60)
    lefts = [each.polygon.bounds[0] - 500_000 for each in swept(tmp_path, fields)]
    assert lefts == [60, 100, 2]


def test_a_giant_gives_in_an_area_what_it_gives_in_the_whole(tmp_path: Path, block_px, longest_px) -> None:
    block_px(32)
    longest_px(60)
    area = box(30, 30, 90, 80)
    whole = swept(tmp_path / "whole", hazy_city())
    to_map = shapely.transform(area, lambda xy: xy * (1, -1) + (500_000, 5_600_000))
    inside = [f for f in whole if f.polygon.intersection(to_map).area >= 0.5 * f.polygon.area]
    found = swept(tmp_path / "area", hazy_city(), area=area)
    assert 4 < len(inside) < 20
    assert {wkb for _, _, wkb in as_set(found)} == {wkb for _, _, wkb in as_set(inside)}


def test_pieces_on_whole_coordinates_join_without_a_seam() -> None:
    left, right = box(0, 0, 4, 6), box(4, 2, 9, 6)
    assert joined([left, right]).equals(shapely.union(left, right))
    assert shapely.get_num_coordinates(joined([left, right])) == 7  # nothing where the two met
    assert joined([box(0, 0, 2, 2), box(2, 0, 4, 2)]).wkb == shapely.normalize(box(0, 0, 4, 2)).wkb
