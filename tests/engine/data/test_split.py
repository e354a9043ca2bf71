"""Ground to learn from and ground to test on never meet."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from engine.data.label_sheet import LabelSheet
from engine.data.split import Split, split_blocks, split_in_turn

ROLES = {"train": (), "validate": (), "evaluate": (), "predict": ()}


def sheet_of(n_per_side=10, size=400, areas=None, categories=None, box_px=12):
    """Return a sheet with labels in a regular pattern, and one train area over all of it unless areas are given."""
    step = size / n_per_side if n_per_side else size
    row, col = np.mgrid[0:n_per_side, 0:n_per_side].reshape(2, -1) * step + (step - box_px) / 2
    boxes = shapely.box(col, row, col + box_px, row + box_px)
    ids = np.ones(len(boxes), int) if categories is None else np.asarray(categories)
    everywhere = {**ROLES, "train": (shapely.box(0, 0, size, size),)}
    return LabelSheet(boxes, ids, np.arange(1, len(boxes) + 1), everywhere if areas is None else areas, size, size)


def split(sheet, *, val_fraction=0.2, block_px=100, buffer_px=10, seed=0) -> Split:
    generator = np.random.default_rng(seed)
    return split_blocks(sheet, val_fraction=val_fraction, block_px=block_px, buffer_px=buffer_px, generator=generator)


def n_inside(sheet, ground, category=None):
    middles = shapely.point_on_surface(sheet.polygons)
    inside = shapely.intersects(ground, middles)
    return int(inside.sum() if category is None else (inside & (sheet.category_ids == category)).sum())


@pytest.mark.parametrize("val_fraction", [0.1, 0.2, 0.3])
@pytest.mark.parametrize("seed", range(3))
def test_about_the_wanted_share_of_labels_tests(val_fraction, seed):
    sheet = sheet_of()
    answer = split(sheet, val_fraction=val_fraction, seed=seed)
    assert n_inside(sheet, shapely.union_all(answer.val)) == pytest.approx(100 * val_fraction, abs=4)


@pytest.mark.parametrize("buffer_px", [0, 10, 25])
def test_a_gap_lies_between_both_grounds(buffer_px):
    sheet = sheet_of()
    answer = split(sheet, buffer_px=buffer_px)
    val = shapely.union_all(answer.val)
    assert shapely.intersection(answer.train, val).area == 0
    assert shapely.distance(answer.train, val) == pytest.approx(buffer_px, abs=1e-6)
    assert sheet.areas["train"][0].covers(shapely.union_all([answer.train, val]))


def test_the_same_seed_gives_the_same_split():
    one, same, other = (split(sheet_of(), seed=seed) for seed in (1, 1, 2))
    assert [block.wkb for block in one.val] == [block.wkb for block in same.val] and one.train.equals(same.train)
    assert not shapely.union_all(one.val).equals(shapely.union_all(other.val))


def test_every_category_is_shared_out():
    categories = np.where(np.arange(100) % 10 < 5, 1, 2)  # one on the left half, the other on the right
    sheet = sheet_of(categories=categories)
    answer = split(sheet)
    for category in (1, 2):
        assert 4 <= n_inside(sheet, shapely.union_all(answer.val), category) <= 16


def test_the_only_label_of_a_category_stays_for_learning():
    for place in (0, 37, 99):
        categories = np.ones(100, int)
        categories[place] = 2
        sheet = sheet_of(categories=categories)
        assert n_inside(sheet, split(sheet).train, 2) == 1


def test_areas_to_validate_are_the_test():
    validate = shapely.box(300, 0, 400, 400)
    areas = {**ROLES, "train": (shapely.box(0, 0, 400, 400),), "validate": (validate,)}
    answer = split(sheet_of(areas=areas))
    assert answer.val == (validate,) and answer.train.bounds == (0, 0, 290, 400) and answer.reason == ""


def test_nothing_tests_when_nothing_is_wanted():
    answer = split(sheet_of(), val_fraction=0)
    assert answer.val == () and answer.train.area == 160_000 and answer.reason == ""


@pytest.mark.parametrize("n_per_side, reason", [(0, "0 labels lie on"), (1, "1 label lies on"), (2, "")])
def test_too_few_labels_all_teach_and_the_reason_is_told(n_per_side, reason):
    answer = split(sheet_of(n_per_side))
    assert answer.reason.startswith(reason) and (answer.reason == "") == bool(answer.val)
    assert not answer.train.is_empty


def test_a_small_area_is_cut_into_smaller_blocks():
    sheet = sheet_of(n_per_side=8, size=160)
    answer = split(sheet, block_px=1000, buffer_px=4)
    assert 5 <= n_inside(sheet, shapely.union_all(answer.val)) <= 20
    assert n_inside(sheet, answer.train) >= 36


def test_an_area_too_small_for_two_blocks_says_so():
    answer = split(sheet_of(n_per_side=2, size=40, box_px=12), block_px=100)
    assert answer.val == () and answer.reason == "the known ground is too small to keep some of it for testing"


def test_a_buffer_that_swallows_all_says_so():
    answer = split(sheet_of(n_per_side=4, size=160), buffer_px=200)
    assert answer.val == () and "without taking all labels from learning" in answer.reason


def test_a_raster_without_train_area_has_nothing_to_split():
    answer = split(sheet_of(areas=ROLES))
    assert answer.train.is_empty and answer.val == ()


def test_without_areas_the_rings_are_split():
    sheet = sheet_of(areas={})
    answer = split(sheet)
    val = shapely.union_all(answer.val)
    assert 12 <= n_inside(sheet, val) <= 28
    assert shapely.intersection(answer.train, val).area == 0 and answer.train.area < 160_000 / 2


def test_areas_of_any_shape_are_split_inside():
    area = shapely.Polygon([(0, 0), (400, 0), (0, 400)])
    sheet = sheet_of(areas={**ROLES, "train": (area, shapely.box(380, 380, 400, 400))})
    answer = split(sheet)
    ground = shapely.union_all(sheet.areas["train"])
    assert answer.val and all(shapely.difference(part, ground).area < 1e-6 for part in (*answer.val, answer.train))


def test_blocks_side_by_side_are_one():
    for seed in range(5):
        val = split(sheet_of(), seed=seed).val
        assert sum(shapely.intersection(a, b).area for i, a in enumerate(val) for b in val[:i]) == 0
        assert len(val) <= 3


def test_a_wide_raster_is_split_in_bounded_time():
    rng = np.random.default_rng(0)
    x, y = rng.uniform(0, 100_000, (2, 20_000))
    boxes = shapely.box(x, y, x + 20, y + 20)
    areas = {**ROLES, "train": (shapely.box(0, 0, 100_000, 100_000),)}
    sheet = LabelSheet(boxes, np.ones(len(boxes), int), np.arange(1, len(boxes) + 1), areas, 100_000, 100_000)
    assert n_inside(sheet, shapely.union_all(split(sheet, block_px=256).val)) == pytest.approx(4000, rel=0.2)


def test_splits_in_turn_test_on_different_ground_and_teach_all_the_rest():
    sheet = sheet_of()
    splits = split_in_turn(sheet, 3, val_fraction=0.2, block_px=100, buffer_px=10, generator=np.random.default_rng(0))
    tested = [shapely.union_all(list(split.val)) for split in splits]
    assert all(area.area > 0 for area in tested)
    for i, one in enumerate(tested):
        assert all(one.intersection(other).area < 1e-6 for other in tested[i + 1 :])
        assert splits[i].train.intersection(one).area == 0
    for i, split in enumerate(splits):  # what another is tested on, this one learns from, less the gap
        other = tested[(i + 1) % 3]
        assert split.train.intersection(other).area > 0.5 * other.area
