"""On an NVIDIA GPU, where there is one: what it draws is what the CPU draws, and its limits are told."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
import torch

from engine.errors import DeviceError
from engine.models.committee import Committee
from engine.models.core_unet import CoreUNet
from engine.models.device import choose_device, describe_device
from engine.models.prepared import new_tile_memory, prepared
from engine.models.unet import UNet

pytestmark = pytest.mark.skipif(not torch.cuda.is_available(), reason="there is no NVIDIA GPU here")

GPU, CPU = torch.device("cuda"), torch.device("cpu")
HALO_PX = 96


@pytest.fixture
def little_memory() -> Iterator[None]:
    """A GPU of which this process may use no more than half a gigabyte."""
    torch.cuda.empty_cache()
    torch.cuda.set_per_process_memory_fraction(2**29 / torch.cuda.get_device_properties(0).total_memory)
    yield
    torch.cuda.set_per_process_memory_fraction(1.0)
    torch.cuda.empty_cache()


def a_network() -> Committee:
    torch.manual_seed(0)
    return Committee(UNet(3, 2, weights="imagenet"), 2).eval()


def tiles_of(side_px: int, n: int) -> np.ndarray:
    return np.random.default_rng(0).random((n, 3, side_px, side_px), np.float32)


def test_the_gpu_draws_what_the_cpu_draws() -> None:
    network, tiles = a_network(), tiles_of(512, 3)
    expected = prepared(network, CPU, halo_px=HALO_PX)(tiles).astype(int)
    drawn = prepared(network.to(GPU), GPU, halo_px=HALO_PX)(tiles).astype(int)
    apart = np.abs(drawn - expected)
    assert drawn.shape == expected.shape
    assert apart.max() <= 4  # of 255
    assert (apart > 1).mean() < 0.01


def test_a_network_on_the_gpu_is_cut_to_the_core_too() -> None:
    drawer = prepared(a_network().to(GPU), GPU, halo_px=HALO_PX)
    assert [type(member) for member in drawer.network.members] == [CoreUNet, CoreUNet]


def test_memory_for_tiles_is_pinned() -> None:
    assert torch.from_numpy(new_tile_memory(GPU)((2, 8, 8, 3))).is_pinned()


def test_tiles_that_do_not_fit_together_are_drawn_in_halves(little_memory: None) -> None:
    network, tiles = a_network(), tiles_of(768, 16)
    expected = prepared(network, CPU, halo_px=HALO_PX)(tiles[-1:]).astype(int)
    drawn = prepared(network.to(GPU), GPU, halo_px=HALO_PX)(tiles)
    assert np.abs(drawn[-1:].astype(int) - expected).max() <= 4


def test_a_tile_that_does_not_fit_is_told_with_a_way_out(little_memory: None) -> None:
    draw = prepared(a_network().to(GPU), GPU, halo_px=HALO_PX)
    with pytest.raises(DeviceError, match="too small for a tile of 6144 x 6144 pixels") as caught:
        draw(tiles_of(6144, 1))
    assert "--tile-size" in caught.value.hint


def test_the_gpu_is_chosen_and_described() -> None:
    assert choose_device("auto") == GPU
    assert describe_device(GPU).endswith(" GB")


def test_a_gpu_that_is_not_there_is_told_with_how_many_there_are() -> None:
    with pytest.raises(DeviceError, match=f"this machine has {torch.cuda.device_count()}"):
        choose_device("cuda:99")
