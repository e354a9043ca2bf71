"""Reads labels of any vector file, batch by batch, with what they carry beside their polygon."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pyproj
import shapely
from numpy.typing import NDArray
from pyogrio.errors import DataLayerError, DataSourceError

from engine.errors import CategoryFieldError, VectorOpenError
from engine.geo.grid import stated_crs
from engine.geo.vector import split_source

_BATCH = 20_000
_LAYER = "labels"  # of our projects, and of what we write
_CATEGORIES = "categories"
_LISTED = 10
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
    if not path.exists():
        raise VectorOpenError(f"{path} does not exist", hint="Check the path of the labels.")
    try:
        name = _named_layer(path, layer) if layer else _only_layer(path)
        info = pyogrio.read_info(path, layer=name)
    except (DataSourceError, DataLayerError, UnicodeDecodeError) as err:
        raise _unreadable(path, err) from err
    fields = [str(field) for field in info["fields"]]
    by_lower = {field.lower(): field for field in reversed(fields)}
    if category_field is not None and category_field.lower() not in by_lower:
        raise CategoryFieldError(
            f'{path.name} has no field "{category_field}"',
            hint=f"It has {', '.join(fields)}." if fields else "It has no fields.",
        )
    names = (category_field.lower(),) if category_field else _LIKELY_FIELDS
    chosen = next((by_lower[each] for each in names if each in by_lower), None)
    carried = {ours: by_lower[ours] for ours in CARRIED if ours in by_lower and by_lower[ours] != chosen}
    # A shapefile's names have ten letters.
    carried |= {ours: by_lower[ours[:10]] for ours in CARRIED if ours not in carried and ours[:10] in by_lower}
    crs = stated_crs(info["crs"], file=path.name)
    if crs is not None and path.suffix.lower() in (".geojson", ".json") and _is_no_degrees(info["total_bounds"]):
        crs = None
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
        raise _unreadable(layer.path, err) from err


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
        raise _unreadable(path, err) from err
    names = [str(name) for name in meta["fields"]]
    return [dict(zip(names, row, strict=True)) for row in zip(*(each.tolist() for each in values), strict=True)]


def _named_layer(path: Path, name: str) -> str:
    names = [str(each) for each in pyogrio.list_layers(path)[:, 0]]
    if name not in names:
        hint = f"It has {', '.join(names[:_LISTED])}." if names else "It has no layer at all."
        raise VectorOpenError(f'{path.name} has no layer "{name}"', hint=hint)
    return name


def _only_layer(path: Path) -> str:
    layers = [str(name) for name, kind in pyogrio.list_layers(path) if kind is not None]
    if _LAYER in layers or len(layers) == 1:
        return _LAYER if _LAYER in layers else layers[0]
    if not layers:
        raise VectorOpenError(f"{path.name} holds no layer with geometry", hint="Choose a file with polygons.")
    raise VectorOpenError(
        f"{path.name} has the layers {', '.join(layers)}", hint=f"Name the one you mean: {path.name}|{layers[0]}"
    )


def _is_no_degrees(bounds: Sequence[float] | None) -> bool:
    """Tell whether coordinates that GDAL calls degrees are none: a GeoJSON may hold pixels of a raster."""
    if bounds is None:
        return False
    x_min, y_min, x_max, y_max = bounds
    return bool(x_min < -361 or x_max > 361 or y_min < -91 or y_max > 91)


def _unreadable(path: Path, err: BaseException) -> VectorOpenError:
    return VectorOpenError(
        f"{path} cannot be read as a file of polygons: {' '.join(str(err).split())}",
        hint="Open it in QGIS to see whether it is whole, or save it there as a GeoPackage.",
    )
