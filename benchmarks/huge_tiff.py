"""Writes GeoTIFFs of any size in a moment: a few compressed blocks, and a table that names them again and again.

The file takes a few MB however many pixels it has, yet every block that is read is decompressed as in any other file:
only the disk is spared.
"""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.transform import Affine

_SHORT, _LONG, _DOUBLE, _LONG8 = 3, 4, 12, 16  # types of the format, and what `struct` calls them
_LETTERS = {_SHORT: "H", _LONG: "I", _DOUBLE: "d", _LONG8: "Q"}
_DEFLATE, _RGB, _PIXEL_INTERLEAVED = 8, 2, 1
_HEAD = struct.pack("<2sHHHQ", b"II", 43, 8, 0, 16)  # BigTIFF, its directory right behind the head


def write_repeated_tiff(
    path: Path, pattern: NDArray[np.uint8], *, side_px: int, block_px: int, transform: Affine, crs: str
) -> None:
    """Write a raster of uint8 (3, side, side) that is the pattern, uint8 (3, rows, cols), over and over.

    Args:
        path: what to write.
        pattern: its sides are multiples of `block_px`.
        side_px: of the raster.
        block_px: side of the blocks that are compressed, a multiple of 16.
        transform: from pixels to map units, without a turn.
        crs: a projected one that EPSG numbers.
    """
    blocks = _compressed(pattern, block_px)
    n_rows, n_cols = pattern.shape[1] // block_px, pattern.shape[2] // block_px
    n_along = -(-side_px // block_px)
    rows, cols = np.divmod(np.arange(n_along**2), n_along)
    chosen = (rows % n_rows) * n_cols + cols % n_cols
    sizes = np.array([len(block) for block in blocks])
    entries = [
        (256, _LONG, [side_px]),
        (257, _LONG, [side_px]),
        (258, _SHORT, [8, 8, 8]),
        (259, _SHORT, [_DEFLATE]),
        (262, _SHORT, [_RGB]),
        (277, _SHORT, [3]),
        (284, _SHORT, [_PIXEL_INTERLEAVED]),
        (322, _SHORT, [block_px]),
        (323, _SHORT, [block_px]),
        (324, _LONG8, np.zeros(n_along**2, np.uint64)),  # where the blocks are: known when all else has its place
        (325, _LONG, sizes[chosen]),
        (33550, _DOUBLE, [transform.a, -transform.e, 0.0]),
        (33922, _DOUBLE, [0.0, 0.0, 0.0, transform.c, transform.f, 0.0]),
        (34735, _SHORT, _geo_keys(crs)),
    ]
    start = len(_directory(entries))
    places = start + np.concatenate([[0], np.cumsum(sizes)])
    entries[9] = (324, _LONG8, places[chosen].astype(np.uint64))
    path.write_bytes(_directory(entries) + b"".join(blocks))


def _compressed(pattern: NDArray[np.uint8], block_px: int) -> list[bytes]:
    """Return the blocks of the pattern, row by row."""
    blocks = []
    for row in range(0, pattern.shape[1], block_px):
        for col in range(0, pattern.shape[2], block_px):
            block = pattern[:, row : row + block_px, col : col + block_px]
            blocks.append(zlib.compress(np.moveaxis(block, 0, -1).tobytes(), 6))
    return blocks


def _geo_keys(crs: str) -> list[int]:
    """Return the keys that name a projected system: version 1.1.0, three keys of (key, 0, 1, value)."""
    return [1, 1, 0, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, CRS.from_user_input(crs).to_epsg()]


def _directory(entries: list[tuple[int, int, object]]) -> bytes:
    """Return the head, the directory and the values that do not fit into it."""
    behind = len(_HEAD) + 8 + 20 * len(entries) + 8
    lines, values = [struct.pack("<Q", len(entries))], b""
    for tag, kind, given in entries:
        packed = np.asarray(given).astype(f"<{_LETTERS[kind]}").tobytes()
        count = len(packed) // struct.calcsize(_LETTERS[kind])
        if len(packed) > 8:
            place = behind + len(values)
            values += packed + bytes(-len(packed) % 8)
            packed = struct.pack("<Q", place)
        lines.append(struct.pack("<HHQ", tag, kind, count) + packed.ljust(8, b"\0"))
    return _HEAD + b"".join(lines) + struct.pack("<Q", 0) + values
