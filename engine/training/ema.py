"""The running mean of a network's weights, which predicts more steadily than the network itself."""

from __future__ import annotations

import copy

import torch

from engine.models.committee import Committee

_EARLY_STEPS = 10  # young means forget faster, or the random start would linger


class Ema:
    """An exponential moving average; `network` is its own network, always in evaluation mode."""

    def __init__(self, network: Committee, decay: float) -> None:
        self.network = copy.deepcopy(network).eval().requires_grad_(False)
        self._decay = decay

    @torch.no_grad()
    def update(self, network: Committee, index: int, step: int) -> None:
        """Move the mean of one member towards it after its update number `step`, from 0."""
        decay = min(self._decay, (1 + step) / (_EARLY_STEPS + step))
        means, values = (each.members[index].state_dict().values() for each in (self.network, network))
        for mean, value in zip(means, values, strict=True):
            if mean.dtype.is_floating_point:
                mean.lerp_(value, 1 - decay)
            else:
                mean.copy_(value)
