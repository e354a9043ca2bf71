"""Footprints as COCO JSON, in the pixel coordinates of their rasters, so that pycocotools loads them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from engine.domain.footprint import Footprint
from engine.geo.footprint_layout import FootprintLayout
from engine.geo.ragged import ranges

_PIXEL_DECIMALS = 3
_MIDDLE_DECIMALS = 6  # sixty-fourths of a pixel are told exactly
_SCORE_DECIMALS = 4


class CocoFile:
    """Images, categories and annotations; x to the right and y down from the top left corner of each image."""

    def __init__(self, path: Path, layout: FootprintLayout) -> None:
        self._layout = layout
        self._image_ids = {raster.name: i for i, raster in enumerate(layout.rasters, start=1)}
        self._category_ids = {category.name: category.id for category in layout.categories}
        self._n_annotations = 0
        self._file = path.open("w", encoding="utf-8", newline="\n")
        head = json.dumps(
            {"info": {"description": "DeepSeg footprints"}, "images": self._images(), "categories": self._categories()},
            ensure_ascii=False,
        )
        self._file.write(head[:-1] + ', "annotations": [')

    def write(self, footprints: Sequence[Footprint]) -> None:
        """Add footprints."""
        for footprint, polygon in zip(footprints, self._in_pixels(footprints), strict=True):
            self._file.write(",\n" if self._n_annotations else "\n")
            self._n_annotations += 1
            self._file.write(json.dumps(self._annotation(footprint, polygon)))

    def finish(self) -> None:
        """Write the end."""
        self._file.write("\n]}\n")
        self._file.close()

    def drop(self) -> None:
        """Close the file as it is."""
        self._file.close()

    def _images(self) -> list[dict[str, Any]]:
        return [
            {"id": self._image_ids[r.name], "file_name": r.name, "width": r.grid.cols, "height": r.grid.rows}
            for r in self._layout.rasters
        ]

    def _categories(self) -> list[dict[str, Any]]:
        return [{"id": c.id, "name": c.name, "supercategory": ""} for c in self._layout.categories]

    def _in_pixels(self, footprints: Sequence[Footprint]) -> NDArray[np.object_]:
        """Return the polygons (n,) in the pixel coordinates of their rasters."""
        polygons = np.empty(len(footprints), object)
        polygons[:] = [footprint.polygon for footprint in footprints]
        names = np.array([footprint.raster for footprint in footprints], object)
        for name in dict.fromkeys(names.tolist()):
            polygons[names == name] = self._layout.grids[name].to_pixels(polygons[names == name])
        return polygons

    def _annotation(self, footprint: Footprint, polygon: Polygon) -> dict[str, Any]:
        grid = self._layout.grids[footprint.raster]
        x_min, y_min, x_max, y_max = polygon.bounds
        if polygon.interiors:  # COCO's polygons know no holes
            segmentation: Any = run_lengths(polygon, grid.rows, grid.cols)
        else:
            segmentation = [np.round(shapely.get_coordinates(polygon.exterior)[:-1], _PIXEL_DECIMALS).ravel().tolist()]
        return {
            "id": self._n_annotations,
            "image_id": self._image_ids[footprint.raster],
            "category_id": self._category_ids[footprint.category],
            "segmentation": segmentation,
            "area": round(polygon.area, _PIXEL_DECIMALS),
            "bbox": [round(v, _PIXEL_DECIMALS) for v in (x_min, y_min, x_max - x_min, y_max - y_min)],
            "iscrowd": 0,
            "score": round(float(footprint.score), _SCORE_DECIMALS),
        }


def run_lengths(polygon: BaseGeometry, rows: int, cols: int) -> dict[str, Any]:
    """Return the mask of a (multi)polygon as COCO run lengths over an image, without ever holding the image.

    Runs go down the columns, one column after the other, and begin with the pixels outside; a pixel is inside where its
    middle is. The plugin writes the same of the same outline (its domain/coco.py).
    """
    xy, ring = shapely.get_coordinates(shapely.get_rings(shapely.get_parts(polygon)), return_index=True)
    # On the way to the map and back the last digits change: they must not decide what walls on middles of pixels hold.
    xy = np.round(xy, _MIDDLE_DECIMALS)
    is_edge = (ring[1:] == ring[:-1]) & (xy[1:, 0] != xy[:-1, 0])
    begin, end = xy[:-1][is_edge], xy[1:][is_edge]
    is_back = (begin[:, 0] > end[:, 0])[:, None]
    (x0, y0), (x1, y1) = np.where(is_back, end, begin).T, np.where(is_back, begin, end).T
    # The columns whose middle lines each edge crosses, from its left end up to its right one.
    first, last = (np.clip(np.ceil(x - 0.5), 0, cols).astype(np.int64) for x in (x0, x1))
    n_crossed = last - first
    column = ranges(first, n_crossed)
    x0, y0, x1, y1 = (np.repeat(each, n_crossed) for each in (x0, y0, x1, y1))
    y = y0 + (column + 0.5 - x0) / (x1 - x0) * (y1 - y0)
    crossed = np.clip(np.ceil(y - 0.5), 0, rows).astype(np.int64) + column * rows
    borders = _borders(crossed[np.lexsort((y, column))])
    counts = np.diff(np.concatenate([[0], borders, [rows * cols]]))
    return {"size": [rows, cols], "counts": counts.tolist()}


def _borders(crossed: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return where the mask turns on and off, by pixel number, of what its outline crosses in turns.

    A run that ends where the next one begins, at the foot of a column too, is one with it.
    """
    starts, stops = crossed[0::2], crossed[1::2]
    is_run = starts < stops
    starts, stops = starts[is_run], stops[is_run]
    meets = starts[1:] == stops[:-1]
    is_first, is_last = np.append(True, ~meets)[: len(starts)], np.append(~meets, True)[: len(starts)]
    return np.column_stack([starts[is_first], stops[is_last]]).ravel()
