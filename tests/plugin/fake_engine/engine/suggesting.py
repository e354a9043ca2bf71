"""Areas to label next: squares along the raster's upper edge, from the left, each less worthwhile than the last."""

from __future__ import annotations

import os

from engine import polygons
from engine.model import read_card
from engine.rasters import open_raster
from engine.telling import steps, tell

COLUMNS = {
    "rank": "INTEGER",
    "score": "REAL",
    "uncertainty": "REAL",
    "disagreement": "REAL",
    "difference": "REAL",
    "raster": "TEXT",
}
SIDE = 10.0


def suggest_areas(settings) -> None:
    tell("stage", name="prepare", message="reading the model, the rasters and what is labeled")
    read_card(settings.model)
    raster = next(open_raster(path) for path in settings.raster)
    for _ in steps("look", (settings.count or 10), "area", "Stopped; nothing was written."):
        pass
    left, _, _, top = raster.bounds
    rows = []
    for i in range(settings.count or 10):
        x, y = left + SIDE * i, top
        ring = [[x, y], [x + SIDE, y], [x + SIDE, y - SIDE], [x, y - SIDE], [x, y]]
        share = round(0.9 - 0.1 * i, 2)
        values = {"rank": i + 1, "score": share, "uncertainty": share, "disagreement": share, "difference": share}
        rows.append((ring, {**values, "raster": raster.name}))
    polygons.write_polygons(settings.output, rows, COLUMNS, raster.epsg, "suggestions")
    tell("artifact", kind="suggestions", path=os.path.abspath(settings.output))
    tell("result", values={"n_suggestions": len(rows), "text": f"{len(rows)} areas"})
