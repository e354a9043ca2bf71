"""Two more families of models, for benchmarks only: one that costs nothing, and a small convolutional one.

What they draw depends on few pixels around each pixel, so a seam in the result would be the engine's fault and not
the network's.
"""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import torch
from torch import Tensor, nn

import engine
from benchmarks.scenes import GROUND_MOST, THING_RISE, THRESHOLD
from engine.domain.category import categories_named
from engine.domain.model_card import ModelCard
from engine.domain.scaling import Scaling
from engine.domain.thresholds import Thresholds
from engine.models.model_file import save_model
from engine.models.registry import FAMILIES

_SURE = 12.0  # a logit beyond doubt: 255 as a field
HALO_PX = 32
_BRIGHTEST = GROUND_MOST + THING_RISE


class Stub(nn.Module):
    """A threshold on the first band: float32 (tiles, bands, rows, cols) to logits (tiles, 3, rows, cols)."""

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("threshold", torch.tensor(THRESHOLD / _BRIGHTEST))

    def forward(self, pixels: Tensor) -> Tensor:
        """Return the body where it is bright, no boundary, and the body again for the distance."""
        logits = pixels.new_full((pixels.shape[0], 3, *pixels.shape[2:]), -_SURE)
        body = torch.sub(pixels[:, 0], self.threshold).mul_(_BRIGHTEST).clamp_(-_SURE, _SURE)
        logits[:, 0] = body
        logits[:, 2] = body
        return logits


class Small(nn.Module):
    """Three layers with weights that chance has chosen, over a blurred first band; it sees 14 pixels far.

    Float32 (tiles, bands, rows, cols) to logits (tiles, 3, rows, cols).
    """

    reach_px = 14

    def __init__(self, n_bands: int) -> None:
        super().__init__()
        generator = torch.Generator().manual_seed(0)
        self.layers = nn.Sequential(
            nn.Conv2d(n_bands, 8, 5, padding=2),
            nn.ReLU(),
            nn.Conv2d(8, 8, 5, padding=4, dilation=2),
            nn.ReLU(),
            nn.Conv2d(8, 3, 5, padding=8, dilation=4),
        )
        with torch.no_grad():
            for layer in self.layers:
                if isinstance(layer, nn.Conv2d):
                    fan_in = layer.weight[0].numel()
                    layer.weight.copy_(torch.randn(layer.weight.shape, generator=generator) * (0.5 / fan_in**0.5))
                    layer.bias.copy_(torch.randn(layer.bias.shape, generator=generator) * 0.05)

    def forward(self, pixels: Tensor) -> Tensor:
        """Return a soft threshold for the body, bent by what the layers make of the surroundings."""
        bend = self.layers(pixels)
        bright = nn.functional.avg_pool2d(pixels[:, :1], 3, stride=1, padding=1) - THRESHOLD / _BRIGHTEST
        body = bright * 14.0 + bend[:, :1]
        boundary = bend[:, 1:2] - 3.0
        return torch.cat([body, boundary, body + bend[:, 2:]], dim=1)


class BenchmarkFamily:
    """What the engine needs to know of a family; neither learns."""

    stride = 32
    default_depth = 5

    def __init__(self, name: str) -> None:
        self._name = name

    def halo_px(self, depth: int) -> int:
        """Return the same for all."""
        return 32

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
        """Return the network."""
        return Stub() if self._name == "stub" else Small(n_bands)

    def loss(self, logits: Tensor, **_: object) -> NoReturn:
        """Refuse to learn."""
        raise NotImplementedError("a benchmark's network does not learn")

    def n_fields(self, n_categories: int) -> int:
        """Return three per category."""
        return 3 * n_categories


def register() -> None:
    """Let the engine know both families."""
    for name in ("stub", "small"):
        FAMILIES[name] = BenchmarkFamily(name)


def write_model(family: str, folder: Path) -> Path:
    """Write the model file of a family; it takes any raster of three bands of uint8."""
    register()
    path = folder / f"{family}.safetensors"
    card = ModelCard(
        family=family,
        encoder="",
        categories=categories_named(["thing"]),
        bands=(1, 2, 3),
        scaling=Scaling(low=(0.0,) * 3, high=(float(_BRIGHTEST),) * 3),
        dtype="uint8",
        scale=1.0,
        resolution_m=None,  # pixels are taken as they are, whatever their size
        raster_resolution_m=None,
        chip_size_px=256,
        score_threshold=0.3,
        thresholds=(Thresholds(mask_threshold=0.5, min_area_px=30),),
        engine_version=engine.__version__,
    )
    network = nn.Module()
    network.members = nn.ModuleList([FAMILIES[family].build(3, 1, "", depth=5, weights=None)])
    save_model(path, network, card)
    return path
