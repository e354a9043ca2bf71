"""The best epoch is one that its neighbors agree with, and the latest where nothing can be judged."""

from __future__ import annotations

import torch

from engine.domain.thresholds import Thresholds
from engine.training.checkpoint import TrainState
from engine.training.fit import Lesson, is_due, is_over, judge
from engine.training.history import EpochRecord
from engine.training.recipe import Recipe
from engine.training.validate import Outcome


def judged(*objectives):
    """Return the state after epochs with these objectives, and which were the best so far."""
    state, network = TrainState(), torch.nn.Linear(1, 1)
    for objective in objectives:
        state.epoch += 1
        outcome = None if objective is None else Outcome(objective, {"f1": objective}, (Thresholds(),), 0.5)
        judge(state, outcome, network, {"body": 1.0}, seconds=float(state.epoch))
    return state, [record.is_best for record in state.records]


def test_a_lone_peak_does_not_win_over_a_steady_rise():
    _, is_best = judged(0.2, 0.9, 0.2, 0.6, 0.7, 0.7)  # means of three: 0.2, 0.55, 0.43, 0.57, 0.5, 0.67
    assert is_best == [True, True, False, True, False, True]


def test_a_later_epoch_wins_unless_it_is_clearly_worse():
    assert judged(0.50, 0.50, 0.47)[1] == [True, True, True]
    assert judged(0.50, 0.50, 0.20)[1] == [True, True, False]


def test_many_small_steps_down_are_a_large_one():
    assert judged(0.60, 0.57, 0.54, 0.51, 0.48, 0.45)[1][-1] is False


def test_without_validation_the_latest_is_the_best():
    state, is_best = judged(None, None)
    assert is_best == [True, True]
    assert state.best_objective is None


def test_the_weights_of_the_best_epoch_are_a_copy():
    state, network = TrainState(epoch=1), torch.nn.Linear(1, 1)
    judge(state, None, network, {}, seconds=1.0)
    kept = state.best["weight"].clone()
    with torch.no_grad():
        network.weight += 1
    assert (state.best["weight"] == kept).all()


def lesson_of(*, epochs, every, patience=None):
    return Lesson(None, Recipe(epochs=epochs), None, None, None, seed=0, validate_every=every, patience=patience)


def test_the_first_and_the_last_epoch_are_validated_whatever_lies_between():
    assert [epoch for epoch in range(1, 10) if is_due(epoch, lesson_of(epochs=9, every=3))] == [1, 4, 7, 9]
    assert [epoch for epoch in range(1, 4) if is_due(epoch, lesson_of(epochs=3, every=1))] == [1, 2, 3]


def test_epochs_without_validation_neither_count_among_the_three_nor_break_them():
    state, _ = judged(0.6, 0.3)
    state.records.append(EpochRecord(3, {}, {}, False, 3.0))
    state.epoch = 4
    judge(state, Outcome(0.3, {"f1": 0.3}, (Thresholds(),), 0.5), torch.nn.Linear(1, 1), {}, seconds=4.0)
    assert state.best_objective == 0.6
    assert [record.is_best for record in state.records] == [True, False, False, False]


def test_patience_ends_a_training_only_where_an_epoch_was_judged():
    state, _ = judged(0.6, 0.1)
    lesson = lesson_of(epochs=9, every=2, patience=1)
    assert not is_over(state, lesson, 0.0)  # epoch 2 is not due
    state.epoch = 3
    assert is_over(state, lesson, 0.0)
