"""One instance cut out of a raster: its pixels, which of them it covers, and where they lie."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray
from scipy import ndimage

from engine.domain.cutout_settings import MOST_SIDE_PX, Framing
from engine.geo.burn import burn_mask
from engine.geo.measure import smallest_rectangle
from engine.geo.raster import Raster
from engine.geo.window import Window

_AROUND_PX = 2  # bilinear sampling looks one pixel further than the frame reaches


@dataclass(frozen=True)
class Frame:
    """Where a cut-out lies: `to_raster` turns its (col, row) into the raster's; `angle_deg` is clockwise."""

    to_raster: Affine
    rows: int
    cols: int
    angle_deg: float
    was_shrunk: bool = False

    @property
    def window(self) -> Window | None:
        """Return the raster's own pixels that it is made of, None where they have to be resampled."""
        a, b, col, d, e, row = tuple(self.to_raster)[:6]
        if (a, b, d, e) != (1.0, 0.0, 0.0, 1.0) or not (col.is_integer() and row.is_integer()):
            return None
        return Window(int(row), int(col), self.rows, self.cols)


@dataclass(frozen=True, eq=False)
class Cutout:
    """What was cut out.

    Attributes:
        values: (bands, rows, cols) in the raster's type; 0 where nothing was measured.
        valid: bool (rows, cols), where something was measured.
        inside: bool (rows, cols), the pixels whose centers the polygon covers.
        frame: where it lies.
    """

    values: NDArray[np.generic]
    valid: NDArray[np.bool_]
    inside: NDArray[np.bool_]
    frame: Frame


def frame_around(polygon: Any, framing: Framing) -> Frame:
    """Return the frame around a polygon in the pixel coordinates of a raster."""
    angle_deg = _upright_angle(polygon) if framing.is_upright else 0.0
    angle = math.radians(angle_deg)
    cos, sin = round(math.cos(angle), 15), round(math.sin(angle), 15)  # quarters are whole
    turn = Affine(cos, -sin, 0.0, sin, cos, 0.0)  # from the frame to the raster
    left, top, right, bottom = shapely.bounds(
        shapely.transform(polygon, lambda xy: np.column_stack(~turn * (xy[:, 0], xy[:, 1])))
    ).tolist()
    pad_px = framing.padding * max(right - left, bottom - top) + framing.padding_px
    left, top, right, bottom = left - pad_px, top - pad_px, right + pad_px, bottom + pad_px
    if not angle_deg and framing.size_px is None:  # on whole pixels nothing has to be invented between them
        left, top = math.floor(left + 1e-6), math.floor(top + 1e-6)
        right, bottom = max(left + 1, math.ceil(right - 1e-6)), max(top + 1, math.ceil(bottom - 1e-6))
    width, height = max(right - left, 1.0), max(bottom - top, 1.0)
    if framing.is_square:
        left, top = left - (max(width, height) - width) / 2, top - (max(width, height) - height) / 2
        if not angle_deg and framing.size_px is None:
            left, top = math.floor(left), math.floor(top)
        width = height = max(width, height)
    size_px = framing.size_px or min(MOST_SIDE_PX, math.ceil(max(width, height)))
    is_own = framing.size_px is None and max(width, height) <= MOST_SIDE_PX
    step = 1.0 if is_own else max(width, height) / size_px  # raster pixels per pixel of the frame
    cols, rows = (max(1, round(side / step) if not is_own else math.ceil(side - 1e-6)) for side in (width, height))
    to_raster = turn * Affine.translation(left, top) * Affine.scale(step)
    return Frame(to_raster, rows, cols, angle_deg, was_shrunk=framing.size_px is None and not is_own)


def boxes_around(boxes: NDArray[np.float64], framing: Framing) -> NDArray[np.float64]:
    """Return boxes (n, 4) that frames around polygons lie in, whichever way they are turned.

    Args:
        boxes: around the polygons, in pixels of the raster.
        framing: as for `frame_around`.
    """
    longest = np.hypot(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    side = (1 + 2 * framing.padding) * longest + 2 * framing.padding_px
    reach = np.ceil(side * math.sqrt(0.5)) + _AROUND_PX + 1
    return boxes + np.column_stack([-reach, -reach, reach, reach])


def _upright_angle(polygon: Any) -> float:
    """Return how far a frame is turned clockwise so that the polygon's longer side stands in it, from -90 up to 90."""
    points = shapely.get_coordinates(polygon) * (1.0, -1.0)  # rows go down, north is up
    _, _, orientation_deg = smallest_rectangle(points)
    angle_deg = orientation_deg if orientation_deg <= 90 else orientation_deg - 180
    return round(angle_deg, 6)


def cut_out(raster: Raster, polygon: Any, framing: Framing, *, bands: Sequence[int]) -> Cutout:
    """Return the cut-out of a (multi)polygon that lies, in the pixel coordinates of the raster's file, on the raster.

    Raises:
        RasterOpenError: the raster breaks while it is read.
    """
    frame = frame_around(polygon, framing)
    window = frame.window
    values, valid = _own(raster, window, bands) if window is not None else _sampled(raster, frame, bands)
    inside = burn_mask([polygon], (frame.rows, frame.cols), transform=frame.to_raster)
    return Cutout(values, valid, inside, frame)


def _own(raster: Raster, window: Window, bands: Sequence[int]) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
    """Return the raster's own pixels; those beyond its edge are 0 and invalid."""
    there = window.intersection(raster.native_grid.window)
    values = np.zeros((len(bands), window.rows, window.cols), raster.file.dtype_of(bands))
    valid = np.zeros((window.rows, window.cols), bool)
    if not there.is_empty:
        pixels = raster.at_scale(1.0).read(there, bands)
        place = there.slices_in(window)
        values[(slice(None), *place)], valid[place] = pixels.values, pixels.valid
        values[:, ~valid] = 0
    return values, valid


def _sampled(raster: Raster, frame: Frame, bands: Sequence[int]) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
    """Return pixels between the raster's pixels, from a view of it that is no finer than need be."""
    step = math.sqrt(abs(frame.to_raster.determinant))
    view = raster.at_scale(min(1.0, 1.0 / step))
    native, grid = raster.native_grid, view.grid
    to_view = Affine.scale(grid.cols / native.cols, grid.rows / native.rows) * frame.to_raster
    shape = (frame.rows, frame.cols)
    values = np.zeros((len(bands), *shape), raster.file.dtype_of(bands))
    window = _window_under(to_view, frame).intersection(grid.window)
    if window.is_empty:
        return values, np.zeros(shape, bool)
    pixels = view.read(window, bands)
    # From pixel corners (Affine) to pixel centers (scipy), and from (col, row) to (row, col).
    source = Affine.translation(-window.col - 0.5, -window.row - 0.5) * to_view * Affine.translation(0.5, 0.5)
    matrix, offset = np.array([[source.e, source.d], [source.b, source.a]]), np.array([source.f, source.c])
    valid = ndimage.affine_transform(
        pixels.valid.astype(np.uint8), matrix, offset, output_shape=shape, order=0, mode="grid-constant"
    ).astype(bool)
    for band, values_out in zip(_filled(pixels.values, pixels.valid), values, strict=True):
        smooth = ndimage.affine_transform(band, matrix, offset, output_shape=shape, order=1, mode="nearest")
        values_out[...] = np.rint(smooth) if values.dtype.kind in "iu" else smooth
    values[:, ~valid] = 0
    return values, valid


def _window_under(to_view: Affine, frame: Frame) -> Window:
    corners = np.array([to_view * corner for corner in ((0, 0), (frame.cols, 0), (0, frame.rows))])
    corners = np.vstack([corners, corners[1] + corners[2] - corners[0]])
    col, row = np.floor(corners.min(axis=0)).astype(int).tolist()
    col_stop, row_stop = np.ceil(corners.max(axis=0)).astype(int).tolist()
    return Window(row, col, row_stop - row, col_stop - col).grown(_AROUND_PX)


def _filled(values: NDArray[np.generic], valid: NDArray[np.bool_]) -> NDArray[np.floating]:
    """Return the values as floats, with the mean of the others where nothing was measured."""
    real: NDArray[np.floating] = values.astype(np.float64 if values.dtype.itemsize > 2 else np.float32)
    if not valid.all():
        known = real[:, valid]
        means = known.mean(axis=1) if known.shape[1] else np.zeros(len(real))
        for band, mean in zip(real, means, strict=True):
            band[~valid] = mean
    return real
