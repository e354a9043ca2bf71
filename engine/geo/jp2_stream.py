"""The code stream of a JPEG 2000 file in one tile: its main header, and where the packets lie."""

from __future__ import annotations

import struct
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from engine.geo.jp2_header import go_to_codestream
from engine.geo.jp2_layout import Coding, Layout

SOC, SIZ, COD, QCD, QCC = 0xFF4F, 0xFF51, 0xFF52, 0xFF5C, 0xFF5D
SOT, SOD, EOC, TLM, PLM, PLT, CRG, COM = 0xFF90, 0xFF93, 0xFFD9, 0xFF55, 0xFF57, 0xFF58, 0xFF63, 0xFF64
_KEPT, _SKIPPED = (QCD, QCC), (TLM, PLM, PLT, CRG, COM)
_SIZES = struct.Struct(">HIIIIIIIIH")  # profile, x and y stop, x and y start, tile cols and rows, their start, bands
_USUAL_PRECINCT = 15
_STYLES_OF_SEGMENTS = 0b101  # bypass and termination: then a code block has several lengths
_SMALLEST_BLOCK_EXP = 0
_SYCC = 18


@dataclass(frozen=True)
class Stream:
    """What the headers say. `parts` are the (start, stop) of the packets' bytes in the file."""

    layout: Layout
    sizes: bytes  # the marker SIZ with what it says
    kept: bytes  # markers that go into every cut as they are
    parts: tuple[tuple[int, int], ...]


class NotCutError(Exception):
    """The file is coded in a way that is not cut here; the message says which."""


def read_stream(path: Path) -> Stream:
    """Return what the headers of a JPEG 2000 file in one tile say.

    Raises:
        NotCutError: it is none, it is damaged, or it is coded in a way that is seldom and not understood here.
    """
    try:
        with path.open("rb") as file:
            if _color_space(file) == _SYCC:
                raise NotCutError("its colors are sYCC")
            file.seek(0)
            go_to_codestream(file)
            return _read(file)
    except (OSError, struct.error, IndexError) as err:
        raise NotCutError(f"its header cannot be read: {err}") from err


def _read(file: BinaryIO) -> Stream:
    if _number(file) != SOC:
        raise NotCutError("it has no code stream")
    segments: dict[int, bytes] = {}
    kept = b""
    while (marker := _number(file)) != SOT:
        content = file.read(_number(file) - 2)
        if marker in (SIZ, COD):
            segments[marker] = content
        elif marker in _KEPT:
            kept += struct.pack(">HH", marker, len(content) + 2) + content
        elif marker not in _SKIPPED:
            raise NotCutError(f"its header has the marker {marker:04X}")
    rows, cols, n_components = _size(segments[SIZ])
    return Stream(Layout(rows, cols, _coding(segments[COD], n_components)), segments[SIZ], kept, _parts(file))


def _size(sizes: bytes) -> tuple[int, int, int]:
    """Return rows, columns and components."""
    _, cols, rows, x, y, tile_cols, tile_rows, tile_x, tile_y, n_components = _SIZES.unpack_from(sizes)
    if x or y or tile_x or tile_y or tile_cols < cols or tile_rows < rows:
        raise NotCutError("it has several tiles, or does not begin at 0")
    components = [sizes[_SIZES.size + 3 * i : _SIZES.size + 3 * i + 3] for i in range(n_components)]
    if len(set(components)) != 1 or components[0][1:] != b"\x01\x01":
        raise NotCutError("its bands are not alike")
    return rows, cols, n_components


def _coding(content: bytes, n_components: int) -> Coding:
    flags, progression, n_layers, mixes, n_levels, cols, rows, style, transform = struct.unpack_from(
        ">BBHBBBBBB", content
    )
    sizes = content[10:] if flags & 1 else bytes([_USUAL_PRECINCT << 4 | _USUAL_PRECINCT]) * (n_levels + 1)
    coding = Coding(
        flags=flags,
        progression=progression,
        n_layers=n_layers,
        mixes_components=mixes,
        n_levels=n_levels,
        block_cols_exp=cols + 2,
        block_rows_exp=rows + 2,
        style=style,
        transform=transform,
        precinct_exps=tuple((size & 15, size >> 4) for size in sizes[: n_levels + 1]),
        n_components=n_components,
    )
    blocks = [coding.block_exps(r) for r in range(n_levels + 1)]
    if style & (_STYLES_OF_SEGMENTS | 0x40) or min(map(min, blocks)) < _SMALLEST_BLOCK_EXP or progression > 4:
        raise NotCutError("its code blocks are of a seldom kind")
    return coding


def _parts(file: BinaryIO) -> tuple[tuple[int, int], ...]:
    """Return where the packets of every tile part lie; the file stands behind the marker of the first one."""
    found = []
    end = _length(file)
    while True:
        start = file.tell() - 2
        _, tile, length, _, _ = struct.unpack(">HHIBB", file.read(10))
        if tile:
            raise NotCutError("it has several tiles")
        stop = start + length if length else end - 2
        while (marker := _number(file)) != SOD:
            if marker not in _SKIPPED:
                raise NotCutError(f"a part of its tile has the marker {marker:04X}")
            file.seek(_number(file) - 2, 1)
        found.append((file.tell(), stop))
        file.seek(stop)
        ending = file.read(2)
        if ending != SOT.to_bytes(2, "big"):  # its end, or that of a file that was cut off
            return tuple(found)


def _length(file: BinaryIO) -> int:
    here = file.tell()
    length = file.seek(0, 2)
    file.seek(here)
    return length


def _color_space(file: BinaryIO) -> int | None:
    """Return the number of the color space in the boxes before the code stream; None where there is none."""
    head = file.read(1 << 16)
    at = head.find(b"colr")
    if at < 0 or at + 11 > len(head) or head[at + 4] != 1:
        return None
    return int.from_bytes(head[at + 7 : at + 11], "big")


def _number(file: BinaryIO) -> int:
    return int(struct.unpack(">H", file.read(2))[0])


def head_of_cut(stream: Stream, rows: int, cols: int) -> tuple[bytes, Coding]:
    """Return the main header of a picture of another size with the same code blocks, in one layer; and its coding."""
    coding = stream.layout.coding
    exps = []
    for resolution, (cols_exp, rows_exp) in enumerate(coding.precinct_exps):
        halved = 1 if resolution else 0
        exps.append(
            (
                cols_exp if cols_exp - halved < coding.block_cols_exp else _USUAL_PRECINCT,
                rows_exp if rows_exp - halved < coding.block_rows_exp else _USUAL_PRECINCT,
            )
        )
    new = replace(coding, flags=1, progression=0, n_layers=1, precinct_exps=tuple(exps))
    sizes = bytearray(stream.sizes)
    struct.pack_into(">II", sizes, 2, cols, rows)
    struct.pack_into(">II", sizes, 18, cols, rows)
    blocks = new.block_cols_exp - 2, new.block_rows_exp - 2
    coded = struct.pack(">BBHBB", 1, 0, 1, new.mixes_components, new.n_levels)
    coded += struct.pack(">BBBB", *blocks, new.style, new.transform) + bytes(y << 4 | x for x, y in exps)
    head = struct.pack(">H", SOC) + _segment(SIZ, bytes(sizes)) + _segment(COD, coded) + stream.kept
    return head, new


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">HH", marker, len(content) + 2) + content
