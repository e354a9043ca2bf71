"""Writes a layer of polygons; it appears under its name only when it is whole."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pyproj
import shapely
from numpy.typing import NDArray
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, FieldError, GeometryError

from engine.errors import OutputError
from engine.whole_file import whole_file

_STYLES = "layer_styles"  # how QGIS draws the layers of a GeoPackage
_LISTED = 5
_DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON", ".json": "GeoJSON"}


def check_ending(path: Path) -> str:
    """Return the driver that writes files with the path's ending.

    Raises:
        OutputError: when there is none.
    """
    driver = _DRIVERS.get(path.suffix.lower())
    if driver is None:
        raise OutputError(
            f"{path} has an ending that no layer of polygons has", hint=f"Choose one of: {', '.join(_DRIVERS)}."
        )
    return driver


def check_no_other_layers(path: Path, *own: str) -> None:
    """Accept a GeoPackage to write anew that holds no layers but our own; a project of DeepSeg holds others.

    Raises:
        OutputError: it holds others, which would be lost.
    """
    if path.suffix.lower() != ".gpkg" or not path.is_file():
        return
    try:
        names = [str(name) for name in pyogrio.list_layers(path)[:, 0]]
    except (DataSourceError, DataLayerError):
        return  # it is damaged, and nothing in it can be lost
    others = [name for name in names if name not in (*own, _STYLES)]
    if others:
        listed = ", ".join(others[:_LISTED]) + (", …" if len(others) > _LISTED else "")
        raise OutputError(
            f"{path} holds other layers, which would be lost: {listed}", hint="Give the file to write another name."
        )


def write_polygons(
    path: Path,
    polygons: NDArray[np.object_],
    fields: Mapping[str, NDArray[Any]],
    *,
    crs: pyproj.CRS | None,
    layer: str,
) -> None:
    """Write (multi)polygons with their attributes; GeoJSON as RFC 7946 wants it, in longitude and latitude.

    Args:
        path: the file, replaced if it exists; its ending names the format.
        polygons: object (n,).
        fields: one array (n,) per column; NaN among numbers becomes NULL.
        crs: of the polygons.
        layer: the layer's name, where the format has names.

    Raises:
        OutputError: the format is unknown or the place cannot be written.
    """
    driver = check_ending(path)
    has_parts = bool((shapely.get_type_id(polygons) != shapely.GeometryType.POLYGON).any())
    options = {"RFC7946": "YES"} if driver == "GeoJSON" and crs is not None else {}
    with whole_file(path) as beside, warnings.catch_warnings():
        # Rasters without georeference have no CRS to give; the file's own ending comes when it is whole.
        warnings.filterwarnings("ignore", message="'crs' was not provided|.*filename extension should be")
        try:
            beside.unlink(missing_ok=True)
            pyogrio.raw.write(
                beside,
                shapely.to_wkb(polygons),
                field_data=list(fields.values()),
                fields=list(fields),
                crs=crs.to_wkt() if crs is not None else None,
                driver=driver,
                layer=layer,
                geometry_type="MultiPolygon" if has_parts else "Polygon",
                promote_to_multi=has_parts,
                nan_as_null=True,
                layer_options=options,
            )
        except (DataSourceError, DataLayerError, FeatureError, FieldError, GeometryError) as err:
            raise OutputError(
                f"cannot write {path}: {' '.join(str(err).split())}",
                hint="Choose a folder that you may write to and that has room.",
            ) from err
