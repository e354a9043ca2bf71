"""Writes rasters of what polygons say: numbers of categories or instances, or scores, as cloud-optimized GeoTIFFs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.windows import Window as RasterioWindow

from engine.geo.cog import pack_cog
from engine.geo.gdal_settings import bound_cache
from engine.geo.grid import Grid
from engine.geo.window import Window
from engine.geo.writing import writing

_BLOCK_PX = 512


class PaintedRaster:
    """An open scratch raster of one band, written window by window; `finish` makes the final file of it."""

    def __init__(
        self,
        path: Path,
        grid: Grid,
        *,
        dtype: str,
        nodata: float,
        colors: Mapping[int, tuple[int, int, int, int]] | None,
        tags: Mapping[str, str],
    ) -> None:
        """Create the scratch file."""
        self._path = path
        self._resampling = "NEAREST" if np.dtype(dtype).kind in "iu" else "AVERAGE"
        profile: dict[str, Any] = {
            "driver": "GTiff",
            "count": 1,
            "height": grid.rows,
            "width": grid.cols,
            "dtype": dtype,
            "nodata": nodata,
            "tiled": True,
            "blockxsize": _BLOCK_PX,
            "blockysize": _BLOCK_PX,
            "compress": "DEFLATE",
            "zlevel": 1,  # it is read once
            "bigtiff": "IF_SAFER",
            "sparse_ok": True,
        }
        if not grid.has_pixel_coordinates:
            profile |= {"transform": grid.transform, "crs": grid.crs_wkt}
        bound_cache()
        with writing(path):
            self._file = rasterio.open(path, "w", **profile)
            if colors:
                self._file.write_colormap(1, dict(colors))
            self._file.update_tags(1, **tags)

    def write(self, window: Window, values: NDArray[np.generic]) -> None:
        """Write (rows, cols)."""
        with writing(self._path):
            self._file.write(values, 1, window=RasterioWindow(window.col, window.row, window.cols, window.rows))

    def close(self) -> None:
        """Close the scratch file."""
        with writing(self._path):
            self._file.close()

    def finish(self, path: Path, *, go_on: Callable[[], None]) -> None:
        """Write a cloud-optimized GeoTIFF, with overviews, of what was painted; what `go_on` raises ends it at once."""
        self.close()
        options = {
            "compress": "DEFLATE",
            "blocksize": _BLOCK_PX,
            "overview_resampling": self._resampling,
            "bigtiff": "IF_SAFER",
            "num_threads": "2",
        }
        pack_cog(self._path, path, options, go_on=go_on)


def write_category_names(path: Path, names: Mapping[int, str]) -> None:
    """Write what the values of a raster mean into the file beside it that GDAL and QGIS look for."""
    cells = "".join(f"<Category>{escape(names.get(value, ''))}</Category>" for value in range(max(names) + 1))
    text = f'<PAMDataset><PAMRasterBand band="1"><CategoryNames>{cells}</CategoryNames></PAMRasterBand></PAMDataset>\n'
    path.with_name(f"{path.name}.aux.xml").write_text(text, encoding="utf-8")
