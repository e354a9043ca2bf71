"""Labels are shared between learning and testing by whole blocks of ground."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.random import default_rng

from engine.training.ground_folds import N_FOLDS, make_folds


def squares(xs: list[float]) -> np.ndarray:
    return shapely.box(np.array(xs), 0, np.array(xs) + 1, 1)


def test_no_head_learns_from_what_shows_the_ground_it_is_tested_on() -> None:
    generator = default_rng(1)
    xs = generator.uniform(0, 300, 200)
    grounds = squares(xs.tolist())
    labels = generator.integers(0, 3, 200)
    folds = make_folds(labels, grounds, np.zeros(200, np.int64), 3, default_rng(0))
    assert set(folds.fold) == {0, 1, 2, 3}
    for head in range(N_FOLDS):
        tested = shapely.union_all(grounds[folds.fold == head])
        assert not shapely.intersects(grounds[folds.teaches[head]], tested).any()
    shares = [[(folds.fold[labels == kind] == head).mean() for head in range(N_FOLDS)] for kind in range(3)]
    assert np.abs(np.array(shares) - 0.25).max() < 0.12


def test_a_kind_in_one_place_only_teaches() -> None:
    xs = [0.0, 100, 200, 300, 400, 400.2]
    labels = np.array([0, 0, 0, 0, 1, 1])
    folds = make_folds(labels, squares(xs), np.zeros(6, np.int64), 2, default_rng(0))
    assert folds.fold[4:].tolist() == [-1, -1]
    assert (folds.fold[:4] >= 0).all() and folds.teaches[:, 4:].all()


def test_other_worlds_share_no_ground() -> None:
    labels = np.array([0, 1, 0, 1])
    folds = make_folds(labels, squares([0, 0, 0, 0]), np.array([0, 0, 1, 1]), 2, default_rng(0))
    assert (folds.fold >= 0).all()
    assert all(folds.teaches[head, folds.fold != head].any() for head in set(folds.fold))


def test_pictures_without_a_place_are_spread_one_by_one() -> None:
    labels = np.repeat([0, 1], 8)
    folds = make_folds(labels, None, np.zeros(16, np.int64), 2, default_rng(0))
    assert np.bincount(folds.fold[labels == 0]).tolist() == [2, 2, 2, 2]
    again = make_folds(labels, None, np.zeros(16, np.int64), 2, default_rng(0))
    assert np.array_equal(folds.fold, again.fold)
