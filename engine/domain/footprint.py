"""A thing found in a raster, as a polygon on the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shapely import Polygon


@dataclass(frozen=True)
class Measures:
    """Geodesic measures; None where the raster has no coordinate system."""

    area_m2: float | None
    perimeter_m: float | None
    length_m: float | None
    width_m: float | None
    orientation_deg: float | None


@dataclass(frozen=True)
class Footprint:
    """An instance's polygon in the raster's map coordinates.

    `score` is from 0 to 1. `area_px` counts raster pixels, so that rasters without a coordinate
    system can be compared as well.
    """

    polygon: Polygon
    category: str
    score: float
    area_px: float
    measures: Measures
    raster: str
    model: str
    run_id: str
