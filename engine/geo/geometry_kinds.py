"""What a layer holds that is asked for polygons: counted batch by batch, told where there is none."""

from __future__ import annotations

from collections import Counter

import numpy as np
import shapely
from numpy.typing import NDArray

from engine.errors import VectorOpenError

_POLYGON, _MULTI_POLYGON = 3, 6
_POINT, _LINE, _OTHER, _NOTHING = "point", "line", "other geometry", "row without a geometry"
_NAMES = {-1: _NOTHING, 0: _POINT, 1: _LINE, 2: _LINE, 4: _POINT, 5: _LINE}  # by shapely's numbers
_MANY = {_OTHER: "other geometries", _NOTHING: "rows without a geometry"}


def are_polygons(geometries: NDArray[np.object_]) -> NDArray[np.bool_]:
    """Return which geometries (n,) are polygons or multipolygons that are not empty."""
    return np.isin(shapely.get_type_id(geometries), (_POLYGON, _MULTI_POLYGON)) & ~shapely.is_empty(geometries)


class GeometryKinds:
    """Counts the rows of a layer that hold no polygon, by what they hold instead."""

    def __init__(self) -> None:
        self.n_rows = 0
        self._others: Counter[str] = Counter()

    def add(self, geometries: NDArray[np.object_]) -> None:
        """Count geometries (n,), None among them."""
        self.n_rows += len(geometries)
        rest = geometries[~are_polygons(geometries)]
        kinds = np.where(shapely.is_empty(rest), -1, shapely.get_type_id(rest))
        self._others.update(_NAMES.get(kind, _OTHER) for kind in kinds.tolist())

    @property
    def n_no_polygon(self) -> int:
        """Return how many rows hold no polygon."""
        return self._others.total()

    def __str__(self) -> str:
        parts = [f"{n} {kind if n == 1 else _MANY.get(kind, f'{kind}s')}" for kind, n in self._others.most_common()]
        return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))

    def check(self, layer: str) -> None:
        """Accept a layer with a polygon, and one without any row.

        Raises:
            VectorOpenError: it has rows, and none of them holds a polygon.
        """
        if self.n_rows and self.n_no_polygon == self.n_rows:
            raise VectorOpenError(
                f"{layer} holds no polygon, only {self}",
                hint="Choose a layer of polygons. QGIS makes some of points with Buffer, of lines with Polygonize.",
            )
