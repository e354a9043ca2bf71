"""What a field costs when it is wrong; pixels of which nothing is known cost nothing."""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

_SMOOTH_PX = 1.0


@dataclass(frozen=True)
class LossWeights:
    """How much each part of the loss counts, and how it treats doubtful labels."""

    body: float = 1.0
    body_overlap: float = 1.0
    boundary: float = 1.0
    distance: float = 1.0
    boundary_positive: float = 3.0  # a rim covers few pixels; without this the boundary stays pale
    smoothing: float = 0.05  # labels are off by a pixel and some roofs lack one: certainty would be wrong

    def __post_init__(self) -> None:
        for name, value in vars(self).items():
            if value < 0:
                raise ValueError(f"loss weight {name} must not be negative, got {value}")


def field_loss(
    logits: Tensor,
    *,
    body: Tensor,
    boundary: Tensor,
    distance: Tensor,
    known: Tensor,
    weights: LossWeights = LossWeights(),
) -> dict[str, Tensor]:
    """Return the parts of the loss, weighted and ready to be summed.

    Args:
        logits: float32 (chips, 3 * C, rows, cols).
        body, boundary, distance: float32 (chips, C, rows, cols) in 0..1.
        known: bool (chips, rows, cols).
    """
    logits_body, logits_boundary, logits_distance = logits.chunk(3, dim=1)
    here = known[:, None].to(logits.dtype)  # (chips, 1, rows, cols)
    n_known = here.sum() * body.shape[1] + _SMOOTH_PX
    return {
        "body": weights.body * _bce(logits_body, _smoothed(body, weights.smoothing), here) / n_known,
        "body_overlap": weights.body_overlap * _dice(logits_body, body, here),
        "boundary": weights.boundary
        * _bce(logits_boundary, boundary, here * (1 + (weights.boundary_positive - 1) * boundary))
        / n_known,
        "distance": weights.distance * _bce(logits_distance, distance, here) / n_known,
    }


def _smoothed(target: Tensor, smoothing: float) -> Tensor:
    return target * (1 - smoothing) + smoothing / 2


def _bce(logits: Tensor, target: Tensor, weight: Tensor) -> Tensor:
    """Return the weighted sum of binary cross-entropies."""
    return (F.binary_cross_entropy_with_logits(logits, target, reduction="none") * weight).sum()


def _dice(logits: Tensor, target: Tensor, here: Tensor) -> Tensor:
    """Return one minus the soft overlap, the mean over categories; categories absent from the batch count too."""
    drawn = torch.sigmoid(logits) * here
    wanted = target * here
    shared = (drawn * wanted).sum(dim=(0, 2, 3))
    total = drawn.sum(dim=(0, 2, 3)) + wanted.sum(dim=(0, 2, 3))
    return (1 - (2 * shared + _SMOOTH_PX) / (total + _SMOOTH_PX)).mean()
