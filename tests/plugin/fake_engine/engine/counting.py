"""Counts of categories, made up but for the numbers of polygons."""

from __future__ import annotations

import json
import os

from engine import polygons
from engine.telling import steps, tell

EDGES = [0.0, 50.0, None]


def statistics(settings) -> None:
    tell("stage", name="count", message=settings.footprints)
    rows, _ = polygons.read_polygons(settings.footprints)
    for _ in steps("count", max(len(rows), 1), "polygon", "Stopped; nothing was written."):
        pass
    field = settings.category_field or "category"
    names = sorted({str(values.get(field) or "") for _, values in rows})
    has_ground = bool(settings.area or settings.raster)
    counts = [line(name, sum(str(values.get(field) or "") == name for _, values in rows), has_ground) for name in names]
    sizes = {"edges_m2": EDGES, "counts": [{"category": each["category"], "n": [each["n"], 0]} for each in counts]}
    values = {"counts": counts, "total": line("total", len(rows), has_ground), "sizes": sizes}
    if settings.output:
        text = "<!DOCTYPE html><p>counts</p>" if settings.format == "html" else json.dumps(values)
        with open(settings.output, "w", encoding="utf-8") as file:
            file.write(text)
        tell("artifact", kind="statistics", path=os.path.abspath(settings.output))
    tell("result", values={**values, "text": f"{len(rows)} polygons"})


def line(category: str, n: int, has_ground: bool) -> dict:
    areas = {"category": category, "n": n, "total_area_m2": 25.0 * n, "mean_area_m2": 25.0}
    ground = {"ground_m2": 1000.0, "n_per_ha": 10.0 * n, "n_per_km2": 1000.0 * n, "covered": 0.025 * n}
    return {**areas, **(ground if has_ground else {})}
