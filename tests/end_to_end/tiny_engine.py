"""The engine as a process, with a network of one convolution that takes its time, and with small blocks."""

from __future__ import annotations

import sys
import time
from typing import Any

import torch
from torch import nn

from engine.cli.main import main
from engine.inference import walk
from engine.models.registry import FAMILIES
from tests.engine.inference.tiny_model import TinyFamily, TinyNetwork

BLOCK_PX = 64
BATCH_S = 0.05


class SlowNetwork(TinyNetwork):
    """Leaves time to be killed in."""

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        time.sleep(BATCH_S)
        return super().forward(pixels)


class SlowFamily(TinyFamily):
    """Builds a `SlowNetwork`."""

    def build(self, n_bands: int, n_categories: int, encoder: str, **_: Any) -> nn.Module:
        return SlowNetwork(n_categories)


if __name__ == "__main__":
    FAMILIES["tiny"] = SlowFamily()
    walk._BLOCK_PX = BLOCK_PX
    sys.exit(main(sys.argv[1:]))
