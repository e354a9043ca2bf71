"""The footprints in areas, held in memory: the same that a prediction of the whole rasters would write."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import shapely
import torch

from engine.domain.footprint import Footprint
from engine.domain.settings import TileSettings
from engine.domain.shapes import Shapes
from engine.errors import Stopped
from engine.events import Reporter
from engine.geo.raster import Raster
from engine.geo.raster_names import distinct_names
from engine.inference.block import TileMemory
from engine.inference.fit import fit_raster
from engine.inference.harvest import draw_all
from engine.inference.manifest import Manifest, PredictionFolder, RasterPlan
from engine.inference.painter import NetworkPainter
from engine.inference.predict import N_FIELD_KINDS, choose_batch_size
from engine.inference.rules import ShapeRules
from engine.inference.sweep import sweep_fields
from engine.inference.tile_choice import choose_walk
from engine.inference.walk import usual_block_px
from engine.models.model_file import LoadedModel
from engine.models.prepared import new_tile_memory, prepared
from engine.models.registry import family_named
from engine.stop import StopFlag

SCORE_FLOOR = 0.05  # what scores lower is noise, and too much of it


def footprints_in(
    model: LoadedModel,
    rasters: Sequence[Raster],
    areas: Sequence[Any | None],
    *,
    device: torch.device,
    score_floor: float = SCORE_FLOOR,
    reporter: Reporter,
    stop: StopFlag,
) -> list[Shapes]:
    """Return what the model finds on each raster in and around its area, in pixel coordinates of its own grid.

    Outlines are those that `deepseg predict` draws. Only blocks that an area touches are predicted; shapes beyond
    the area but in these blocks are among the result, some of them in part, shapes that touch the area are whole.

    Args:
        model: on `device`.
        rasters: at their own scale.
        areas: a (multi)polygon in pixel coordinates of each raster, None for all of it.
        device: where the network is.
        score_floor: what scores lower is left out.
        reporter: is told what does not fit, and how far it is.
        stop: asked between batches.

    Raises:
        BandCountError, ResolutionError: a raster does not fit the model.
        Stopped: when `stop` was requested; nothing is kept.
    """
    manifest = Manifest(model.name, "", model.card, _plans(rasters, areas, model, reporter))

    painter = NetworkPainter(
        rasters,
        manifest,
        lambda plan: prepared(model.network, device, halo_px=plan.walk.halo_px),
        batch_size=lambda plan: choose_batch_size(plan.walk, device),
        memory=TileMemory(new_tile_memory(device)),
    )
    with tempfile.TemporaryDirectory(prefix="deepseg-") as place:
        folder = PredictionFolder(Path(place))
        try:
            sweep_fields(manifest, folder, painter, resumes=False, reporter=reporter, stop=stop)
            return _shapes(manifest, folder, score_floor, reporter, stop)
        except Stopped as err:
            raise Stopped("Stopped; nothing was kept.") from err


def _plans(
    rasters: Sequence[Raster], areas: Sequence[Any | None], model: LoadedModel, reporter: Reporter
) -> tuple[RasterPlan, ...]:
    """Return how each raster is predicted: as `deepseg predict` does it when nothing is asked for."""
    plans = []
    names = distinct_names([raster.path for raster in rasters])
    for raster, name, area in zip(rasters, names, areas, strict=True):
        scale = fit_raster(raster, model.card, reporter)
        grid, network_grid = raster.native_grid, raster.at_scale(scale).grid
        factors = network_grid.cols / grid.cols, network_grid.rows / grid.rows
        halo_px = family_named(model.card.family).halo_px(model.card.encoder_depth)
        n_fields = N_FIELD_KINDS * len(model.card.categories)
        plans.append(
            RasterPlan(
                name=name,
                path=str(raster.path),
                stamp="",
                grid=grid,
                scale=scale,
                walk=choose_walk(TileSettings(), network_grid, halo_px=halo_px, n_fields=n_fields, reporter=reporter),
                area=None if area is None else shapely.transform(area, lambda xy, factors=factors: xy * factors),
                block_px=usual_block_px(n_fields),
            )
        )
    return tuple(plans)


def _shapes(
    manifest: Manifest, folder: PredictionFolder, score_floor: float, reporter: Reporter, stop: StopFlag
) -> list[Shapes]:
    """Return the footprints of all blocks that are done, by raster."""
    # Without areas: those that lie mostly outside are wanted too, for pixels inside are theirs.
    everywhere = replace(manifest, plans=tuple(replace(plan, area=None) for plan in manifest.plans))
    rules = ShapeRules((score_floor,) * len(manifest.card.categories))
    numbers = {plan.name: number for number, plan in enumerate(manifest.plans)}
    ids = {category.name: category.id for category in manifest.card.categories}
    polygons: list[list[Any]] = [[] for _ in numbers]
    category_ids: list[list[int]] = [[] for _ in numbers]
    scores: list[list[float]] = [[] for _ in numbers]

    def take(footprints: list[Footprint]) -> None:
        for footprint in footprints:
            number = numbers[footprint.raster]
            polygons[number].append(footprint.polygon)
            category_ids[number].append(ids[footprint.category])
            scores[number].append(footprint.score)

    draw_all(everywhere, folder, rules, take, reporter=reporter, stop=stop)
    shapes = [Shapes.of(*each) for each in zip(polygons, category_ids, scores, strict=True)]
    return [
        replace(each, polygons=plan.grid.to_pixels(each.polygons))
        for each, plan in zip(shapes, manifest.plans, strict=True)
    ]
