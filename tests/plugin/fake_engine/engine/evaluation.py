"""Three of five labels are found, two are missed, and for each five there is something that is not there."""

from __future__ import annotations

import json
import os

from engine import __version__, polygons
from engine.model import read_card
from engine.prediction import pr_point
from engine.rasters import open_raster
from engine.telling import Failed, steps, tell

COLUMNS = {"match": "TEXT", "iou": "REAL", "score": "REAL", "category": "TEXT", "raster": "TEXT", "kind": "TEXT"}
CAUTION = "It was chosen on these very labels, so it is a hint for other places and no result."


def evaluate(settings) -> None:
    tell("stage", name="prepare", message="reading the model, the rasters and the labels")
    card = read_card(settings.model)
    rasters = [open_raster(path) for path in settings.raster]
    names = [each["name"] for each in card["categories"]]
    found = find(settings, rasters[0], names)
    tell("stage", name="predict", message="on CPU, 2 cores")
    for _ in steps("predict", 4 * len(rasters), "tile", "Stopped; nothing was written."):
        pass
    for _ in steps("vectorize", 1, "block", "Stopped; nothing was written."):
        pass
    tell("stage", name="evaluate", message="comparing footprints with labels")
    threshold = card["score_threshold"] if settings.score_threshold is None else settings.score_threshold
    report = report_of(found, names, threshold, card, settings, rasters)
    html = settings.html or f"{os.path.splitext(settings.report)[0]}.html"
    write(settings.report, json.dumps(report, indent=2, ensure_ascii=False))
    tell("artifact", kind="report", path=os.path.abspath(settings.report))
    write(html, "<!doctype html><meta charset=utf-8><title>Evaluation</title><h1>Evaluation</h1>")
    tell("artifact", kind="page", path=os.path.abspath(html))
    if settings.matches:
        rows = [row for each in found for row in match_rows(each, threshold, rasters[0].name)]
        polygons.write_polygons(settings.matches, rows, COLUMNS, rasters[0].epsg, "matches")
        tell("artifact", kind="matches", path=os.path.abspath(settings.matches))
    overall = {key: value for key, value in report["overall"].items() if key != "recall_margin"}
    text = f"{overall['n_labels']} labels, {overall['tp']} found, {overall['fn']} missed, {overall['fp']} false"
    values = {"overall": overall, "categories": report["categories"], "report": settings.report, "html": html}
    tell("result", values={**values, "text": text})


def find(settings, raster, names: list[str]) -> list[dict]:
    """Return what the model says of each label on the raster, and what it sees where nothing is."""
    labels, epsg = polygons.read_polygons(settings.labels)
    left, bottom, right, top = raster.bounds
    found = []
    for ring, values in labels:
        ring = polygons.reproject(ring, epsg, raster.epsg)
        x, y = middle(ring)
        name = str(values.get(settings.category_field) or names[0]) if settings.category_field else names[0]
        if name not in names or not (left <= x <= right and bottom <= y <= top):
            continue
        i = len(found)
        found.append(
            {
                "ring": ring,
                "category": name,
                "score": round(0.97 - 0.6 * (i * 7 % 20) / 20, 4) if i % 5 < 3 else None,
                "false_score": round(0.35 + 0.5 * (i * 3 % 10) / 10, 4) if i % 5 == 1 else None,
            }
        )
    if not found:
        raise Failed("LabelsOutsideError", "no label lies on any of the rasters", "Check the coordinate systems.")
    return found


def match_rows(each: dict, threshold: float, raster: str):
    ring, name = each["ring"], each["category"]
    if each["score"] is not None and each["score"] >= threshold:
        yield (
            ring,
            {
                "match": "TP",
                "iou": 0.8,
                "score": each["score"],
                "category": name,
                "raster": raster,
                "kind": "footprint",
            },
        )
    else:
        yield ring, {"match": "FN", "iou": 0.1, "score": None, "category": name, "raster": raster, "kind": "label"}
    if each["false_score"] is not None and each["false_score"] >= threshold:
        width = max(point[0] for point in ring) - min(point[0] for point in ring)
        moved = [[x + 1.2 * width, y] for x, y in ring]
        values = {"match": "FP", "iou": 0.0, "score": each["false_score"], "category": name, "raster": raster}
        yield moved, {**values, "kind": "footprint"}


def report_of(found: list[dict], names: list[str], threshold: float, card: dict, settings, rasters) -> dict:
    by_name = {name: [each for each in found if each["category"] == name] for name in names}
    overall = scores_of(found, threshold)
    raster = rasters[0]
    return {
        "overall": {**overall, "recall_margin": 0.04},
        "categories": {name: scores_of(each, threshold) for name, each in by_name.items()},
        "rule": "A match needs the same category and masks that share an IoU of at least 0.5.",
        "notes": [f"best_f1_threshold: {CAUTION}"],
        "model": {
            "name": card["name"],
            "path": settings.model,
            "score_threshold": card["score_threshold"],
            **{key: card[key] for key in ("family", "encoder", "bands", "dtype", "scale", "resolution_m", "data_hash")},
            "categories": [{"name": each["name"], "color": each["color"]} for each in card["categories"]],
            "scores_in_training": card["scores"],
            "engine_version": card["engine_version"],
        },
        "rasters": [
            {
                "name": raster.name,
                "path": raster.path,
                "rows": raster.height,
                "columns": raster.width,
                "metres_per_pixel": abs(raster.transform[0]) if raster.epsg else None,
                "area_px": float(raster.width * raster.height),
                **{key: overall[key] for key in ("tp", "fp", "fn")},
                "n_ignored_labels": 0,
            }
        ],
        "pr_curves": {
            "recall_points": [round(i / 100, 2) for i in range(101)],
            "overall": curve_of(found),
            "categories": {name: curve_of(each) for name, each in by_name.items()},
        },
        "date": "2026-01-01",
        "engine_version": __version__,
    }


def curve_of(found: list[dict]) -> dict:
    hits = [(each["score"], True) for each in found if each["score"] is not None]
    hits += [(each["false_score"], False) for each in found if each["false_score"] is not None]
    tp = fp = 0
    points = []
    for score, is_right in sorted(hits, reverse=True):
        tp, fp = tp + is_right, fp + (not is_right)
        points.append((score, *pr_point(tp, fp, len(found))))
    best = [max((p for _, p, r, _ in points if r >= i / 100), default=0.0) for i in range(101)]
    columns = [[round(point[i], 6) for point in points] for i in range(4)]
    return {
        "precision_at_recall": [round(value, 6) for value in best],
        **dict(zip(("scores", "precision", "recall", "f1"), columns)),  # noqa: B905  (Python 3.9)
    }


def scores_of(found: list[dict], threshold: float) -> dict:
    curve = curve_of(found)
    tp = sum(each["score"] is not None and each["score"] >= threshold for each in found)
    fp = sum(each["false_score"] is not None and each["false_score"] >= threshold for each in found)
    n = len(found)
    map50 = sum(curve["precision_at_recall"]) / 101 if n else None
    best = max(zip(curve["f1"], curve["scores"]), default=(None, None))  # noqa: B905
    return {
        "map": round(map50 * 0.6, 6) if map50 is not None else None,
        "map50": round(map50, 6) if map50 is not None else None,
        "precision": tp / (tp + fp) if tp + fp else None,
        "recall": tp / n if n else None,
        "f1": 2 * tp / (tp + fp + n) if n else None,
        "tp": tp,
        "fp": fp,
        "fn": n - tp,
        "n_labels": n,
        "n_footprints": tp + fp,
        "n_ignored_labels": 0,
        "pixel_iou": 0.61 if n else None,
        "area_error": 0.02 if tp else None,
        "mean_area_error": 0.11 if tp else None,
        "score_threshold": threshold,
        "best_f1": best[0],
        "best_f1_threshold": best[1],
    }


def middle(ring: list) -> tuple[float, float]:
    xs, ys = [point[0] for point in ring], [point[1] for point in ring]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def write(path: str, text: str) -> None:
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    with open(f"{path}.part", "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(f"{path}.part", path)
