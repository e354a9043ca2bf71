"""Pictures of the ground with outlines over them: a JPEG below, vectors above, both inside the page."""

from __future__ import annotations

import base64
import io
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

from engine.data.bands import normalize
from engine.domain.model_card import ModelCard
from engine.domain.scaling import Scaling
from engine.evaluation.matches import FN, FP, IGNORED, TP, Outcomes
from engine.evaluation.matching import Matches
from engine.geo.pixels import Pixels
from engine.geo.raster import Raster
from engine.geo.window import Window

_JPEG_QUALITY = 84
_NO_DATA_GRAY = 236
_SIMPLIFY_PX = 0.4  # of the picture: finer than the eye sees


@dataclass(frozen=True)
class Outline:
    """The path of an SVG; `kind` is the class that colors it."""

    kind: str
    path: str


@dataclass(frozen=True)
class Picture:
    """Ground and outlines in pixel coordinates of the raster.

    `x`, `y`, `cols`, `rows` say what the picture shows, `back` what the JPEG below it covers (a little more);
    `width_px` is how wide it wants to be shown.
    """

    x: float
    y: float
    cols: float
    rows: float
    back: tuple[float, float, float, float]  # x, y, cols, rows
    jpeg: str  # base64
    width_px: int
    outlines: tuple[Outline, ...]


def draw(
    raster: Raster, window: Window, card: ModelCard, outlines: Sequence[tuple[str, NDArray[np.object_]]], max_px: int
) -> Picture:
    """Return a picture of the window, at most `max_px` wide and high, with groups of polygons outlined by kind."""
    native = raster.native_grid
    longest = max(window.rows, window.cols)
    view = raster.at_scale(min(1.0, max_px / longest))
    x_factor, y_factor = view.grid.cols / native.cols, view.grid.rows / native.rows
    row, col = math.floor(window.row * y_factor), math.floor(window.col * x_factor)
    shown = Window(
        row,
        col,
        max(1, math.ceil(window.row_stop * y_factor) - row),
        max(1, math.ceil(window.col_stop * x_factor) - col),
    ).intersection(view.grid.window)
    rgb = true_color(view, shown, card)
    back = (shown.col / x_factor, shown.row / y_factor, shown.cols / x_factor, shown.rows / y_factor)
    tolerance = _SIMPLIFY_PX * max(1.0, longest / max_px)
    paths = tuple(Outline(kind, svg_path(polygons, tolerance)) for kind, polygons in outlines if len(polygons))
    return Picture(window.col, window.row, window.cols, window.rows, back, _jpeg(rgb), shown.cols, paths)


def true_color(view: Raster, window: Window, card: ModelCard) -> NDArray[np.uint8]:
    """Return the model's first three bands (or its first, as gray), stretched as it reads them, (rows, cols, 3)."""
    chosen = (0, 1, 2) if len(card.bands) >= 3 else (0,)
    pixels = view.read(window, [card.bands[i] for i in chosen])
    scaling = Scaling(low=tuple(card.scaling.low[i] for i in chosen), high=tuple(card.scaling.high[i] for i in chosen))
    stretched = np.nan_to_num(normalize(Pixels(pixels.values, np.ones_like(pixels.valid)), scaling))
    rgb = (np.clip(stretched, 0, 1) * 255).round().astype(np.uint8)
    # Single pixels without data are mostly black shadows; as gray specks they would only disturb.
    rgb[:, ndimage.binary_opening(~pixels.valid, iterations=4)] = _NO_DATA_GRAY
    return np.ascontiguousarray(np.broadcast_to(np.moveaxis(rgb, 0, -1), (window.rows, window.cols, 3)))


def outlines_in(
    window: Window, matches: Matches, became: Outcomes, *, with_found_labels: bool
) -> list[tuple[str, NDArray[np.object_]]]:
    """Return what to outline in a window, the most telling on top: kind, and polygons of the kind.

    Kinds are `label` (a label that was found), `ignored`, `tp`, `fn` and `fp`.
    """
    labels, footprints = matches.labels.shapes.polygons, matches.footprints.shapes.polygons
    groups = [
        ("label", labels[became.labels == TP] if with_found_labels else labels[:0]),
        ("ignored", np.concatenate([labels[became.labels == IGNORED], footprints[became.footprints == IGNORED]])),
        ("tp", footprints[became.footprints == TP]),
        ("fn", labels[became.labels == FN]),
        ("fp", footprints[became.footprints == FP]),
    ]
    return [(kind, polygons[_reach(polygons, window)]) for kind, polygons in groups]


def window_around(bounds: tuple[float, float, float, float], margin_px: float, raster: Raster) -> Window:
    """Return the window around a box (x0, y0, x1, y1), grown by a margin and cut to the raster."""
    x0, y0, x1, y1 = bounds
    row, col = math.floor(y0 - margin_px), math.floor(x0 - margin_px)
    grown = Window(row, col, math.ceil(y1 + margin_px) - row, math.ceil(x1 + margin_px) - col)
    return grown.intersection(raster.native_grid.window)


def svg_path(polygons: NDArray[np.object_], tolerance_px: float) -> str:
    """Return all rings of the polygons as one SVG path."""
    simple = shapely.simplify(polygons, tolerance_px, preserve_topology=True)
    rings = shapely.get_rings(shapely.get_parts(simple))
    digits = 0 if tolerance_px >= 4 else 1
    return "".join(_ring_path(shapely.get_coordinates(ring), digits) for ring in rings)


def _ring_path(points: NDArray[np.float64], digits: int) -> str:
    texts = [f"{x:.{digits}f} {y:.{digits}f}" for x, y in points[:-1]]
    return f"M{texts[0]}L{' '.join(texts[1:])}Z" if len(texts) > 2 else ""


def _reach(polygons: NDArray[np.object_], window: Window) -> NDArray[np.bool_]:
    """Return which polygons' boxes reach into the window, bool (n,)."""
    x0, y0, x1, y1 = shapely.bounds(polygons).reshape(-1, 4).T
    return (x0 < window.col_stop) & (x1 > window.col) & (y0 < window.row_stop) & (y1 > window.row)


def _jpeg(rgb: NDArray[np.uint8]) -> str:
    buffer = io.BytesIO()
    Image.fromarray(rgb).save(buffer, format="JPEG", quality=_JPEG_QUALITY, optimize=True)
    return base64.b64encode(buffer.getvalue()).decode("ascii")
