"""Which layer of a vector file is meant, in which coordinates it lies, and what to say where it cannot be read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyogrio
import pyproj
from pyogrio.errors import DataLayerError, DataSourceError

from engine.errors import CategoryFieldError, VectorOpenError
from engine.geo.grid import stated_crs

_MAYBE_WITHOUT_CRS = (".geojson", ".json", ".geojsonl")
_LISTED = 10


def split_source(source: str) -> tuple[Path, str | None]:
    """Return file and layer of `FILE`, `FILE|layer` or, as QGIS writes it, `FILE|layername=layer`."""
    path, *options = source.split("|")
    layer = None
    for option in options:
        key, separator, value = option.partition("=")
        if key.strip().lower() == "layername":
            layer = value
        elif not separator and option:
            layer = option
    return Path(path), layer


def check_there(path: Path) -> None:
    """Refuse a file that is not there.

    Raises:
        VectorOpenError: it is not.
    """
    if not path.exists() and not str(path).startswith("/vsi"):
        raise VectorOpenError(f"{path} does not exist", hint="Check the path of the file with polygons.")


def layer_of(path: Path, wanted: str | None = None, *, own: str | None = None) -> str:
    """Return the layer asked for, else the one called `own`, else the only one with geometry.

    Raises:
        VectorOpenError: the file is missing, is no vector file, or has no such layer, or several and none is asked for.
    """
    check_there(path)
    try:
        layers = {str(name): kind for name, kind in pyogrio.list_layers(path)}
    except (DataSourceError, DataLayerError, UnicodeDecodeError) as err:
        raise cannot_open(path, err) from err
    spatial = [name for name, kind in layers.items() if kind is not None]
    if wanted is not None:
        return _asked_for(wanted, path, layers)
    if own in spatial or len(spatial) == 1:
        return own if own in spatial and own is not None else spatial[0]
    if not spatial:
        raise VectorOpenError(f"{path.name} holds no layer with geometry", hint="Choose a file with polygons.")
    raise VectorOpenError(
        f"{path.name} has several layers: {listed(spatial)}", hint=f"Name the one you mean: {path.name}|{spatial[0]}"
    )


def _asked_for(wanted: str, path: Path, layers: dict[str, Any]) -> str:
    if wanted not in layers:
        hint = f"It has {listed(list(layers))}." if layers else "It has no layer at all."
        raise VectorOpenError(f'{path.name} has no layer "{wanted}"', hint=hint)
    if layers[wanted] is None:
        raise VectorOpenError(f'the layer "{wanted}" of {path.name} has no geometry', hint="Choose one with polygons.")
    return wanted


def field_of(columns: Sequence[str], wanted: str, name: str) -> str:
    """Return the name of a column as the file writes it: databases and shapefiles change the case.

    Args:
        columns: those that there are.
        wanted: the one asked for.
        name: of the file.

    Raises:
        CategoryFieldError: there is none.
    """
    if wanted in columns:
        return wanted
    alike = [column for column in columns if column.lower() == wanted.lower()]
    if len(alike) == 1:
        return alike[0]
    raise CategoryFieldError(
        f'{name} has no field "{wanted}"', hint=f"It has {listed(columns)}." if columns else "It has no fields."
    )


def crs_of(stated: str | None, path: Path, bounds: Sequence[float] | None) -> pyproj.CRS | None:
    """Return the file's CRS; GDAL calls a GeoJSON without one EPSG:4326, which far coordinates disprove.

    Args:
        stated: what GDAL says.
        path: the file.
        bounds: x_min, y_min, x_max, y_max of all that is in it; None where nothing is.

    Raises:
        CrsError: PROJ does not know it.
    """
    crs = stated_crs(stated, file=path.name)
    if crs is not None and crs.is_geographic and path.suffix.lower() in _MAYBE_WITHOUT_CRS and bounds is not None:
        x_min, y_min, x_max, y_max = bounds
        if x_min < -361 or x_max > 361 or y_min < -91 or y_max > 91:
            return None
    return crs


def keeps_no_ids(path: Path) -> bool:
    """Tell whether the format knows no feature ids: those that GDAL gives then count rows from 0."""
    return path.suffix.lower() in (*_MAYBE_WITHOUT_CRS, ".shp", ".fgb", ".kml")


def cannot_open(path: Path, error: BaseException) -> VectorOpenError:
    """Return the error of a file that breaks, with the reason that GDAL gives."""
    if path.is_dir():
        return VectorOpenError(f"{path} is a folder, and no file of polygons", hint="Name the file in it.")
    if path.exists() and not path.stat().st_size:
        hint = "It was not copied or saved to its end; copy or save it again."
        return VectorOpenError(f"{path} cannot be read as a file of polygons: it is empty", hint=hint)
    reason = " ".join(str(error).split()).split("; It might help")[0]
    hint = "Open it in QGIS to see whether it is whole, or save it there as a GeoPackage."
    if path.suffix.lower() == ".json":
        hint = "COCO files (.json) and their like know pixels only: `deepseg import-labels` brings them onto the map."
    return VectorOpenError(f"{path} cannot be read as a file of polygons: {reason}", hint=hint)


def listed(names: Sequence[str]) -> str:
    """Return names in quotes, of many the first ones."""
    shown = ", ".join(f'"{name}"' for name in names[:_LISTED])
    return f"{shown}, …" if len(names) > _LISTED else shown
