"""A network made ready to predict: folded, in the right order of memory, drawing the core of each tile and no more."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from engine.errors import DeviceError
from engine.models.committee import Committee
from engine.models.core_unet import CoreUNet
from engine.models.device import describe_device
from engine.models.folded import folded
from engine.models.unet import UNet
from engine.models.views import Views

FIELD_MAX = 255
# What a network is tried on before it is trusted cut: small, with a halo and strips as short as to be cut everywhere.
_SAMPLE_CORE_PX, _SAMPLE_HALO_PX, _SAMPLE_STRIP_BYTES = 64, 64, 1 << 12
_MOST_DIFFERENCE = 1e-4  # of a field in 0..1; 1 of 255 is 4e-3
# bfloat16 keeps three bits less: fields were five times as far from those of the CPU, and took more time.
_HALF_DEVICES = ("cuda",)
_PIECE_VALUES = 1 << 16  # of fields that are made bytes at once


class Drawer(Protocol):
    """Draws the fields of tiles, in the main thread or any other, but in one at a time."""

    backend: str  # what runs the network: one of engine.domain.settings.BACKENDS, never auto

    def __call__(self, pixels: NDArray[np.float32] | Tensor) -> NDArray[np.uint8]:
        """Return the fields of the tiles' cores, uint8 (tiles, 3C, rows - 2 * halo, cols - 2 * halo), 255 for 1.

        Args:
            pixels: float32 (tiles, bands, rows, cols) in 0..1, in the computer's memory, in any order.
        """
        ...


def prepared(network: nn.Module, device: torch.device, *, halo_px: int) -> TorchDrawer:
    """Return what draws the cores of tiles with a halo of `halo_px` around them.

    The network stays as it is and may go on learning. It is copied, so what it learns later is not seen.

    Args:
        network: float32 (tiles, bands, rows, cols) to logits (tiles, 3C, rows, cols).
        device: where to run.
        halo_px: how much of each tile lies outside its core, on each side.
    """
    return TorchDrawer(core_network(network, device, halo_px=halo_px), device)


def core_network(
    network: nn.Module, device: torch.device, *, halo_px: int, has_strips: bool | None = None
) -> nn.Module:
    """Return a network from tiles to the fields of their cores in 0..1, float32 (tiles, 3C, core rows, core cols).

    It works in strips where that pays, on a CPU, unless `has_strips` says otherwise.
    """
    strips = device.type == "cpu" if has_strips is None else has_strips
    return _core(_on_cpu(network), halo_px, has_strips=strips).to(device).eval()


def new_tile_memory(device: torch.device) -> Callable[[tuple[int, ...]], NDArray[np.float32]]:
    """Return what makes float32 arrays of a shape for tiles that go to a device.

    What lies in pinned memory goes to a GPU without being copied once more.
    """
    if device.type != "cuda":
        return lambda shape: np.empty(shape, np.float32)
    return lambda shape: torch.empty(shape, pin_memory=True).numpy()


def _on_cpu(network: nn.Module) -> nn.Module:
    """Return the network, or a copy of it, on the CPU.

    There numbers are as exact as they say; a GPU rounds in convolutions, and no cut network would be trusted.
    """
    if all(parameter.device.type == "cpu" for parameter in network.parameters()):
        return network
    return copy.deepcopy(network).to("cpu")


def _core(network: nn.Module, halo_px: int, *, has_strips: bool) -> nn.Module:
    if isinstance(network, Views):
        return _MeanOfViews(_core(network.network, halo_px, has_strips=has_strips), network)
    if isinstance(network, Committee):
        return _Mean([_core(member, halo_px, has_strips=has_strips) for member in network.members])
    if isinstance(network, UNet) and (core := _cut(network, halo_px, has_strips=has_strips)):
        return core
    return _WholeTile(network, halo_px)


def _cut(network: UNet, halo_px: int, *, has_strips: bool) -> CoreUNet | None:
    """Return a copy that draws the core only; None for an encoder that looks over the whole tile at once."""
    sample = _sample(network)
    core = CoreUNet(folded(network, sample), _SAMPLE_HALO_PX, has_strips=has_strips)
    core.to(memory_format=torch.channels_last)
    core.fit(halo_px=_SAMPLE_HALO_PX, strip_bytes=_SAMPLE_STRIP_BYTES)
    if not _draw_the_same(network, core, sample):
        return None
    core.fit(halo_px=halo_px)
    return core


class TorchDrawer:
    """Draws by PyTorch."""

    backend = "torch"

    def __init__(self, network: nn.Module, device: torch.device) -> None:
        self.network = network
        self._device = device

    @torch.inference_mode()
    def __call__(self, pixels: NDArray[np.float32] | Tensor) -> NDArray[np.uint8]:
        """Return the fields of the tiles' cores, as `Drawer` says.

        Tiles that are too much for a GPU together are drawn in halves.

        Raises:
            DeviceError: a single tile is too much for it.
        """
        try:
            return as_bytes(self._fields(_ready(torch.as_tensor(pixels), self._device)))
        except torch.cuda.OutOfMemoryError as err:
            if len(pixels) == 1:
                raise _too_large(pixels.shape[2:], self._device) from err
        torch.cuda.empty_cache()
        half = len(pixels) // 2
        return np.concatenate([self(pixels[:half]), self(pixels[half:])])

    def _fields(self, tiles: Tensor) -> Tensor:
        """Return the fields of tiles on the device, on a GPU computed in half the precision and less time.

        Numbers beyond 65504 are infinite then, and what comes of them may be no number: it is computed again, in full.
        """
        if self._device.type not in _HALF_DEVICES:
            return self.network(tiles)
        with torch.autocast(self._device.type, dtype=torch.float16):
            fields: Tensor = self.network(tiles)
        return self.network(tiles) if bool(fields.isnan().any()) else fields


def as_bytes(fields: Tensor) -> NDArray[np.uint8]:
    """Return fields (tiles, 3C, rows, cols) in 0..1 as uint8 from 0 to 255."""
    if fields.device.type != "cpu":
        return (fields.float() * FIELD_MAX).round_().to(torch.uint8).contiguous().cpu().numpy()
    # Few rows at a time, so that all steps work on what lies in the processor's cache, and whatever lies innermost in
    # memory stays there till the end. NumPy makes bytes of numbers seven times as fast as torch.
    answer = np.empty(fields.shape, np.uint8)
    n_rows = max(1, _PIECE_VALUES // max(fields[:, :, :1].numel(), 1))
    for start in range(0, fields.shape[2], n_rows):
        rows = slice(start, start + n_rows)
        answer[:, :, rows] = (fields[:, :, rows].float() * FIELD_MAX).round_().numpy().astype(np.uint8)
    return answer


def _too_large(shape: Sequence[int], device: torch.device) -> DeviceError:
    rows, cols = shape
    return DeviceError(
        f"the memory of {describe_device(device)}, is too small for a tile of {cols} x {rows} pixels",
        hint="Give a smaller --tile-size, or --device cpu; close other programs that use the GPU.",
    )


def _ready(pixels: Tensor, device: torch.device) -> Tensor:
    """Return tiles on the device, with the bands innermost where that is known to be safe."""
    pixels = pixels.to(device, non_blocking=device.type == "cuda")
    return pixels if device.type == "mps" else pixels.contiguous(memory_format=torch.channels_last)


class _WholeTile(nn.Module):
    """Any network, run on whole tiles, of which the core is kept."""

    def __init__(self, network: nn.Module, halo_px: int) -> None:
        super().__init__()
        self.network = network
        self._halo_px = halo_px

    def forward(self, pixels: Tensor) -> Tensor:
        rows, cols = pixels.shape[2] - self._halo_px, pixels.shape[3] - self._halo_px
        logits: Tensor = self.network(pixels)
        return torch.sigmoid(logits[:, :, self._halo_px : rows, self._halo_px : cols].float())


class _Mean(nn.Module):
    """The mean vote of several networks: what a `Committee` says, without going back to logits."""

    def __init__(self, members: Sequence[nn.Module]) -> None:
        super().__init__()
        self.members = nn.ModuleList(members)

    def forward(self, pixels: Tensor) -> Tensor:
        total: Tensor = self.members[0](pixels)
        for member in list(self.members)[1:]:
            total = total + member(pixels)
        return total if len(self.members) == 1 else total / len(self.members)


class _MeanOfViews(nn.Module):
    """The mean of what one network sees of the ground turned in several ways."""

    def __init__(self, network: nn.Module, views: Views) -> None:
        super().__init__()
        self.network = network
        self._turns = views.turns

    def forward(self, pixels: Tensor) -> Tensor:
        total: Tensor | None = None
        for turn in self._turns:
            seen = turn(self.network(turn(pixels).contiguous(memory_format=torch.channels_last)))
            total = seen if total is None else total + seen
        assert total is not None
        return total / len(self._turns)


def _sample(network: UNet) -> Tensor:
    """Return a small tile to try a network on, where it is: chance, always the same."""
    first = next(parameter for parameter in network.parameters() if parameter.ndim == 4)
    side = _SAMPLE_CORE_PX + 2 * _SAMPLE_HALO_PX
    generator = torch.Generator().manual_seed(0)
    return torch.rand((1, first.shape[1], side, side), generator=generator).to(first.device)


@torch.no_grad()
def _draw_the_same(network: UNet, core: CoreUNet, sample: Tensor) -> bool:
    """Tell whether a network and its cut copy agree."""
    was_training = network.training
    try:
        whole = _WholeTile(network.eval(), _SAMPLE_HALO_PX)
        return bool(((whole(sample) - core.eval()(sample)).abs() <= _MOST_DIFFERENCE).all())
    finally:
        network.train(was_training)
