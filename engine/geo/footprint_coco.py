"""Footprints as COCO JSON, in the pixel coordinates of their rasters, so that pycocotools loads them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray
from shapely import Polygon

from engine.domain.footprint import Footprint
from engine.geo.burn import burn_mask
from engine.geo.footprint_layout import FootprintLayout

_PIXEL_DECIMALS = 3
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


def run_lengths(polygon: Polygon, rows: int, cols: int) -> dict[str, Any]:
    """Return a polygon's mask as COCO run lengths over an image, without ever holding the image.

    Runs go down the columns, one column after the other, and begin with the pixels outside.
    """
    x_min, y_min, x_max, y_max = polygon.bounds
    col, row = max(int(np.floor(x_min)), 0), max(int(np.floor(y_min)), 0)
    shape = (min(int(np.ceil(y_max)), rows) - row, min(int(np.ceil(x_max)), cols) - col)
    mask = burn_mask([polygon], (max(shape[0], 0), max(shape[1], 0)), transform=Affine.translation(col, row))
    borders = _borders(mask, first=col * rows + row, rows=rows)
    counts = np.diff(np.concatenate([[0], borders, [rows * cols]]))
    return {"size": [rows, cols], "counts": counts.tolist()}


def _borders(mask: NDArray[np.bool_], *, first: int, rows: int) -> NDArray[np.int64]:
    """Return where the mask turns on and off, by pixel number in an image of so many rows, in turns."""
    padded = np.pad(mask.astype(np.int8), ((1, 1), (0, 0)))
    cols, starts = np.nonzero((np.diff(padded, axis=0) == 1).T)
    _, stops = np.nonzero((np.diff(padded, axis=0) == -1).T)
    borders = np.column_stack([starts, stops]) + (first + cols.astype(np.int64) * rows)[:, None]
    flat = borders.ravel()
    # A run that ends at the foot of a column and one that begins at the next head are one run.
    meets = np.flatnonzero(flat[1:-1:2] == flat[2::2]) * 2 + 1
    return np.delete(flat, np.concatenate([meets, meets + 1]))
