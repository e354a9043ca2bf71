"""Labels of another program, made up: two roofs and a pool on the first raster, and an image that is not there."""

from __future__ import annotations

import os
from pathlib import Path

from engine import polygons
from engine.telling import steps, tell

COLUMNS = {
    "category": "TEXT",
    "category_id": "INTEGER",
    "color": "TEXT",
    "raster": "TEXT",
    "label_id": "INTEGER",
    "score": "REAL",
    "crowd": "INTEGER",
}


def add_options(choices) -> None:
    choices["import-labels"].add_argument("source")
    choices["export-labels"].add_argument("labels")
    choices["export-labels"].add_argument("--copy-rasters", action="store_true")
    for name in ("import-labels", "export-labels"):
        choices[name].add_argument("--raster", action="append", default=[])


def import_labels(settings) -> None:
    tell("stage", name="import", message=f"reading labels from {settings.source}")
    for _ in steps("import", 3, "label", "Stopped; nothing was written."):
        pass
    raster = Path(settings.raster[0]).name if settings.raster else "a.tif"
    rows = []
    for number, (name, color) in enumerate((("roof", None), ("roof", None), ("pool", "#123456")), start=1):
        x, y = 450_002.0 + 6 * number, 39_990.0
        ring = [[x, y], [x + 4, y], [x + 4, y + 4], [x, y + 4], [x, y]]
        values = (name, 1 if name == "roof" else 2, color, raster, number, None, 0)
        rows.append((ring, {column: values[i] for i, column in enumerate(COLUMNS)}))
    polygons.write_polygons(settings.output, rows, COLUMNS, 32636, "labels")
    message = "1 image with 2 labels left out: gone.png"
    tell("warning", code="images_unmatched", message=message, hint="Give it as well.")
    tell("artifact", kind="labels", path=os.path.abspath(settings.output))
    kinds = [
        {"name": "roof", "category_id": 1, "color": "#56b4e9"},
        {"name": "pool", "category_id": 2, "color": "#123456"},
    ]
    counts = {"n_labels": 3, "n_dropped": 2, "n_images_unmatched": 1}
    tell("result", values={**counts, "format": "coco", "categories": kinds, "text": "3 labels from COCO"})


def export_labels(settings) -> None:
    tell("stage", name="export", message=f"reading labels from {settings.labels}")
    for _ in steps("export", 1, "raster", "Stopped; nothing was written."):
        pass
    if Path(settings.output).suffix:
        Path(settings.output).write_text("{}")
    else:
        Path(settings.output).mkdir(parents=True, exist_ok=True)
        (Path(settings.output) / "data.yaml").write_text("names: {}\n")
    tell("warning", code="format_lost", message="labels with holes are written as one ring (1)", hint="")
    tell("artifact", kind="labels", path=os.path.abspath(settings.output))
    tell("result", values={"n_labels": 3, "text": f"3 labels in {settings.output}"})
