"""The headers of JPEG 2000 packets: which bytes belong to which code block, read from a file and written for a cut."""

from __future__ import annotations

import mmap
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.geo.jp2_layout import Layout, Resolution
from engine.geo.jp2_stream import NotCutError, Stream

_UNKNOWN = 1 << 30
_NEVER = 255  # of bit planes that are all zero, for blocks of which nothing is written
_FIRST_LENGTH_BITS = 3
_OFTEN = 1 << 12  # packets after which a caller hears how far it is,
_OFTEN_BYTES = 1 << 26  # or bytes: what was read of the file is in memory till then
Buffer = bytes | mmap.mmap


class _Tree:
    """A tag tree: numbers of a grid, told bit by bit, each as the least of those below it."""

    def __init__(self, rows: int, cols: int) -> None:
        self.n_leaves = rows * cols
        self.parent: list[int] = []
        start, shape = 0, (rows, cols)
        while True:
            n = shape[0] * shape[1]
            above = (shape[0] + 1) // 2, (shape[1] + 1) // 2
            if n <= 1:
                self.parent += [-1] * n
                break
            first = start + n
            self.parent += [first + (i // shape[1] // 2) * above[1] + i % shape[1] // 2 for i in range(n)]
            start, shape = first, above
        self.value = [_UNKNOWN] * len(self.parent)
        self.low = [0] * len(self.parent)
        self.is_told = bytearray(len(self.parent))  # while it is written

    def path(self, leaf: int) -> list[int]:
        """Return the nodes from the root to a leaf."""
        nodes = [leaf]
        while (node := self.parent[nodes[-1]]) >= 0:
            nodes.append(node)
        nodes.reverse()
        return nodes

    def fill(self, leaves: NDArray[np.int64]) -> None:
        """Give the leaves their numbers, and all above the least of those below."""
        self.value[: self.n_leaves] = leaves.ravel().tolist()
        value, parent = self.value, self.parent
        for node, above in enumerate(parent):
            if above >= 0 and value[node] < value[above]:
                value[above] = value[node]


class _Bits:
    """Reads bits; after a byte of ones the next one has seven."""

    def __init__(self, data: Buffer, at: int) -> None:
        self.data = data
        self.at = at
        self._byte = 0
        self._n_left = 0

    def bit(self) -> int:
        if not self._n_left:
            self._n_left = 7 if self._byte == 0xFF else 8
            self._byte = self.data[self.at]
            self.at += 1
        self._n_left -= 1
        return self._byte >> self._n_left & 1

    def bits(self, n: int) -> int:
        value = 0
        for _ in range(n):
            value = value << 1 | self.bit()
        return value

    def end(self) -> int:
        """Return the place behind the header."""
        return self.at + (self._byte == 0xFF)

    def reaches(self, tree: _Tree, leaf: int, limit: int) -> bool:
        """Tell whether a leaf's number is below the limit."""
        value, lows, low = tree.value, tree.low, 0
        for node in tree.path(leaf):
            low = max(low, lows[node])
            while low < limit and low < value[node]:
                if self.bit():
                    value[node] = low
                else:
                    low += 1
            lows[node] = low
        return value[leaf] < limit

    def n_passes(self) -> int:
        if not self.bit():
            return 1
        if not self.bit():
            return 2
        if (few := self.bits(2)) < 3:
            return 3 + few
        if (more := self.bits(5)) < 31:
            return 6 + more
        return 37 + self.bits(7)


@dataclass(eq=False)
class BandBlocks:
    """The code blocks of a subband: passes and empty bit planes, and per layer where their bytes are and how many.

    `n_passes` and `n_empty` are uint8 (rows, cols), `places` int64 and `lengths` uint32 (layers, rows, cols).
    """

    n_passes: NDArray[np.uint8]
    n_empty: NDArray[np.uint8]
    places: NDArray[np.int64]
    lengths: NDArray[np.uint32]

    @classmethod
    def none(cls, shape: tuple[int, int], n_layers: int) -> BandBlocks:
        """Return the blocks of which nothing is known yet."""
        full = (n_layers, *shape)
        return cls(
            np.zeros(shape, np.uint8), np.zeros(shape, np.uint8), np.zeros(full, np.int64), np.zeros(full, np.uint32)
        )


Blocks = list[list[list[BandBlocks]]]  # by component, resolution and subband


def let_go(data: Buffer) -> None:
    """Let the system take back the memory of what was read of a file; it is there again when it is read again."""
    if isinstance(data, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
        data.madvise(mmap.MADV_DONTNEED)


def index_bytes(layout: Layout) -> int:
    """Return what `read_blocks` takes in memory."""
    coding = layout.coding
    n_blocks = sum(int(np.prod(band.shape)) for r in layout.resolutions for band in r.bands) * coding.n_components
    return n_blocks * (2 + 12 * coding.n_layers)


def read_blocks(data: Buffer, stream: Stream, *, on_place: Callable[[int], None]) -> Blocks:
    """Return where the bytes of all code blocks are.

    Args:
        data: the whole file.
        stream: what its headers say.
        on_place: told now and then how many bytes of the file are behind; what it raises ends the reading.

    Raises:
        NotCutError: the file is damaged or ends too early.
    """
    layout = stream.layout
    coding = layout.coding
    blocks = [
        [[BandBlocks.none(band.shape, coding.n_layers) for band in r.bands] for r in layout.resolutions]
        for _ in range(coding.n_components)
    ]
    open_precincts: dict[tuple[int, int, int], _Precinct] = {}
    parts = iter(stream.parts)
    at, stop = next(parts)
    told = at
    try:
        for number, (layer, r, component, p) in enumerate(layout.packets()):
            while at >= stop:
                at, stop = next(parts)
            key = component, r, p
            precinct = open_precincts.pop(key, None) or _Precinct(layout.resolutions[r], p, blocks[component][r])
            at = precinct.read(data, at, layer)
            if layer + 1 < coding.n_layers:
                open_precincts[key] = precinct
            if number % _OFTEN == 0 or at - told >= _OFTEN_BYTES:
                told = at
                let_go(data)
                on_place(at)
    except (IndexError, StopIteration) as err:
        raise NotCutError("it is damaged, or was not copied to its end") from err
    return blocks


class _Precinct:
    """What is known of a precinct, layer after layer."""

    def __init__(self, resolution: Resolution, number: int, bands: list[BandBlocks]) -> None:
        spans = [resolution.blocks(band, number) for band in resolution.bands]
        self._bands = [
            (band, row, col, n_rows, n_cols, _Tree(n_rows, n_cols), _Tree(n_rows, n_cols), bytearray(n_rows * n_cols))
            for band, (row, col, n_rows, n_cols) in zip(bands, spans, strict=True)
            if n_rows and n_cols
        ]

    def read(self, data: Buffer, at: int, layer: int) -> int:
        """Take a packet that begins at a place, and return the place behind it."""
        if data[at : at + 2] == b"\xff\x91":
            at += 6
        bits = _Bits(data, at)
        found: list[tuple[BandBlocks, int, int, int]] = []
        if bits.bit():
            for band, row, col, n_rows, n_cols, included, empty, length_bits in self._bands:
                for leaf in range(n_rows * n_cols):
                    if length_bits[leaf]:
                        if not bits.bit():
                            continue
                    elif not bits.reaches(included, leaf, layer + 1):
                        continue
                    place = row + leaf // n_cols, col + leaf % n_cols
                    if not length_bits[leaf]:
                        length_bits[leaf] = _FIRST_LENGTH_BITS
                        bits.reaches(empty, leaf, _UNKNOWN)
                        band.n_empty[place] = empty.value[leaf]
                    n_passes = bits.n_passes()
                    while bits.bit():
                        length_bits[leaf] += 1
                    band.n_passes[place] += n_passes
                    found.append((band, *place, bits.bits(length_bits[leaf] + n_passes.bit_length() - 1)))
        at = bits.end()
        if data[at : at + 2] == b"\xff\x92":
            at += 2
        for band, block_row, block_col, length in found:
            band.places[layer, block_row, block_col] = at
            band.lengths[layer, block_row, block_col] = length
            at += length
        return at


class _BitWriter:
    """Writes bits, with a zero after eight ones."""

    def __init__(self) -> None:
        self.out = bytearray()
        self._byte = 0
        self._n_free = 8

    def bit(self, bit: int) -> None:
        self._n_free -= 1
        self._byte |= bit << self._n_free
        if not self._n_free:
            self._flush()

    def bits(self, value: int, n: int) -> None:
        for shift in range(n - 1, -1, -1):
            self.bit(value >> shift & 1)

    def end(self) -> bytes:
        is_fresh = self._n_free == (7 if self.out[-1:] == b"\xff" else 8)
        if not is_fresh:
            self._flush()
        if self.out[-1:] == b"\xff":
            self.out.append(0)
        return bytes(self.out)

    def _flush(self) -> None:
        self.out.append(self._byte)
        self._n_free = 7 if self._byte == 0xFF else 8
        self._byte = 0

    def tell(self, tree: _Tree, leaf: int, limit: int) -> None:
        """Tell a leaf's number, as far as the limit."""
        low = 0
        for node in tree.path(leaf):
            low = max(low, tree.low[node])
            while low < limit:
                if low >= tree.value[node]:
                    if not tree.is_told[node]:
                        self.bit(1)
                        tree.is_told[node] = 1
                    break
                self.bit(0)
                low += 1
            tree.low[node] = low

    def n_passes(self, n: int) -> None:
        if n <= 2:
            self.bits((0, 0b10)[n - 1], n)
        elif n <= 5:
            self.bits(0b1100 | n - 3, 4)
        elif n <= 36:
            self.bits(0b111100000 | n - 6, 9)
        else:
            self.bits(0b1111111110000000 | n - 37, 16)


def packet(resolution: Resolution, precinct: int, bands: list[BandBlocks], body: Callable[..., bytes]) -> bytes:
    """Return a packet of one layer that holds all of its blocks that have passes.

    Args:
        resolution: of the cut.
        precinct: its number there.
        bands: the blocks of its subbands, in one layer.
        body: returns the bytes of a block, given its `BandBlocks`, row and col.
    """
    writer, bodies = _BitWriter(), []
    spans = [resolution.blocks(band, precinct) for band in resolution.bands]
    views = [
        (band, row, col, band.n_passes[row : row + n_rows, col : col + n_cols].astype(np.int64))
        for band, (row, col, n_rows, n_cols) in zip(bands, spans, strict=True)
        if n_rows and n_cols
    ]
    if not any(passes.any() for *_, passes in views):
        return b"\x00"
    writer.bit(1)
    for band, row, col, passes in views:
        n_rows, n_cols = passes.shape
        included, empty = _Tree(n_rows, n_cols), _Tree(n_rows, n_cols)
        included.fill((passes == 0).astype(np.int64))
        n_empty = band.n_empty[row : row + n_rows, col : col + n_cols].astype(np.int64)
        empty.fill(np.where(passes > 0, n_empty, _NEVER))
        for leaf, n_passes in enumerate(passes.ravel().tolist()):
            writer.tell(included, leaf, 1)
            if not n_passes:
                continue
            writer.tell(empty, leaf, _NEVER)
            writer.n_passes(n_passes)
            content = body(band, row + leaf // n_cols, col + leaf % n_cols)
            n_bits = _FIRST_LENGTH_BITS + n_passes.bit_length() - 1
            for _ in range(max(len(content).bit_length() - n_bits, 0)):
                writer.bit(1)
                n_bits += 1
            writer.bit(0)
            writer.bits(len(content), n_bits)
            bodies.append(content)
    return writer.end() + b"".join(bodies)
