"""Polygons in and out: GeoJSON and GeoPackage, with nothing but Python."""

from __future__ import annotations

import contextlib
import json
import math
import os
import sqlite3
import struct

from engine.telling import Failed

RADIUS_M = 6378137.0
TEXT, REAL = "TEXT", "REAL"


def read_polygons(source: str) -> tuple[list[tuple[list, dict]], int]:
    """Return outer rings with their attributes, and the EPSG code of their coordinates."""
    path, _, layer = source.partition("|")
    layer = layer.rpartition("layername=")[2].partition("|")[0]
    if not os.path.isfile(path):
        raise Failed("VectorOpenError", f"{path} does not exist", "Check the path.")
    if path.lower().endswith(".gpkg"):
        return read_geopackage(path, layer)
    try:
        with open(path, encoding="utf-8") as file:
            collection = json.load(file)
        features = collection["features"]
    except (ValueError, KeyError) as err:
        raise Failed("VectorOpenError", f"{path} is not a vector file: {err}", "Check the file.") from err
    name = collection.get("crs", {}).get("properties", {}).get("name", "EPSG:4326")
    code = name.rpartition(":")[2]
    polygons = [(ring, each.get("properties") or {}) for each in features for ring in rings(each.get("geometry") or {})]
    return polygons, int(code) if code.isdigit() else 4326


def rings(geometry: dict) -> list:
    if geometry.get("type") == "Polygon":
        return [geometry["coordinates"][0]]
    return [part[0] for part in geometry.get("coordinates", [])] if geometry.get("type") == "MultiPolygon" else []


def read_geopackage(path: str, layer: str) -> tuple[list[tuple[list, dict]], int]:
    with contextlib.closing(sqlite3.connect(path)) as base:
        tables = {
            row[0]: row[1:] for row in base.execute("SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns")
        }
        layer = layer or next(iter(tables), "")
        if layer not in tables:
            raise Failed("VectorOpenError", f"{path} has no layer {layer}", f"It has: {', '.join(tables)}.")
        column, srs = tables[layer]
        base.row_factory = sqlite3.Row
        polygons = []
        for row in base.execute(f'SELECT * FROM "{layer}"'):
            values = {key: row[key] for key in row.keys() if key != column}  # noqa: SIM118  (a sqlite3.Row is no dict)
            polygons += [(ring, values) for ring in rings_of_blob(row[column] or b"")]
    return polygons, srs


def rings_of_blob(blob: bytes) -> list:
    if blob[:2] != b"GP":
        return []
    envelope = (0, 32, 48, 48, 64)[(blob[3] >> 1) & 7]
    return rings_of_wkb(blob, 8 + envelope)[0]


def rings_of_wkb(blob: bytes, at: int) -> tuple[list, int]:
    order = "<" if blob[at] else ">"
    kind, n = struct.unpack_from(order + "II", blob, at + 1)
    at += 9
    n_numbers = 2 + (kind // 1000 in (1, 2)) + 2 * (kind // 1000 == 3) + bool(kind & 0x80000000)
    if kind % 1000 & 0xFF == 6:
        outer = []
        for _ in range(n):
            part, at = rings_of_wkb(blob, at)
            outer += part
        return outer, at
    found = []
    for _ in range(n):
        (n_points,) = struct.unpack_from(order + "I", blob, at)
        numbers = struct.unpack_from(f"{order}{n_points * n_numbers}d", blob, at + 4)
        found.append([list(numbers[i : i + 2]) for i in range(0, len(numbers), n_numbers)])
        at += 4 + 8 * n_points * n_numbers
    return found[:1], at


def reproject(ring: list, source: int, target: int) -> list:
    """Return the ring in another system, of the two that tests use; unchanged for all others."""
    if source == target or not {source, target} <= {4326, 3857}:
        return [[x, y] for x, y, *_ in ring]
    if target == 4326:
        return [
            [round(math.degrees(x / RADIUS_M), 8), round(math.degrees(math.atan(math.sinh(y / RADIUS_M))), 8)]
            for x, y, *_ in ring
        ]
    return [[math.radians(x) * RADIUS_M, math.asinh(math.tan(math.radians(y))) * RADIUS_M] for x, y, *_ in ring]


def write_polygons(path: str, rows: list[tuple[list, dict]], columns: dict[str, str], epsg: int, layer: str) -> None:
    """Write rings with their attributes; the file appears when it is whole."""
    ending = os.path.splitext(path)[1].lower()
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    part = f"{path}.part"
    if os.path.exists(part):
        os.remove(part)
    if ending == ".gpkg":
        write_geopackage(part, rows, columns, epsg, layer)
    elif ending in (".geojson", ".json"):
        with open(part, "w", encoding="utf-8") as file:
            json.dump(collection(rows, epsg) if ending == ".geojson" else coco(rows), file)
    else:
        raise Failed("OutputError", f"{path} has an ending that no footprints have", "Choose .geojson, .gpkg or .json.")
    os.replace(part, path)


def collection(rows, epsg: int) -> dict:
    features = [
        {
            "type": "Feature",
            "properties": values,
            "geometry": {"type": "Polygon", "coordinates": [reproject(ring, epsg, 4326)]},
        }
        for ring, values in rows
    ]
    crs = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{epsg}"}}
    return {"type": "FeatureCollection", **({"crs": crs} if epsg not in (0, 4326, 3857) else {}), "features": features}


def coco(rows) -> dict:
    names = sorted({values["category"] for _, values in rows})
    images = sorted({values["raster"] for _, values in rows})
    return {
        "info": {"description": "DeepSeg footprints"},
        "images": [{"id": i + 1, "file_name": name} for i, name in enumerate(images)],
        "categories": [{"id": i + 1, "name": name, "supercategory": ""} for i, name in enumerate(names)],
        "annotations": [
            {
                "id": i + 1,
                "image_id": images.index(values["raster"]) + 1,
                "category_id": names.index(values["category"]) + 1,
                "segmentation": [[number for point in ring for number in point]],
                "area": values["area_m2"],
                "iscrowd": 0,
                "score": values["score"],
            }
            for i, (ring, values) in enumerate(rows)
        ],
    }


def write_geopackage(path: str, rows, columns: dict[str, str], epsg: int, layer: str) -> None:
    srs = epsg or -1
    systems = [(-1, "NONE", -1), (0, "NONE", 0), (4326, "EPSG", 4326), *([(epsg, "EPSG", epsg)] if epsg else [])]
    corners = [point for ring, _ in rows for point in ring] or [[0.0, 0.0]]
    box = [pick(point[axis] for point in corners) for pick in (min, max) for axis in (0, 1)]
    with contextlib.closing(sqlite3.connect(path)) as base, base:
        base.executescript(
            "PRAGMA application_id = 1196444487; PRAGMA user_version = 10200;"
            "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, "
            "organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, "
            "description TEXT);"
            "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, "
            "identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT "
            "(strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, "
            "srs_id INTEGER);"
            "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, "
            "geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, "
            "PRIMARY KEY (table_name, column_name));"
        )
        base.executemany(
            "INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, 'undefined', '')",
            [(f"{organization}:{code}", number, organization, code) for number, organization, code in systems],
        )
        base.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, min_x, min_y, max_x, max_y, srs_id) "
            "VALUES (?, 'features', ?, ?, ?, ?, ?, ?)",
            (layer, layer, *box, srs),
        )
        base.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'POLYGON', ?, 0, 0)", (layer, srs))
        fields = "".join(f', "{name}" {kind}' for name, kind in columns.items())
        base.execute(f'CREATE TABLE "{layer}" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POLYGON{fields})')
        places = ", ".join("?" * (len(columns) + 1))
        names = "".join(f', "{name}"' for name in columns)
        base.executemany(
            f'INSERT INTO "{layer}" (geom{names}) VALUES ({places})',
            [(blob(ring, srs), *(values.get(name) for name in columns)) for ring, values in rows],
        )


def blob(ring: list, srs: int) -> bytes:
    numbers = [number for x, y, *_ in ring for number in (x, y)]
    wkb = struct.pack(f"<BIII{len(numbers)}d", 1, 3, 1, len(ring), *numbers)
    return b"GP" + struct.pack("<BBi", 0, 1, srs) + wkb
