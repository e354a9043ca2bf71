"""`deepseg evaluate`: how good a model is, on ground that a person has labeled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import shapely
import torch
from numpy.typing import NDArray

from engine.commands.ready_rasters import folder_of_copies, ready_rasters
from engine.data.areas import area_for, check_role
from engine.data.label_sheet import LabelSheet
from engine.data.labels import LabelSet, load_labels
from engine.domain.settings import EvaluateSettings
from engine.domain.shapes import Shapes
from engine.errors import TooFewLabelsError, UsageError
from engine.evaluation.html import report_html
from engine.evaluation.inside import counts
from engine.evaluation.matches import LAYER as MATCHES_LAYER
from engine.evaluation.matches import write_matches
from engine.evaluation.matching import Pair
from engine.evaluation.report import evaluate_shapes
from engine.evaluation.report_file import Evaluation, report_json
from engine.evaluation.wording import text_table
from engine.events import Reporter, SilentReporter
from engine.geo.polygon_file import check_ending, check_no_other_layers
from engine.geo.raster import Raster, open_raster
from engine.geo.raster_names import distinct_names
from engine.geo.window import Window
from engine.inference.fit import fit_raster
from engine.inference.in_area import footprints_in
from engine.inference.predict import N_FIELD_KINDS
from engine.inference.walk import usual_block_px
from engine.models.allocator import keep_freed_memory
from engine.models.device import choose_device, describe_device
from engine.models.model_file import LoadedModel, load_model
from engine.stop import StopFlag
from engine.whole_file import whole_file

_SEEN_SHARE = 0.01  # of the evaluated ground; less is a border drawn by hand


def evaluate(settings: EvaluateSettings, *, reporter: Reporter, stop: StopFlag) -> None:
    """Write the report, its page and, if asked for, the layer of matches.

    Raises:
        DeepSegError: the input does not allow it; the message says why and what to do.
        Stopped: the user asked for it; nothing is written.
    """
    html = settings.html or settings.report.with_suffix(".html")
    _check(settings, html)
    if settings.threads:
        torch.set_num_threads(settings.threads)
    keep_freed_memory()
    device = choose_device(settings.device)
    with ExitStack() as stack:
        reporter.stage("prepare", "reading the model, the rasters and the labels")
        model = load_model(settings.model, device, n_views=settings.views)
        rasters = tuple(stack.enter_context(open_raster(path, crs=settings.crs)) for path in settings.rasters)
        labels = load_labels(
            rasters, settings.source, categories=model.card.categories, crs=settings.crs, reporter=reporter
        )
        areas = evaluated_areas(labels.sheets, reporter)
        check_labels(labels.sheets, areas)
        rasters = _ready(rasters, areas, model, settings, stack, reporter, stop)
        reporter.stage("predict", f"on {describe_device(device)}")
        footprints = footprints_in(model, rasters, areas, device=device, reporter=reporter, stop=stop)
        reporter.stage("evaluate", "comparing footprints with labels")
        evaluation = _compare(settings, model, rasters, labels, areas, footprints)
        _warn_blank(evaluation, reporter)
        stop.check("Stopped; nothing was written.")
        _write(evaluation, settings, html, reporter)
    report = evaluation.report
    reporter.result(
        {
            "overall": asdict(report.overall),
            "categories": {name: asdict(scores) for name, scores in report.categories.items()},
            "report": settings.report,
            "html": html,
            "text": text_table(report),
        }
    )


def _ready(
    rasters: tuple[Raster, ...],
    areas: Sequence[Any | None],
    model: LoadedModel,
    settings: EvaluateSettings,
    stack: ExitStack,
    reporter: Reporter,
    stop: StopFlag,
) -> tuple[Raster, ...]:
    """Return the rasters as they are read fastest; copies lie beside the report and are removed at the end."""
    folder = folder_of_copies(settings.report, stack)
    scale = min(fit_raster(raster, model.card, SilentReporter()) for raster in rasters)  # it is told later, once
    around = usual_block_px(N_FIELD_KINDS * len(model.card.categories)) / scale
    ready = ready_rasters(
        rasters,
        areas,
        folder,
        bands=model.card.bands,
        margin_px=around,
        in_order=True,
        stack=stack,
        reporter=reporter,
        stop=stop,
    )
    return tuple(ready)


def evaluated_areas(sheets: Sequence[LabelSheet], reporter: Reporter) -> tuple[Any | None, ...]:
    """Return the ground to evaluate on each raster in its pixels, None for all of it, and say what is doubtful there.

    Raises:
        AreaError: areas were given, and none is for evaluation.
    """
    check_role(sheets, "evaluate")
    areas = tuple(area_for(sheet, "evaluate") for sheet in sheets)
    if all(area is None for area in areas):
        reporter.warning(
            "no_areas",
            "no areas were given, so the whole raster is taken to be labeled: "
            "footprints on things that nobody labeled count as false",
            hint="Draw an area with the role evaluate in which everything is labeled, and give it with --areas.",
        )
        return areas
    seen = _share_seen(sheets, areas)
    if seen > _SEEN_SHARE:
        reporter.warning(
            "areas_overlap",
            f"{seen:.0%} of the ground to evaluate lies in areas to train or to validate: "
            "if the model learned there, the scores are better than they would be elsewhere",
            hint="Evaluate where the model has never been: draw areas with the role evaluate apart from the others.",
        )
    return areas


def check_labels(sheets: Sequence[LabelSheet], areas: Sequence[Any | None]) -> None:
    """Accept labels of which one counts.

    Raises:
        TooFewLabelsError: none does, so there is nothing to compare with.
    """
    if any(
        counts(sheet.polygons, area, (sheet.rows, sheet.cols)).any() for sheet, area in zip(sheets, areas, strict=True)
    ):
        return
    n_labels = sum(len(sheet.polygons) for sheet in sheets)
    raise TooFewLabelsError(
        f"none of the {n_labels} labels lies in an area to evaluate, so there is nothing to compare with"
        if n_labels
        else "there is no label on the rasters, so there is nothing to compare with",
        hint="Label everything in the area with the role evaluate, or draw it where the labels are.",
    )


def _check(settings: EvaluateSettings, html: Path) -> None:
    """Refuse what would be found wrong only after the prediction."""
    twice = [path for number, path in enumerate(settings.rasters) if path in settings.rasters[:number]]
    if twice:
        raise UsageError(f"{twice[0]} is given twice", hint="Give each --raster once.")
    if html == settings.report:
        raise UsageError(f"{html} cannot be both the report and its page", hint="Give --report a name ending in .json.")
    if settings.matches is not None:
        check_ending(settings.matches)
        check_no_other_layers(settings.matches, MATCHES_LAYER)


def _share_seen(sheets: Sequence[LabelSheet], areas: Sequence[Any | None]) -> float:
    """Return the share of the evaluated ground that lies in areas of which a model has learned."""
    ground = seen = 0.0
    for sheet, area in zip(sheets, areas, strict=True):
        for_learning = [area_for(sheet, "train"), area_for(sheet, "validate")]
        if area is not None:
            ground += area.area
            known = shapely.union_all([each for each in for_learning if each is not None])
            seen += shapely.intersection(area, known).area
    return seen / ground if ground else 0.0


def _compare(
    settings: EvaluateSettings,
    model: LoadedModel,
    rasters: tuple[Raster, ...],
    labels: LabelSet,
    areas: tuple[Any | None, ...],
    footprints: Sequence[Shapes],
) -> Evaluation:
    card = model.card
    threshold = card.score_threshold if settings.score_threshold is None else settings.score_threshold
    pairs = [
        Pair(
            Shapes.of(sheet.polygons, sheet.category_ids),
            found,
            area,
            (sheet.rows, sheet.cols),
            _valid_in(raster, card.bands),
        )
        for raster, sheet, found, area in zip(rasters, labels.sheets, footprints, areas, strict=True)
    ]
    report = evaluate_shapes(pairs, card.categories, score_threshold=threshold)
    return Evaluation(report, card, settings.model, rasters, areas, date.today().isoformat())


def _warn_blank(evaluation: Evaluation, reporter: Reporter) -> None:
    """Say so where there was no pixel to find a label on: the scores are zeros, and the model is not to blame."""
    overall = evaluation.report.overall
    if overall.n_labels and overall.pixel_iou is None:
        where = ", ".join(raster.path.name for raster in evaluation.rasters)
        reporter.warning(
            "no_valid_pixel",
            f"no label lies on a valid pixel of {where}, so all count as missed",
            hint="Check its nodata value and its alpha band in the layer properties of QGIS.",
        )


def _valid_in(raster: Raster, bands: Sequence[int]) -> Callable[[Window], NDArray[np.bool_]]:
    """Return what tells which pixels of a window the model could see."""

    def valid(window: Window) -> NDArray[np.bool_]:
        return raster.read(window, bands).valid

    return valid


def _write(evaluation: Evaluation, settings: EvaluateSettings, html: Path, reporter: Reporter) -> None:
    card, rasters = evaluation.card, evaluation.rasters
    with whole_file(settings.report) as beside:
        beside.write_text(report_json(evaluation), encoding="utf-8")
    reporter.artifact("report", settings.report)
    with whole_file(html) as beside:
        beside.write_text(report_html(evaluation), encoding="utf-8")
    reporter.artifact("page", html)
    if settings.matches is not None:
        names = distinct_names([raster.path for raster in rasters])
        grids = [raster.native_grid for raster in rasters]
        write_matches(settings.matches, evaluation.report, card.categories, grids, names)
        reporter.artifact("matches", settings.matches)
