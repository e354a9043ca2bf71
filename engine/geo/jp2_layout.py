"""How a JPEG 2000 picture in one tile is laid out: resolutions, subbands, precincts, and the order of its packets.

Words as in ISO/IEC 15444-1. The reference grid begins at 0, and all components have all pixels: others are not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

LRCP, RLCP, RPCL, PCRL, CPRL = range(5)
Packet = tuple[int, int, int, int]  # layer, resolution, component, number of the precinct


@dataclass(frozen=True)
class Coding:
    """What the marker COD says, and the number of components."""

    flags: int
    progression: int
    n_layers: int
    mixes_components: int
    n_levels: int
    block_cols_exp: int
    block_rows_exp: int
    style: int
    transform: int
    precinct_exps: tuple[tuple[int, int], ...]  # of columns and rows, per resolution
    n_components: int

    def block_exps(self, resolution: int) -> tuple[int, int]:
        """Return the exponents of the (cols, rows) of code blocks, which precincts may make smaller."""
        cols, rows = self.precinct_exps[resolution]
        halved = 1 if resolution else 0
        return min(self.block_cols_exp, cols - halved), min(self.block_rows_exp, rows - halved)

    @property
    def step_px(self) -> int:
        """Return how far apart lines are on which code blocks of all subbands begin, in pixels."""
        exps = [max(self.block_exps(r)) + self.depth(r) for r in range(self.n_levels + 1)]
        return 1 << max(exps)

    def depth(self, resolution: int) -> int:
        """Return how often the picture was halved for the subbands of a resolution."""
        return self.n_levels - max(resolution - 1, 0)


@dataclass(frozen=True)
class Subband:
    """The coefficients of one direction: how many there are, and the size of their code blocks."""

    cols: int
    rows: int
    block_cols: int
    block_rows: int

    @property
    def shape(self) -> tuple[int, int]:
        """Return how many (rows, cols) of code blocks there are."""
        return -(-self.rows // self.block_rows), -(-self.cols // self.block_cols)


@dataclass(frozen=True)
class Resolution:
    """One size of the picture: its subbands, and precincts that divide them."""

    bands: tuple[Subband, ...]
    precinct_cols: int  # of coefficients of a subband
    precinct_rows: int
    n_precincts_down: int
    n_precincts_along: int
    step_cols: int  # of the reference grid, from precinct to precinct
    step_rows: int

    @property
    def n_precincts(self) -> int:
        """Return how many precincts there are."""
        return self.n_precincts_down * self.n_precincts_along

    def blocks(self, band: Subband, precinct: int) -> tuple[int, int, int, int]:
        """Return the (first row, first col, rows, cols) of a precinct's code blocks in a subband; perhaps none."""
        down, along = divmod(precinct, self.n_precincts_along)
        row, n_rows = _span(down, self.precinct_rows, band.rows, band.block_rows)
        col, n_cols = _span(along, self.precinct_cols, band.cols, band.block_cols)
        return row, col, n_rows, n_cols


def _span(number: int, precinct: int, length: int, block: int) -> tuple[int, int]:
    start, stop = number * precinct, min((number + 1) * precinct, length)
    return start // block, max(-(-(stop - start) // block), 0)


@dataclass(frozen=True)
class Layout:
    """Where everything of a picture of `rows` x `cols` is."""

    rows: int
    cols: int
    coding: Coding

    @cached_property
    def resolutions(self) -> tuple[Resolution, ...]:
        """Return all resolutions, the smallest first."""
        return tuple(self._resolution(r) for r in range(self.coding.n_levels + 1))

    def packets(self) -> Iterator[Packet]:
        """Yield the packets in the order in which they lie in the file."""
        coding, sizes = self.coding, [each.n_precincts for each in self.resolutions]
        layers, components = range(coding.n_layers), range(coding.n_components)
        resolutions = range(len(sizes))
        if coding.progression == LRCP:
            yield from ((a, r, c, p) for a in layers for r in resolutions for c in components for p in range(sizes[r]))
        elif coding.progression == RLCP:
            yield from ((a, r, c, p) for r in resolutions for a in layers for c in components for p in range(sizes[r]))
        elif coding.progression == RPCL:
            yield from ((a, r, c, p) for r in resolutions for p in range(sizes[r]) for c in components for a in layers)
        else:
            by_place = sorted((*self._place(r, p), r, p) for r in resolutions for p in range(sizes[r]))
            places: dict[tuple[int, int], list[tuple[int, int]]] = {}
            for row, col, r, p in by_place:
                places.setdefault((row, col), []).append((r, p))
            if coding.progression == PCRL:
                yield from (
                    (a, r, c, p) for near in places.values() for c in components for r, p in near for a in layers
                )
            else:
                yield from (
                    (a, r, c, p) for c in components for near in places.values() for r, p in near for a in layers
                )

    def _place(self, resolution: int, precinct: int) -> tuple[int, int]:
        """Return the (row, col) of the reference grid at which a precinct begins."""
        layout = self.resolutions[resolution]
        down, along = divmod(precinct, layout.n_precincts_along)
        return down * layout.step_rows, along * layout.step_cols

    def _resolution(self, number: int) -> Resolution:
        coding = self.coding
        depth, halvings = coding.depth(number), coding.n_levels - number
        block_cols_exp, block_rows_exp = coding.block_exps(number)
        cols_exp, rows_exp = coding.precinct_exps[number]
        halved = 1 if number else 0
        directions = ((1, 0), (0, 1), (1, 1)) if number else ((0, 0),)  # HL, LH, HH; or LL
        bands = tuple(
            Subband(
                _halved(self.cols, depth, x), _halved(self.rows, depth, y), 1 << block_cols_exp, 1 << block_rows_exp
            )
            for x, y in directions
        )
        rows, cols = _halved(self.rows, halvings, 0), _halved(self.cols, halvings, 0)
        return Resolution(
            bands,
            1 << (cols_exp - halved),
            1 << (rows_exp - halved),
            -(-rows // (1 << rows_exp)),
            -(-cols // (1 << cols_exp)),
            1 << (cols_exp + halvings),
            1 << (rows_exp + halvings),
        )


def _halved(length: int, times: int, is_high: int) -> int:
    """Return how many coefficients are left of a side, of the low or the high ones."""
    if not times:
        return length
    return max(-(-(length - (is_high << (times - 1))) // (1 << times)), 0)
