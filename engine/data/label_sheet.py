"""One raster's share of what people drew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray

from engine.geo.grid import moved

EVERY_ROLE = "every"  # of areas in a file that has no field `role`


@dataclass(frozen=True, eq=False)
class LabelSheet:
    """The labels and areas on one raster, in pixel coordinates (col, row) of its grid.

    `polygons` Polygon (n,), `category_ids` int (n,), `label_ids` int (n,), from 1 over all rasters: a label across two
    rasters has the same on both. `areas` holds the polygons of each role, cut to the raster; it is empty where no file
    of areas was given, and has an empty entry for a role without a polygon here.
    """

    polygons: NDArray[np.object_]
    category_ids: NDArray[np.int64]
    label_ids: NDArray[np.int64]
    areas: Mapping[str, tuple[shapely.Polygon, ...]]
    rows: int
    cols: int

    def __post_init__(self) -> None:
        if not len(self.polygons) == len(self.category_ids) == len(self.label_ids):
            raise ValueError("polygons, category_ids and label_ids need the same length")

    @property
    def outline(self) -> shapely.Polygon:
        """Return the raster's edge."""
        return shapely.box(0, 0, self.cols, self.rows)

    def has_areas(self, *roles: str) -> bool:
        """Tell whether any area has one of the roles here; without roles, whether a file of areas was given."""
        if not roles:
            return bool(self.areas)
        return any(self.areas.get(role) for role in (*roles, EVERY_ROLE))

    def of_category(self, category_id: int) -> LabelSheet:
        """Return the sheet with the labels of one category only."""
        mine = self.category_ids == category_id
        return replace(
            self,
            polygons=self.polygons[mine],
            category_ids=self.category_ids[mine],
            label_ids=self.label_ids[mine],
        )

    def scaled(self, x_factor: float, y_factor: float) -> LabelSheet:
        """Return the sheet for a grid with `x_factor` times the columns and `y_factor` times the rows."""
        scale = Affine.scale(x_factor, y_factor)
        return replace(
            self,
            polygons=moved(self.polygons, scale),
            areas={role: tuple(moved(area, scale) for area in areas) for role, areas in self.areas.items()},
            rows=max(1, round(self.rows * y_factor)),
            cols=max(1, round(self.cols * x_factor)),
        )
