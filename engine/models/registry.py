"""The families of models, by name."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from torch import Tensor, nn

from engine.errors import UsageError
from engine.models.losses import LossWeights, field_loss
from engine.models.unet import DEFAULT_DEPTH, FIELDS, MOST_DEPTH, STRIDE, UNet

_HALO_PX = {4: 128, 5: 256}  # by the depth of the encoder


class Family(Protocol):
    """What the rest of the engine needs to know of a family that draws fields."""

    stride: int  # tiles and chips are multiples of this
    default_depth: int  # how often the encoder of a new network halves its input

    def halo_px(self, depth: int) -> int:
        """Return how far from a tile's edge the fields of a network of this depth still feel the edge."""
        ...

    def build(
        self,
        n_bands: int,
        n_categories: int,
        encoder: str,
        *,
        depth: int,
        weights: str | None,
        weights_file: Path | None = None,
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
    default_depth = DEFAULT_DEPTH

    def halo_px(self, depth: int) -> int:
        """Return what was measured: docs/decisions/0004-how-much-tiles-overlap.md."""
        return _HALO_PX.get(depth, _HALO_PX[MOST_DEPTH])

    def build(
        self,
        n_bands: int,
        n_categories: int,
        encoder: str,
        *,
        depth: int,
        weights: str | None,
        weights_file: Path | None = None,
    ) -> UNet:
        """Return a `UNet`."""
        return UNet(n_bands, n_categories, encoder, depth=depth, weights=weights, weights_file=weights_file)

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
