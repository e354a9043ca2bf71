"""The header of a TIFF, with nothing but Python."""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass

from engine.telling import Failed

SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 16: 8}
FORMATS = {1: "B", 3: "H", 4: "I", 6: "b", 8: "h", 9: "i", 11: "f", 12: "d", 16: "Q"}
DTYPES = {(1, 8): "uint8", (1, 16): "uint16", (2, 16): "int16", (3, 32): "float32", (1, 32): "uint32"}


@dataclass
class Raster:
    path: str
    name: str
    width: int = 100
    height: int = 100
    n_bands: int = 3
    dtype: str = "uint8"
    epsg: int = 0
    transform: tuple = (1.0, 0.0, 0.0, 0.0, -1.0, 0.0)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        a, _, left, _, e, top = self.transform
        return left, top + e * self.height, left + a * self.width, top


def open_raster(path: str) -> Raster:
    if not os.path.isfile(path):
        raise Failed("RasterOpenError", f"{path} does not exist", "Check the path of the raster.")
    raster = Raster(path, os.path.basename(path))
    with open(path, "rb") as file:
        head = file.read(4)
        if head[:4] not in (b"II*\0", b"MM\0*"):
            if os.path.splitext(path)[1].lower() in (".tif", ".tiff", ".txt", ".geojson"):
                raise Failed(
                    "RasterOpenError", f"{path} is not a raster", "Choose a GeoTIFF, JPEG 2000 or similar file."
                )
            return raster
        tags = read_tags(file, "<" if head[:2] == b"II" else ">")
    raster.width, raster.height = tags[256][0], tags[257][0]
    n_extra = len(tags.get(338, ()))
    raster.n_bands = max(tags.get(277, (1,))[0] - n_extra, 1)
    raster.dtype = DTYPES.get((tags.get(339, (1,))[0], tags.get(258, (8,))[0]), "uint8")
    if 33550 in tags and 33922 in tags:
        x_size, y_size = tags[33550][:2]
        column, row, _, x, y, _ = tags[33922][:6]
        raster.transform = (x_size, 0.0, x - column * x_size, 0.0, -y_size, y + row * y_size)
    keys = tags.get(34735, ())
    codes = {keys[i]: keys[i + 3] for i in range(4, len(keys) - 3, 4)}
    raster.epsg = next((codes[key] for key in (3072, 2048) if 1024 <= codes.get(key, 0) < 32767), 0)
    return raster


def read_tags(file, order: str) -> dict[int, tuple]:
    file.seek(4)
    (offset,) = struct.unpack(order + "I", file.read(4))
    file.seek(offset)
    (count,) = struct.unpack(order + "H", file.read(2))
    entries = [struct.unpack(order + "HHI4s", file.read(12)) for _ in range(count)]
    tags = {}
    for tag, kind, n, value in entries:
        if kind not in FORMATS or tag in (273, 279, 324, 325):
            continue
        size = SIZES[kind] * n
        if size > 4:
            file.seek(struct.unpack(order + "I", value)[0])
            value = file.read(size)
        tags[tag] = struct.unpack(f"{order}{n}{FORMATS[kind]}", value[:size])
    return tags
