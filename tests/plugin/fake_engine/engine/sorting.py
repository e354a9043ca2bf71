"""Cut-outs, kinds and masks, made up: one picture, one kind for all, and the raster as it was."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from engine import polygons
from engine.telling import steps, tell


def add_options(choices) -> None:
    for name in ("cutouts", "classify", "classify-train"):
        choices[name].add_argument("--raster", action="append")
    for name in ("cutouts", "classify"):
        choices[name].add_argument("footprints")
    for name in ("cutouts", "classify", "mask"):
        choices[name].add_argument("--category", action="append")
    for name in ("cutouts", "classify", "classify-train", "mask"):
        choices[name].add_argument("--crs")
    for name in ("cutouts", "classify-train"):
        choices[name].add_argument("--upright", action="store_true")
        choices[name].add_argument("--masked", action="store_true")
    choices["cutouts"].add_argument("--square", action="store_true")
    choices["mask"].add_argument("--all-touched", action="store_true")
    choices["mask"].add_argument("--color", action="append")


def cutouts(settings) -> None:
    tell("stage", name="cut", message=settings.footprints)
    rows, _ = polygons.read_polygons(settings.footprints)
    for _ in steps("cut", max(len(rows), 1), "polygon", "Stopped; nothing was written."):
        pass
    Path(settings.output).mkdir(parents=True, exist_ok=True)
    (Path(settings.output) / "index.csv").write_text("id\n")
    tell("artifact", kind="cutouts", path=os.path.abspath(settings.output))
    tell("result", values={"n_cutouts": len(rows), "text": f"{len(rows)} cut-outs"})


def classify_train(settings) -> None:
    tell("stage", name="look", message="looking at 3 instances")
    for _ in steps("look", 3, "picture", "Stopped; nothing was saved."):
        pass
    scores = {"accuracy": 0.75, "recall": 0.5, "f1": 0.5}
    tell("epoch", epoch=1, n_epochs=1, losses={"category": 0.5}, scores=scores, is_best=True, eta_s=0)
    Path(settings.model).write_bytes(b"a classifier")
    tell("artifact", kind="model", path=os.path.abspath(settings.model))
    tell("result", values={"scores": {"accuracy": 0.75, "mean_recall": 0.5}, "text": "3 of 4 sorted right"})


def classify(settings) -> None:
    tell("stage", name="classify", message=settings.footprints)
    rows, epsg = polygons.read_polygons(settings.footprints)
    for _ in steps("classify", max(len(rows), 1), "polygon", "Stopped; nothing was written."):
        pass
    kept = [name for name in (rows[0][1] if rows else {}) if name not in ("fid", "deepseg_fid")]
    kinds = {name: "REAL" if isinstance(rows[0][1][name], (int, float)) else "TEXT" for name in kept}
    found = [(ring, {**values, "subcategory": "flat", "subcategory_score": 0.9}) for ring, values in rows]
    fields = {**kinds, "subcategory": "TEXT", "subcategory_score": "REAL"}
    polygons.write_polygons(settings.output, found, fields, epsg, "sorted")
    tell("result", values={"n_sorted": len(rows), "scores": {"accuracy": 0.5}, "text": f"{len(rows)} sorted"})


def mask(settings) -> None:
    tell("stage", name="read", message=settings.polygons)
    for _ in steps("mask", 1, "MP", "Stopped; nothing was written."):
        shutil.copy(settings.raster, settings.output)
    classes = [{"value": 1, "name": "roof", "color": "#e69f00"}] if settings.kind == "class" else []
    tell("artifact", kind="raster", path=os.path.abspath(settings.output))
    tell("result", values={"n_polygons": 3, "classes": classes, "text": settings.output})
