"""The one next step that helps most, from what a project holds; the dock finds the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .roles import EVALUATE, TRAIN

ENOUGH_TO_START = 10
ENOUGH_TO_DO_WELL = 60

OPEN_PROJECT = "open_project"
ADD_RASTER = "add_raster"
ADD_CATEGORY = "add_category"
DRAW_LABELS = "draw_labels"
GIVE_CATEGORY = "give_category"
DRAW_TRAINING_AREA = "draw_training_area"
READY_MORE_IS_BETTER = "ready_more_is_better"
READY_KEEP_AN_AREA = "ready_keep_an_area"
READY = "ready"


@dataclass(frozen=True)
class Holdings:
    """What a project holds, as numbers."""

    n_rasters: int = 0
    labels: Mapping[str, int] = field(default_factory=dict)  # per category, in the order of the list
    n_labels_without_category: int = 0
    areas: Mapping[str, int] = field(default_factory=dict)  # per role

    def __post_init__(self) -> None:
        numbers = [self.n_rasters, self.n_labels_without_category, *self.labels.values(), *self.areas.values()]
        if min(numbers) < 0:
            raise ValueError(f"counts are 0 or more, got {numbers}")

    @property
    def n_labels(self) -> int:
        """All labels, those without a category among them."""
        return sum(self.labels.values()) + self.n_labels_without_category


@dataclass(frozen=True)
class Advice:
    """One next step: which, and the category and the number that it speaks of."""

    key: str
    category: str = ""
    n: int = 0

    @property
    def is_ready(self) -> bool:
        """Whether training can start."""
        return self.key in (READY, READY_KEEP_AN_AREA, READY_MORE_IS_BETTER)


def advise(holdings: Holdings | None) -> Advice:
    """Return the next step; None stands for no project."""
    if holdings is None:
        return Advice(OPEN_PROJECT)
    if not holdings.n_rasters:
        return Advice(ADD_RASTER)
    if not holdings.labels:
        return Advice(ADD_CATEGORY)
    # The earliest in the list of those with too few: the list is the order in which a person works.
    scarce = [(name, n) for name, n in holdings.labels.items() if n < ENOUGH_TO_START]
    if scarce:
        name, n = scarce[0]
        return Advice(DRAW_LABELS, name, ENOUGH_TO_START - n)
    if holdings.n_labels_without_category:
        return Advice(GIVE_CATEGORY, n=holdings.n_labels_without_category)
    if not holdings.areas.get(TRAIN):
        return Advice(DRAW_TRAINING_AREA, next(iter(holdings.labels)) if len(holdings.labels) == 1 else "")
    return _ready(holdings)


def _ready(holdings: Holdings) -> Advice:
    """Return what would still do good though training can start."""
    name, n = min(holdings.labels.items(), key=lambda item: item[1])
    if n < ENOUGH_TO_DO_WELL:
        return Advice(READY_MORE_IS_BETTER, name if len(holdings.labels) > 1 else "", ENOUGH_TO_DO_WELL)
    if not holdings.areas.get(EVALUATE):
        return Advice(READY_KEEP_AN_AREA)
    return Advice(READY)
