"""What runs the network of a prediction: what was asked for, what its run began with, or what is fastest here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from engine.domain.settings import BACKENDS, PredictSettings
from engine.errors import RasterOpenError
from engine.events import Reporter
from engine.geo.memory import memory_bytes
from engine.geo.raster import Raster
from engine.geo.read_plan import read_plan
from engine.inference.estimate import Workload
from engine.inference.manifest import Manifest, PredictionFolder, RasterPlan
from engine.inference.trial import largest, trial_batches
from engine.models.backend_choices import BackendChoices, Choice, choice_key, this_computer
from engine.models.backends import drawer_for, why_not
from engine.models.calibration import calibrate
from engine.models.model_file import load_model
from engine.models.prepared import Drawer
from engine.stop import StopFlag

_N_TILES = 2
# What a trial takes, the time of some 80 megapixels, must be small beside what it is for.
_LEAST_COMPUTED_MPX = 250.0
# Beside torch, measured with two networks that vote (docs/speed.md); a trial must never be what fills the memory, and
# what it finds must not take much more than torch would.
_BYTES_PER_TILE_PX = {"onnxruntime": 1100, "openvino": 200}
_MOST_BYTES = 1 << 30
_LEAST_TIMES_MEMORY = 4


class Drawers:
    """Gives the network for the tiles of a raster; the model is loaded once, when it is needed first."""

    def __init__(self, manifest: Manifest, settings: PredictSettings, device: torch.device) -> None:
        self._manifest = manifest
        self._settings = settings
        self._device = device
        self._made: tuple[tuple[Any, ...], Drawer] | None = None

    def of(self, backend: str, plan: RasterPlan) -> Drawer:
        """Return the network for a raster, run by a backend; the one that was kept where it is that one."""
        if self._made is not None and self._made[0] == (backend, plan.walk):
            return self._made[1]
        return drawer_for(
            backend,
            self._network,
            self._device,
            halo_px=plan.walk.halo_px,
            tile_shape=plan.walk.tile_shape,
            n_bands=len(self._manifest.card.bands),
        )

    def keep(self, backend: str, plan: RasterPlan, draw: Drawer) -> None:
        """Keep a network that was made ready, for the next who asks."""
        self._made = (backend, plan.walk), draw

    @cached_property
    def _network(self) -> nn.Module:
        return load_model(self._settings.model, self._device, n_views=self._manifest.card.n_views).network


def choose_backend(
    rasters: Sequence[Raster],
    manifest: Manifest,
    folder: PredictionFolder,
    drawers: Drawers,
    settings: PredictSettings,
    device: torch.device,
    reporter: Reporter,
    stop: StopFlag,
) -> str:
    """Return what will run the network, one of BACKENDS but never auto.

    Without `--backend` that is torch, unless another one is installed and a few tiles have shown that it is clearly
    faster here. A run that goes on has the one that it began with, and a small prediction is not worth the trial.

    Args:
        rasters: at their own scale, in the order of the manifest.
        manifest: what will be done, whatever its backend.
        folder: where it is kept.
        drawers: makes networks ready, and keeps the one that is chosen.
        settings: what was asked, and where choices are kept.
        device: where the network runs.
        reporter: is told of a trial.
        stop: asked between tiles.

    Raises:
        Stopped: when `stop` was requested.
    """
    if settings.backend != "auto":
        return settings.backend
    began_with = folder.stored_backend()
    if began_with and _goes_on(folder, manifest, began_with, device):
        return began_with
    plan = manifest.plans[largest(manifest)]
    names = _candidates(plan, device)
    workload = Workload.of(manifest, folder)
    if read_plan(rasters[largest(manifest)], bands=manifest.card.bands).is_cut:
        return "torch"  # its tiles cannot be read before it is copied
    if settings.choices is None or names == ["torch"] or workload.computed_megapixels < _LEAST_COMPUTED_MPX:
        return "torch"
    choices, key = BackendChoices(settings.choices), _key(manifest, plan, names)
    if (kept := choices.get(key)) is not None:
        return kept.backend
    found = _tried(rasters, manifest, plan, names, drawers, reporter, stop)
    if found is None:
        return "torch"
    choices.keep(key, found)
    return found.backend


def _goes_on(folder: PredictionFolder, manifest: Manifest, backend: str, device: torch.device) -> bool:
    """Tell whether the folder holds fields of this very prediction, drawn by a backend that can run here."""
    is_same = folder.has_fields() and folder.stored_guard() == replace(manifest, backend=backend).guard
    return is_same and backend in BACKENDS and not why_not(backend, device)


def _candidates(plan: RasterPlan, device: torch.device) -> list[str]:
    """Return torch, and what else may run tiles of this size here."""
    rows, cols = plan.walk.tile_shape
    most_bytes = min(_MOST_BYTES, (memory_bytes() or _MOST_BYTES * _LEAST_TIMES_MEMORY) // _LEAST_TIMES_MEMORY)
    fitting = [name for name, each in _BYTES_PER_TILE_PX.items() if rows * cols * each <= most_bytes]
    return ["torch", *(name for name in fitting if not why_not(name, device))]


def _key(manifest: Manifest, plan: RasterPlan, names: Sequence[str]) -> str:
    walk = plan.walk
    n_threads = torch.get_num_threads()
    return choice_key(manifest.model_hash, manifest.card.n_views, walk.tile_shape, walk.halo_px, n_threads, list(names))


def _tried(
    rasters: Sequence[Raster],
    manifest: Manifest,
    plan: RasterPlan,
    names: Sequence[str],
    drawers: Drawers,
    reporter: Reporter,
    stop: StopFlag,
) -> Choice | None:
    """Return what a few tiles have shown; None where none can be read."""
    reporter.stage("calibrate", f"trying once which is fastest on this computer: {', '.join(names)}")
    tiles = _tiles(rasters, manifest)
    if not tiles:
        return None
    n_done = 0

    def tell() -> None:
        nonlocal n_done
        n_done += 1
        reporter.progress("calibrate", n_done, len(names) * len(tiles), "tile")
        stop.check("nothing was begun yet")

    builds = {name: lambda name=name: drawers.of(name, plan) for name in names}
    found, draw = calibrate(tiles, builds, on_tile=tell)
    for name, reason in found.refused.items():
        reporter.warning("backend_refused", f"the network is not run by {name}: {reason}")
    drawers.keep(found.backend, plan, draw)
    seconds = {name: round(value, 3) for name, value in found.seconds.items()}
    return Choice(found.backend, seconds, manifest.model, plan.walk.tile_shape, this_computer())


def _tiles(rasters: Sequence[Raster], manifest: Manifest) -> list[NDArray[np.float32]]:
    """Return a few tiles of the largest raster; none where it holds nothing, or breaks: the run will tell."""
    try:
        return [batch.pixels for batch, _, _ in islice(trial_batches(rasters, manifest), _N_TILES)]
    except RasterOpenError:
        return []
