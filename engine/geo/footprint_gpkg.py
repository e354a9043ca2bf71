"""Footprints as a GeoPackage: one layer, in the CRS of the first raster."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyogrio.raw
import shapely

from engine.domain.footprint import Footprint
from engine.geo.footprint_layout import COLUMNS, FootprintLayout, attributes

LAYER = "footprints"
_TEXTS = ("category", "raster", "model", "run_id")
_BATCH = 5000  # every append opens the file once more


class GeoPackageFile:
    """A table `footprints` with a spatial index, filled batch by batch."""

    def __init__(self, path: Path, layout: FootprintLayout) -> None:
        self._path = path
        self._layout = layout
        self._waiting: list[Footprint] = []
        self._append([], is_first=True)

    def write(self, footprints: Sequence[Footprint]) -> None:
        """Add footprints."""
        self._waiting.extend(footprints)
        if len(self._waiting) >= _BATCH:
            self._flush()

    def finish(self) -> None:
        """Write what still waits."""
        self._flush()

    def drop(self) -> None:
        """Forget what still waits."""
        self._waiting = []

    def _flush(self) -> None:
        if self._waiting:
            self._append(self._waiting, is_first=False)
            self._waiting = []

    def _append(self, footprints: Sequence[Footprint], *, is_first: bool) -> None:
        crs = self._layout.crs
        rows = [attributes(footprint) for footprint in footprints]
        columns = [np.array([row[name] for row in rows], object if name in _TEXTS else np.float64) for name in COLUMNS]
        polygons = self._layout.polygons_in(crs, footprints)
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="'crs' was not provided")  # the caller has told the user
            pyogrio.raw.write(
                self._path,
                geometry=shapely.to_wkb(polygons),
                field_data=columns,
                fields=list(COLUMNS),
                layer=LAYER,
                driver="GPKG",
                geometry_type="Polygon",
                crs=crs.to_wkt() if crs else None,
                append=not is_first,
            )
