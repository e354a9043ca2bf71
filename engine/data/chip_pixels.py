"""The pixels of chips for other programs: read in large pieces, cut, turned, and brought to 8 bits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from scipy import ndimage

from engine.data.bands import normalize
from engine.data.chip_ground import ChipGround
from engine.data.chip_walk import ChipPlace
from engine.domain.scaling import Scaling
from engine.geo.burn import burn_mask
from engine.geo.pixels import Pixels
from engine.geo.raster import Raster
from engine.geo.window import Window

_PIECE_BYTES = 48 << 20  # what is read of a raster at once
_AROUND_PX = 2  # bilinear sampling looks one pixel further than the chip reaches


@dataclass(frozen=True)
class Piece:
    """A part of a raster in memory, and the numbers of the chips that are cut from it."""

    window: Window
    numbers: tuple[int, ...]


def pieces_of(
    places: Sequence[ChipPlace], numbers: Sequence[int], raster: Raster, *, bands: Sequence[int], size_px: int
) -> Iterator[Piece]:
    """Yield parts of the raster, each read once for all chips that begin in it, row by row.

    Args:
        places: of all chips.
        numbers: of those on this raster.
        raster: what they are cut from.
        bands: what is read.
        size_px: side of a chip.
    """
    bytes_per_px = len(bands) * np.dtype(raster.dtype).itemsize + 1
    side = max(size_px, int((_PIECE_BYTES / bytes_per_px) ** 0.5) - size_px)
    cells: dict[tuple[int, int], list[int]] = {}
    for number in numbers:
        place = places[number]
        cells.setdefault((place.row // side, place.col // side), []).append(number)
    for _, mine in sorted(cells.items()):
        yield Piece(_window_of([places[number] for number in mine], raster, size_px), tuple(mine))


def _window_of(places: Sequence[ChipPlace], raster: Raster, size_px: int) -> Window:
    reach = 0 if all(place.rotation % 90.0 == 0.0 for place in places) else round(0.21 * size_px) + _AROUND_PX
    row, col = min(place.row for place in places), min(place.col for place in places)
    rows, cols = (max(getattr(place, side) for place in places) + size_px for side in ("row", "col"))
    return Window(row, col, rows - row, cols - col).grown(reach).intersection(raster.grid.window)


def cut(pixels: Pixels, window: Window, chip_to_raster: Affine, size_px: int) -> Pixels:
    """Return the pixels of a chip from those of a window; what lies beyond the raster is invalid.

    Chips turned by right angles keep their pixels, others are interpolated.
    """
    if _is_whole(chip_to_raster):
        return _cut_straight(pixels, window, chip_to_raster, size_px)
    # From pixel corners (Affine) to pixel centers (scipy), and from (col, row) to (row, col).
    move = Affine.translation(-window.col - 0.5, -window.row - 0.5) * chip_to_raster * Affine.translation(0.5, 0.5)
    matrix, offset = np.array([[move.e, move.d], [move.b, move.a]]), np.array([move.f, move.c])
    shape = (size_px, size_px)
    values = np.stack([_sampled(band, matrix, offset, shape) for band in pixels.values])
    is_there = ndimage.affine_transform(
        pixels.valid.astype(np.uint8), matrix, offset, output_shape=shape, order=0, mode="constant"
    )
    return Pixels(values, is_there > 0)


def _sampled(
    band: NDArray[np.generic], matrix: NDArray[np.float64], offset: NDArray[np.float64], shape: tuple[int, int]
) -> NDArray[np.generic]:
    real = band.astype(np.float64 if band.dtype.itemsize > 2 else np.float32)
    sampled = ndimage.affine_transform(real, matrix, offset, output_shape=shape, order=1, mode="nearest")
    return (np.rint(sampled) if band.dtype.kind in "iu" else sampled).astype(band.dtype)


def _is_whole(transform: Affine) -> bool:
    return all(float(number).is_integer() for number in tuple(transform)[:6])


def _cut_straight(pixels: Pixels, window: Window, chip_to_raster: Affine, size_px: int) -> Pixels:
    corners = [chip_to_raster * corner for corner in ((0, 0), (size_px, size_px))]
    square = Window(int(min(y for _, y in corners)), int(min(x for x, _ in corners)), size_px, size_px)
    inside = square.intersection(window)
    if inside == square:
        rows, cols = square.slices_in(window)
        values, valid = pixels.values[:, rows, cols], pixels.valid[rows, cols]
    else:
        values = np.zeros((len(pixels.values), size_px, size_px), pixels.values.dtype)
        valid = np.zeros((size_px, size_px), bool)
        if not inside.is_empty:
            place, source = inside.slices_in(square), inside.slices_in(window)
            values[(slice(None), *place)] = pixels.values[(slice(None), *source)]
            valid[place] = pixels.valid[source]
    # The chip's first step to the right: (1, 0), (0, -1), (-1, 0) or (0, 1) on the raster.
    turns = {(1, 0): 0, (0, -1): 3, (-1, 0): 2, (0, 1): 1}[int(chip_to_raster.a), int(chip_to_raster.d)]
    return Pixels(np.rot90(values, turns, axes=(1, 2)), np.rot90(valid, turns)) if turns else Pixels(values, valid)


def blank_unknown(pixels: Pixels, ground: ChipGround, chip_to_raster: Affine) -> Pixels:
    """Return the pixels with those outside the labeled ground invalid: nobody knows what lies there."""
    if ground.known is None:
        return pixels
    return Pixels(pixels.values, pixels.valid & burn_mask(ground.known, pixels.valid.shape, transform=chip_to_raster))


def filled(pixels: Pixels, fill: float) -> NDArray[np.generic]:
    """Return the values, (bands, rows, cols), with `fill` where they are invalid."""
    if pixels.valid.all():
        return pixels.values
    values = pixels.values.copy()
    values[:, ~pixels.valid] = fill
    return values


def in_8_bits(pixels: Pixels, scaling: Scaling | None) -> NDArray[np.uint8]:
    """Return uint8 (bands, rows, cols), 0 where invalid; without a scaling the values are 8 bits already."""
    if scaling is None:
        return filled(pixels, 0).astype(np.uint8, copy=False)
    shares = np.clip(normalize(pixels, scaling), 0.0, 1.0)
    values: NDArray[np.uint8] = np.rint(shares * 255.0).astype(np.uint8)
    values[:, ~pixels.valid] = 0
    return values
