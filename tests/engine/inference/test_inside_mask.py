"""What is not kept of fields decides on nothing."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from engine.domain.thresholds import Thresholds
from engine.inference.inside_mask import clear_outside_masks
from engine.inference.instances import level, separate


def random_fields(chance: np.random.Generator, n_categories: int) -> np.ndarray:
    """Return soft fields with things of all sizes in them, uint8 (3C, rows, cols)."""
    noise = ndimage.gaussian_filter(chance.random((3 * n_categories, 60, 80)), (0, 2, 2))
    spread = (noise - noise.min()) / np.ptp(noise)
    return (spread * 255).astype(np.uint8)


def test_boundary_and_distance_go_outside_the_mask_of_their_own_category_and_the_body_stays() -> None:
    thresholds = (Thresholds(mask_threshold=0.4), Thresholds(mask_threshold=0.6))
    before = random_fields(np.random.default_rng(0), 2)
    after = before.copy()
    clear_outside_masks(after, thresholds)
    assert (after[:2] == before[:2]).all()
    for category, each in enumerate(thresholds):
        is_inside = before[category] >= level(each.mask_threshold)
        assert is_inside.any() and not is_inside.all()
        for number in (2 + category, 4 + category):
            assert (after[number] == np.where(is_inside, before[number], 0)).all()


def test_instances_and_scores_are_the_same_without_what_lies_outside() -> None:
    chance = np.random.default_rng(1)
    n_instances = 0
    for mask_threshold in (0.4, 0.5, 0.6):
        thresholds = Thresholds(mask_threshold=mask_threshold, core_threshold=0.4, min_area_px=5)
        for _ in range(20):
            before = random_fields(chance, 1)
            after = before.copy()
            clear_outside_masks(after, [thresholds])
            assert (after != before).any()
            expected, expected_scores = separate(*before, thresholds=thresholds)
            labels, scores = separate(*after, thresholds=thresholds)
            assert (labels == expected).all() and (scores == expected_scores).all()
            n_instances += len(scores)
    assert n_instances > 100


def test_fields_with_nothing_inside_keep_their_bodies_alone() -> None:
    fields = np.full((3, 4, 5), 10, np.uint8)
    clear_outside_masks(fields, [Thresholds(mask_threshold=0.5)])
    assert (fields[0] == 10).all() and not fields[1:].any()
