"""The default family: an ImageNet encoder and a narrow U-Net decoder that draws three fields per category."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import torch
from segmentation_models_pytorch.decoders.unet.decoder import UnetDecoder
from torch import Tensor, nn

from engine.models.encoders import DEFAULT_ENCODER, build_encoder, load_encoder_weights, spread

FIELDS = ("body", "boundary", "distance")
STRIDE = 32  # that of the deepest network; sides of tiles and chips fit the shallower ones as well
MOST_DEPTH = 5  # how often an encoder may halve its input
DEFAULT_DEPTH = 4
# From the coarsest to full resolution; a shallower network begins later. Chosen for CPUs: the usual 256, 128, 64, 32,
# 16 doubles the time of a step and gains nothing measurable.
DECODER_CHANNELS = (128, 64, 32, 16, 8)


class UNet(nn.Module):
    """Pixels, float32 (chips, bands, rows, cols) in 0..1, to logits, float32 (chips, 3 * C, rows, cols).

    The logits come as body_0 .. body_{C-1}, boundary_0 .., distance_0 ..; rows and cols are multiples of 32.
    """

    def __init__(
        self,
        n_bands: int,
        n_categories: int,
        encoder: str = DEFAULT_ENCODER,
        *,
        depth: int = DEFAULT_DEPTH,
        weights: str | None = None,
        weights_file: Path | None = None,
        dropout: float = 0.0,
    ) -> None:
        """Build the network; the encoder halves its input `depth` times.

        `weights="imagenet"` or a `weights_file` start it from pretrained weights.
        """
        super().__init__()
        self.encoder = build_encoder(encoder, n_bands, depth)
        if weights is not None or weights_file is not None:
            load_encoder_weights(self.encoder, encoder, n_bands, weights_file=weights_file)
        channels = DECODER_CHANNELS[-depth:]
        self.decoder = UnetDecoder(self.encoder.out_channels, channels, n_blocks=depth, interpolation_mode="nearest")
        self.dropout = nn.Dropout2d(dropout)
        self.head = nn.Conv2d(DECODER_CHANNELS[-1], len(FIELDS) * n_categories, kernel_size=3, padding=1)

    def forward(self, pixels: Tensor) -> Tensor:
        """Return logits, float32 (chips, 3 * C, rows, cols)."""
        features = self.encoder(spread(pixels))
        features[-1] = self.dropout(features[-1])
        return self.head(self.decoder(features))

    def train(self, mode: bool = True) -> UNet:
        """Switch to training, the encoder's batch norm excepted.

        Its ImageNet statistics stay: those of a few chips of one place are far noisier.
        """
        super().train(mode)
        for norm in _batch_norms(self.encoder):
            norm.eval()
        return self

    def encoder_parameters(self) -> Iterator[nn.Parameter]:
        """Yield the weights that come pretrained and so learn more slowly."""
        return self.encoder.parameters()

    def fresh_parameters(self) -> Iterator[nn.Parameter]:
        """Yield the weights that start from chance."""
        yield from self.decoder.parameters()
        yield from self.head.parameters()

    def fresh_norms(self) -> Iterable[nn.Module]:
        """Yield the batch norms among them."""
        return _batch_norms(self.decoder)


def fields(logits: Tensor) -> Tensor:
    """Return the fields in 0..1, of the shape of `logits`."""
    return torch.sigmoid(logits)


def _batch_norms(module: nn.Module) -> Iterable[nn.Module]:
    return (m for m in module.modules() if isinstance(m, nn.modules.batchnorm._BatchNorm))
