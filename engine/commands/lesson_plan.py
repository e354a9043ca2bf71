"""What a training will see: bands, scaling, resolution, and which ground teaches and which tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import shapely
from affine import Affine
from numpy.random import Generator

from engine.data.areas import area_for, check_train_areas, known_area
from engine.data.bands import choose_bands, measure_scaling
from engine.data.chips import Ground
from engine.data.labels import LabelSheet, load_labels
from engine.data.split import Split, split_in_turn
from engine.domain.category import Category
from engine.domain.model_card import ModelCard
from engine.domain.scaling import Scaling
from engine.domain.settings import TrainSettings
from engine.errors import TooFewLabelsError
from engine.events import Reporter
from engine.geo.grid import moved
from engine.geo.raster import Raster
from engine.training.recipe import Recipe
from engine.training.scale import choose_scale
from engine.training.validate import ValidationGround


class Ready(Protocol):
    """Makes rasters ready to be read many times."""

    def __call__(
        self, rasters: Sequence[Raster], grounds: Sequence[Any], *, bands: Sequence[int], margin_px: float
    ) -> Sequence[Raster]:
        """Return the same rasters, perhaps read from copies of the grounds, geometries in their own pixels."""


_FEWEST_OBJECTS = 2  # of a category: what is alike in one thing cannot be seen


@dataclass(frozen=True)
class LessonPlan:
    """Everything that follows from rasters, labels and settings before a network is built."""

    categories: tuple[Category, ...]
    bands: tuple[int, ...]
    scaling: Scaling
    scale: float  # network pixels per pixel of the first raster
    grounds: tuple[tuple[Ground, ...], ...]  # what each member learns from
    validation: tuple[tuple[ValidationGround, ...], ...]  # what each member is tested on
    data_hash: str
    n_labels: int  # on known ground

    @property
    def n_validation_labels(self) -> int:
        """Return how many labels the validation blocks hold."""
        return sum(ground.n_labels for grounds in self.validation for ground in grounds)


def plan_lesson(
    rasters: Sequence[Raster],
    settings: TrainSettings,
    recipe: Recipe,
    *,
    start: ModelCard | None,
    ready: Ready | None = None,
    reporter: Reporter,
) -> LessonPlan:
    """Return the plan; with `start`, the model trained further fixes categories, bands, scaling and resolution.

    Args:
        rasters: at their own scale.
        settings: what was asked.
        recipe: what was not.
        start: the card of the model that is trained further.
        ready: makes the rasters ready to be read many times; None where they are.
        reporter: is told what is doubtful.

    Raises:
        DeepSegError: labels, areas or bands do not allow a training; the message says which and what to do.
    """
    labels = load_labels(
        rasters, settings.source, categories=start.categories if start else None, crs=settings.crs, reporter=reporter
    )
    check_train_areas(labels.sheets, reporter=reporter)
    check_counts(labels.n_per_category, reporter)
    generator = np.random.default_rng(settings.seed)
    bands = start.bands if start else choose_bands(rasters[0], settings.bands)
    for raster in rasters:
        choose_bands(raster, bands)  # the others must have them as well
    areas = [area_for(sheet, "train") for sheet in labels.sheets]
    scale = start.scale if start else choose_scale(labels.sheets, recipe.object_size_px)
    scales = scale_per_raster(rasters, scale, start)
    if ready is not None:
        # A chip may show twice its own ground, turned anyhow, and its middle lies somewhere on the ground.
        margin_px = 2 * recipe.chip_size_px / min(scales)
        rasters = ready(rasters, [read_ground(sheet) for sheet in labels.sheets], bands=bands, margin_px=margin_px)
    scaling = start.scaling if start else measure_scaling(rasters, bands, generator=generator, areas=areas)
    views = [raster.at_scale(own_scale) for raster, own_scale in zip(rasters, scales, strict=True)]
    per_sheet = [
        split_sheet(sheet, settings, recipe, own_scale, generator)
        for sheet, own_scale in zip(labels.sheets, scales, strict=True)
    ]
    warn_unjudged(per_sheet, reporter)
    per_member = [give_back(labels.sheets, splits, labels.categories) for splits in zip(*per_sheet, strict=True)]
    eyes = Eyes(bands, scaling, len(labels.categories))
    return LessonPlan(
        categories=labels.categories,
        bands=bands,
        scaling=scaling,
        scale=scale,
        grounds=tuple(tuple(lay_grounds(views, labels.sheets, splits, eyes)) for splits in per_member),
        validation=tuple(tuple(lay_validation(views, labels.sheets, splits)) for splits in per_member),
        data_hash=labels.data_hash,
        n_labels=sum(n_on(sheet, known_area(sheet)) for sheet in labels.sheets),
    )


@dataclass(frozen=True)
class Eyes:
    """How ground is seen: which bands, scaled how, with how many categories told apart."""

    bands: tuple[int, ...]
    scaling: Scaling
    n_categories: int


def read_ground(sheet: LabelSheet) -> Any:
    """Return the ground of a raster that teaches or tests, in its own pixels."""
    tests = area_for(sheet, "validate")
    return shapely.union_all([known_area(sheet), *([] if tests is None else [tests])])


def lay_grounds(
    views: Sequence[Raster], sheets: Sequence[LabelSheet], splits: Sequence[Split], eyes: Eyes
) -> Iterator[Ground]:
    """Yield the ground to learn from, in network pixels, of every raster that has some."""
    for view, sheet, split in zip(views, sheets, splits, strict=True):
        if not split.train.is_empty:
            to_view = network_pixels(view, sheet)
            yield Ground(
                view,
                sheet.scaled(to_view.a, to_view.e),
                moved(split.train, to_view),
                bands=eyes.bands,
                scaling=eyes.scaling,
                n_categories=eyes.n_categories,
            )


def lay_validation(
    views: Sequence[Raster], sheets: Sequence[LabelSheet], splits: Sequence[Split]
) -> Iterator[ValidationGround]:
    """Yield the ground to test on, in network pixels, of every raster that has some."""
    for view, sheet, split in zip(views, sheets, splits, strict=True):
        if split.val:
            to_view = network_pixels(view, sheet)
            blocks = tuple(moved(block, to_view) for block in split.val)
            yield ValidationGround(view, sheet.scaled(to_view.a, to_view.e), blocks)


def network_pixels(view: Raster, sheet: LabelSheet) -> Affine:
    """Return the transform from the raster's own pixels to those of the view."""
    return Affine.scale(view.grid.cols / sheet.cols, view.grid.rows / sheet.rows)


def give_back(sheets: Sequence[LabelSheet], splits: Sequence[Split], categories: Sequence[Category]) -> list[Split]:
    """Return the splits, less those that keep every label of a category from learning.

    Raises:
        TooFewLabelsError: no label of a category lies on known ground at all.
    """
    kept = list(splits)
    for category in categories:
        if any(taught(sheet, split.train, category) for sheet, split in zip(sheets, kept, strict=True)):
            continue
        holders = [i for i, sheet in enumerate(sheets) if taught(sheet, known_area(sheet), category)]
        if not holders:
            raise TooFewLabelsError(
                f'no label of "{category.name}" lies on ground to learn from',
                hint="Draw train areas where they are, or leave the category out.",
            )
        kept[holders[0]] = Split(known_area(sheets[holders[0]]), ())
    return kept


def taught(sheet: LabelSheet, ground: Any, category: Category) -> bool:
    """Tell whether a label of the category has its middle on the ground."""
    return n_on(sheet.of_category(category.id), ground) > 0


def n_on(sheet: LabelSheet, ground: Any) -> int:
    """Return how many labels have their middle on the ground."""
    shapely.prepare(ground)
    return int(shapely.intersects(ground, shapely.point_on_surface(sheet.polygons)).sum())


def split_sheet(
    sheet: LabelSheet,
    settings: TrainSettings,
    recipe: Recipe,
    scale: float,
    generator: Generator,
) -> list[Split]:
    """Return which ground of a raster teaches each member and which tests it."""
    val_fraction = recipe.val_fraction if settings.val_fraction is None else settings.val_fraction
    return split_in_turn(
        sheet,
        recipe.n_members,
        val_fraction=val_fraction,
        block_px=recipe.block_px / scale,
        buffer_px=recipe.buffer_px / scale,
        generator=generator,
    )


def warn_unjudged(per_sheet: Sequence[Sequence[Split]], reporter: Reporter) -> None:
    """Tell when no raster has ground that can test; as long as one has, the others need none."""
    reasons = [split.reason for splits in per_sheet for split in splits]
    if reasons and all(reasons):
        reporter.warning(
            "no_validation",
            f"no ground is kept for validation: {reasons[0]}",
            hint="Label more, or draw an area with the role validate; without it the last epoch is taken unjudged.",
        )


def scale_per_raster(rasters: Sequence[Raster], scale: float, start: ModelCard | None) -> list[float]:
    """Return network pixels per raster pixel for every raster, so that all are seen at one resolution.

    Where metres per pixel are not known, pixels are taken to be alike.
    """
    first_m = rasters[0].grid.metres_per_pixel
    wanted_m = first_m / scale if first_m else None
    if start is not None and start.resolution_m is not None:
        wanted_m = start.resolution_m
    if wanted_m is None:
        return [scale] * len(rasters)
    return [raster.grid.metres_per_pixel / wanted_m if raster.grid.metres_per_pixel else scale for raster in rasters]


def check_counts(n_per_category: dict[str, int], reporter: Reporter) -> None:
    """Accept categories that have something to learn from, and tell of those with a single label.

    Raises:
        TooFewLabelsError: no category has 2 labels on the rasters.
    """
    few = {name: n for name, n in n_per_category.items() if n < _FEWEST_OBJECTS}
    told = ", ".join(f'"{name}" has {n}' for name, n in few.items())
    if len(few) == len(n_per_category):
        raise TooFewLabelsError(
            f"a category needs at least {_FEWEST_OBJECTS} labels on the rasters, but {told}",
            hint="Draw more of them; 20 or more give a useful model.",
        )
    if few:
        reporter.warning(
            "too_few_labels",
            f"a category needs at least {_FEWEST_OBJECTS} labels to be learned, but {told}",
            hint="Draw more of them, or leave the category out; 20 or more give a useful model.",
        )
