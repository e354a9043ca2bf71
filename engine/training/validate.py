"""How good a network is on ground that it does not learn from, and where its fields are best cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
import torch
from numpy.typing import NDArray
from torch import nn

from engine.data.labels import LabelSheet
from engine.domain.model_card import ModelCard
from engine.domain.shapes import Shapes
from engine.domain.thresholds import Thresholds
from engine.evaluation.matching import Matches, Pair, match
from engine.evaluation.scores import Tally, counts_at, precision_at_recall, tally
from engine.geo.raster import Raster
from engine.geo.tiling import Tiling
from engine.geo.trace import trace
from engine.geo.window import Window
from engine.inference.instances import separate, tuning_grid
from engine.inference.predict import predict_window
from engine.inference.walk import TileWalk
from engine.models.committee import Committee
from engine.models.prepared import prepared

# Three IoU thresholds and a blur over the score: with few objects, a lone peak at one threshold is luck.
_IOU_STEPS = (0, 1, 2)  # 0.50, 0.55, 0.60
# Down to what a network asks for that has hardly learned yet, but never up: validation blocks lie beside the ground
# that teaches, and on other ground scores sink. Where they asked for 0.6 or 0.8, 0.5 found more elsewhere.
_SCORE_THRESHOLDS = np.round(np.arange(0.10, 0.55, 0.05), 2)
_BLUR = np.array([0.25, 0.5, 0.25])
_AP_WEIGHT = 0.5
_CLEAR_GAIN = 0.03  # less does not move a threshold from where it usually serves best
_USUAL_SCORE = 0.5
_MARGIN_PX = 96  # predicted around a block, so that objects on its border are whole
_HALO_PX = 96  # read around that, so that all of it sees enough ground
_ONE_TILE_PX = 1024  # larger windows are walked
_WALK = Tiling(_ONE_TILE_PX, 2 * _HALO_PX)


@dataclass(frozen=True)
class ValidationGround:
    """Blocks of one raster that are kept from learning; raster, labels and blocks in network pixels."""

    raster: Raster
    sheet: LabelSheet
    blocks: tuple[shapely.Polygon, ...]

    @property
    def n_labels(self) -> int:
        """Return how many labels have their middle in a block."""
        centers = shapely.point_on_surface(self.sheet.polygons)
        return int(shapely.intersects(shapely.union_all(self.blocks), centers).sum())


@dataclass(frozen=True)
class Outcome:
    """What validation found: `objective` decides the best epoch, `scores` are for people."""

    objective: float
    scores: dict[str, float]
    thresholds: tuple[Thresholds, ...]  # per category
    score_threshold: float


@dataclass(frozen=True)
class _Block:
    """A block under test: its fields uint8 (3C, rows, cols), what is true there, and where it lies."""

    fields: NDArray[np.uint8]
    window: Window
    labels: Shapes
    area: shapely.Polygon
    shape: tuple[int, int]


class Validator:
    """Scores every member on the ground that it does not learn from, all together, and tunes the thresholds there."""

    def __init__(self, grounds: Sequence[Sequence[ValidationGround]], card: ModelCard, *, device: torch.device) -> None:
        """Take each member's blocks; of the `card`, bands, scaling and categories count."""
        self._grounds = grounds
        self._card = card
        self._device = device

    @property
    def n_px(self) -> int:
        """Return how many pixels the members draw for one validation."""
        windows = [
            _window_of(area, ground).grown(_HALO_PX)
            for grounds in self._grounds
            for ground in grounds
            for area in ground.blocks
        ]
        return sum(window.rows * window.cols for window in windows)

    def __call__(self, network: Committee) -> Outcome | None:
        """Return the outcome, or None when no label counts in any block."""
        blocks = list(self._blocks(network))
        if not any(len(block.labels) for block in blocks):
            return None
        chosen = [tune(blocks, category.id, len(self._card.categories)) for category in self._card.categories]
        if not any(tuned.tally.n_labels for tuned in chosen):  # those that reach in lie mostly outside
            return None
        matches = [tuned.matches for tuned in chosen]
        score_threshold, objective = _best_score_threshold([tuned.tally for tuned in chosen])
        thresholds = tuple(tuned.thresholds for tuned in chosen)
        return Outcome(objective, _scores(matches, score_threshold), thresholds, score_threshold)

    def _blocks(self, network: Committee) -> Iterator[_Block]:
        for member, grounds in zip(network.members, self._grounds, strict=True):
            yield from self._blocks_of(member, grounds)

    def _blocks_of(self, member: nn.Module, grounds: Sequence[ValidationGround]) -> Iterator[_Block]:
        draw = prepared(member, self._device, halo_px=_HALO_PX)  # once: folding takes longer than a small block
        for ground in grounds:
            grid = ground.raster.grid
            for area in ground.blocks:
                window = _window_of(area, ground)
                fields = predict_window(
                    draw, ground.raster, window, card=self._card, tiling=_walk(window), device=self._device
                )
                near = np.sort(shapely.STRtree(ground.sheet.polygons).query(area, predicate="intersects"))
                labels = Shapes(ground.sheet.polygons[near], ground.sheet.category_ids[near], np.ones(len(near)))
                yield _Block(fields, window, labels, area, (grid.rows, grid.cols))


@dataclass(frozen=True)
class Tuned:
    """The thresholds that served one category best, and what they found."""

    thresholds: Thresholds
    tally: Tally
    matches: list[Matches]


def tune(blocks: Sequence[_Block], category_id: int, n_categories: int) -> Tuned:
    """Return the best of the tuning grid for one category; the first, unless another is clearly better."""
    best: tuple[float, Tuned] | None = None
    for thresholds in tuning_grid():
        matches = [match(_pair(block, category_id, n_categories, thresholds)) for block in blocks]
        counted = tally(matches, category_id)
        _, objective = _best_score_threshold([counted])
        if best is None:
            best = (objective + _CLEAR_GAIN, Tuned(thresholds, counted, matches))
        elif objective > best[0]:
            best = (objective, Tuned(thresholds, counted, matches))
    assert best is not None  # the grid is never empty
    return best[1]


def _pair(block: _Block, category_id: int, n_categories: int, thresholds: Thresholds) -> Pair:
    body, boundary, distance = (block.fields[category_id - 1 + step * n_categories] for step in range(3))
    ids, scores = separate(body, boundary, distance, thresholds=thresholds)
    traced = trace(ids, block.window)
    polygons = np.array([polygon for _, polygon in traced], dtype=object)
    numbers = np.array([number for number, _ in traced], dtype=np.int64)
    found = Shapes(polygons, np.full(len(numbers), category_id), scores[numbers - 1].astype(np.float64))
    is_mine = block.labels.category_ids == category_id
    return Pair(block.labels.take(np.flatnonzero(is_mine)), found, block.area, block.shape)


def _best_score_threshold(tallies: Iterable[Tally]) -> tuple[float, float]:
    """Return the score threshold with the best blurred mean F1, and the objective there: that F1 and half the AP.

    It stays at the usual one unless another is clearly better. Categories without a label say nothing and are
    left out.
    """
    told = [counted for counted in tallies if counted.n_labels]
    if not told:
        return _USUAL_SCORE, 0.0
    f1 = np.mean([[_f1(counted, float(score)) for score in _SCORE_THRESHOLDS] for counted in told], axis=0)
    blurred = np.convolve(np.pad(f1, 1, mode="edge"), _BLUR, "valid")
    ap = np.mean([precision_at_recall(counted)[list(_IOU_STEPS)].mean() for counted in told])
    away = np.abs(_SCORE_THRESHOLDS - _USUAL_SCORE)
    usual = int(np.argmin(away))
    best = int(np.lexsort((away, -np.round(blurred, 9)))[0])  # of equal ones the nearest to the usual
    if blurred[best] < blurred[usual] + _CLEAR_GAIN:
        best = usual
    return float(_SCORE_THRESHOLDS[best]), float(blurred[best] + _AP_WEIGHT * ap)


def _f1(counted: Tally, score_threshold: float) -> float:
    """Return F1 at a score threshold, the mean over the IoU thresholds."""
    is_kept = counted.scores >= score_threshold
    n_tp = counted.is_tp[list(_IOU_STEPS)][:, is_kept].sum(axis=1)
    n_fp = counted.is_fp[list(_IOU_STEPS)][:, is_kept].sum(axis=1)
    return float(np.mean(2 * n_tp / (n_tp + n_fp + counted.n_labels)))


def _scores(matches: Sequence[Sequence[Matches]], score_threshold: float) -> dict[str, float]:
    """Return F1, precision and recall over all categories, and the mean of their mAP50 and mAP."""
    tallies = [tally(of_category, None) for of_category in matches]
    told = [counted for counted in tallies if counted.n_labels]
    n_tp, n_fp = np.sum([counts_at(counted, score_threshold) for counted in told], axis=0)
    n_labels = sum(counted.n_labels for counted in told)
    curves = [precision_at_recall(counted).mean(axis=1) for counted in told]
    return {
        "f1": float(2 * n_tp / (n_tp + n_fp + n_labels)),
        "map50": float(np.mean([curve[0] for curve in curves])),
        "map": float(np.mean([curve.mean() for curve in curves])),
        "precision": float(n_tp / max(n_tp + n_fp, 1)),
        "recall": float(n_tp / n_labels),
    }


def _walk(window: Window) -> Tiling | TileWalk:
    """Return how a window is predicted: in one tile if it is small, which costs least."""
    is_small = max(window.rows, window.cols) <= _ONE_TILE_PX
    return TileWalk.around(window, halo_px=_HALO_PX) if is_small else _WALK


def _window_of(area: shapely.Polygon, ground: ValidationGround) -> Window:
    """Return what is drawn to judge a block."""
    return _around(area.bounds).intersection(ground.raster.grid.window)


def _around(bounds: tuple[float, float, float, float]) -> Window:
    col_min, row_min, col_max, row_max = (int(value) for value in np.round(bounds))
    return Window(row_min, col_min, max(row_max - row_min, 1), max(col_max - col_min, 1)).grown(_MARGIN_PX)
