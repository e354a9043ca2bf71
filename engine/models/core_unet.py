"""A U-Net made for prediction: of a tile it draws the core only, layer by layer in as little memory as that takes."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from engine.models.encoders import spread
from engine.models.strips import STRIP_BYTES, InStrips, run_in_strips
from engine.models.unet import UNet

_MARGIN = 4  # cells around the core at every level: two for the block's convolutions, two for those of the next


class CoreUNet(nn.Module):
    """Pixels, float32 (tiles, bands, rows, cols), to fields of the core, float32 (tiles, 3C, rows - 2h, cols - 2h).

    The halo is there for what the deep layers see. The decoder's layers see a few cells, so they are computed for
    the core and four cells around it; what the whole network would draw there is the same.
    """

    def __init__(self, network: UNet, halo_px: int, *, has_strips: bool) -> None:
        """Take over the parts of a network that nobody else uses any more."""
        super().__init__()
        self.encoder = network.encoder
        self.center = network.decoder.center
        self.blocks = network.decoder.blocks
        self.head = network.head
        self._halo_px = halo_px
        self._has_strips = has_strips
        self._strip_bytes = STRIP_BYTES
        self._spreads_itself = has_strips and _strip_encoder(self.encoder.get_submodule("model"))

    def fit(self, *, halo_px: int, strip_bytes: int = STRIP_BYTES) -> None:
        """Change the halo and the height of strips."""
        self._halo_px = halo_px
        self._strip_bytes = strip_bytes
        for module in self.modules():
            if isinstance(module, InStrips):
                module.strip_bytes = strip_bytes

    def forward(self, pixels: Tensor) -> Tensor:
        """Return the fields of the core, in 0..1."""
        seen = pixels if self._spreads_itself else spread(pixels)
        features = list(self.encoder(seen)[1:])  # from fine to deep; each is let go when it is used
        n_blocks = len(self.blocks)
        drawn = self._cut(self.center(features.pop()), n_blocks)
        for i, block in enumerate(self.blocks):
            level = n_blocks - 1 - i
            spare = self._margin(level + 1) - self._margin(level) // 2
            skip = self._cut(features.pop(), level) if level else None
            drawn = self._block(block, _inside(drawn, spare), skip, level)
        return _inside(drawn, self._margin(0))

    def _margin(self, level: int) -> int:
        """Return the cells around the core that are computed at a level, as far as the tile has them."""
        if level == len(self.blocks):
            return self._margin(level - 1) // 2
        return min(_MARGIN, self._halo_px >> level)

    def _cut(self, feature: Tensor, level: int) -> Tensor:
        """Return the core and its margin of what covers the whole tile."""
        return _inside(feature, (self._halo_px >> level) - self._margin(level))

    def _block(self, block: nn.Module, deep: Tensor, skip: Tensor | None, level: int) -> Tensor:
        """Return what a decoder block makes of the level below it; the last block goes on to the fields."""

        def draw(start: int, stop: int) -> Tensor:
            drawn = F.interpolate(deep[:, :, start:stop], scale_factor=2.0, mode="nearest")
            if skip is not None:
                drawn = torch.cat([drawn, skip[:, :, 2 * start : 2 * stop]], dim=1)
            drawn = block.conv2(block.conv1(drawn))  # type: ignore[operator]
            return self.head(drawn).float().sigmoid_() if level == 0 else drawn

        if not self._has_strips:
            return draw(0, deep.shape[2])
        n, n_channels, rows, cols = deep.shape
        width = 4 * (n_channels + (0 if skip is None else skip.shape[1]))  # a cell below is four cells
        return run_in_strips(
            draw,
            rows,
            values_per_row=n * cols * width,
            reach=2 if level == 0 else 1,
            scale=2,
            strip_bytes=self._strip_bytes,
        )


def _inside(cells: Tensor, n: int) -> Tensor:
    """Return cells without `n` rows and columns at each edge."""
    return cells[:, :, n : cells.shape[2] - n, n : cells.shape[3] - n]


class _Spread(nn.Module):
    """The first step towards an encoder, as a layer."""

    def forward(self, pixels: Tensor) -> Tensor:
        """Return what the encoder reads."""
        return spread(pixels)


def _strip_encoder(network: nn.Module) -> bool:
    """Let the blocks of an encoder of timm's EfficientNet kind work in strips; leave others alone.

    Return whether it spreads the pixels itself now, a strip at a time.
    """
    stem, norm, stages = (getattr(network, name, None) for name in ("conv_stem", "bn1", "blocks"))
    if not (isinstance(stem, nn.Conv2d) and isinstance(norm, nn.Module) and isinstance(stages, nn.Sequential)):
        return False
    spreads_itself = _strip_beginning(network, stem, norm, stages)
    for stage in stages:
        for name, block in list(stage.named_children()):
            if (depthwise := _only_wide_layer(block)) is not None:
                setattr(stage, name, _stripped(block, depthwise))
    return spreads_itself


def _strip_beginning(network: nn.Module, stem: nn.Conv2d, norm: nn.Module, stages: nn.Sequential) -> bool:
    """Let the stem and the first stage be one, where the stage is as fine: what lies between is the widest of all.

    Return whether they are, and spread the pixels first.
    """
    layers = [_only_wide_layer(block) for block in stages[0].children()]
    if any(layer is None or layer.stride != (1, 1) for layer in layers):
        return False
    (stride, _), (size, _) = stem.stride, stem.kernel_size
    reach = -(-(size // 2) // stride) + sum(layer.kernel_size[0] // 2 for layer in layers if layer is not None)
    beginning = nn.Sequential(_Spread(), stem, norm, stages[0])
    network.conv_stem = InStrips(beginning, stride=stride, reach=reach, width=stem.out_channels / stride**2)
    network.bn1, stages[0] = nn.Identity(), nn.Identity()
    return True


def _only_wide_layer(block: nn.Module) -> nn.Conv2d | None:
    """Return the one layer of a block that looks around; None where the block looks over the whole tile at once."""
    depthwise = getattr(block, "conv_dw", None)
    looks_over_all = not isinstance(getattr(block, "se", None), nn.Identity)
    return depthwise if isinstance(depthwise, nn.Conv2d) and not looks_over_all else None


def _stripped(block: nn.Module, depthwise: nn.Conv2d) -> InStrips:
    (stride, _), (size, _) = depthwise.stride, depthwise.kernel_size
    return InStrips(block, stride=stride, reach=-(-(size // 2) // stride), width=depthwise.in_channels)
