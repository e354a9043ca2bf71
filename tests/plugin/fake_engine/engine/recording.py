"""The record of a run, where the real engine keeps it, with little in it."""

from __future__ import annotations

import json
import os


def record_path(settings) -> str | None:
    if settings.command == "train":
        return os.path.join(settings.run_dir or f"{os.path.splitext(settings.model)[0]}.run", "run.json")
    if settings.command == "predict" and settings.run_dir and not settings.dry_run:
        return os.path.join(settings.run_dir, "run.json")
    if settings.command == "evaluate":
        return f"{os.path.splitext(settings.report)[0]}.run.json"
    return None


def keep_record(settings, words: list[str], state: str) -> None:
    path = record_path(settings)
    if path is None or not os.path.isdir(os.path.dirname(path)):
        return
    result = {"per_category": {"roof": 2}} if settings.command == "predict" else {}
    outputs = {"footprints": os.path.abspath(settings.output)} if settings.command == "predict" else {}
    record = {"format": 1, "command": settings.command, "state": state, "started": "2026-03-01T10:00:00Z"}
    record.update(seconds=1.0, words=words, settings={"rasters": settings.raster}, outputs=outputs, result=result)
    with open(path, "w", encoding="utf-8") as file:
        json.dump(record, file)
