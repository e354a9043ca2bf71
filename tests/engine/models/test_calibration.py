"""A few tiles show which backend is fastest; one that is no faster, or draws something else, is not taken."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
import pytest
import torch

from engine.errors import Stopped
from engine.models.backends import drawer_for
from engine.models.calibration import Calibration, calibrate
from engine.models.unet import UNet

TILES = [np.full((1, 3, 32, 32), value, np.float32) for value in (0.1, 0.5, 0.9)]
SLOW_S = 0.02


def drawer(name: str, *, seconds: float, off_by: int = 0, says: str = ""):
    class Drawer:
        backend = name

        def __call__(self, pixels: np.ndarray) -> np.ndarray:
            if says:
                raise KeyError(says)
            time.sleep(seconds)
            return np.full((1, 3, 4, 4), int(100 * pixels.max()) + off_by, np.uint8)

    return Drawer


def found(on_tile: Callable[[], None] = lambda: None, **others) -> tuple[Calibration, str]:
    builds = {"torch": drawer("torch", seconds=SLOW_S), **others}
    calibration, draw = calibrate(TILES, builds, on_tile=on_tile)
    return calibration, draw.backend


def test_torch_alone_is_torch() -> None:
    calibration, backend = found()
    assert calibration.backend == backend == "torch"
    assert list(calibration.seconds) == ["torch"] and calibration.seconds["torch"] >= SLOW_S


def test_the_fastest_is_taken_with_its_drawer() -> None:
    fast, faster = drawer("fast", seconds=SLOW_S / 2, off_by=1), drawer("faster", seconds=SLOW_S / 8, off_by=-1)
    calibration, backend = found(faster=faster, fast=fast)
    assert calibration.backend == backend == "faster"
    assert calibration.seconds["faster"] < calibration.seconds["torch"]


def test_a_little_faster_is_not_enough() -> None:
    calibration, backend = found(other=drawer("other", seconds=0.96 * SLOW_S))
    assert calibration.backend == backend == "torch"
    assert "other" in calibration.seconds and not calibration.refused


@pytest.mark.parametrize(
    "other, reason",
    [
        (drawer("other", seconds=0.0, off_by=2), "it draws other fields than torch, by up to 2 of 255"),
        (drawer("other", seconds=0.0, says="no such layer"), "'no such layer'"),
    ],
)
def test_what_draws_something_else_or_fails_is_no_choice(other, reason: str) -> None:
    calibration, backend = found(other=other)
    assert calibration.backend == backend == "torch"
    assert calibration.refused == {"other": reason}
    assert "other" not in calibration.seconds


def test_after_a_hopeless_tile_no_more_are_tried() -> None:
    tiles = []
    calibration, _ = found(lambda: tiles.append(1), other=drawer("other", seconds=4 * SLOW_S))
    assert calibration.backend == "torch"
    assert len(tiles) == len(TILES) + 1


def test_a_stop_ends_the_trial() -> None:
    def stop() -> None:
        raise Stopped

    with pytest.raises(Stopped):
        found(stop)
    tiles = []

    def stop_later() -> None:
        tiles.append(1)
        if len(tiles) > len(TILES):
            raise Stopped

    with pytest.raises(Stopped):
        found(stop_later, other=drawer("other", seconds=0.0))


def test_the_libraries_that_are_installed_agree_with_torch() -> None:
    torch.manual_seed(0)
    network = UNet(3, 1).eval()
    generator = np.random.default_rng(0)
    tiles = [generator.random((1, 3, 192, 192), np.float32) for _ in range(2)]
    cpu, shape = torch.device("cpu"), (192, 192)
    builds = {
        name: lambda name=name: drawer_for(name, network, cpu, halo_px=64, tile_shape=shape, n_bands=3)
        for name in ("torch", "onnxruntime", "openvino")
    }
    calibration, draw = calibrate(tiles, builds, on_tile=lambda: None)
    assert not calibration.refused
    assert draw.backend == calibration.backend
    assert set(calibration.seconds) == {"torch", "onnxruntime", "openvino"}
