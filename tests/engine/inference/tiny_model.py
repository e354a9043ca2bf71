"""A network of one convolution that sees bright things, so that tests know what it must find."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from engine.domain.category import categories_named
from engine.domain.model_card import ModelCard
from engine.domain.scaling import Scaling
from engine.domain.thresholds import Thresholds
from engine.models.committee import Committee
from engine.models.model_file import save_model
from engine.models.registry import UNetFamily

NAMES = ("roof", "tree")
BRIGHT = 255


class TinyNetwork(nn.Module):
    """Category i is where band i is bright; a boundary runs where band 3 is bright; distance is a 3 x 3 mean."""

    def __init__(self, n_categories: int) -> None:
        super().__init__()
        self.n_categories = n_categories
        self.gain = nn.Parameter(torch.tensor(16.0))

    def forward(self, pixels: Tensor) -> Tensor:
        body = pixels[:, : self.n_categories] - 0.5
        boundary = (pixels[:, -1:] - 0.5).expand(-1, self.n_categories, -1, -1)
        distance = nn.functional.avg_pool2d(body, 3, stride=1, padding=1)
        return torch.cat([body, boundary, distance], dim=1) * self.gain


class TinyFamily(UNetFamily):
    """Builds a `TinyNetwork`."""

    def build(self, n_bands: int, n_categories: int, encoder: str, **_: Any) -> nn.Module:
        return TinyNetwork(n_categories)


def tiny_card(n_categories: int = 1, **changes: Any) -> ModelCard:
    """Return a card: one band per category and one for boundaries, 0..255 to 0..1, 1 m pixels."""
    n_bands = n_categories + 1
    values = {
        "family": "tiny",
        "encoder": "none",
        "categories": categories_named(list(NAMES[:n_categories])),
        "bands": tuple(range(1, n_bands + 1)),
        "scaling": Scaling((0.0,) * n_bands, (255.0,) * n_bands),
        "dtype": "uint8",
        "scale": 1.0,
        "resolution_m": 1.0,
        "raster_resolution_m": 1.0,
        "chip_size_px": 64,
        "score_threshold": 0.3,
        "thresholds": (Thresholds(min_area_px=4),) * n_categories,
    }
    return ModelCard(**{**values, **changes})


def write_tiny_model(path: Path, n_categories: int = 1, **changes: Any) -> Path:
    """Write a model file of the family `tiny`, which a test registers in `FAMILIES`."""
    save_model(path, Committee(TinyNetwork(n_categories), 1), tiny_card(n_categories, **changes))
    return path


def picture(rows: int, cols: int, *things: tuple[int, int, int, int], n_bands: int = 2) -> np.ndarray:
    """Return uint8 (bands, rows, cols) with bright rectangles (row, col, rows, cols) in band 1."""
    values = np.zeros((n_bands, rows, cols), np.uint8)
    for row, col, n_rows, n_cols in things:
        values[0, row : row + n_rows, col : col + n_cols] = BRIGHT
    return values
