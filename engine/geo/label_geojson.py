"""Labels as GeoJSON (RFC 7946): longitude and latitude, written one by one; pixels where there is no CRS."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray

from engine.geo.footprint_layout import oriented
from engine.geo.polygons import transform_polygons

_DEGREE_DECIMALS = 8  # about a millimeter
_PIXEL_DECIMALS = 6


class LabelGeoJson:
    """A FeatureCollection that is being written."""

    def __init__(self, path: Path, crs: pyproj.CRS | None) -> None:
        self._crs = crs
        self._is_first = True
        self._file = path.open("w", encoding="utf-8", newline="\n")
        self._file.write('{"type": "FeatureCollection", "features": [')

    def write(self, shapes: NDArray[np.object_], columns: Mapping[str, Sequence[Any]]) -> None:
        """Add polygons (n,) with one value each per column."""
        decimals = _PIXEL_DECIMALS
        if self._crs is not None:
            shapes, decimals = transform_polygons(shapes, self._crs, pyproj.CRS.from_epsg(4326)), _DEGREE_DECIMALS
        rounded = shapely.transform(_turned(shapes), lambda xy: np.round(xy, decimals) + 0.0)
        names = list(columns)
        for geometry, *values in zip(shapely.to_geojson(rounded), *columns.values(), strict=True):
            properties = json.dumps(dict(zip(names, values, strict=True)), ensure_ascii=False, allow_nan=False)
            self._file.write("\n" if self._is_first else ",\n")
            self._file.write(f'{{"type": "Feature", "properties": {properties}, "geometry": {geometry}}}')
            self._is_first = False

    def finish(self) -> None:
        """Write the end."""
        self._file.write("\n]}\n")
        self._file.close()

    def drop(self) -> None:
        """Close the file as it is."""
        self._file.close()


def _turned(shapes: NDArray[np.object_]) -> NDArray[np.object_]:
    """Return shapes (n,) with shells counterclockwise and holes clockwise; several parts stay one."""
    parts, owners = shapely.get_parts(shapes, return_index=True)
    parts = oriented(parts)
    n_parts = np.bincount(owners, minlength=len(shapes))
    answer = np.full(len(shapes), shapely.Polygon(), object)
    is_alone = n_parts[owners] == 1
    answer[owners[is_alone]] = parts[is_alone]
    starts = np.searchsorted(owners, np.arange(len(shapes) + 1))
    for owner in np.flatnonzero(n_parts > 1).tolist():
        answer[owner] = shapely.MultiPolygon(list(parts[starts[owner] : starts[owner + 1]]))
    return answer
