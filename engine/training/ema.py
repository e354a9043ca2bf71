"""The running mean of a network's weights, which predicts more steadily than the network itself."""

from __future__ import annotations

import copy

import torch
from torch import nn

_EARLY_STEPS = 10  # young means forget faster, or the random start would linger


class Ema:
    """An exponential moving average; `network` is its own network, always in evaluation mode."""

    def __init__(self, network: nn.Module, decay: float) -> None:
        self.network = copy.deepcopy(network).eval().requires_grad_(False)
        self._decay = decay

    @torch.no_grad()
    def update(self, network: nn.Module, step: int) -> None:
        """Move the mean towards `network` after optimizer update number `step`, from 0."""
        decay = min(self._decay, (1 + step) / (_EARLY_STEPS + step))
        for mean, value in zip(self.network.state_dict().values(), network.state_dict().values(), strict=True):
            if mean.dtype.is_floating_point:
                mean.lerp_(value, 1 - decay)
            else:
                mean.copy_(value)
