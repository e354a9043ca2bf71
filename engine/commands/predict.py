"""`deepseg predict`: from rasters and a model to measured footprints."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import shapely
import torch

from engine.commands.backend_choice import Drawers, choose_backend
from engine.commands.beyond_area import BeyondArea
from engine.commands.estimate import planned_path, tell_estimate
from engine.commands.footprint_writing import FootprintWriting
from engine.commands.holes import write_holes
from engine.commands.sole_use import sole_use
from engine.data.areas import EVERY_ROLE, read_areas
from engine.domain.model_card import ModelCard
from engine.domain.settings import PredictSettings
from engine.errors import AreaError, RasterOpenError, UsageError
from engine.events import Reporter
from engine.geo.footprint_file import check_footprint_path
from engine.geo.footprint_layout import FootprintLayout
from engine.geo.raster import Raster, open_raster
from engine.geo.raster_names import distinct_names
from engine.geo.transcode import readable, remove_copies
from engine.inference.block import TileMemory
from engine.inference.fit import fit_raster
from engine.inference.manifest import Manifest, PredictionFolder, RasterPlan, file_hash, file_stamp
from engine.inference.painter import NetworkPainter
from engine.inference.predict import N_FIELD_KINDS, choose_batch_size
from engine.inference.room import check_room
from engine.inference.rules import ShapeRules
from engine.inference.sweep import sweep_fields
from engine.inference.tile_choice import choose_walk
from engine.inference.walk import usual_block_px
from engine.models.allocator import keep_freed_memory
from engine.models.backends import check_backend
from engine.models.device import choose_device, describe_device
from engine.models.model_file import read_card
from engine.models.prepared import new_tile_memory
from engine.models.registry import family_named
from engine.stop import StopFlag
from engine.whole_file import check_no_input

_BAD_HINT = (
    "Copy or export the raster again and give the same command: it goes on. "
    "Or add --skip-bad-blocks to leave such places empty."
)


def predict(settings: PredictSettings, *, reporter: Reporter, stop: StopFlag) -> None:
    """Write the footprints of all rasters to `settings.output`.

    Raises:
        DeepSegError: the input does not allow it; the message says why and what to do.
        Stopped: the user asked for it; finished blocks stay in the run folder for the same command.
    """
    began_s = time.monotonic()
    _check_inputs(settings)
    check_footprint_path(planned_path(settings.output) if settings.dry_run else settings.output)
    if settings.threads:
        torch.set_num_threads(settings.threads)
    keep_freed_memory()
    device = choose_device(settings.device)
    check_backend(settings.backend, device)
    card = read_card(settings.model)
    card = replace(card, n_views=settings.views or card.n_views)
    rules = ShapeRules.chosen(settings.shape, card)
    folder = PredictionFolder(settings.run_dir or settings.output.with_suffix(".run"))
    with ExitStack() as stack:
        reporter.stage("prepare", "reading the model and the rasters")
        rasters = [stack.enter_context(open_raster(path, crs=settings.crs)) for path in settings.rasters]
        manifest = _manifest(rasters, card, settings, reporter)
        drawers = Drawers(manifest, settings, device)
        backend = choose_backend(rasters, manifest, folder, drawers, settings, device, reporter, stop)
        manifest = replace(manifest, backend=backend)
        if settings.dry_run:
            _tell_estimate(rasters, manifest, folder, drawers, settings, device, reporter, stop)
            return
        stack.enter_context(sole_use(folder.path))
        begin(folder, manifest, reporter)
        check_room(manifest, folder, reporter)
        copies = [
            stack.enter_context(_readable(raster, plan, folder, manifest, settings, reporter, stop))
            for raster, plan in zip(rasters, manifest.plans, strict=True)
        ]
        reporter.stage("predict", f"on {describe_device(device)}" + ("" if backend == "torch" else f", by {backend}"))
        told = _draw(rasters, copies, manifest, folder, drawers, rules, settings, device, reporter, stop)
    told |= write_holes(manifest, folder, settings.output, reporter)
    _tidy(folder, settings)
    megapixels = sum(plan.grid.rows * plan.grid.cols for plan in manifest.plans) / 1e6
    reporter.result({**told, "megapixels": round(megapixels, 3), "seconds": round(time.monotonic() - began_s, 1)})


def _draw(
    rasters: Sequence[Raster],
    copies: Sequence[Raster],
    manifest: Manifest,
    folder: PredictionFolder,
    drawers: Drawers,
    rules: ShapeRules,
    settings: PredictSettings,
    device: torch.device,
    reporter: Reporter,
    stop: StopFlag,
) -> dict[str, Any]:
    """Fill the folder with fields, write the footprints while they come in, and return what there is to tell."""
    # Entered before the model is loaded: its processes start meanwhile.
    with FootprintWriting(
        manifest, folder, rules, settings.output, workers=settings.workers, reporter=reporter, stop=stop
    ) as writing:
        painter = _painter(rasters, copies, manifest, drawers, settings, device)
        is_new = not folder.has_fields()
        beyond = BeyondArea(manifest, writing.missing, reporter)
        swept = sweep_fields(
            manifest, folder, painter, on_block=writing.add, missing=beyond, reporter=reporter, stop=stop
        )
        folder.write(replace(manifest, is_complete=True))
        told = writing.finish(is_blank=is_new and 0 < swept.n_tiles == swept.n_empty)
    if swept.n_empty:
        told["text"] += f"; {swept.n_empty} of {swept.n_tiles} tiles hold no valid pixel and were skipped"
    return {**told, "n_tiles": swept.n_tiles, "n_empty_tiles": swept.n_empty}


def begin(folder: PredictionFolder, manifest: Manifest, reporter: Reporter) -> None:
    """Make the run folder ready: fields of the same run stay and are gone on from, others are removed.

    Raises:
        OutputError: the folder cannot be written to.
    """
    if folder.has_fields():
        if folder.stored_guard() == manifest.guard:
            reporter.stage("resume", f"going on with what is kept in {folder.path}")
        else:
            reporter.warning(
                "starting_afresh",
                f"{folder.path} holds fields of another model, raster, area, tiling or backend; they are replaced",
                hint="To keep several runs, give each its own --run-dir.",
            )
            folder.clear_fields()
    folder.write(manifest)


def _check_inputs(settings: PredictSettings) -> None:
    paths, area = settings.rasters, settings.area
    check_no_input(settings.output, *paths, *([Path(area.split("|")[0])] if area is not None else []))
    twice = [path for number, path in enumerate(paths) if path in paths[:number]]
    if twice:
        raise UsageError(f"{twice[0]} is given twice", hint="Give each --raster once.")


def _manifest(rasters: Sequence[Raster], card: ModelCard, settings: PredictSettings, reporter: Reporter) -> Manifest:
    """Return what will be done, or the reason why not."""
    scales = [fit_raster(raster, card, reporter) for raster in rasters]
    areas = _areas(rasters, settings, reporter)
    names = distinct_names([raster.path for raster in rasters])
    plans = [
        _plan(raster, name, scale, area, card, settings, reporter)
        for raster, name, scale, area in zip(rasters, names, scales, areas, strict=True)
    ]
    FootprintLayout(tuple(plan.predicted_raster for plan in plans), card.categories)  # refuses what fits no file
    return Manifest(settings.model.stem, file_hash(settings.model), card, tuple(plans))


def _plan(
    raster: Raster,
    name: str,
    scale: float,
    area: Any,
    card: ModelCard,
    settings: PredictSettings,
    reporter: Reporter,
) -> RasterPlan:
    for note in raster.notes:
        reporter.warning("raster_note", f"{name}: {note}")
    grid, network_grid = raster.native_grid, raster.at_scale(scale).grid
    factors = network_grid.cols / grid.cols, network_grid.rows / grid.rows
    halo_px = family_named(card.family).halo_px(card.encoder_depth)
    n_fields = N_FIELD_KINDS * len(card.categories)
    return RasterPlan(
        name=name,
        path=str(raster.path.absolute()),
        stamp=file_stamp(raster.path),
        grid=grid,
        scale=scale,
        walk=choose_walk(settings.tiling, network_grid, halo_px=halo_px, n_fields=n_fields, reporter=reporter),
        area=None if area is None else shapely.transform(area, lambda xy: xy * factors),
        block_px=usual_block_px(n_fields),
    )


def _areas(rasters: Sequence[Raster], settings: PredictSettings, reporter: Reporter) -> list[Any]:
    """Return the area on each raster in its own pixels, None where all of it is wanted.

    Raises:
        AreaError: no area is there to predict in.
    """
    if settings.area is None:
        return [None] * len(rasters)
    by_role = read_areas(rasters, settings.area, crs=settings.crs, reporter=reporter)
    parts = [[*areas.get("predict", ()), *areas.get(EVERY_ROLE, ())] for areas in by_role]
    if not any(parts):
        raise AreaError(
            f"no area of {settings.area} on the rasters has the role predict",
            hint="Give one of them the role predict, or leave --area out to predict everywhere.",
        )
    return [shapely.union_all(each) if each else shapely.MultiPolygon() for each in parts]


def _tell_estimate(
    rasters: Sequence[Raster],
    manifest: Manifest,
    folder: PredictionFolder,
    drawers: Drawers,
    settings: PredictSettings,
    device: torch.device,
    reporter: Reporter,
    stop: StopFlag,
) -> None:
    """Tell what the run would take, and nothing more."""
    tell_estimate(
        rasters,
        manifest,
        folder,
        settings,
        device,
        partial(drawers.of, manifest.backend),
        batch_size=max(settings.batch_size or choose_batch_size(plan.walk, device) for plan in manifest.plans),
        reporter=reporter,
        stop=stop,
    )


def _painter(
    rasters: Sequence[Raster],
    copies: Sequence[Raster],
    manifest: Manifest,
    drawers: Drawers,
    settings: PredictSettings,
    device: torch.device,
) -> NetworkPainter:
    """Return who draws fields."""
    return NetworkPainter(
        rasters,
        manifest,
        partial(drawers.of, manifest.backend),
        batch_size=lambda plan: settings.batch_size or choose_batch_size(plan.walk, device),
        memory=TileMemory(new_tile_memory(device)),
        copies=copies,
        skips_bad=settings.skip_bad_blocks,
        bad_hint=_BAD_HINT,
    )


def _readable(
    raster: Raster,
    plan: RasterPlan,
    folder: PredictionFolder,
    manifest: Manifest,
    settings: PredictSettings,
    reporter: Reporter,
    stop: StopFlag,
) -> Raster:
    """Return the raster, or a copy of what will be read of it where windows of the file itself take too long."""
    part, bands = plan.read_part, manifest.card.bands
    if part.is_empty:
        return raster
    try:
        return readable(raster, folder.copies, bands=bands, window=part, reporter=reporter, stop=stop)
    except RasterOpenError as err:
        if not settings.skip_bad_blocks:
            raise
        reporter.warning("not_copied", f"{err.message}; it is read as it is, slowly, so that the rest is not lost")
        return raster


def _tidy(folder: PredictionFolder, settings: PredictSettings) -> None:
    """Remove copies, fields unless they are to be kept, and a run folder that nobody asked for."""
    remove_copies(folder.copies)
    if settings.keep_fields:
        return
    if settings.run_dir is None:
        folder.clear()
    else:
        folder.clear_fields()
