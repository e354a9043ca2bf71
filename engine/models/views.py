"""Looking at the same ground turned in several ways; the mean of what is seen errs less than one look."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor, nn

from engine.domain.settings import MOST_VIEWS
from engine.models.committee import mean_vote

# Each undoes itself. Seen from above nothing has a right way up.
_TURNS: tuple[Callable[[Tensor], Tensor], ...] = (
    lambda pixels: pixels,
    lambda pixels: pixels.transpose(-1, -2),
    lambda pixels: pixels.flip(-1),
    lambda pixels: pixels.flip(-2),
)
assert len(_TURNS) == MOST_VIEWS


class Views(nn.Module):
    """A network that looks `n_views` times and answers with the mean; each look costs its whole time."""

    def __init__(self, network: nn.Module, n_views: int) -> None:
        super().__init__()
        self.network = network
        self.turns = _TURNS[:n_views]

    def forward(self, pixels: Tensor) -> Tensor:
        """Return the logits of the mean, float32 (chips, 3C, rows, cols)."""
        return mean_vote([turn(torch.sigmoid(self.network(turn(pixels)))) for turn in self.turns])
