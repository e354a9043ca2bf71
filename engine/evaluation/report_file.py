"""The report as JSON: what scripts and the plugin read."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from shapely.geometry.base import BaseGeometry

from engine import __version__
from engine.domain.model_card import ModelCard
from engine.evaluation.inside import RULE
from engine.evaluation.matches import FN, FP, IGNORED, TP, outcomes
from engine.evaluation.report import EvaluationReport
from engine.evaluation.scores import RECALL_POINTS, Curve
from engine.evaluation.wording import BEST_F1_CAUTION, recall_margin
from engine.events import plain
from engine.geo.raster import Raster

_CURVE_DECIMALS = 6


@dataclass(frozen=True, eq=False)
class Evaluation:
    """A report and what it is about: the model, and for each raster the area in its pixels (None: all of it)."""

    report: EvaluationReport
    card: ModelCard
    model: Path
    rasters: tuple[Raster, ...]
    areas: tuple[BaseGeometry | None, ...]
    date: str

    @property
    def model_name(self) -> str:
        """Return the name that the card gives the model, else that of its file."""
        return self.card.name or self.model.stem


def report_json(of: Evaluation) -> str:
    """Return the report as JSON text; numbers that cannot be computed are null."""
    return json.dumps(report_values(of), indent=2, allow_nan=False, ensure_ascii=False) + "\n"


def report_values(of: Evaluation) -> dict[str, Any]:
    """Return the report as plain values."""
    report = of.report
    values = {
        "overall": {**asdict(report.overall), "recall_margin": recall_margin(report.overall)},
        "categories": {name: asdict(scores) for name, scores in report.categories.items()},
        "rule": RULE,
        "notes": [*report.notes, f"best_f1_threshold: {BEST_F1_CAUTION}"],
        "model": _model(of),
        "rasters": [_raster(of, i) for i in range(len(of.rasters))],
        "pr_curves": {
            "recall_points": RECALL_POINTS.round(2).tolist(),
            "overall": _curve(report.overall_curve),
            "categories": {name: _curve(curve) for name, curve in report.curves.items()},
        },
        "date": of.date,
        "engine_version": __version__,
    }
    answer: dict[str, Any] = plain(values)
    return answer


def _model(of: Evaluation) -> dict[str, Any]:
    card = of.card
    return {
        "name": of.model_name,
        "path": str(of.model),
        "family": card.family,
        "encoder": card.encoder,
        "categories": [{"name": each.name, "color": each.color} for each in card.categories],
        "bands": card.bands,
        "dtype": card.dtype,
        "scale": card.scale,
        "resolution_m": card.resolution_m,
        "score_threshold": card.score_threshold,
        "scores_in_training": card.scores,
        "data_hash": card.data_hash,
        "engine_version": card.engine_version,
    }


def _raster(of: Evaluation, i: int) -> dict[str, Any]:
    raster, area, matches = of.rasters[i], of.areas[i], of.report.matches[i]
    grid = raster.native_grid
    became = outcomes(matches, of.report.score_threshold)
    return {
        "name": raster.name,
        "path": str(raster.path),
        "rows": grid.rows,
        "columns": grid.cols,
        "metres_per_pixel": grid.metres_per_pixel,
        "area_px": float(grid.rows * grid.cols if area is None else area.area),
        "tp": int((became.footprints == TP).sum()),
        "fp": int((became.footprints == FP).sum()),
        "fn": int((became.labels == FN).sum()),
        "n_ignored_labels": int((became.labels == IGNORED).sum()),
    }


def _curve(curve: Curve) -> dict[str, Any]:
    return {
        "precision_at_recall": _rounded(curve.precision_at_recall),
        "scores": _rounded(curve.scores),
        "precision": _rounded(curve.precision),
        "recall": _rounded(curve.recall),
        "f1": _rounded(curve.f1),
    }


def _rounded(values: np.ndarray[Any, Any]) -> list[float]:
    rounded: list[float] = np.round(values, _CURVE_DECIMALS).tolist()
    return rounded
