"""What became of every label and footprint, as a layer to look at on the map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyproj
from numpy.typing import NDArray

from engine.domain.category import Category
from engine.evaluation.matching import Matches
from engine.evaluation.report import EvaluationReport
from engine.geo.grid import Grid
from engine.geo.polygon_file import write_polygons
from engine.geo.polygons import transform_polygons

TP, FP, FN, IGNORED, LEFT_OUT = "TP", "FP", "FN", "ignored", ""
LAYER = "matches"


@dataclass(frozen=True, eq=False)
class Outcomes:
    """What became of each shape of one raster at a score threshold, text (n,).

    `footprints`: TP, FP, ignored, or nothing where the score is too low or it lies beyond the area.
    `labels`: TP, FN or ignored.
    """

    labels: NDArray[np.object_]
    footprints: NDArray[np.object_]


def outcomes(matches: Matches, score_threshold: float) -> Outcomes:
    """Return what became of each label and footprint at IoU 0.5."""
    footprints = np.full(len(matches.footprints.shapes), IGNORED, object)
    footprints[matches.is_tp[0]] = TP
    footprints[matches.is_fp[0]] = FP
    is_beyond = (footprints == IGNORED) & ~matches.footprints.reaches_in
    footprints[(matches.footprints.shapes.scores < score_threshold) | is_beyond] = LEFT_OUT
    labels = np.where(matches.finder(score_threshold) >= 0, TP, FN).astype(object)
    labels[~matches.labels.is_inside] = IGNORED
    return Outcomes(labels, footprints)


@dataclass(frozen=True, eq=False)
class MatchTable:
    """Rows of the layer: footprints that are right, wrong or ignored, labels that were missed or are ignored.

    `iou` of what was matched is that of the match, of all else the best one reached. `score` of a missed label is
    that of the footprint that finds it at a lower threshold; NaN where none does, and of ignored ones.
    """

    polygons: NDArray[np.object_]
    match: NDArray[np.object_]
    iou: NDArray[np.float64]
    score: NDArray[np.float64]
    category: NDArray[np.object_]
    raster: NDArray[np.object_]
    kind: NDArray[np.object_]


def match_table(
    report: EvaluationReport, categories: Sequence[Category], grids: Sequence[Grid], names: Sequence[str]
) -> tuple[MatchTable, pyproj.CRS | None]:
    """Return the rows of all rasters, and the coordinate system they share: that of the first raster.

    Where any raster has none, the rows keep their rasters' own coordinates.
    """
    names_by_id = {category.id: category.name for category in categories}
    crs = grids[0].crs if grids and all(grid.crs is not None for grid in grids) else None
    parts = []
    for matches, grid, name in zip(report.matches, grids, names, strict=True):
        for part in _rows(matches, report.score_threshold, names_by_id, name):
            polygons = grid.to_map(part["polygons"])
            if crs is not None and grid.crs is not None:
                polygons = transform_polygons(polygons, grid.crs, crs)
            parts.append({**part, "polygons": polygons})
    columns = ("polygons", "match", "iou", "score", "category", "raster", "kind")
    if not parts:
        return MatchTable(*(np.zeros(0, float if c in ("iou", "score") else object) for c in columns)), crs
    return MatchTable(*(np.concatenate([part[c] for part in parts]) for c in columns)), crs


def write_matches(
    path: Path, report: EvaluationReport, categories: Sequence[Category], grids: Sequence[Grid], names: Sequence[str]
) -> None:
    """Write the layer; the ending of the path names the format.

    Raises:
        OutputError: the format is unknown or the place cannot be written.
    """
    table, crs = match_table(report, categories, grids, names)
    fields = {
        "match": table.match,
        "iou": np.round(table.iou, 4),
        "score": np.round(table.score, 4),
        "category": table.category,
        "raster": table.raster,
        "kind": table.kind,
    }
    write_polygons(path, table.polygons, fields, crs=crs, layer=LAYER)


def _rows(
    matches: Matches, score_threshold: float, names_by_id: dict[int, str], raster: str
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the footprints and the labels of one raster that the layer shows, by column."""
    became = outcomes(matches, score_threshold)
    footprints, labels = matches.footprints, matches.labels
    shown = became.footprints != LEFT_OUT
    missed = (became.labels == FN) | (became.labels == IGNORED)
    best_iou = np.where(matches.found_iou > 0, matches.found_iou, footprints.best_iou)
    n_footprints, n_labels = int(shown.sum()), int(missed.sum())
    return (
        {
            "polygons": footprints.shapes.polygons[shown],
            "match": became.footprints[shown],
            "iou": best_iou[shown],
            "score": footprints.shapes.scores[shown],
            "category": _names(footprints.shapes.category_ids[shown], names_by_id),
            "raster": np.full(n_footprints, raster, object),
            "kind": np.full(n_footprints, "footprint", object),
        },
        {
            "polygons": labels.shapes.polygons[missed],
            "match": became.labels[missed],
            "iou": labels.best_iou[missed],
            "score": np.where(became.labels == FN, _weak_scores(matches), np.nan)[missed],
            "category": _names(labels.shapes.category_ids[missed], names_by_id),
            "raster": np.full(n_labels, raster, object),
            "kind": np.full(n_labels, "label", object),
        },
    )


def _weak_scores(matches: Matches) -> NDArray[np.float64]:
    """Return for each label the score of the footprint that finds it if any score will do, NaN where none does."""
    finder = matches.finder(0.0)
    scores = np.full(len(finder), np.nan)
    scores[finder >= 0] = matches.footprints.shapes.scores[finder[finder >= 0]]
    return scores


def _names(category_ids: NDArray[np.int64], names_by_id: dict[int, str]) -> NDArray[np.object_]:
    names = np.empty(len(category_ids), object)
    names[:] = [names_by_id[int(each)] for each in category_ids]
    return names
