"""Writes large JPEG 2000 files in a moment: what GDAL compressed is repeated, tile by tile or precinct by precinct.

Everything that is read is decompressed as in any other file, but a gigapixel is written in seconds.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import rasterio
from rasterio.shutil import copy as copy_raster

_START_OF_TILE, _SIZES, _CODING, _END = b"\xff\x90", b"\xff\x51", b"\xff\x52", b"\xff\xd9"
_START_OF_DATA, _START_OF_PACKET = b"\xff\x93", b"\xff\x91\x00\x04"
_HAS_STARTS_OF_PACKETS = 2  # a flag among those of how it was coded
_N_BANDS, _N_RESOLUTIONS = 3, 6
_MOST_BYTES_OF_PART = 1 << 31  # a tile is written in parts, whose lengths have 32 bits


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
    try:
        _compress(pattern, tile, tile_px, lossless=lossless)
        _repeat(tile.read_bytes(), path, side_px, n_tiles=(side_px // tile_px) ** 2)
    finally:
        for each in tile.parent.glob(f"{tile.name}*"):
            each.unlink()


def write_one_tile_jp2(path: Path, three: Path, *, side_px: int, lossless: bool) -> None:
    """Write a raster that repeats a pattern, in a single tile.

    Every precinct of it is as large as the pattern, so all of them are alike but for those at the edges of the raster,
    beyond which a compressor mirrors what is there.

    Args:
        path: what to write.
        three: a raster of three bands of uint8 that holds the pattern 3 x 3 times, the pattern's side a power of two.
        side_px: of the raster to write, a multiple of the pattern's.
        lossless: else it is compressed to a tenth.
    """
    with rasterio.open(three) as file:
        three_px = file.width
    sides_px = [three_px // 3 >> step for step in range(_N_RESOLUTIONS)]
    one = path.with_name(f"{path.name}.three.jp2")
    options = {"SOP": "YES", "RESOLUTIONS": str(_N_RESOLUTIONS), "PROGRESSION": "LRCP"}
    options["PRECINCTS"] = ",".join(f"{{{side},{side}}}" for side in sides_px)
    try:
        _compress(three, one, three_px, lossless=lossless, **options)
        _spread(one.read_bytes(), path, side_px, n_along=side_px // (three_px // 3))
    finally:
        for each in one.parent.glob(f"{one.name}*"):
            each.unlink()


def _compress(source: Path, target: Path, tile_px: int, *, lossless: bool, **options: str) -> None:
    quality = {"QUALITY": "100", "REVERSIBLE": "YES"} if lossless else {"QUALITY": "10", "REVERSIBLE": "NO"}
    side = str(tile_px)
    copy_raster(
        source, target, driver="JP2OpenJPEG", BLOCKXSIZE=side, BLOCKYSIZE=side, GMLJP2="NO", **quality, **options
    )


def _spread(one: bytes, path: Path, side_px: int, n_along: int) -> None:
    """Write the file of 3 x 3 precincts with `n_along` x `n_along` of them, in tile parts as large as may be."""
    boxes = dict(_boxes(one))
    main, tile = _parts(boxes[b"jp2c"])
    packets = tile[tile.index(_START_OF_DATA) + 2 :].split(_START_OF_PACKET)[1:]
    packets = [packet[2:] for packet in packets]  # behind its number
    rows = list(_rows_of_packets(packets, n_along))
    parts: list[list[list[bytes]]] = [[]]
    size = 0
    for row in rows:
        n_bytes = sum(map(len, row))
        if size + n_bytes > _MOST_BYTES_OF_PART:
            parts.append([])
            size = 0
        parts[-1].append(row)
        size += n_bytes
    with path.open("wb") as file:
        _write_head(file, boxes, side_px)
        file.write(struct.pack(">I4s", 0, b"jp2c"))  # to the end of the file
        file.write(_without_starts_of_packets(_with_side(main, side_px, side_px)))
        for number, part in enumerate(parts):
            length = 14 + sum(len(packet) for row in part for packet in row)
            file.write(_START_OF_TILE + struct.pack(">HHIBB", 10, 0, length, number, len(parts)) + _START_OF_DATA)
            for row in part:
                file.write(b"".join(row))
        file.write(_END)


def _rows_of_packets(packets: list[bytes], n_along: int) -> Iterator[list[bytes]]:
    """Yield the packets of a row of precincts, for each resolution and band, as the progression LRCP has them."""
    along = [0, *[1] * (n_along - 2), 2]
    for first in range(0, _N_RESOLUTIONS * _N_BANDS * 9, 9):
        for row in along:
            yield [packets[first + 3 * row + col] for col in along]


def _without_starts_of_packets(main: bytes) -> bytes:
    at = main.index(_CODING) + 4
    return main[:at] + bytes([main[at] & ~_HAS_STARTS_OF_PACKETS]) + main[at + 1 :]


def _write_head(file: BinaryIO, boxes: dict[bytes, bytes], side_px: int) -> None:
    """Write the boxes before the code stream."""
    header = bytearray(boxes[b"jp2h"])
    at = header.index(b"ihdr") + 4
    header[at : at + 8] = struct.pack(">II", side_px, side_px)
    for name, content in boxes.items():
        if name != b"jp2c":
            file.write(_box(name, bytes(header) if name == b"jp2h" else content))


def _repeat(one: bytes, path: Path, side_px: int, n_tiles: int) -> None:
    """Write the file of one tile with that tile `n_tiles` times, and with sides of `side_px`."""
    boxes = dict(_boxes(one))
    main, tile = _parts(boxes[b"jp2c"])
    length = 16 + len(main) + n_tiles * len(tile) + len(_END)
    with path.open("wb") as file:
        _write_head(file, boxes, side_px)
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


def _with_side(main: bytes, side_px: int, tile_px: int | None = None) -> bytes:
    """Return the main header of a raster of that side; its tiles stay as they are unless their side is given."""
    at = main.index(_SIZES) + 6
    main = main[:at] + struct.pack(">II", side_px, side_px) + main[at + 8 :]
    return main if tile_px is None else main[: at + 16] + struct.pack(">II", tile_px, tile_px) + main[at + 24 :]
