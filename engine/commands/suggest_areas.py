"""`deepseg suggest-areas`: which ground to label next, so that the model learns most from it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pyproj
import shapely
import torch
from numpy.typing import NDArray

from engine.commands.labeled_ground import labeled_ground
from engine.commands.ready_rasters import folder_of_copies, ready_rasters
from engine.data.bands import normalize
from engine.domain.model_card import ModelCard
from engine.domain.suggest_areas_settings import SuggestAreasSettings
from engine.errors import AreaError, RunFolderError, UsageError
from engine.events import Reporter
from engine.geo.polygon_file import check_ending, check_no_other_layers, write_polygons
from engine.geo.polygons import transform_polygons
from engine.geo.raster import Raster, open_raster
from engine.geo.raster_names import distinct_names
from engine.inference.block import read_block
from engine.inference.cells import MOST_CELLS, Cells, interleaved
from engine.inference.fit import fit_raster
from engine.inference.looks import Look, Looker, entropy_bits
from engine.inference.manifest import Manifest, PredictionFolder, file_hash, file_stamp
from engine.inference.suggestions import Suggestion, suggest
from engine.inference.walk import STRIDE_PX, Place, TileWalk
from engine.models.allocator import keep_freed_memory
from engine.models.device import choose_device, describe_device
from engine.models.model_file import load_model
from engine.stop import StopFlag
from engine.whole_file import check_no_input

LAYER = "suggestions"
_MARGIN_PX = 64  # around a cell: it is judged, not drawn, so it need not be as wide as a prediction's
_BATCH_PX = 1 << 18
_LEAST_VALID = 0.5  # share of a cell that was measured
_MOST_KNOWN = 100  # labeled cells that are looked at: more of them say little more
_MOST_TRIES = 4  # cells per cell wanted, where much of the raster holds nothing


@dataclass(frozen=True, eq=False)
class _Field:
    """A raster at the network's scale, divided into cells."""

    raster: Raster
    name: str
    cells: Cells


_Spot = tuple[int, Place]  # number of the raster, and a cell on it


def suggest_areas(settings: SuggestAreasSettings, *, reporter: Reporter, stop: StopFlag) -> None:
    """Write the areas to `settings.output`, the most worthwhile first.

    Raises:
        DeepSegError: the input does not allow it; the message says why and what to do.
        Stopped: the user asked for it; nothing is written.
    """
    check_ending(settings.output)
    check_no_input(settings.output, *settings.inputs)
    check_no_other_layers(settings.output, LAYER)
    if settings.threads:
        torch.set_num_threads(settings.threads)
    keep_freed_memory()
    device = choose_device(settings.device)
    with ExitStack() as stack:
        reporter.stage("prepare", "reading the model, the rasters and what is labeled")
        model = load_model(settings.model, device, n_views=1)
        rasters = [stack.enter_context(open_raster(path, crs=settings.crs)) for path in settings.rasters]
        fields = _divided(rasters, model.card, settings, reporter)
        spots = _worth_a_look(fields, settings, reporter, stop)
        fields = _ready(fields, spots, model.card, settings, stack, reporter, stop)
        reporter.stage("look", f"on {describe_device(device)}")
        looker = Looker(model.network, len(model.card.categories), device)
        look = _Looking(fields, model.card, looker, reporter, stop)
        labeled, found = look.around(spots, most=settings.n_places)
    if not found:
        raise AreaError("no ground is left to suggest: nothing that was looked at holds valid pixels")
    places = [spot for spot, _ in found]
    chosen = suggest(
        [each for _, each in found],
        [each for _, each in labeled],
        settings.count,
        are_neighbors=lambda one, other: _are_neighbors(places[one], places[other]),
    )
    _write(chosen, places, fields, settings, reporter)
    reporter.result(
        {
            "n_suggestions": len(chosen),
            "n_looked_at": len(found),
            "n_labeled": len(labeled),
            "suggestions": [{**asdict(each), "number": rank} for rank, each in enumerate(chosen, start=1)],
            "text": _text(chosen, [fields[number].name for number, _ in places], len(found)),
        }
    )


def _divided(
    rasters: Sequence[Raster], card: ModelCard, settings: SuggestAreasSettings, reporter: Reporter
) -> list[_Field]:
    """Return the rasters in cells, with what is labeled on each.

    Raises:
        AreaError: there are too many cells.
        UsageError: a raster is given twice.
    """
    twice = [path for number, path in enumerate(settings.rasters) if path in settings.rasters[:number]]
    if twice:
        raise UsageError(f"{twice[0]} is given twice", hint="Give each --raster once.")
    known = labeled_ground(rasters, labels=settings.labels, areas=settings.areas, crs=settings.crs, reporter=reporter)
    fields = []
    names = distinct_names([raster.path for raster in rasters])
    for raster, name, ground in zip(rasters, names, known, strict=True):
        view = raster.at_scale(fit_raster(raster, card, reporter))
        grid, own = view.grid, raster.native_grid
        factors = grid.cols / own.cols, grid.rows / own.rows
        scaled = shapely.transform(ground, lambda xy, factors=factors: xy * factors)
        side_px = _side_px(view, card, settings, reporter)
        fields.append(_Field(view, name, Cells(grid.rows, grid.cols, side_px, scaled)))
    n_cells = sum(math.prod(field.cells.shape) for field in fields)
    if n_cells > MOST_CELLS:
        raise AreaError(
            f"{n_cells:,} areas are too many to compare; {MOST_CELLS:,} is the most",
            hint="Give a larger --size-m, or fewer rasters at a time.",
        )
    return fields


def _ready(
    fields: Sequence[_Field],
    spots: Sequence[_Spot],
    card: ModelCard,
    settings: SuggestAreasSettings,
    stack: ExitStack,
    reporter: Reporter,
    stop: StopFlag,
) -> list[_Field]:
    """Return the fields with rasters that are ready to be read in cells anywhere on them."""
    grounds = []
    for number, field in enumerate(fields):
        grid, own = field.raster.grid, field.raster.native_grid
        places = [*(place for owner, place in spots if owner == number), *field.cells.known_places()]
        ground = shapely.union_all([field.cells.polygon(place) for place in places]).buffer(_MARGIN_PX)
        factors = own.cols / grid.cols, own.rows / grid.rows
        grounds.append(shapely.transform(ground, lambda xy, factors=factors: xy * factors))
    ready = ready_rasters(
        [field.raster for field in fields],
        grounds,
        folder_of_copies(settings.output, stack),
        bands=card.bands,
        margin_px=0,
        in_order=False,
        stack=stack,
        reporter=reporter,
        stop=stop,
    )
    return [replace(field, raster=raster) for field, raster in zip(fields, ready, strict=True)]


def _side_px(view: Raster, card: ModelCard, settings: SuggestAreasSettings, reporter: Reporter) -> int:
    """Return the side of a cell in network pixels: a multiple of the stride, by itself that of a chip."""
    side_px: float = card.chip_size_px
    metres_per_pixel = view.grid.metres_per_pixel
    if settings.size_m is not None and metres_per_pixel is None:
        reporter.warning(
            "pixel_coordinates",
            f"{view.name} has no coordinate system, so --size-m cannot be followed; its areas have {card.chip_size_px} "
            "pixels of the network along each side",
        )
    elif settings.size_m is not None and metres_per_pixel is not None:
        side_px = settings.size_m / metres_per_pixel
    return max(2, round(side_px / STRIDE_PX)) * STRIDE_PX


def _worth_a_look(
    fields: Sequence[_Field], settings: SuggestAreasSettings, reporter: Reporter, stop: StopFlag
) -> list[_Spot]:
    """Return cells that are not labeled, in the order in which to look at them.

    Raises:
        AreaError: there is none.
    """
    new = [field.cells.new_places() for field in fields]
    if settings.run_dir is not None:
        return _by_kept_fields(fields, new, settings, reporter, stop)
    spots = list(islice(interleaved(new), _MOST_TRIES * settings.n_places))
    if not spots:
        raise AreaError(
            "all of the ground is labeled already, as far as it makes whole areas",
            hint="Give a smaller --size-m, or rasters with ground that is not labeled.",
        )
    return spots


def _by_kept_fields(
    fields: Sequence[_Field],
    new: Sequence[Sequence[Place]],
    settings: SuggestAreasSettings,
    reporter: Reporter,
    stop: StopFlag,
) -> list[_Spot]:
    """Return cells that a prediction has drawn: by turns the next least sure one, and the next of an even spread."""
    assert settings.run_dir is not None
    folder, manifest = _opened_run(settings.run_dir, settings)
    n_categories, total = len(manifest.card.categories), sum(map(len, new))
    unsure: dict[_Spot, float] = {}
    reporter.stage("fields", f"reading the kept fields in {settings.run_dir}")
    for number, (field, places) in enumerate(zip(fields, new, strict=True)):
        store = folder.store(manifest, _plan_number(field, manifest, settings.run_dir))
        for window, place in sorted((field.cells.window(place), place) for place in places):
            stop.check()
            if all(map(store.has, store.grid.places_in(window))):
                unsure[number, place] = entropy_bits(store.read(window, range(n_categories)))
            reporter.progress("fields", len(unsure), total, "area")
        store.let_go()
    if not unsure:
        raise AreaError(
            "the prediction has drawn no ground that is not labeled already",
            hint="Predict on more ground with --keep-fields, or leave --run-dir out.",
        )
    least_sure = sorted(unsure, key=lambda spot: -unsure[spot])
    even = [spot for spot in interleaved(new) if spot in unsure]
    return list(dict.fromkeys(spot for pair in zip(least_sure, even, strict=True) for spot in pair))


def _opened_run(run_dir: Path, settings: SuggestAreasSettings) -> tuple[PredictionFolder, Manifest]:
    """Return the folder of a prediction with this model that kept its fields.

    Raises:
        RunFolderError: it is none.
    """
    folder = PredictionFolder(run_dir)
    manifest = folder.read()
    if manifest.model_hash != file_hash(settings.model):
        raise RunFolderError(
            f"{run_dir} holds the fields of another model, {manifest.model}",
            hint="Give that model, or predict with this one and --keep-fields.",
        )
    if not folder.has_fields():
        raise RunFolderError(
            f"{run_dir} holds no fields any more", hint="Run `deepseg predict` again with --keep-fields."
        )
    return folder, manifest


def _plan_number(field: _Field, manifest: Manifest, run_dir: Path) -> int:
    """Return which of the prediction's rasters this one is.

    Raises:
        RunFolderError: it is none of them, or was changed since.
    """
    path = str(field.raster.path.absolute())
    numbers = [number for number, plan in enumerate(manifest.plans) if plan.path == path]
    if not numbers:
        raise RunFolderError(f"{run_dir} holds no fields of {field.name}", hint="Predict on it too, or leave it out.")
    if manifest.plans[numbers[0]].stamp != file_stamp(field.raster.path):
        raise RunFolderError(
            f"{field.name} was changed after the prediction in {run_dir}",
            hint="Predict again with --keep-fields, or leave --run-dir out.",
        )
    return numbers[0]


class _Looking:
    """Reads cells and lets the networks look at them, a few at a time."""

    def __init__(
        self, fields: Sequence[_Field], card: ModelCard, looker: Looker, reporter: Reporter, stop: StopFlag
    ) -> None:
        self._fields = fields
        self._card = card
        self._looker = looker
        self._reporter = reporter
        self._stop = stop
        self._done = self._total = 0

    def around(self, spots: Sequence[_Spot], *, most: int) -> tuple[list[tuple[_Spot, Look]], list[tuple[_Spot, Look]]]:
        """Return what is seen of labeled ground, and of `most` of the cells that are not labeled."""
        known = list(interleaved([field.cells.known_places() for field in self._fields]))
        self._total = min(len(known), _MOST_KNOWN) + min(len(spots), most)
        labeled = self._at(known, most=_MOST_KNOWN, is_known=True)
        return labeled, self._at(spots[: _MOST_TRIES * most], most=most, is_known=False)

    def _at(self, spots: Sequence[_Spot], *, most: int, is_known: bool) -> list[tuple[_Spot, Look]]:
        """Return what is seen of the first cells that hold valid pixels."""
        looks: list[tuple[_Spot, Look]] = []
        waiting: dict[int, list[tuple[_Spot, NDArray[np.float32], NDArray[np.float32]]]] = {}
        for spot, pixels, weights in islice(self._squares(spots, is_known), most):
            batch = waiting.setdefault(weights.shape[0], [])
            batch.append((spot, pixels, weights))
            if len(batch) * weights.size >= _BATCH_PX:
                looks += self._look(waiting.pop(weights.shape[0]))
        for batch in waiting.values():
            looks += self._look(batch)
        order = {spot: number for number, spot in enumerate(spots)}
        return sorted(looks, key=lambda each: order[each[0]])

    def _look(self, batch: Sequence[tuple[_Spot, Any, Any]]) -> Iterator[tuple[_Spot, Look]]:
        spots, pixels, weights = zip(*batch, strict=True)
        yield from zip(spots, self._looker.look(np.stack(pixels), np.stack(weights)), strict=True)
        self._done += len(batch)
        self._reporter.progress("look", self._done, max(self._total, self._done), "area")

    def _squares(
        self, spots: Sequence[_Spot], is_known: bool
    ) -> Iterator[tuple[_Spot, NDArray[np.float32], NDArray[np.float32]]]:
        """Yield pixels (bands, rows, cols) and the weight of each; labeled ground weighs nothing among new one."""
        for number, place in spots:
            self._stop.check("Stopped; nothing was written.")
            raster, cells = self._fields[number].raster, self._fields[number].cells
            window = cells.looked(place, is_known=is_known)
            walk = TileWalk.around(window, halo_px=_MARGIN_PX)
            there = window.intersection(raster.grid.window)
            block = read_block(raster, there, walk, self._card)
            inside = np.zeros((window.rows, window.cols), bool)
            inside[there.slices_in(window)] = block.is_measured(there)
            is_measured = is_known or inside.sum() >= _LEAST_VALID * there.rows * there.cols
            inside &= cells.known_mask(window) == is_known
            if is_measured and inside.any():
                pixels = normalize(block.tile(window.grown(_MARGIN_PX)), self._card.scaling)
                yield (number, place), pixels, inside.astype(np.float32)


def _are_neighbors(one: _Spot, other: _Spot) -> bool:
    (raster, place), (other_raster, other_place) = one, other
    return raster == other_raster and max(abs(place[0] - other_place[0]), abs(place[1] - other_place[1])) <= 1


def _write(
    chosen: Sequence[Suggestion],
    places: Sequence[_Spot],
    fields: Sequence[_Field],
    settings: SuggestAreasSettings,
    reporter: Reporter,
) -> None:
    """Write the areas in the coordinate system of the first raster; where one has none, in each raster's own."""
    grids = [field.raster.native_grid for field in fields]
    crs: pyproj.CRS | None = grids[0].crs if all(grid.crs is not None for grid in grids) else None
    polygons = np.empty(len(chosen), object)
    for i, each in enumerate(chosen):
        number, place = places[each.number]
        polygon = fields[number].raster.grid.to_map(fields[number].cells.polygon(place))
        own_crs = grids[number].crs
        if crs is not None and own_crs is not None and own_crs != crs:
            polygon = transform_polygons(np.array([polygon], object), own_crs, crs)[0]
        polygons[i] = polygon
    columns: dict[str, NDArray[Any]] = {
        "rank": np.arange(1, len(chosen) + 1),
        "score": np.round([each.score for each in chosen], 4),
        "uncertainty": np.round([each.uncertainty for each in chosen], 4),
        "disagreement": np.round([np.nan if each.disagreement is None else each.disagreement for each in chosen], 4),
        "difference": np.round([each.difference for each in chosen], 4),
        "raster": np.array([fields[places[each.number][0]].name for each in chosen], object),
    }
    write_polygons(settings.output, polygons, columns, crs=crs, layer=LAYER)
    reporter.artifact("suggestions", settings.output)


def _text(chosen: Sequence[Suggestion], names: Sequence[str], n_looked_at: int) -> str:
    """Return the areas as a table for people."""
    lines = ["rank  score  uncertain  different  raster"]
    lines += [
        f"{rank:>4}  {each.score:>5.2f}  {each.uncertainty:>9.2f}  {each.difference:>9.2f}  {names[each.number]}"
        for rank, each in enumerate(chosen, start=1)
    ]
    return "\n".join([*lines, f"{len(chosen)} of {n_looked_at} areas that were looked at"])
