"""Teaches the heads of a classifier, to be read from top to bottom.

One head learns from all instances and goes into the model. Beside it one head per fold learns without the ground of
that fold, and is tested on it: so every instance is judged once by a head that has not seen its ground.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from engine.data.classifier_sample import N_MEASURES
from engine.errors import LossNotFiniteError, Stopped
from engine.evaluation.confusion import Confusion
from engine.events import Reporter
from engine.stop import StopFlag
from engine.training.feature_bank import FeatureBank
from engine.training.ground_folds import Folds

_MOVES_PER_EPOCH = 2  # of L-BFGS over everything: few instances need no batches, and give the same head each time
_RIDGE = 0.003  # pulls weights to zero; without it 868 features learn 30 instances by heart
_SMOOTHING = 0.02  # of labels: heads over so many features are sure too soon
_NOTHING_SAVED = "nothing was saved, no epoch was done"
_MOST_ROWS = 12_000  # instances times views that a move looks at


@dataclass
class Taught:
    """The best head so far: `weight` (C, F), `bias` (C,); `center` and `spread` (F,) of the features."""

    center: Tensor
    spread: Tensor
    weight: Tensor
    bias: Tensor
    epoch: int = 0
    n_epochs: int = 0
    confusion: Confusion | None = None
    answers: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))


def teach_heads(
    bank: FeatureBank,
    labels: NDArray[np.int64],
    folds: Folds,
    names: tuple[str, ...],
    *,
    epochs: int,
    deadline_s: float | None,
    reporter: Reporter,
    stop: StopFlag,
) -> Taught:
    """Return the head of the best epoch; ends early, after an epoch at the deadline, or when asked to stop.

    An epoch takes seconds, so a stop leaves the one in hand undone; the epochs before it count.

    Raises:
        LossNotFiniteError: the loss is no longer a number.
        Stopped: when `stop` was requested before an epoch was done.
    """
    center, spread = _same_size(bank.features.flatten(0, 1))
    features = (bank.features - center) / spread  # (views, n, F)
    truths = torch.from_numpy(labels)
    teaches = torch.from_numpy(np.vstack([folds.teaches, np.ones((1, len(labels)), bool)]))
    weights = _balanced(truths, teaches, len(names))  # (heads, n)
    n_views = max(1, min(bank.n_views, _MOST_ROWS // len(labels)))
    seen = features[:n_views]
    heads = Heads(len(teaches), features.shape[-1], len(names))
    optimizer = torch.optim.LBFGS(heads.parameters(), max_iter=_MOVES_PER_EPOCH, line_search_fn="strong_wolfe")
    best, best_objective = Taught(center, spread, heads.weight[-1], heads.bias[-1]), -np.inf

    def loss_of_all() -> Tensor:
        stop.check(_NOTHING_SAVED)
        optimizer.zero_grad()
        logits = heads(seen.flatten(0, 1))  # (heads, views * n, C)
        losses = F.cross_entropy(
            logits.flatten(0, 1),
            truths.repeat(n_views * len(teaches)),
            reduction="none",
            label_smoothing=_SMOOTHING,
        ).view(len(teaches), n_views, -1)
        loss: Tensor = (losses.mean(dim=1) * weights).mean(dim=1).sum() + _RIDGE * (heads.weight**2).sum()
        stop.check(_NOTHING_SAVED)
        loss.backward()
        return loss

    for epoch in range(1, epochs + 1):
        try:
            loss = float(optimizer.step(loss_of_all).detach()) / len(teaches)
        except Stopped:
            if not best.epoch:
                raise
            break
        if not np.isfinite(loss):
            raise LossNotFiniteError(f"the loss is not a number in epoch {epoch}")
        confusion, answers, objective = judge(heads, features[0], labels, folds, names)
        is_best = objective >= best_objective
        if is_best:
            best_objective = objective
            weight, bias = heads.weight[-1].detach().clone(), heads.bias[-1].detach().clone()
            best = Taught(center, spread, weight, bias, epoch, epoch, confusion, answers)
        best.n_epochs = epoch
        scores = {} if confusion is None else _scores(confusion)
        reporter.epoch(epoch=epoch, n_epochs=epochs, losses={"category": loss}, scores=scores, is_best=is_best)
        if deadline_s is not None and time.monotonic() > deadline_s:
            break
    return best


def _same_size(rows: Tensor) -> tuple[Tensor, Tensor]:
    """Return center and spread of features: the encoder's count together as much as each measure does alone."""
    center, spread = rows.mean(dim=0), rows.std(dim=0) + 1e-3
    n_seen = rows.shape[1] - N_MEASURES
    spread[:n_seen] *= n_seen**0.5
    return center, spread


class Heads(torch.nn.Module):
    """Several linear heads at once: (m, F) to (heads, m, C)."""

    def __init__(self, n_heads: int, n_features: int, n_categories: int) -> None:
        super().__init__()
        self.weight = torch.nn.Parameter(torch.zeros(n_heads, n_categories, n_features))
        self.bias = torch.nn.Parameter(torch.zeros(n_heads, n_categories))

    def forward(self, features: Tensor) -> Tensor:
        """Return the logits of every head."""
        return torch.einsum("mf,hcf->hmc", features, self.weight) + self.bias[:, None]


@torch.inference_mode()
def judge(
    heads: Heads, features: Tensor, labels: NDArray[np.int64], folds: Folds, names: tuple[str, ...]
) -> tuple[Confusion | None, NDArray[np.int64], float]:
    """Return how each instance was sorted by the head that has not seen its ground, and one number to compare epochs.

    Without anything to test on there are no scores, and the last epoch is the best.
    """
    is_judged = folds.fold >= 0
    answers = np.full(len(labels), -1, np.int64)
    if not is_judged.any():
        return None, answers, 0.0
    logits = heads(features)  # (heads, n, C)
    rows = torch.from_numpy(np.flatnonzero(is_judged))
    own = logits[torch.from_numpy(folds.fold)[rows], rows]
    answers[is_judged] = own.argmax(dim=1).numpy()
    confusion = Confusion.of(names, labels[is_judged], answers[is_judged])
    doubt = float(F.cross_entropy(own, torch.from_numpy(labels)[rows]))
    # F1 moves in steps where there are few instances; what lies between is told by how sure the heads are.
    return confusion, answers, confusion.f1 - 0.05 * doubt


def _balanced(truths: Tensor, teaches: Tensor, n_categories: int) -> Tensor:
    """Return how much each instance counts for each head, (heads, n): rare categories count more, but not as much."""
    weights = torch.zeros(teaches.shape)
    for head, mine in enumerate(teaches):
        counts = torch.bincount(truths[mine], minlength=n_categories).clamp(min=1).float()
        each = counts.rsqrt()[truths] * mine
        weights[head] = each * (mine.sum() / each.sum().clamp(min=1e-9))
    return weights


def _scores(confusion: Confusion) -> dict[str, float]:
    return {"accuracy": confusion.accuracy, "recall": confusion.mean_recall, "f1": confusion.f1}
