"""The best epoch is one that its neighbors agree with, and the latest where nothing can be judged."""

from __future__ import annotations

import torch

from engine.domain.thresholds import Thresholds
from engine.training.checkpoint import TrainState
from engine.training.fit import judge
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
    assert state.best_outcome is None


def test_the_weights_of_the_best_epoch_are_a_copy():
    state, network = TrainState(epoch=1), torch.nn.Linear(1, 1)
    judge(state, None, network, {}, seconds=1.0)
    kept = state.best["weight"].clone()
    with torch.no_grad():
        network.weight += 1
    assert (state.best["weight"] == kept).all()
