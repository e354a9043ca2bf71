"""What DeepSeg is doing at this moment, as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

IDLE = "idle"
SETUP = "setup"
CHECKING = "checking"
DIVIDING = "dividing"
TRAINING = "training"
EVALUATING = "evaluating"
ESTIMATING = "estimating"
PREDICTING = "predicting"
VECTORIZING = "vectorizing"
CAPTURING = "capturing"
SUGGESTING = "suggesting"
IMPORTING = "importing"
EXPORTING = "exporting"
STOPPING = "stopping"
KINDS = (
    IDLE,
    SETUP,
    CHECKING,
    DIVIDING,
    TRAINING,
    EVALUATING,
    ESTIMATING,
    PREDICTING,
    VECTORIZING,
    CAPTURING,
    SUGGESTING,
    IMPORTING,
    EXPORTING,
    STOPPING,
)


@dataclass(frozen=True)
class WorkState:
    """A kind of work and how far it is: `done` of `total`, epochs from 1, seconds left; None while unknown."""

    kind: str = IDLE
    done: float | None = None
    total: float | None = None
    epoch: int | None = None
    n_epochs: int | None = None
    eta_s: float | None = None

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"kind must be one of {', '.join(KINDS)}, got {self.kind!r}")

    @property
    def is_busy(self) -> bool:
        """Return whether anything is going on."""
        return self.kind != IDLE

    @property
    def share(self) -> float | None:
        """Return how much is done, from 0 to 1; None while nobody knows."""
        if self.done is None or not self.total:
            return None
        return min(max(self.done / self.total, 0.0), 1.0)


def after(state: WorkState, event: str, values: Mapping[str, Any]) -> WorkState:
    """Return the state after an event of the engine; other events and numbers that make no sense change nothing."""
    if state.kind in (IDLE, STOPPING):
        return state  # the last lines of a run that was asked to stop must not look like going on
    if event == "epoch":
        return _after_epoch(state, values)
    if event == "progress":
        return _after_progress(state, values)
    if event == "stage" and state.kind != TRAINING:
        return WorkState(state.kind)  # what follows counts something else
    return state


def _after_epoch(state: WorkState, values: Mapping[str, Any]) -> WorkState:
    """Return the state in which the next epoch is at work."""
    epoch, n_epochs = _number(values.get("epoch")), _number(values.get("n_epochs"))
    if epoch is None or n_epochs is None:
        return state
    return replace(
        state, epoch=int(min(epoch + 1, n_epochs)), n_epochs=int(n_epochs), eta_s=_number(values.get("eta_s"))
    )


def _after_progress(state: WorkState, values: Mapping[str, Any]) -> WorkState:
    done, total, eta_s = (_number(values.get(name)) for name in ("done", "total", "eta_s"))
    if state.kind != TRAINING:
        return replace(state, done=done, total=total, eta_s=eta_s)
    if values.get("stage") != "train":
        return state  # validation walks over tiles of its own, each epoch again
    # Once an epoch is over its time is the better guess: it holds the validation as well.
    return replace(state, done=done, total=total, eta_s=state.eta_s if state.epoch else eta_s)


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None
