"""Footprints as GeoJSON (RFC 7946): longitude and latitude, written one by one."""

from __future__ import annotations

import itertools
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray
from shapely import MultiPolygon, Polygon
from shapely.geometry.polygon import orient

from engine.domain.footprint import Footprint
from engine.geo.footprint_layout import FootprintLayout, attributes

_DEGREE_DECIMALS = 8  # about a millimeter
_PIXEL_DECIMALS = 3
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


class GeoJsonFile:
    """A FeatureCollection; pixel coordinates where the rasters have no CRS."""

    def __init__(self, path: Path, layout: FootprintLayout) -> None:
        self._layout = layout
        self._has_crs = layout.crs is not None
        self._is_first = True
        self._file = path.open("w", encoding="utf-8", newline="\n")
        self._file.write('{"type": "FeatureCollection", "features": [')

    def write(self, footprints: Sequence[Footprint]) -> None:
        """Add footprints."""
        degrees = pyproj.CRS.from_epsg(4326) if self._has_crs else None
        polygons = self._layout.polygons_in(degrees, footprints)
        for footprint, geometry in zip(footprints, self._geometries(polygons), strict=True):
            feature = {"type": "Feature", "properties": attributes(footprint), "geometry": geometry}
            self._file.write("\n" if self._is_first else ",\n")
            self._file.write(_ENCODER.encode(feature))
            self._is_first = False

    def finish(self) -> None:
        """Write the end."""
        self._file.write("\n]}\n")
        self._file.close()

    def drop(self) -> None:
        """Close the file as it is."""
        self._file.close()

    def _geometries(self, polygons: NDArray[np.object_]) -> list[dict[str, Any]]:
        decimals = _DEGREE_DECIMALS if self._has_crs else _PIXEL_DECIMALS
        geometries = [{"type": "Polygon", "coordinates": rings} for rings in rings_of(polygons, decimals)]
        if self._has_crs and len(polygons):
            west, _, east, _ = shapely.bounds(polygons).T
            for row in np.flatnonzero(east - west > 180).tolist():
                parts = np.array(halves_at_meridian(polygons[row]), object)
                geometries[row] = {"type": "MultiPolygon", "coordinates": rings_of(parts, decimals)}
        return geometries


def rings_of(polygons: NDArray[np.object_], decimals: int) -> list[list[list[list[float]]]]:
    """Return for each polygon its rings, shell first, as lists of rounded [x, y]."""
    if not len(polygons):
        return []
    _, coordinates, (ring_starts, polygon_starts) = shapely.to_ragged_array(polygons)
    points = np.round(coordinates, decimals).tolist()
    starts = ring_starts.tolist()
    rings = [points[start:stop] for start, stop in itertools.pairwise(starts)]
    starts = polygon_starts.tolist()
    return [rings[start:stop] for start, stop in itertools.pairwise(starts)]


def halves_at_meridian(polygon: Polygon) -> list[Polygon]:
    """Return the parts west and east of the 180th meridian of a polygon that lies across it (RFC 7946, 3.1.9)."""

    def unwound(xy: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack([np.where(xy[:, 0] < 0, xy[:, 0] + 360, xy[:, 0]), xy[:, 1]])

    whole = shapely.transform(polygon, unwound)
    west = shapely.intersection(whole, shapely.box(0, -90, 180, 90))
    east = shapely.transform(shapely.intersection(whole, shapely.box(180, -90, 360, 90)), lambda xy: xy - (360, 0))
    parts = shapely.get_parts(MultiPolygon(_polygons_of(west) + _polygons_of(east)))
    return [orient(part) for part in parts]


def _polygons_of(geometry: Any) -> list[Polygon]:
    return [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon"]
