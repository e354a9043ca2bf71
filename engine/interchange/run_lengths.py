"""Masks as run lengths, the way COCO stores them: down the columns, background first."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio import features

from engine.interchange.outlines import ShapeError

_MOST_PX = 1 << 28  # of the box around a mask: 256 MB while it is traced
_MOST_IMAGE_PX = 1 << 40


def polygon_of_runs(counts: Any, rows: int, cols: int) -> Any:
    """Return a polygon, or one of several parts, with its holes, along the edges of the pixels.

    Args:
        counts: run lengths, or the text that pycocotools packs them into.
        rows: of the image.
        cols: of the image.

    Raises:
        ShapeError: the runs do not fill the image, or are none.
    """
    if not (rows > 0 and cols > 0 and rows * cols < _MOST_IMAGE_PX):
        raise ShapeError("with a mask of impossible size")
    runs = unpacked(counts) if isinstance(counts, str | bytes) else _whole(counts)
    if runs.min() < 0:
        raise ShapeError("with a mask of negative runs")
    if runs.max() > rows * cols or runs.sum() != rows * cols:  # huge ones would wrap around when added
        raise ShapeError("with a mask that does not fill its image")
    borders = np.cumsum(runs)
    n_runs = len(runs) // 2
    starts, stops = borders[: 2 * n_runs : 2], borders[1 : 2 * n_runs : 2]
    kept = stops > starts
    if not kept.any():
        raise ShapeError("with an empty mask")
    return polygon_of_mask(*_mask(starts[kept], stops[kept], rows))


def polygon_of_mask(mask: NDArray[np.bool_], col: int, row: int) -> Any:
    """Return the polygon around the pixels of a mask whose corner is at (col, row), parts and holes kept.

    Raises:
        ShapeError: it is empty.
    """
    parts = [
        shapely.Polygon(each["coordinates"][0], each["coordinates"][1:])
        for each, _ in features.shapes(mask.view(np.uint8), mask=mask, connectivity=4)
    ]
    if not parts:
        raise ShapeError("with an empty mask")
    shape = parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)
    return shapely.transform(shape, lambda xy: xy + (col, row))


def unpacked(text: str | bytes) -> NDArray[np.int64]:
    """Return the run lengths of COCO's packed text: numbers in digits of 5 bits, from the third on differences.

    Raises:
        ShapeError: it is no such text.
    """
    try:
        codes = np.frombuffer(text.encode("ascii") if isinstance(text, str) else text, np.uint8).astype(np.int64) - 48
    except UnicodeEncodeError as err:
        raise ShapeError("with a mask that cannot be unpacked") from err
    if not len(codes) or codes.min() < 0 or codes.max() > 63:
        raise ShapeError("with a mask that cannot be unpacked")
    is_last = (codes & 0x20) == 0
    ends = np.flatnonzero(is_last)
    if not is_last[-1]:
        raise ShapeError("with a mask that cannot be unpacked")
    starts = np.append(0, ends[:-1] + 1)
    lengths = ends - starts + 1
    if lengths.max() > 8:  # 40 bits: more pixels than any image has
        raise ShapeError("with a mask that cannot be unpacked")
    places = np.arange(len(codes)) - np.repeat(starts, lengths)
    values = np.add.reduceat((codes & 0x1F) << (5 * places), starts)
    values -= np.where(codes[ends] & 0x10, np.int64(1) << (5 * lengths), 0)  # the sign goes on to the left
    # Each from the fourth on is the difference to the one before the last.
    answer = values.copy()
    answer[1::2] = np.cumsum(values[1::2])
    answer[2::2] = np.cumsum(values[2::2])
    return answer


def _whole(counts: Any) -> NDArray[np.int64]:
    try:
        runs = np.array(counts, np.int64).reshape(-1)
    except (TypeError, ValueError, OverflowError) as err:
        raise ShapeError("with a mask whose runs are no numbers") from err
    if not len(runs):
        raise ShapeError("with an empty mask")
    return runs


def _mask(starts: NDArray[np.int64], stops: NDArray[np.int64], rows: int) -> tuple[NDArray[np.bool_], int, int]:
    """Return the box around the pixels, bool, with its first column and row."""
    first_col, last_col = int(starts[0] // rows), int((stops[-1] - 1) // rows)
    within = (starts // rows == (stops - 1) // rows).all()
    top = int((starts % rows).min()) if within else 0
    bottom = int(((stops - 1) % rows).max()) + 1 if within else rows
    n_rows, n_cols = bottom - top, last_col - first_col + 1
    if n_rows * n_cols > _MOST_PX:
        raise ShapeError("with a mask of more than 268 million pixels")
    if within:
        edges = np.zeros(n_cols * (n_rows + 1), np.int8)
        cols = starts // rows - first_col
        np.add.at(edges, cols * (n_rows + 1) + starts % rows - top, 1)
        np.add.at(edges, cols * (n_rows + 1) + (stops - 1) % rows - top + 1, -1)
        filled = np.cumsum(edges, dtype=np.int8).reshape(n_cols, n_rows + 1)[:, :-1]
    else:
        edges = np.zeros(n_cols * rows + 1, np.int8)
        np.add.at(edges, starts - first_col * rows, 1)
        np.add.at(edges, stops - first_col * rows, -1)
        filled = np.cumsum(edges, dtype=np.int8)[:-1].reshape(n_cols, rows)
    return np.ascontiguousarray(filled.T.astype(bool)), first_col, top
