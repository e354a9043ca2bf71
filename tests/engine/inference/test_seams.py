"""From the file to the footprints, nothing shows where tiles, blocks, rasters and areas end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from affine import Affine
from shapely import box
from torch import Tensor, nn

from engine.commands.predict import predict
from engine.domain.settings import PredictSettings, TileSettings
from engine.events import SilentReporter
from engine.inference import walk as walk_module
from engine.models.committee import Committee
from engine.models.model_file import save_model
from engine.models.registry import FAMILIES
from engine.stop import StopFlag
from tests.engine.inference.tiny_model import TinyFamily, TinyNetwork, tiny_card
from tests.factories import NORTH_UP, write_polygons, write_raster

ROWS, COLS = 1120, 1376
SHIFT_PX = 96


class Smooth(nn.Module):
    """Three convolutions of 7 x 7: what a pixel becomes depends on those up to nine away.

    Weights and pixels are whole numbers, so sums are exact in whatever order they are made.
    """

    def __init__(self, n_categories: int) -> None:
        super().__init__()
        self.n_categories = n_categories
        self.gain = nn.Parameter(torch.tensor(12.0))

    def forward(self, pixels: Tensor) -> Tensor:
        whole = (pixels * 15).round()
        kernel = torch.ones(1, 1, 7, 7, dtype=pixels.dtype)
        smooth = [nn.functional.conv2d(whole[:, i : i + 1], kernel, padding=3) for i in range(whole.shape[1])]
        wider = nn.functional.conv2d(smooth[0], kernel, padding=3)
        widest = nn.functional.conv2d((wider / 49).floor(), kernel, padding=3)
        body, boundary, distance = smooth[0] / 735 - 0.4, smooth[-1] / 735 - 0.5, widest / 36015 - 0.4
        return torch.cat([body, boundary, distance], dim=1) * self.gain


class Family(TinyFamily):
    """Builds one of the two small networks."""

    def __init__(self, network: type[nn.Module]) -> None:
        self._network = network

    def build(self, n_bands: int, n_categories: int, encoder: str, **_: Any) -> nn.Module:
        return self._network(n_categories)


def world() -> np.ndarray:
    """Return uint8 (2, rows, cols): things on every line at which a tile may end, and all that is awkward."""
    generator = np.random.default_rng(0)
    values = np.zeros((2, ROWS, COLS), np.uint8)
    body, boundary = values
    for row in range(32, ROWS, 64):
        for col in range(32, COLS, 64):
            height, width = generator.integers(8, 24, 2)
            body[row - height // 2 : row + height // 2, col - width // 2 : col + width // 2] = 230
    body[420:700, 300:900] = 0
    body[440:680, 320:880] = 240  # larger than a tile of 256
    body[520:600, 400:800] = 0  # and a ring
    for step in range(12):  # diagonals that touch at a corner
        body[20 * step + 730 : 20 * step + 750, 20 * step + 300 : 20 * step + 320] = 250
    body[760:790, 600:1300] = 240  # a chain of touching things with boundaries between
    boundary[758:792, 640:1300:40] = 255
    boundary[758:792, 641:1300:40] = 255
    noise = generator.integers(0, 25, body.shape, dtype=np.uint8)
    body[body > 0] -= noise[body > 0]
    return values


@pytest.fixture(params=[TinyNetwork, Smooth], ids=["stub", "convolutions"])
def model(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return a model file, with blocks of 256 pixels."""
    monkeypatch.setitem(FAMILIES, "tiny", Family(request.param))
    monkeypatch.setattr(walk_module, "_BLOCK_PX", 256)
    save_model(tmp_path / "m.safetensors", Committee(request.param(1), 1), tiny_card())
    return tmp_path / "m.safetensors"


def predicted(model: Path, raster: Path, **options: Any) -> list[Any]:
    """Return score, outline and box of each footprint, in pixels of the raster."""
    output = model.parent / "out.json"  # COCO: in pixels of the raster, which no CRS rounds
    settings = PredictSettings(model=model, rasters=(raster,), output=output, **{"workers": 0, **options})
    predict(settings, reporter=SilentReporter(), stop=StopFlag())
    found = json.loads(output.read_text())["annotations"]
    return [(each["score"], each["segmentation"], each["bbox"]) for each in found]


def as_set(found: list[Any]) -> set[str]:
    assert len({json.dumps(each) for each in found}) == len(found)  # each once
    return {json.dumps(each) for each in found}


@pytest.fixture
def raster(tmp_path: Path) -> Path:
    return write_raster(tmp_path / "world.tif", world())


def test_tiles_blocks_and_workers_leave_no_trace(model: Path, raster: Path) -> None:
    alone = as_set(predicted(model, raster, tiling=TileSettings(tile_size=1024, overlap=64)))
    assert len(alone) > 250
    for tile_size, workers in ((256, 0), (512, 1), (1024, 2)):
        tiling = TileSettings(tile_size=tile_size, overlap=64)
        assert as_set(predicted(model, raster, tiling=tiling, workers=workers)) == alone, (tile_size, workers)


def test_a_shifted_grid_leaves_no_trace(model: Path, raster: Path, tmp_path: Path) -> None:
    shifted = write_raster(
        tmp_path / "shifted.tif",
        np.ascontiguousarray(world()[:, SHIFT_PX:, SHIFT_PX:]),
        transform=NORTH_UP * Affine.translation(SHIFT_PX, SHIFT_PX),
    )
    tiling = TileSettings(tile_size=512, overlap=64)

    def inner(found: list[Any], shift_px: int) -> set[tuple[Any, ...]]:
        """Return the footprints far enough from the shifted raster's edge, in pixels of the world."""
        boxes = [(score, round(x + shift_px, 3), round(y + shift_px, 3), w, h) for score, _, (x, y, w, h) in found]
        margin_px = SHIFT_PX + 12
        return {each for each in boxes if each[1] >= margin_px and each[2] >= margin_px}

    there = inner(predicted(model, raster, tiling=tiling), 0)
    assert len(there) > 200
    assert inner(predicted(model, shifted, tiling=tiling), SHIFT_PX) == there


@pytest.mark.parametrize("row, col", [(300.3, 701.3), (512, 512), (256, 768)])
def test_four_areas_give_together_what_the_whole_gives(
    model: Path, raster: Path, tmp_path: Path, row: float, col: float
) -> None:
    tiling = TileSettings(tile_size=256, overlap=64)
    whole = predicted(model, raster, tiling=tiling)
    quarters = [(0, 0, row, col), (0, col, row, COLS), (row, 0, ROWS, col), (row, col, ROWS, COLS)]
    together: list[Any] = []
    for number, (top, left, bottom, right) in enumerate(quarters):
        on_map = box(500_000 + left, 5_600_000 - bottom, 500_000 + right, 5_600_000 - top)
        area = write_polygons(tmp_path / f"area{number}.gpkg", [on_map])
        together += predicted(model, raster, tiling=tiling, area=str(area))
    assert as_set(together) == as_set(whole)
