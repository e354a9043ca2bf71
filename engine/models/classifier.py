"""Sorts instances into kinds: an ImageNet encoder that stays as it is, and one layer that learns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from engine.data.classifier_sample import N_MEASURES
from engine.models.encoders import build_encoder, load_encoder_weights, spread

_DEPTH = 5  # how often the encoder halves its input
_N_LEVELS = 2  # features of the last levels are used: what things look like, and what they are


class FeatureMaker(nn.Module):
    """Pictures and masks to one row of features each.

    Features of the last two levels of the encoder are averaged twice: over the instance, and over the whole picture,
    which shows what lies around it.
    """

    def __init__(
        self, n_bands: int, encoder: str, *, pretrained: bool = False, weights_file: Path | None = None
    ) -> None:
        """Build the encoder; with `pretrained` or a `weights_file` it starts from pretrained weights."""
        super().__init__()
        self.encoder = build_encoder(encoder, n_bands, _DEPTH)
        if pretrained or weights_file is not None:
            load_encoder_weights(self.encoder, encoder, n_bands, weights_file=weights_file)
        channels: Any = self.encoder.out_channels
        self.n_features = 2 * int(sum(channels[-_N_LEVELS:])) + N_MEASURES

    def forward(self, pixels: Tensor, inside: Tensor, measures: Tensor) -> Tensor:
        """Return features, float32 (n, n_features).

        Args:
            pixels: float32 (n, bands, size, size), mostly in 0..1.
            inside: float32 (n, size, size), 1 where the instance is.
            measures: float32 (n, 4).
        """
        rows = []
        for level in self.encoder(spread(pixels))[-_N_LEVELS:]:
            weights = F.adaptive_avg_pool2d(inside[:, None], level.shape[-2:]) + 1e-4
            rows += [(level * weights).sum((2, 3)) / weights.sum((2, 3)), level.mean((2, 3))]
        return torch.cat([*rows, measures], dim=1)


class Classifier(nn.Module):
    """A `FeatureMaker` and its head; `center` and `spread` bring every feature to the same size."""

    def __init__(self, features: FeatureMaker, n_categories: int) -> None:
        super().__init__()
        self.features = features
        self.head = nn.Linear(features.n_features, n_categories)
        self.center: Tensor
        self.spread: Tensor
        self.register_buffer("center", torch.zeros(features.n_features))
        self.register_buffer("spread", torch.ones(features.n_features))

    def forward(self, pixels: Tensor, inside: Tensor, measures: Tensor) -> Tensor:
        """Return the share of belief in each category, float32 (n, categories), rows sum to 1."""
        features = (self.features(pixels, inside, measures) - self.center) / self.spread
        return torch.softmax(self.head(features), dim=1)
