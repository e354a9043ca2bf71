"""A stop is heard within an epoch and between pictures; what was learned before it is what it would have been."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.data.classifier_sample import N_MEASURES, Sample
from engine.errors import Stopped
from engine.events import SilentReporter
from engine.models.classifier import FeatureMaker
from engine.stop import StopFlag
from engine.training.classifier_fit import Taught, teach_heads
from engine.training.feature_bank import FeatureBank, fill_bank
from engine.training.ground_folds import N_FOLDS, Folds

N, N_FEATURES, NAMES = 40, 12, ("a", "b", "c")


class CountingStop(StopFlag):
    """Asks for a stop when it has been asked so often whether there is one."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self.n_asked, self._after = 0, after

    @property
    def is_requested(self) -> bool:
        self.n_asked += 1
        if self.n_asked >= self._after:
            self.request()
        return super().is_requested


def teach(epochs: int, stop: StopFlag) -> Taught:
    generator = np.random.default_rng(1)
    labels = generator.integers(0, len(NAMES), N)
    seen = generator.normal(size=(2, N, N_FEATURES + N_MEASURES)) + 0.4 * labels[None, :, None]
    fold = generator.integers(0, N_FOLDS, N)
    folds = Folds(fold, fold[None] != np.arange(N_FOLDS)[:, None])
    bank = FeatureBank(torch.from_numpy(seen).float(), 2)
    return teach_heads(bank, labels, folds, NAMES, epochs=epochs, deadline_s=None, reporter=SilentReporter(), stop=stop)


def asked_in(epochs: int) -> int:
    stop = CountingStop(10**9)
    teach(epochs, stop)
    return stop.n_asked


def test_a_stop_within_an_epoch_leaves_it_undone() -> None:
    per_epoch = asked_in(1)
    assert per_epoch >= 4  # a second apart at most, where an epoch takes three
    stop = CountingStop(asked_in(2) + 2)
    stopped, whole = teach(30, stop), teach(2, StopFlag())
    assert stop.n_asked == asked_in(2) + 2  # heard the first time that it was there
    assert stopped.n_epochs == whole.n_epochs == 2
    assert torch.equal(stopped.weight, whole.weight) and torch.equal(stopped.bias, whole.bias)


def test_a_stop_in_the_first_epoch_saves_nothing() -> None:
    with pytest.raises(Stopped, match="no epoch was done"):
        teach(30, CountingStop(2))


def test_a_stop_is_heard_before_each_picture() -> None:
    made = []

    def sample(number: int) -> Sample:
        made.append(number)
        square = np.zeros((3, 32, 32), np.float32)
        return Sample(square, square[0], np.zeros(N_MEASURES, np.float32))

    with pytest.raises(Stopped, match="not all looked at"):
        fill_bank(
            FeatureMaker(3, "resnet18"),
            sample,
            64,
            can_turn=True,
            seed=0,
            device=torch.device("cpu"),
            deadline_s=None,
            reporter=SilentReporter(),
            stop=CountingStop(4),
        )
    assert made == [0, 1, 2]
