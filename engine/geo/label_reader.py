"""Reads labels of any vector file, batch by batch, with what they carry beside their polygon."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pyproj
import shapely
from numpy.typing import NDArray
from pyogrio.errors import DataLayerError, DataSourceError

from engine.geo.vector_layer import cannot_open, crs_of, field_of, layer_of, split_source

_BATCH = 20_000
_LAYER = "labels"  # of our projects, and of what we write
_CATEGORIES = "categories"
_LIKELY_FIELDS = ("category", "class", "classname", "class_name", "label", "type", "kind", "name")
CARRIED = ("raster", "category_id", "color", "label_id", "score", "crowd")


@dataclass(frozen=True)
class LabelLayer:
    """A layer of polygons: where it is, how many rows it has, and which of its fields hold what."""

    path: Path
    name: str
    crs: pyproj.CRS | None
    n_rows: int
    category_field: str | None
    carried: dict[str, str]  # what we call it -> its field


@dataclass(frozen=True)
class LabelBatch:
    """Some rows: `shapes` (n,) Polygon or MultiPolygon; `columns` by our names, each (n,), None or NaN where empty."""

    shapes: NDArray[np.object_]
    columns: dict[str, NDArray[Any]]
    n_without_polygon: int

    def __len__(self) -> int:
        return len(self.shapes)


def open_label_layer(source: str, *, category_field: str | None = None) -> LabelLayer:
    """Return what a file of labels says of itself: `FILE`, `FILE|layer` or `FILE|layername=layer`.

    Without a field for the category, the first that has a likely name is taken.

    Raises:
        VectorOpenError: it is missing, is no vector file, or has no such layer.
        CategoryFieldError: it has no such field.
    """
    path, layer = split_source(source)
    name = layer_of(path, layer, own=_LAYER)
    try:
        info = pyogrio.read_info(path, layer=name)
    except (DataSourceError, DataLayerError, UnicodeDecodeError) as err:
        raise cannot_open(path, err) from err
    fields = [str(field) for field in info["fields"]]
    by_lower = {field.lower(): field for field in reversed(fields)}
    chosen = next((by_lower[each] for each in _LIKELY_FIELDS if each in by_lower), None)
    if category_field is not None:
        chosen = field_of(fields, category_field, path.name)
    carried = {ours: by_lower[ours] for ours in CARRIED if ours in by_lower and by_lower[ours] != chosen}
    # A shapefile's names have ten letters.
    carried |= {ours: by_lower[ours[:10]] for ours in CARRIED if ours not in carried and ours[:10] in by_lower}
    crs = crs_of(info["crs"], path, info["total_bounds"])
    return LabelLayer(path, name, crs, max(int(info["features"]), 0), chosen, carried)


def label_batches(layer: LabelLayer) -> Iterator[LabelBatch]:
    """Yield the rows of a layer; those without a polygon are counted only.

    Raises:
        VectorOpenError: the file breaks while it is read.
    """
    fields = dict.fromkeys([*filter(None, [layer.category_field]), *layer.carried.values()])
    ours = {field: name for name, field in layer.carried.items()}
    if layer.category_field is not None:
        ours[layer.category_field] = "category"
    try:
        with (
            warnings.catch_warnings(),
            pyogrio.raw.open_arrow(
                layer.path, layer=layer.name, columns=list(fields), batch_size=_BATCH, use_pyarrow=True
            ) as (meta, reader),
        ):
            warnings.simplefilter("ignore")
            geometry = meta["geometry_name"] or "wkb_geometry"
            for batch in reader:
                wkb = batch.column(geometry).to_numpy(zero_copy_only=False)
                shapes = shapely.force_2d(shapely.from_wkb(wkb, on_invalid="ignore"))
                is_polygon = np.isin(shapely.get_type_id(shapes), (3, 6)) & ~shapely.is_empty(shapes)
                is_polygon[_nowhere(shapes)] = False
                columns = {
                    ours[field]: batch.column(field).to_numpy(zero_copy_only=False)[is_polygon] for field in fields
                }
                yield LabelBatch(shapes[is_polygon], columns, int((~is_polygon).sum()))
    except (DataSourceError, DataLayerError, OSError, ValueError, RuntimeError) as err:
        raise cannot_open(layer.path, err) from err


def _nowhere(shapes: NDArray[np.object_]) -> NDArray[np.intp]:
    """Return the numbers of shapes with a corner at NaN or infinity, which bounds do not always show."""
    coordinates, owners = shapely.get_coordinates(shapes, return_index=True)
    return np.asarray(np.unique(owners[~np.isfinite(coordinates).all(axis=1)]))


def read_categories(path: Path) -> list[dict[str, Any]]:
    """Return the rows of the table of categories that our GeoPackages have; none where there is none."""
    try:
        if path.suffix.lower() != ".gpkg" or _CATEGORIES not in pyogrio.list_layers(path)[:, 0].tolist():
            return []
        meta, _, _, values = pyogrio.raw.read(path, layer=_CATEGORIES, read_geometry=False)
    except (DataSourceError, DataLayerError) as err:
        raise cannot_open(path, err) from err
    names = [str(name) for name in meta["fields"]]
    return [dict(zip(names, row, strict=True)) for row in zip(*(each.tolist() for each in values), strict=True)]
