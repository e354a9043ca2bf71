"""The families of models, by name."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from torch import Tensor, nn

from engine.errors import UsageError
from engine.models.losses import LossWeights, field_loss
from engine.models.unet import FIELDS, STRIDE, UNet


class Family(Protocol):
    """What the rest of the engine needs to know of a family that draws fields."""

    stride: int  # tiles and chips are multiples of this
    halo_px: int  # how far from a tile's edge the fields still feel the edge

    def build(
        self, n_bands: int, n_categories: int, encoder: str, *, weights: str | None, weights_file: Path | None = None
    ) -> nn.Module:
        """Return the network; `weights=None` for one whose weights come from a model file."""
        ...

    def loss(
        self, logits: Tensor, *, body: Tensor, boundary: Tensor, distance: Tensor, known: Tensor, weights: LossWeights
    ) -> dict[str, Tensor]:
        """Return the parts of the loss, to be summed."""
        ...

    def n_fields(self, n_categories: int) -> int:
        """Return how many fields the network draws."""
        ...


class UNetFamily:
    """Body, boundary and distance per category; light enough for a CPU."""

    stride = STRIDE
    halo_px = 192  # measured: docs/decisions/0004-how-much-tiles-overlap.md

    def build(
        self, n_bands: int, n_categories: int, encoder: str, *, weights: str | None, weights_file: Path | None = None
    ) -> UNet:
        """Return a `UNet`."""
        return UNet(n_bands, n_categories, encoder, weights=weights, weights_file=weights_file)

    def loss(
        self, logits: Tensor, *, body: Tensor, boundary: Tensor, distance: Tensor, known: Tensor, weights: LossWeights
    ) -> dict[str, Tensor]:
        """Return `field_loss`."""
        return field_loss(logits, body=body, boundary=boundary, distance=distance, known=known, weights=weights)

    def n_fields(self, n_categories: int) -> int:
        """Return three per category."""
        return len(FIELDS) * n_categories


FAMILIES: dict[str, Family] = {"unet": UNetFamily()}


def family_named(name: str) -> Family:
    """Return the family.

    Raises:
        UsageError: when there is none of that name.
    """
    if name not in FAMILIES:
        raise UsageError(f"There is no model family named {name!r}", hint=f"Choose one of: {', '.join(FAMILIES)}.")
    return FAMILIES[name]
