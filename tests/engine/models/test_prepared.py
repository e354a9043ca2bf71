"""A network made ready to predict draws what the network itself draws, of the core alone."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn

from engine.errors import DeviceError
from engine.models.committee import Committee
from engine.models.core_unet import CoreUNet
from engine.models.folded import folded
from engine.models.prepared import TorchDrawer, core_network, prepared
from engine.models.unet import UNet
from engine.models.views import Views

CPU = torch.device("cpu")


class Same(nn.Module):
    """Says of each pixel what it holds; of no family."""

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        return pixels


def a_unet(*, depth: int = 4, encoder: str = "tf_efficientnet_lite0") -> UNet:
    """A network whose norms have seen something, so that folding them changes the weights."""
    torch.manual_seed(depth)
    network = UNet(3, 2, encoder, depth=depth)
    for module in network.modules():
        if isinstance(module, nn.modules.batchnorm._BatchNorm):
            nn.init.uniform_(module.running_mean, -0.2, 0.2)
            nn.init.uniform_(module.running_var, 0.5, 1.5)
            nn.init.uniform_(module.weight, 0.5, 1.5)
    return network.eval()


def pixels_of(rows: int, cols: int, *, n: int = 1) -> torch.Tensor:
    return torch.rand((n, 3, rows, cols), generator=torch.Generator().manual_seed(1))


@torch.no_grad()
def whole(network: nn.Module, pixels: torch.Tensor, halo_px: int) -> np.ndarray:
    rows, cols = pixels.shape[2:]
    fields = torch.sigmoid(network(pixels))[:, :, halo_px : rows - halo_px, halo_px : cols - halo_px]
    return (fields * 255).round().numpy().astype(int)


def assert_same(drawn: np.ndarray, expected: np.ndarray) -> None:
    assert drawn.shape == expected.shape
    apart = np.abs(drawn.astype(int) - expected)
    assert apart.max() <= 1
    assert (apart > 0).mean() < 0.001


@pytest.mark.parametrize("halo_px", [0, 32, 64, 96])
@pytest.mark.parametrize("depth", [4, 5])
def test_the_core_is_what_the_whole_network_draws_there(depth: int, halo_px: int) -> None:
    network, pixels = a_unet(depth=depth), pixels_of(64 + 2 * halo_px, 96 + 2 * halo_px)
    drawer = prepared(network, CPU, halo_px=halo_px)
    assert isinstance(drawer.network, CoreUNet)
    assert_same(drawer(pixels), whole(network, pixels, halo_px))


@pytest.mark.parametrize("strip_bytes", [1 << 12, 1 << 15, 1 << 18])
def test_strips_of_any_height_draw_the_same(strip_bytes: int) -> None:
    network, pixels = a_unet(), pixels_of(256, 192, n=2)
    core = core_network(network, CPU, halo_px=64)
    assert isinstance(core, CoreUNet)
    with torch.no_grad():
        expected = core(pixels)
        core.fit(halo_px=64, strip_bytes=strip_bytes)
        torch.testing.assert_close(core(pixels), expected, rtol=0, atol=1e-5)


def test_folding_norms_into_convolutions_changes_nothing_but_their_number() -> None:
    network, pixels = a_unet(), pixels_of(64, 64)
    copy = folded(network, pixels)
    assert not any(isinstance(each, nn.modules.batchnorm._BatchNorm) for each in copy.modules())
    assert any(isinstance(each, nn.modules.batchnorm._BatchNorm) for each in network.modules())
    with torch.no_grad():
        torch.testing.assert_close(copy(pixels), network(pixels), rtol=1e-5, atol=1e-5)


def test_the_network_goes_on_learning_as_if_nothing_had_been_made_of_it() -> None:
    network = a_unet().train()
    prepared(network, CPU, halo_px=0)
    assert network.training
    assert all(parameter.requires_grad for parameter in network.parameters())
    network(pixels_of(64, 64)).mean().backward()


def test_networks_that_vote_are_heard_as_one() -> None:
    committee = Committee(a_unet(), 2).eval()
    for parameter in committee.members[1].parameters():
        parameter.data *= 0.97
    pixels = pixels_of(256, 256)
    assert_same(prepared(committee, CPU, halo_px=64)(pixels), whole(committee, pixels, 64))


def test_every_look_at_the_ground_counts() -> None:
    network, pixels = Views(Committee(a_unet(), 1), 4).eval(), pixels_of(256, 256)
    assert_same(prepared(network, CPU, halo_px=64)(pixels), whole(network, pixels, 64))


def test_a_network_of_no_family_is_run_whole_and_its_core_kept() -> None:
    pixels = pixels_of(96, 64)
    assert_same(prepared(Same(), CPU, halo_px=16)(pixels), whole(Same(), pixels, 16))


def test_an_encoder_that_looks_over_the_whole_tile_at_once_is_not_cut_in_strips() -> None:
    network, pixels = a_unet(encoder="efficientnet_b0"), pixels_of(192, 192)
    assert_same(prepared(network, CPU, halo_px=64)(pixels), whole(network, pixels, 64))


def test_arrays_of_any_order_are_drawn_as_tensors_are() -> None:
    drawer, pixels = prepared(a_unet(), CPU, halo_px=32), pixels_of(128, 128, n=2)
    bands_innermost = np.ascontiguousarray(pixels.permute(0, 2, 3, 1).numpy()).transpose(0, 3, 1, 2)
    drawn = drawer(pixels.numpy())
    assert drawn.dtype == np.uint8
    assert drawn.flags.c_contiguous
    np.testing.assert_array_equal(drawn, drawer(bands_innermost))


class SmallMemory(nn.Module):
    """Stands for a GPU, which most machines that test this do not have: more than some tiles are too much for it."""

    def __init__(self, most_tiles: int) -> None:
        super().__init__()
        self.most_tiles = most_tiles
        self.batches: list[int] = []

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        if len(pixels) > self.most_tiles:
            raise torch.cuda.OutOfMemoryError("CUDA out of memory")
        self.batches.append(len(pixels))
        return pixels


def test_tiles_that_are_too_much_together_are_drawn_in_halves() -> None:
    network, pixels = SmallMemory(2), pixels_of(8, 8, n=7)
    drawn = TorchDrawer(network, CPU)(pixels.numpy())
    assert_same(drawn, (pixels * 255).round().numpy().astype(int))
    assert network.batches == [1, 2, 2, 2]


def test_a_single_tile_that_is_too_much_is_told_with_a_way_out() -> None:
    with pytest.raises(DeviceError, match="too small for a tile of 16 x 8 pixels") as caught:
        TorchDrawer(SmallMemory(0), CPU)(pixels_of(8, 16))
    assert "--tile-size" in caught.value.hint


class Loud(nn.Module):
    """Draws what it sees, by way of numbers that half the precision cannot hold, and one that is none there."""

    def __init__(self) -> None:
        super().__init__()
        self.louder = nn.Conv2d(1, 1, 1, bias=False)
        self.again = nn.Conv2d(1, 1, 1, bias=False)
        nn.init.constant_(self.louder.weight, 300.0)
        nn.init.constant_(self.again.weight, 300.0)

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        loud = self.again(self.louder(pixels))
        return (loud - loud * 0.5) / 45000.0


def test_what_is_no_number_in_half_the_precision_is_drawn_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    # Half the precision is for GPUs; here the CPU computes in it, which is slow but as real.
    monkeypatch.setattr("engine.models.prepared._HALF_DEVICES", ("cpu",))
    network, pixels = Loud(), torch.full((1, 1, 8, 8), 0.8)
    with torch.autocast("cpu", dtype=torch.float16):
        assert network(pixels).isnan().all()
    assert_same(TorchDrawer(network, CPU)(pixels), np.full((1, 1, 8, 8), 204))


def test_half_the_precision_draws_nearly_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    network, pixels = a_unet(), pixels_of(256, 256)
    expected = prepared(network, CPU, halo_px=96)(pixels).astype(int)
    monkeypatch.setattr("engine.models.prepared._HALF_DEVICES", ("cpu",))
    apart = np.abs(prepared(network, CPU, halo_px=96)(pixels).astype(int) - expected)
    assert 0 < apart.max() <= 4
    assert (apart > 1).mean() < 0.01
