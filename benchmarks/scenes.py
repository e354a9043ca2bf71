"""Rasters made for the benchmarks, in build/bench: ground of noise, and bright things on it; kept for the next run.

Ground is 0 to 59 in every band and things are 120 brighter, so that a threshold finds every one of them exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import rasterio
import shapely
from numpy.typing import NDArray
from rasterio.enums import Resampling
from rasterio.features import rasterize
from rasterio.transform import Affine, from_origin

from benchmarks.huge_jp2 import write_one_tile_jp2, write_repeated_jp2
from benchmarks.huge_tiff import write_repeated_tiff
from benchmarks.process import ROOT

KAMPALA = ROOT / "examples" / "kampala" / "kampala.tif"
CRS = "EPSG:32631"
# A power of two and whole metres, so that map coordinates are exact and can be compared to the last bit.
RESOLUTION_M = 0.25
TRANSFORM: Affine = from_origin(500_000.0, 5_000_000.0, RESOLUTION_M, RESOLUTION_M)
GROUND_MOST = 60
THING_RISE = 120
THRESHOLD = 90  # between the brightest ground and the darkest thing
PATTERN_PX = 1024  # the side of what is repeated in huge rasters
_THINGS_PER_MPX = 100
_BLOCK_PX = 512


def city(folder: Path, side_px: int, n_polygons: int) -> Path:
    """Return a raster of uint8 (3, side, side) with polygons of 6 to 20 pixels' radius that may touch and overlap."""
    path = folder / f"city-{side_px}-{n_polygons}.tif"
    if not path.is_file():
        generator = np.random.default_rng(0)
        polygons = [_ragged(generator, generator.uniform(10, side_px - 10, 2)) for _ in range(n_polygons)]
        write_scene(path, mask_of(polygons, (side_px, side_px)))
    return path


def huge(folder: Path, side_px: int) -> Path:
    """Return a raster of uint8 (3, side, side) that repeats one pattern; its file is small, decoding it is not."""
    path = folder / f"huge-{side_px}.tif"
    if not path.is_file():
        beside = path.with_suffix(".part")
        write_repeated_tiff(beside, pattern(), side_px=side_px, block_px=_BLOCK_PX, transform=TRANSFORM, crs=CRS)
        beside.replace(path)
    return path


def jp2(folder: Path, side_px: int, *, lossless: bool = False) -> Path:
    """Return the same as a JPEG 2000 file in tiles of 1024, compressed to a tenth or without loss."""
    path = folder / f"huge-{side_px}{'-lossless' if lossless else ''}.jp2"
    if not path.is_file():
        beside = path.with_suffix(".part")
        write_repeated_jp2(beside, huge(folder, PATTERN_PX), side_px=side_px, lossless=lossless)
        beside.replace(path)
    return path


def jp2_in_one_tile(folder: Path, side_px: int, *, lossless: bool = False) -> Path:
    """Return the same as a JPEG 2000 file in one tile, compressed to a tenth or without loss."""
    path = folder / f"huge-{side_px}{'-lossless' if lossless else ''}-one-tile.jp2"
    if not path.is_file():
        beside = path.with_suffix(".part")
        write_one_tile_jp2(beside, huge(folder, 3 * PATTERN_PX), side_px=side_px, lossless=lossless)
        beside.replace(path)
    return path


def huge_roofs(folder: Path, side_px: int, resolution_m: float) -> Path:
    """Return a raster of uint8 (3, side, side) that repeats Kampala, mirrored, at the resolution of a network."""
    path = folder / f"roofs-{side_px}.tif"
    if not path.is_file():
        beside = path.with_suffix(".part")
        transform = from_origin(500_000.0, 5_000_000.0, resolution_m, resolution_m)
        write_repeated_tiff(beside, _roofs(), side_px=side_px, block_px=_BLOCK_PX // 2, transform=transform, crs=CRS)
        beside.replace(path)
    return path


def _roofs() -> NDArray[np.uint8]:
    """Return Kampala at three quarters of its size and its mirror images around it, uint8 (3, 1536, 2304)."""
    with rasterio.open(KAMPALA) as file:
        shape = 3, file.height * 3 // 4, file.width * 3 // 4
        pixels = file.read((1, 2, 3), out_shape=shape, resampling=Resampling.cubic)
    pixels = np.concatenate([pixels, pixels[:, ::-1]], axis=1)
    return np.concatenate([pixels, pixels[:, :, ::-1]], axis=2)


@cache
def pattern() -> NDArray[np.uint8]:
    """Return what is repeated, uint8 (3, 1024, 1024): things that end at one edge go on at the opposite one."""
    generator = np.random.default_rng(1)
    n_things = round(_THINGS_PER_MPX * (PATTERN_PX / 1000) ** 2)
    polygons = [_ragged(generator, generator.uniform(0, PATTERN_PX, 2)) for _ in range(n_things)]
    steps = (-PATTERN_PX, 0, PATTERN_PX)
    turned = [shapely.affinity.translate(each, dx, dy) for each in polygons for dx in steps for dy in steps]
    return painted(mask_of(turned, (PATTERN_PX, PATTERN_PX)))


def mask_of(polygons: Sequence[shapely.Polygon], shape: tuple[int, int]) -> NDArray[np.bool_]:
    """Return the pixels whose center lies in one of the polygons, bool (rows, cols)."""
    return rasterize(polygons, shape, dtype="uint8").astype(bool)


def painted(mask: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Return the picture of a mask, uint8 (3, rows, cols)."""
    ground = np.random.default_rng(2).integers(0, GROUND_MOST, (3, *mask.shape), dtype=np.uint8)
    return ground + THING_RISE * mask.astype(np.uint8)


def write_scene(path: Path, mask: NDArray[np.bool_]) -> None:
    """Write the picture of a mask as a tiled GeoTIFF."""
    write_pixels(path, painted(mask), TRANSFORM)


def write_pixels(path: Path, pixels: NDArray[np.uint8], transform: Affine, crs: object = CRS) -> None:
    """Write pixels, uint8 (3, rows, cols), as a tiled GeoTIFF; the file appears when it is whole."""
    beside = path.with_suffix(".part")
    profile = {
        "driver": "GTiff", "width": pixels.shape[2], "height": pixels.shape[1], "count": 3, "dtype": "uint8",
        "crs": crs, "transform": transform, "tiled": True, "blockxsize": _BLOCK_PX, "blockysize": _BLOCK_PX,
        "compress": "deflate",
    }  # fmt: skip
    with rasterio.open(beside, "w", **profile) as file:
        file.write(pixels)
    beside.replace(path)


def _ragged(generator: np.random.Generator, center: NDArray[np.float64]) -> shapely.Polygon:
    """Return a ragged disk around a center (x, y)."""
    angles = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    radii = generator.uniform(6, 20) * (1 + 0.2 * generator.standard_normal(24))
    return shapely.Polygon(center + np.stack([np.cos(angles), np.sin(angles)], axis=1) * radii[:, None])
