"""What DeepSeg is doing, step by step as the engine tells it."""

from __future__ import annotations

import pytest

from deepseg_qgis.domain.work_state import (
    IDLE,
    PREDICTING,
    STOPPING,
    TRAINING,
    WorkState,
    after,
)


def test_it_is_idle_at_first() -> None:
    assert WorkState() == WorkState(IDLE)
    assert not WorkState().is_busy
    assert WorkState(STOPPING).is_busy


def test_a_kind_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match=r"kind must be one of idle, .*, got 'dancing'"):
        WorkState("dancing")


@pytest.mark.parametrize(
    "done, total, share", [(None, None, None), (0, 0, None), (0, 4, 0.0), (1, 4, 0.25), (5, 4, 1.0)]
)
def test_the_share_is_known_only_with_a_total(done: float | None, total: float | None, share: float | None) -> None:
    assert WorkState(PREDICTING, done=done, total=total).share == share


def progress(stage: str, done: float, total: float, eta_s: float | None) -> dict[str, object]:
    return {"stage": stage, "done": done, "total": total, "unit": "step", "eta_s": eta_s}


def test_prediction_counts_its_tiles_and_begins_anew_with_the_next_stage() -> None:
    state = after(WorkState(PREDICTING), "progress", progress("predict", 41, 100, 180.0))
    assert state == WorkState(PREDICTING, done=41, total=100, eta_s=180.0)
    assert after(state, "stage", {"name": "vectorize"}) == WorkState(PREDICTING)


def test_training_says_which_epoch_is_at_work() -> None:
    state = after(WorkState(TRAINING), "epoch", {"epoch": 6, "n_epochs": 20, "eta_s": 290.0})
    assert (state.epoch, state.n_epochs, state.eta_s) == (7, 20, 290.0)
    state = after(state, "epoch", {"epoch": 20, "n_epochs": 20, "eta_s": 0.0})
    assert state.epoch == 20


def test_the_time_left_of_training_is_that_of_the_steps_until_an_epoch_is_over() -> None:
    state = after(WorkState(TRAINING), "progress", progress("train", 12, 400, 310.5))
    assert (state.done, state.eta_s) == (12, 310.5)
    state = after(state, "epoch", {"epoch": 1, "n_epochs": 20, "eta_s": 290.0})
    state = after(state, "progress", progress("train", 24, 400, 200.0))
    assert (state.done, state.eta_s) == (24, 290.0)


def test_the_tiles_of_a_validation_are_not_the_training() -> None:
    state = after(WorkState(TRAINING), "progress", progress("train", 12, 400, 310.5))
    assert after(state, "progress", progress("predict", 1, 9, 2.0)) == state
    assert after(state, "stage", {"name": "validate"}) == state


@pytest.mark.parametrize("state", [WorkState(), WorkState(STOPPING)])
def test_last_lines_of_a_run_that_was_stopped_change_nothing(state: WorkState) -> None:
    assert after(state, "progress", progress("predict", 1, 9, 2.0)) == state


@pytest.mark.parametrize(
    "event, values",
    [("warning", {"code": "x"}), ("epoch", {}), ("epoch", {"epoch": "many", "n_epochs": None}), ("new", {})],
)
def test_events_that_say_nothing_of_it_change_nothing(event: str, values: dict[str, object]) -> None:
    assert after(WorkState(TRAINING, epoch=2, n_epochs=3), event, values) == WorkState(TRAINING, epoch=2, n_epochs=3)


def test_numbers_that_are_none_are_unknown() -> None:
    state = after(WorkState(PREDICTING), "progress", {"done": None, "total": True})
    assert (state.done, state.total, state.share) == (None, None, None)
