"""Writes large JPEG 2000 files in a moment: one tile is compressed by GDAL, then repeated under new numbers.

Every tile that is read is decompressed as in any other file, but a gigapixel is written in seconds.
"""

from __future__ import annotations

import struct
from pathlib import Path

import rasterio
from rasterio.shutil import copy as copy_raster

_START_OF_TILE, _SIZES, _END = b"\xff\x90", b"\xff\x51", b"\xff\xd9"


def write_repeated_jp2(path: Path, pattern: Path, *, side_px: int, lossless: bool) -> None:
    """Write a raster that repeats another one, which becomes one tile.

    Args:
        path: what to write.
        pattern: a raster of three bands of uint8, square, its side a power of two.
        side_px: of the raster to write, a multiple of the pattern's.
        lossless: else it is compressed to a tenth.
    """
    with rasterio.open(pattern) as file:
        tile_px = file.width
    tile = path.with_name(f"{path.name}.tile.jp2")
    options = {"QUALITY": "100", "REVERSIBLE": "YES"} if lossless else {"QUALITY": "10", "REVERSIBLE": "NO"}
    copy_raster(
        pattern, tile, driver="JP2OpenJPEG", BLOCKXSIZE=str(tile_px), BLOCKYSIZE=str(tile_px), GMLJP2="NO", **options
    )
    try:
        _repeat(tile.read_bytes(), path, side_px, n_tiles=(side_px // tile_px) ** 2)
    finally:
        for each in tile.parent.glob(f"{tile.name}*"):
            each.unlink()


def _repeat(one: bytes, path: Path, side_px: int, n_tiles: int) -> None:
    """Write the file of one tile with that tile `n_tiles` times, and with sides of `side_px`."""
    boxes = dict(_boxes(one))
    header = bytearray(boxes[b"jp2h"])
    at = header.index(b"ihdr") + 4
    header[at : at + 8] = struct.pack(">II", side_px, side_px)
    main, tile = _parts(boxes[b"jp2c"])
    length = 16 + len(main) + n_tiles * len(tile) + len(_END)
    with path.open("wb") as file:
        for name, content in boxes.items():
            if name != b"jp2c":
                file.write(_box(name, bytes(header) if name == b"jp2h" else content))
        file.write(struct.pack(">I4sQ", 1, b"jp2c", length))
        file.write(_with_side(main, side_px))
        for number in range(n_tiles):
            file.write(tile[:4] + struct.pack(">H", number) + tile[6:])
        file.write(_END)


def _boxes(data: bytes) -> list[tuple[bytes, bytes]]:
    """Return name and content of every box."""
    found, at = [], 0
    while at < len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        head = 8
        if length == 1:
            (length,), head = struct.unpack_from(">Q", data, at + 8), 16
        stop = at + length if length else len(data)
        found.append((name, data[at + head : stop]))
        at = stop
    return found


def _box(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(content), name) + content


def _parts(stream: bytes) -> tuple[bytes, bytes]:
    """Return the main header of a code stream, and its one tile with all of its parts."""
    at = 2  # behind the mark of its start
    while stream[at : at + 2] != _START_OF_TILE:
        at += 2 + struct.unpack_from(">H", stream, at + 2)[0]
    (length,) = struct.unpack_from(">I", stream, at + 6)
    if stream[at + length : at + length + 2] != _END:
        raise ValueError("the tile was written in several parts, which is not foreseen here")
    return stream[:at], stream[at : at + length]


def _with_side(main: bytes, side_px: int) -> bytes:
    at = main.index(_SIZES) + 6
    return main[:at] + struct.pack(">II", side_px, side_px) + main[at + 8 :]
