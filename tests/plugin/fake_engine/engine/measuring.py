"""The first measure of all, made up: the polygons come back with a field more."""

from __future__ import annotations

import os

from engine import polygons
from engine.telling import steps, tell


def measure(settings) -> None:
    tell("stage", name="measure", message=settings.polygons)
    rows, epsg = polygons.read_polygons(settings.polygons)
    for _ in steps("measure", max(len(rows), 1), "polygon", "Stopped; nothing was written."):
        pass
    kept = [name for name in (rows[0][1] if rows else {}) if name not in ("fid", "deepseg_fid")]
    kinds = {name: "REAL" if isinstance(rows[0][1][name], (int, float)) else "TEXT" for name in kept}
    measured = [(ring, {**values, "area_m2": 7.5}) for ring, values in rows]
    polygons.write_polygons(settings.output, measured, {**kinds, "area_m2": "REAL"}, epsg, "measured")
    tell("artifact", kind="measured", path=os.path.abspath(settings.output))
    tell("result", values={"n": len(rows), "columns": ["area_m2"], "n_outside": 0, "text": f"{len(rows)} polygons"})
