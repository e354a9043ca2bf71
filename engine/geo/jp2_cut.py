"""Parts of a JPEG 2000 file in one tile, cut out of it without decoding: small files that any library reads.

OpenJPEG holds the whole file in memory to decode a part of a single tile, goes through all of it for each part, and
fails beyond 4 GB. But a part needs the bytes of its own code blocks only, and of a few around. They are put, as they
are, into a new code stream of the part and a rim, which is not used: there pixels are decoded wrongly.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.geo.jp2_layout import Layout, Resolution
from engine.geo.jp2_packets import BandBlocks, Blocks, Buffer, index_bytes, let_go, packet, read_blocks
from engine.geo.jp2_stream import EOC, SOD, SOT, NotCutError, Stream, head_of_cut, read_stream
from engine.geo.window import Window

_REACH = 10  # coefficients of a subband around a part that its pixels are made of, and some more
_CORE_PX = 4096  # about the side of a part
_MOST_STEP_PX = 1 << 14
_MOST_INDEX_BYTES = 1 << 30
_PART_BYTES = 300 << 20


def why_not_cut(path: Path) -> str:
    """Return why a file cannot be cut; empty where it can. Only its headers are read."""
    try:
        stream = read_stream(path)
    except NotCutError as err:
        return str(err)
    if stream.layout.coding.step_px > _MOST_STEP_PX:
        return "its code blocks lie too far apart"
    return "it has too many layers and code blocks" if index_bytes(stream.layout) > _MOST_INDEX_BYTES else ""


def memory_of_cuts(path: Path) -> int:
    """Return about how many bytes of memory it takes to cut a file: where its bytes are, and a part in the works."""
    return index_bytes(read_stream(path).layout) + _PART_BYTES


@contextmanager
def open_cuts(path: Path, *, on_place: Callable[[int], None]) -> Iterator[Cuts]:
    """Yield what cuts parts out of a file, after going through it once.

    Args:
        path: a file of which `why_not_cut` says nothing.
        on_place: told now and then how many bytes of it are behind; what it raises ends the reading.

    Raises:
        NotCutError: the file is damaged, or not one that is cut.
    """
    stream = read_stream(path)
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        yield Cuts(data, stream, read_blocks(data, stream, on_place=on_place))


class Cuts:
    """Cuts parts out of a file that is open."""

    def __init__(self, data: Buffer, stream: Stream, blocks: Blocks) -> None:
        self._data = data
        self._stream = stream
        self._blocks = blocks
        coding = stream.layout.coding
        self._step = coding.step_px
        self._rim = -(-_REACH * (1 << coding.n_levels) // self._step) * self._step

    def parts(self, window: Window) -> Iterator[Window]:
        """Yield windows that cover a window together, row by row, each as `cut` wants them."""
        side = max(_CORE_PX // self._step, 1) * self._step
        for row in range(window.row // side * side, window.row_stop, side):
            for col in range(window.col // side * side, window.col_stop, side):
                yield Window(row, col, side, side).intersection(self._all)

    def cut(self, part: Window) -> tuple[bytes, Window]:
        """Return a code stream that shows a part, and which window of the picture it shows in all.

        Args:
            part: one of `parts`. Pixels beyond it are wrong in the code stream.
        """
        step = self._step
        stop_row = -(-part.row_stop // step) * step + self._rim
        stop_col = -(-part.col_stop // step) * step + self._rim
        row, col = max(part.row // step * step - self._rim, 0), max(part.col // step * step - self._rim, 0)
        around = Window(row, col, stop_row - row, stop_col - col).intersection(self._all)
        head, coding = head_of_cut(self._stream, around.rows, around.cols)
        layout = Layout(around.rows, around.cols, coding)
        packets = b"".join(
            packet(resolution, precinct, self._moved(component, r, resolution, around, part), self._body)
            for r, resolution in enumerate(layout.resolutions)
            for component in range(coding.n_components)
            for precinct in range(resolution.n_precincts)
        )
        let_go(self._data)
        tile = struct.pack(">HHHIBBH", SOT, 10, 0, 14 + len(packets), 0, 1, SOD)
        return head + tile + packets + struct.pack(">H", EOC), around

    @property
    def _all(self) -> Window:
        return Window(0, 0, self._stream.layout.rows, self._stream.layout.cols)

    def _moved(self, component: int, r: int, resolution: Resolution, around: Window, part: Window) -> list[BandBlocks]:
        """Return the blocks of the subbands that lie in `around`, without those that the part does not need."""
        scale = 1 << self._stream.layout.coding.depth(r)
        moved = []
        for band, source in zip(resolution.bands, self._blocks[component][r], strict=True):
            rows, cols = band.shape
            top, left = around.row // scale // band.block_rows, around.col // scale // band.block_cols
            taken = (..., slice(top, top + rows), slice(left, left + cols))
            needed = np.outer(
                _near(top, rows, band.block_rows, part.row / scale, part.row_stop / scale),
                _near(left, cols, band.block_cols, part.col / scale, part.col_stop / scale),
            )
            n_passes = source.n_passes[taken] * needed
            moved.append(BandBlocks(n_passes, source.n_empty[taken], source.places[taken], source.lengths[taken]))
        return moved

    def _body(self, band: BandBlocks, row: int, col: int) -> bytes:
        pieces = zip(band.places[:, row, col].tolist(), band.lengths[:, row, col].tolist(), strict=True)
        return b"".join(self._data[at : at + length] for at, length in pieces if length)


def _near(first: int, n: int, size: int, start: float, stop: float) -> NDArray[np.uint8]:
    """Return which of `n` blocks of a side, from the `first` on, lie in what is needed for start to stop."""
    begins = (first + np.arange(n)) * size
    near: NDArray[np.bool_] = (begins < stop + _REACH) & (begins + size > start - _REACH)
    return near.astype(np.uint8)
