"""Two small rasters side by side, and ways to import and export labels on them and read what came out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import shapely
from affine import Affine

from engine.commands.export_labels import export_labels
from engine.commands.import_labels import import_labels
from engine.domain.label_interchange_settings import ExportLabelsSettings, ImportLabelsSettings
from engine.events import SilentReporter
from engine.geo.grid import PIXEL_COORDINATES, moved
from engine.stop import StopFlag
from tests.factories import NORTH_UP, map_box, write_polygons, write_raster

EAST = Affine(1.0, 0.0, 500_100.0, 0.0, -1.0, 5_600_000.0)
DONUT = shapely.difference(map_box(5, 5, 20, 20), map_box(10, 10, 5, 5))
PAIR = shapely.MultiPolygon([map_box(40, 10, 5, 5), map_box(40, 20, 5, 6)])
BOX = map_box(30, 50, 10, 12)
FAR = map_box(5, 5, 10, 10, EAST)


@dataclass(frozen=True)
class Row:
    """A label as it was read back."""

    shape: Any
    category: str | None
    raster: str | None
    values: dict[str, Any]


@dataclass(frozen=True)
class Told:
    """What a command said."""

    result: dict[str, Any]
    warnings: dict[str, str]
    events: list[dict[str, Any]]


def rasters(folder: Path, *, is_placed: bool = True) -> Path:
    """Write a.tif, 60 rows and 80 columns, and b.tif, 50 and 50; return their folder."""
    folder.mkdir(parents=True, exist_ok=True)
    options: dict[str, Any] = {} if is_placed else {"crs": None}
    for name, rows, cols, place in (("a", 60, 80, NORTH_UP), ("b", 50, 50, EAST)):
        values = np.zeros((3, rows, cols), np.uint8)
        write_raster(folder / f"{name}.tif", values, transform=place if is_placed else None, **options)
    return folder


def labels(path: Path) -> Path:
    """Write a donut and a box of roofs, a tree of two parts, and a car on the other raster."""
    return write_polygons(path, [DONUT, PAIR, BOX, FAR], category=["roof", "tree", "roof", "car"])


def brought_in(source: Path | str, output: Path, *images: Path, **options: Any) -> Told:
    settings = ImportLabelsSettings(source=str(source), output=output, images=tuple(images), **options)
    reporter = SilentReporter()
    import_labels(settings, reporter=reporter, stop=StopFlag())
    return told(reporter)


def taken_out(source: Path | str, output: Path, name: str, *images: Path, **options: Any) -> Told:
    settings = ExportLabelsSettings(labels=str(source), output=output, format=name, images=tuple(images), **options)
    reporter = SilentReporter()
    export_labels(settings, reporter=reporter, stop=StopFlag())
    return told(reporter)


def told(reporter: SilentReporter) -> Told:
    (result,) = reporter.named("result")
    warnings = {event["code"]: event["message"] for event in reporter.named("warning")}
    return Told(result["values"], warnings, reporter.events)


def rows(path: Path) -> list[Row]:
    """Return the labels of a file, those of the first raster first."""
    meta, _, wkb, fields = pyogrio.raw.read(path, layer="labels" if path.suffix == ".gpkg" else None)
    names = list(meta["fields"])
    found = []
    for geometry, *values in zip(shapely.from_wkb(wkb), *fields, strict=True):
        row = {name: None if value != value else value for name, value in zip(names, values, strict=True)}
        found.append(Row(geometry, row["category"], row["raster"], row))
    return found


def categories(path: Path) -> list[tuple[str, str, int | None]]:
    """Return name, color and number of the table of categories."""
    _, _, _, fields = pyogrio.raw.read(path, layer="categories", read_geometry=False)
    return [
        (name, color, None if number != number else int(number)) for name, color, number in zip(*fields, strict=True)
    ]


def crs_of(path: Path) -> str | None:
    return pyogrio.read_info(path, layer="labels")["crs"]


def on_screen(shape: Any) -> Any:
    """Return a shape of pixels, y down, in the coordinates of a raster without georeference."""
    return moved(shape, PIXEL_COORDINATES)


def is_same(one: Any, other: Any, *, within: float = 1e-6) -> bool:
    """Tell whether two shapes cover the same ground."""
    return bool(shapely.symmetric_difference(one, other).area <= within)


def write_json(path: Path, content: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")
    return path
