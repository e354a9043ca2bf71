"""How a JPEG 2000 file is cut into tiles, which GDAL does not tell: it shows its own blocks for a file of one tile."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import BinaryIO

_CODESTREAM = b"jp2c"
_START = b"\xff\x4f\xff\x51"  # start of codestream, then the marker of the sizes
_SIZES = struct.Struct(">HHIIIIIIII")  # length, profile, x and y stop, x and y start, tile cols and rows, their start


def jp2_tile_shape(path: Path) -> tuple[int, int] | None:
    """Return the (rows, cols) of a tile, cut to the picture; None for what is no JPEG 2000 file on disk."""
    try:
        with path.open("rb") as file:
            go_to_codestream(file)
            if file.read(len(_START)) != _START:
                return None
            _, _, x_stop, y_stop, x, y, cols, rows, _, _ = _SIZES.unpack(file.read(_SIZES.size))
    except (OSError, struct.error):
        return None
    return min(rows, y_stop - y), min(cols, x_stop - x)


def go_to_codestream(file: BinaryIO) -> None:
    """Step over the boxes before the codestream; a bare codestream has none."""
    is_bare = file.read(len(_START)) == _START
    file.seek(0)
    while not is_bare:
        start = file.tell()
        length, kind = struct.unpack(">I4s", file.read(8))
        if length == 1:
            (length,) = struct.unpack(">Q", file.read(8))
        if kind == _CODESTREAM:
            return
        if length < 8:  # 0: the box reaches to the end of the file
            raise struct.error("no codestream")
        file.seek(start + length)
