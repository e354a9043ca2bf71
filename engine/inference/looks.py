"""How unsure a model is of a piece of ground, and how that ground looks to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from engine.models.committee import Committee
from engine.models.encoders import spread
from engine.models.unet import UNet
from engine.models.views import Views

_LEAST = 1e-6  # of a probability, so that its logarithm is a number
_N_LEVELS = 2  # of the encoder, the deepest ones: what things are, more than where their edges run


@dataclass(frozen=True, eq=False)
class Look:
    """Means over a piece of ground: `uncertainty` and `disagreement` in bits per pixel, `features` (n,).

    `disagreement` is NaN where one network alone was asked.
    """

    uncertainty: float
    disagreement: float
    features: NDArray[np.float64]


class Looker:
    """Looks at ground with a model's networks."""

    def __init__(self, network: nn.Module, n_categories: int, device: torch.device) -> None:
        network = network.network if isinstance(network, Views) else network
        self._members = list(network.members) if isinstance(network, Committee) else [network]
        self._n_categories = n_categories
        self._device = device

    @torch.inference_mode()
    def look(self, pixels: NDArray[np.float32], weights: NDArray[np.float32]) -> Iterator[Look]:
        """Yield what is seen of each square.

        Args:
            pixels: float32 (squares, bands, rows, cols), scaled, with a margin on each side.
            weights: float32 (squares, rows - 2 * margin, cols - 2 * margin), 0 for pixels that are not meant.
        """
        seen = torch.as_tensor(pixels).to(self._device)
        weight = torch.as_tensor(weights).to(self._device)[:, None]
        margin = (seen.shape[2] - weight.shape[2]) // 2
        bodies, features = [], None
        for member in self._members:
            logits, levels = _forward(member, seen)
            inside = logits[
                :, : self._n_categories, margin : logits.shape[2] - margin, margin : logits.shape[3] - margin
            ]
            bodies.append(torch.sigmoid(inside.float()))
            features = _pooled(levels, weight, margin, seen.shape[2]) if features is None else features
        assert features is not None
        mean = torch.stack(bodies).mean(dim=0)
        total = _entropy(mean)
        apart = total - torch.stack([_entropy(body) for body in bodies]).mean(dim=0)
        for i in range(len(pixels)):
            alike = len(bodies) == 1
            yield Look(
                uncertainty=_mean(total[i], weight[i]),
                disagreement=float("nan") if alike else max(_mean(apart[i], weight[i]), 0.0),
                features=features[i].double().cpu().numpy(),
            )


def entropy_bits(body: NDArray[np.uint8]) -> float:
    """Return the mean uncertainty of kept fields, uint8 (categories, rows, cols), in bits per pixel; 255 is sure."""
    table = _entropy(torch.arange(256) / 255.0).numpy()
    # The least sure category of a pixel is the one whose probability is nearest to one half.
    nearest = np.abs(body.astype(np.int16) * 2 - 255).min(axis=0)
    return float(table[(255 - nearest) // 2].mean())


def _forward(member: nn.Module, pixels: Tensor) -> tuple[Tensor, Sequence[Tensor]]:
    """Return the logits, and what tells how the ground looks, from fine to coarse."""
    if isinstance(member, UNet):
        levels = member.encoder(spread(pixels))
        return member.head(member.decoder(levels)), levels[-_N_LEVELS:]
    return member(pixels), [_colors(pixels)]


def _colors(pixels: Tensor) -> Tensor:
    """Return colors and how they change from pixel to pixel, for networks without an encoder of ours."""
    along_x = (pixels - pixels.roll(1, 3)).abs()
    along_y = (pixels - pixels.roll(1, 2)).abs()
    return torch.cat([pixels, along_x + along_y], dim=1)


def _pooled(levels: Sequence[Tensor], weight: Tensor, margin: int, side: int) -> Tensor:
    """Return the weighted mean of each channel of each level, (squares, channels)."""
    parts = []
    for level in levels:
        stride = side // level.shape[2]
        inside = _inside(level, margin // stride).float()
        share = torch.nn.functional.avg_pool2d(weight, stride) if stride > 1 else weight
        total = share.sum(dim=(2, 3)).clamp_min(_LEAST)
        parts.append((inside * share).sum(dim=(2, 3)) / total)
    return torch.cat(parts, dim=1)


def _inside(level: Tensor, margin: int) -> Tensor:
    """Return a level without `margin` cells on each side."""
    return level[:, :, margin : level.shape[2] - margin, margin : level.shape[3] - margin]


def _entropy(share: Tensor) -> Tensor:
    """Return how unsure each probability is, from 0 to 1 bit."""
    share = share.clamp(_LEAST, 1.0 - _LEAST)
    return -(share * share.log2() + (1.0 - share) * (1.0 - share).log2())


def _mean(bits: Tensor, weight: Tensor) -> float:
    """Return the weighted mean over the pixels of what the least sure category has there."""
    most: Any = bits.max(dim=0, keepdim=True).values
    return float((most * weight).sum() / weight.sum().clamp_min(_LEAST))
