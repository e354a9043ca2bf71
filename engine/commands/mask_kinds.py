"""The rasters that `deepseg mask` writes, window by window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio.enums import ColorInterp

from engine.domain.category import OKABE_ITO
from engine.domain.mask_settings import NODATA, TRANSPARENT, MaskSettings
from engine.errors import UsageError
from engine.events import Reporter
from engine.geo.painted_raster import PaintedRaster, write_category_names
from engine.geo.polygon_shelf import PolygonShelf
from engine.geo.raster import Raster
from engine.geo.raster_file import RasterFile, read_stored
from engine.geo.raster_form import RasterForm, read_form
from engine.geo.raster_writer import whole_raster
from engine.geo.window import Window
from engine.stop import StopFlag
from engine.whole_file import whole_file

_PIECE_BYTES = 1 << 25  # of pixels that are in hand at once
_PAINT_PX = 2048  # a multiple of the blocks that are written
_COLOR_TYPES = ("uint8", "uint16")  # GeoTIFF keeps a color table for these


def paint(
    settings: MaskSettings,
    raster: Raster,
    shelf: PolygonShelf,
    names: list[str],
    *,
    reporter: Reporter,
    stop: StopFlag,
) -> dict[str, Any]:
    """Write a raster of categories, instances or scores on the raster's grid, and return what there is to tell."""
    dtype, background = _painted_type(settings.kind, len(names), shelf)
    values = dict(enumerate(names, start=1))
    colors = _colors(names, dict(settings.colors)) if settings.kind == "class" and dtype in _COLOR_TYPES else None
    grid = raster.native_grid
    reporter.stage("paint", f"painting {settings.output.name}")
    tags = {f"CLASS_{value}": name for value, name in values.items()}
    with whole_file(settings.output) as beside:
        scratch = beside.with_name(f"{beside.name}.scratch.tif")
        try:
            painted = PaintedRaster(scratch, grid, dtype=dtype, nodata=background, colors=colors, tags=tags)
            try:
                for window, done in _squares(grid.window):
                    stop.check("nothing was written")
                    pixels = shelf.burned(window, dtype=dtype, background=background, all_touched=settings.all_touched)
                    painted.write(window, pixels)
                    reporter.progress("paint", done / 1e6, grid.rows * grid.cols / 1e6, "MP")
            except BaseException:
                painted.close()
                raise
            stop.check("nothing was written")
            reporter.stage("pack", "adding overviews")
            painted.finish(beside, go_on=lambda: stop.check("nothing was written"))
        finally:
            scratch.unlink(missing_ok=True)
    if settings.kind == "class":
        write_category_names(settings.output, {0: "", **values})
    classes = [{"value": value, "name": name, "color": _hex(colors, value)} for value, name in values.items()]
    return {"classes": classes, "text": f"{dtype} with {_meaning(settings.kind, names)}"}


def subtract(
    settings: MaskSettings, raster: Raster, source: Raster, shelf: PolygonShelf, *, reporter: Reporter, stop: StopFlag
) -> dict[str, Any]:
    """Write the raster with what is not kept hidden, and return what there is to tell; `source` has its pixels."""
    file, grid = raster.file, raster.native_grid
    plan = _plan(read_form(file), settings, raster.name)
    all_bands = list(range(1, len(file.dtypes) + 1))
    n_kept = 0
    where = "outside" if settings.keeps_inside else "inside"
    reporter.stage("mask", f"hiding what lies {where} the polygons")
    with whole_file(settings.output) as beside, whole_raster(beside, plan.form, grid.rows, grid.cols) as writer:
        shape = file.tile_shape if source is raster else source.block_shape
        for window, done in _pieces(file, shape, grid.window):
            stop.check("nothing was written")
            values, mask = read_stored(source.file, window, all_bands)
            covered = shelf.burned(window, dtype="uint8", background=0, all_touched=settings.all_touched).astype(bool)
            kept = covered if settings.keeps_inside else ~covered
            n_kept += int(kept.sum())
            writer.write(window, *plan.hidden(values, mask, kept))
            reporter.progress("mask", done / 1e6, grid.rows * grid.cols / 1e6, "MP")
    share = n_kept / (grid.rows * grid.cols)
    return {"kept_share": share, "text": f"{100 * share:.1f} % of the pixels kept, the others {plan.words}"}


@dataclass(frozen=True)
class _Plan:
    """How pixels are hidden in a raster of this form: with a value, with alpha 0, or with the mask."""

    form: RasterForm
    value: float
    alpha: int | None = None  # number of the band, from 0
    adds_alpha: bool = False
    uses_mask: bool = False
    palette: NDArray[np.uint8] | None = None
    words: str = ""

    def hidden(
        self, values: NDArray[Any], mask: NDArray[np.uint8] | None, kept: NDArray[np.bool_]
    ) -> tuple[NDArray[Any], NDArray[np.uint8] | None]:
        """Return (bands, rows, cols) and the mask as they are written."""
        dtype = np.dtype(self.form.dtype)
        if self.palette is not None:
            values = np.moveaxis(self.palette[values[0]], -1, 0)  # (4, rows, cols)
        elif self.adds_alpha:
            top = np.iinfo(dtype).max
            opaque = np.full(kept.shape, top, dtype) if mask is None else (mask > 0).astype(dtype) * dtype.type(top)
            values = np.concatenate([values, opaque[None]])
        values = values.astype(dtype, copy=True)
        fill = dtype.type(self.value)
        for number, band in enumerate(values):
            band[~kept] = 0 if number == self.alpha else fill
        if self.uses_mask:
            mask = np.where(kept, 255 if mask is None else mask, 0).astype(np.uint8)
        return values, mask if self.form.has_mask else None


def _plan(form: RasterForm, settings: MaskSettings, name: str) -> _Plan:
    """Return how the raster's pixels are hidden.

    Raises:
        UsageError: its type cannot hold what was asked for.
    """
    alpha = next((i for i, color in enumerate(form.colors) if color == ColorInterp.alpha), None)
    dtype = np.dtype(form.dtype)
    if settings.fill == TRANSPARENT:
        return _transparent_plan(form, alpha, dtype, name)
    if settings.fill == NODATA:
        if form.nodata is not None:
            return _Plan(form, form.nodata, alpha, words=f"nodata ({form.nodata:g})")
        if dtype.kind == "f":
            return _Plan(replace(form, nodata=float("nan")), float("nan"), alpha, words="nodata (NaN)")
        if alpha is not None:
            return _Plan(form, 0, alpha, words="transparent")
        # Every whole number may be a good pixel, so a mask inside the file says which are none.
        return _Plan(replace(form, has_mask=True), 0, uses_mask=True, words="masked")
    value = float(settings.fill)
    if dtype.kind in "iu":
        limits = np.iinfo(dtype)
        if not (limits.min <= value <= limits.max and value.is_integer()):
            raise UsageError(
                f"--fill {value:g} does not fit {name}, which holds whole numbers from {limits.min} to {limits.max}",
                hint="Choose a number in between, or --fill nodata.",
            )
    return _Plan(form, value, None, words=f"filled with {value:g}") if alpha is None else _Filled.of(form, value, alpha)


class _Filled(_Plan):
    """A plan that leaves alpha as it is."""

    @classmethod
    def of(cls, form: RasterForm, value: float, alpha: int) -> _Filled:
        return cls(form, value, alpha, words=f"filled with {value:g}")

    def hidden(
        self, values: NDArray[Any], mask: NDArray[np.uint8] | None, kept: NDArray[np.bool_]
    ) -> tuple[NDArray[Any], NDArray[np.uint8] | None]:
        assert self.alpha is not None
        filled, mask = super().hidden(values, mask, kept)
        filled[self.alpha] = values[self.alpha]
        return filled, mask


def _transparent_plan(form: RasterForm, alpha: int | None, dtype: np.dtype[Any], name: str) -> _Plan:
    if alpha is not None:
        return _Plan(form, 0, alpha, words="transparent")
    if form.palette is not None:
        palette = np.zeros((1 << (8 * dtype.itemsize), 4), np.uint8)
        for number, color in form.palette.items():
            palette[number] = color
        rgba = (ColorInterp.red, ColorInterp.green, ColorInterp.blue, ColorInterp.alpha)
        shown = _with_bands(replace(form, palette=None, dtype="uint8", nodata=None), rgba)
        return _Plan(shown, 0, 3, palette=palette, words="transparent")
    if form.dtype not in _COLOR_TYPES:
        raise UsageError(
            f"{name} holds {form.dtype}, which has no transparent pixels", hint="Choose --fill nodata instead."
        )
    if form.n_bands not in (1, 3):  # GDAL takes an alpha band for one beside one or three others only
        return _Plan(replace(form, has_mask=True), 0, uses_mask=True, words="masked")
    shown = _with_bands(replace(form, has_mask=False), (*form.colors, ColorInterp.alpha))
    return _Plan(shown, 0, len(form.colors), adds_alpha=True, words="transparent")


def _with_bands(form: RasterForm, colors: tuple[ColorInterp, ...]) -> RasterForm:
    """Return the form with other bands; what is known of the first ones stays."""
    n = len(colors)

    def fitted(values: tuple[Any, ...], rest: Any) -> tuple[Any, ...]:
        return (*values, *[rest] * n)[:n]

    return replace(
        form,
        colors=colors,
        descriptions=fitted(form.descriptions, None),
        units=fitted(form.units, None),
        scales=fitted(form.scales, 1.0),
        offsets=fitted(form.offsets, 0.0),
        band_tags=fitted(form.band_tags, {}),
    )


def _painted_type(kind: str, n_categories: int, shelf: PolygonShelf) -> tuple[str, float]:
    """Return the type of a painted raster, and its value where there is no polygon."""
    if kind == "score":
        return "float32", float("nan")
    highest = n_categories if kind == "class" else shelf.highest_value
    return ("uint8" if highest < 256 and kind == "class" else "uint16" if highest < 65_536 else "uint32"), 0


def _colors(names: list[str], wanted: dict[str, str]) -> dict[int, tuple[int, int, int, int]]:
    answer = {0: (0, 0, 0, 0)}
    for i, name in enumerate(names):
        text = wanted.get(name, OKABE_ITO[i % len(OKABE_ITO)])
        answer[i + 1] = int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16), 255
    return answer


def _hex(colors: dict[int, tuple[int, int, int, int]] | None, value: int) -> str | None:
    return None if colors is None else "#{:02x}{:02x}{:02x}".format(*colors[value][:3])


def _meaning(kind: str, names: list[str]) -> str:
    if kind == "class":
        return ", ".join(f"{i} {name}" for i, name in enumerate(names, start=1)) or "no category"
    return "rows of the file, from 1" if kind == "instance" else "scores"


def _squares(whole: Window) -> Iterator[tuple[Window, int]]:
    """Yield windows that cover the grid, and how many pixels are done after each."""
    done = 0
    for row in range(0, whole.rows, _PAINT_PX):
        for col in range(0, whole.cols, _PAINT_PX):
            window = Window(row, col, _PAINT_PX, _PAINT_PX).intersection(whole)
            done += window.rows * window.cols
            yield window, done


def _pieces(file: RasterFile, block_shape: tuple[int, int], whole: Window) -> Iterator[tuple[Window, int]]:
    """Yield windows of a few MB that decode as little as possible twice, and how many pixels are done after each."""
    bytes_per_px = sum(np.dtype(dtype).itemsize for dtype in file.dtypes) + 1
    block_rows, block_cols = block_shape
    cols = whole.cols
    if block_cols < whole.cols:  # tiles; strips and whole pictures are read across
        cols = min(whole.cols, block_cols * max(1, _PAINT_PX // block_cols))
    n_rows = max(1, _PIECE_BYTES // (cols * bytes_per_px))
    n_rows = n_rows // block_rows * block_rows or n_rows
    done = 0
    for row in range(0, whole.rows, n_rows):
        for col in range(0, whole.cols, cols):
            window = Window(row, col, n_rows, cols).intersection(whole)
            done += window.rows * window.cols
            yield window, done
