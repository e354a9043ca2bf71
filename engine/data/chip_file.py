"""One chip as a file: a picture of 8 bits, or a GeoTIFF with the pixels that the raster has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from rasterio.enums import ColorInterp

from engine.data.chip_pixels import filled, in_8_bits
from engine.domain.category import Category
from engine.domain.scaling import Scaling
from engine.geo.grid import PIXEL_COORDINATES
from engine.geo.picture_file import jpeg_bytes, png_bytes
from engine.geo.pixels import Pixels
from engine.geo.raster import Raster
from engine.geo.raster_form import RasterForm, read_form
from engine.geo.raster_writer import write_part
from engine.geo.window import Window

_BACKGROUND = (0, 0, 0, 255)


@dataclass(frozen=True)
class ChipFiles:
    """How the chips of one raster are written: `ending` is png, jpg or tif; `scaling` None where 8 bits are enough."""

    ending: str
    scaling: Scaling | None
    form: RasterForm

    def write(self, path: Path, pixels: Pixels, chip_to_raster: Affine) -> NDArray[np.generic]:
        """Write the pixels of a chip, and return them as they lie in the file, (bands, rows, cols)."""
        if self.ending == "tif":
            fill = 0.0 if self.form.nodata is None else self.form.nodata
            values, (_, rows, cols) = filled(pixels, fill), pixels.values.shape
            form = placed(self.form, chip_to_raster)
            write_part(path, form, Window(0, 0, rows, cols), values, None, is_fast=True)
            return values
        picture = in_8_bits(pixels, self.scaling)
        path.write_bytes(png_bytes(picture) if self.ending == "png" else jpeg_bytes(picture))
        return picture


def chip_files(raster: Raster, bands: Sequence[int], *, ending: str, scaling: Scaling | None) -> ChipFiles:
    """Return how chips of some bands of a raster are written."""
    return ChipFiles(ending, None if ending == "tif" else scaling, _form_of_bands(raster, bands))


def _form_of_bands(raster: Raster, bands: Sequence[int]) -> RasterForm:
    """Return the form of some bands as `raster.read` gives them: colors for a palette, one type, no mask."""
    form = read_form(raster.file)
    if raster.has_palette:
        names = (ColorInterp.red, ColorInterp.green, ColorInterp.blue)
        return form.bare("uint8", [names[band - 1] for band in bands])
    return form.of_bands(bands, raster.dtype)


def placed(form: RasterForm, chip_to_raster: Affine) -> RasterForm:
    """Return the form of a chip of a raster: where it lies, also turned; pixel coordinates without georeference."""
    return replace(form, transform=(form.transform or PIXEL_COORDINATES) * chip_to_raster, gcps=(), rpcs={})


def write_mask(
    path: Path,
    numbers: NDArray[np.uint8 | np.uint16],
    form: RasterForm,
    chip_to_raster: Affine,
    categories: Sequence[Category] = (),
) -> None:
    """Write numbers of categories or instances in the type that they have, with the colors of `categories`."""
    palette = None
    if categories:
        palette = {0: _BACKGROUND, **{each.id: (*bytes.fromhex(each.color[1:]), 255) for each in categories}}
    color = ColorInterp.palette if categories else ColorInterp.gray
    mask_form = placed(form, chip_to_raster).bare(str(numbers.dtype), [color], palette)
    rows, cols = numbers.shape
    write_part(path, mask_form, Window(0, 0, rows, cols), numbers[None], None, is_fast=True)
