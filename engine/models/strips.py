"""Layers that work on a few rows at a time: what they hold stays small enough for the caches of a CPU.

A wide layer over a large tile makes hundreds of megabytes that are written, read once and given back, and fetching
fresh memory from the system takes longer than the arithmetic. In strips the same memory is used again and again.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch import Tensor, nn

STRIP_BYTES = 1 << 23  # of the widest layer; measured: docs/speed.md
_LEAST_ROWS_PER_REACH = 4  # lower strips would draw more rows twice than they save


class InStrips(nn.Module):
    """A module that looks only a little way up and down, run on strips of rows; the same answer, in less memory."""

    def __init__(self, module: nn.Module, *, stride: int, reach: int, width: float) -> None:
        """Wrap a module.

        Args:
            module: rows and cols to a `stride`-th of them.
            stride: rows in per row out.
            reach: how many rows out from a false edge the answer may be wrong.
            width: values of its widest layer per pixel that it reads.
        """
        super().__init__()
        self.module = module
        self._stride = stride
        self._reach = reach
        self._width = width
        self.strip_bytes = STRIP_BYTES

    def forward(self, pixels: Tensor) -> Tensor:
        """Return what the module returns."""
        n, _, rows, cols = pixels.shape
        return run_in_strips(
            lambda start, stop: self.module(pixels[:, :, start * self._stride : stop * self._stride]),
            rows // self._stride,
            values_per_row=n * cols * self._stride * self._width,
            reach=self._reach,
            strip_bytes=self.strip_bytes,
        )


def run_in_strips(
    draw: Callable[[int, int], Tensor],
    n_rows: int,
    *,
    values_per_row: float,
    reach: int,
    scale: int = 1,
    strip_bytes: int = STRIP_BYTES,
) -> Tensor:
    """Return `draw(0, n_rows)`, put together from strips.

    Args:
        draw: rows from start to stop, to a tensor (tiles, channels, scale * rows, cols).
        n_rows: rows of the whole.
        values_per_row: float32 of the widest layer per row.
        reach: near a false edge so many rows of what `draw` returns are wrong: they are drawn twice.
        scale: rows out per row.
        strip_bytes: what the widest layer may take.
    """
    n_strips = math.ceil(n_rows * values_per_row * 4 / strip_bytes)
    if n_strips <= 1:
        return draw(0, n_rows)
    height = max(-(-n_rows // n_strips), _LEAST_ROWS_PER_REACH * reach)
    whole: Tensor | None = None
    for start in range(0, n_rows, height):
        stop = min(start + height, n_rows)
        first, last = max(start - reach, 0), min(stop + reach, n_rows)
        drawn = draw(first, last)[:, :, (start - first) * scale : (stop - first) * scale]
        if whole is None:
            n, n_channels, _, cols = drawn.shape
            whole = drawn.new_empty((n, n_channels, n_rows * scale, cols)).contiguous(memory_format=torch.channels_last)
        whole[:, :, start * scale : stop * scale] = drawn
    assert whole is not None
    return whole
