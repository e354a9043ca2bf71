"""Which chips `deepseg chips` writes, and which of them are for validation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.data.chip_ground import ChipGround, grounds_of, pieces_in
from engine.data.chip_layouts import SPLITS
from engine.data.chip_walk import ChipPlace, split_places, walk, with_few_empty
from engine.data.labels import LabelSet
from engine.domain.chips_settings import ChipsSettings
from engine.errors import AreaError, TooFewLabelsError
from engine.events import Reporter
from engine.stop import StopFlag

_EMPTY_SHARE = 0.1  # inside areas, where ground without labels is known to be empty
_BATCH = 4096  # chips looked at between two questions whether to stop


@dataclass(frozen=True, eq=False)
class ChosenChips:
    """The chips to write: `places` and `splits` (train or val) one each, on their `grounds`."""

    grounds: tuple[ChipGround, ...]
    places: tuple[ChipPlace, ...]
    splits: tuple[str, ...]

    @cached_property
    def _by_raster(self) -> dict[int, list[int]]:
        numbers: dict[int, list[int]] = {}
        for number, place in enumerate(self.places):
            numbers.setdefault(self.grounds[place.ground].raster_number, []).append(number)
        return numbers

    def on_raster(self, raster_number: int) -> list[int]:
        """Return the numbers of the chips that lie on a raster."""
        return self._by_raster.get(raster_number, [])


def choose_chips(labels: LabelSet, settings: ChipsSettings, *, reporter: Reporter, stop: StopFlag) -> ChosenChips:
    """Return the chips to write.

    Raises:
        AreaError: areas were given, and none is for training.
        TooFewLabelsError: no chip would hold a label.
        Stopped: when `stop` was requested.
    """
    grounds = _grounds(labels)
    has_areas = any(ground.known is not None for ground in grounds)
    places = _places(grounds, settings)
    is_labeled = _labeled(grounds, places, settings, reporter, stop)
    if not is_labeled.any():
        raise TooFewLabelsError(
            f"none of {len(places)} chips holds a label of which {settings.min_overlap:.0%} lie in it",
            hint="Give a larger --size, a smaller --min-overlap, or a smaller --stride.",
        )
    share = settings.empty_share
    share = (_EMPTY_SHARE if has_areas else 0.0) if share is None else share
    if not has_areas:
        reporter.warning(
            "sparse_labels",
            "no areas were given, so whatever is not labeled in a chip counts as background",
            hint="Label everything there, or give areas with the role train in which everything is labeled.",
        )
    generator = np.random.default_rng(settings.seed)
    kept = with_few_empty(places, is_labeled, share, generator)
    chosen = [places[number] for number in kept]
    parts = _parts(grounds, chosen, is_labeled[kept], settings, generator)
    _tell_of_parts(parts, settings, reporter)
    numbers = np.flatnonzero(parts >= 0).tolist()
    return ChosenChips(
        grounds=tuple(grounds),
        places=tuple(chosen[number] for number in numbers),
        splits=tuple(SPLITS[parts[number]] for number in numbers),
    )


def _grounds(labels: LabelSet) -> list[ChipGround]:
    has_validation = any(sheet.areas.get("validate") for sheet in labels.sheets)
    grounds = [
        ground
        for number, sheet in enumerate(labels.sheets)
        for ground in grounds_of(sheet, number, has_validation=has_validation)
    ]
    if not any(ground.split != "val" for ground in grounds):
        raise AreaError(
            "no area on the rasters has the role train", hint="Give one of them that role, or leave the areas out."
        )
    return grounds


def _places(grounds: Sequence[ChipGround], settings: ChipsSettings) -> list[ChipPlace]:
    return [
        place
        for number, ground in enumerate(grounds)
        for place in walk(
            number, ground, size_px=settings.size, stride_px=settings.stride_px, rotations=settings.rotations
        )
    ]


def _labeled(
    grounds: Sequence[ChipGround],
    places: Sequence[ChipPlace],
    settings: ChipsSettings,
    reporter: Reporter,
    stop: StopFlag,
) -> NDArray[np.bool_]:
    """Return which places hold a label that counts, bool (n,)."""
    reporter.stage("plan", f"{len(places)} places of chips")
    answer = np.zeros(len(places), bool)
    for first in range(0, len(places), _BATCH):
        stop.check()
        batch = places[first : first + _BATCH]
        for number in first + _near_labels(grounds, batch, settings.size):
            place = places[number]
            to_raster = place.to_raster(settings.size)
            answer[number] = len(pieces_in(grounds[place.ground], to_raster, settings.size, settings.min_overlap)) > 0
        reporter.progress("plan", min(first + _BATCH, len(places)), len(places), "chip")
    return answer


def _near_labels(grounds: Sequence[ChipGround], places: Sequence[ChipPlace], size_px: int) -> NDArray[np.intp]:
    """Return the numbers of the places near a label, so that only those are looked at."""
    squares = np.array([place.square(size_px) for place in places], dtype=object)
    owners = np.array([place.ground for place in places])
    near = np.zeros(len(places), bool)
    for owner in np.unique(owners):
        mine = np.flatnonzero(owners == owner)
        near[mine[grounds[owner].tree.query(squares[mine])[0]]] = True
    return np.flatnonzero(near)


def _parts(
    grounds: Sequence[ChipGround],
    places: list[ChipPlace],
    is_labeled: NDArray[np.bool_],
    settings: ChipsSettings,
    generator: np.random.Generator,
) -> NDArray[np.int8]:
    """Return 0 for each place that trains, 1 for each that validates, -1 for those left out, int8 (n,)."""
    if any(ground.split for ground in grounds):
        return np.array([SPLITS.index(grounds[place.ground].split) for place in places], np.int8)
    return split_places(places, is_labeled, val_share=settings.val_share, size_px=settings.size, generator=generator)


def _tell_of_parts(parts: NDArray[np.int8], settings: ChipsSettings, reporter: Reporter) -> None:
    n_left_out = int((parts < 0).sum())
    if n_left_out:
        reporter.warning(
            "chips_left_out",
            f"{n_left_out} of {len(parts)} chips share ground with chips that validate and are left out",
            hint="With --stride equal to --size and one rotation, fewer are.",
        )
    if settings.val_share > 0 and not (parts == 1).any():
        reporter.warning(
            "no_validation",
            "there are too few chips to set some apart for validation",
            hint="Give an area with the role validate, or a smaller --size.",
        )
