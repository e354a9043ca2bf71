"""`deepseg predict --dry-run`: what the run would take, told before it begins."""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import torch

from engine.domain.settings import PredictSettings
from engine.errors import OutputError
from engine.events import Reporter
from engine.geo.free_disk import free_bytes, nearest_there
from engine.geo.raster import Raster
from engine.geo.read_plan import read_plan
from engine.geo.transcode import check_readable
from engine.inference.copy_trial import NO_COPIES, CopyTrial
from engine.inference.estimate import Estimate, Workload, estimate
from engine.inference.manifest import Manifest, PredictionFolder, RasterPlan
from engine.inference.trial import largest
from engine.inference.workers import n_workers
from engine.models.device import describe_device
from engine.models.prepared import Drawer
from engine.stop import StopFlag

_USUAL_PROCESS_BYTES = 900 << 20  # where the system does not tell: Python, torch, a model and a tile


def tell_estimate(
    rasters: Sequence[Raster],
    manifest: Manifest,
    folder: PredictionFolder,
    settings: PredictSettings,
    device: torch.device,
    load: Callable[[RasterPlan], Drawer],
    *,
    batch_size: int,
    reporter: Reporter,
    stop: StopFlag,
) -> None:
    """Tell tiles, time, memory and disk that `deepseg predict` would take; write nothing.

    Args:
        rasters: at their own scale, in the order of the manifest.
        manifest: what would be done.
        folder: where it would be kept; blocks that are there count as done.
        settings: what was asked.
        device: where the network would run.
        load: returns the network for the tiles of a raster.
        batch_size: tiles that would go through the network together.
        reporter: is told.
        stop: asked between tiles.

    Raises:
        OutputError: the run could not write where it should.
        RasterOpenError: a raster cannot be read.
    """
    _check_writable(folder.path)
    bands = manifest.card.bands
    reads = [read_plan(r, bands=bands, window=plan.read_part) for r, plan in zip(rasters, manifest.plans, strict=True)]
    for raster, read in zip(rasters, reads, strict=True):
        check_readable(raster.name, read)
    workload = Workload.of(manifest, folder)
    trial, copying = None, NO_COPIES
    if workload.n_tiles_left:
        reporter.stage("calibrate", f"trying a few tiles on {describe_device(device)}")
        draw = load(manifest.plans[largest(manifest)])
        tries = CopyTrial(rasters, manifest, folder, reads, reporter, stop)
        trial, copying = tries.try_tiles(draw), tries.copying()
    found = estimate(
        manifest,
        workload,
        trial,
        copying,
        ending=settings.output.suffix.lower(),
        copy_bytes=sum(each.scratch_bytes for each in reads),
        decoder_bytes=max(each.memory_bytes for each in reads),
        batch_size=batch_size,
        n_workers=n_workers(settings.workers, manifest),
        process_bytes=_process_bytes(),
    )
    values = as_values(
        found,
        device=describe_device(device),
        backend=manifest.backend,
        copy_bytes=sum(each.scratch_bytes for each in reads),
        free_bytes=free_bytes(folder.path),
    )
    _warn_of_disk(values, folder, reporter)
    reporter.result({**values, "text": as_text(values)})


def as_values(found: Estimate, *, device: str, backend: str, copy_bytes: int, free_bytes: int) -> dict[str, Any]:
    """Return the estimate as the event's values; docs/command-line.md is their promise, and a golden file holds it."""
    work = found.workload
    return {
        "n_tiles": work.n_tiles,
        "n_tiles_left": work.n_tiles_left,
        "n_blocks": work.n_blocks,
        "megapixels": round(work.megapixels, 3),
        "computed_per_pixel": round(work.computed_per_pixel, 3),
        "seconds": None if found.seconds is None else round(found.seconds, 1),
        "copy_seconds": None if found.copy_seconds is None else round(found.copy_seconds, 1),
        "tried_tiles": found.tried_tiles,
        "tried_copy_megapixels": round(found.tried_copy_megapixels, 3),
        "memory_bytes": found.memory_bytes,
        "scratch_bytes": found.scratch_bytes,
        "most_scratch_bytes": found.most_scratch_bytes,
        "output_bytes": found.output_bytes,
        "copy_bytes": copy_bytes,
        "free_bytes": free_bytes,
        "device": device,
        "backend": backend,
    }


def as_text(values: dict[str, Any]) -> str:
    """Return the estimate as a table for people."""
    left, n_tiles = values["n_tiles_left"], values["n_tiles"]
    kept = "" if left == n_tiles else f", {left} of them left"
    output, copies = values["output_bytes"], values["copy_bytes"]
    rows = [
        ("tiles", f"{n_tiles}{kept}, in {values['n_blocks']} blocks"),
        ("pixels", f"{values['megapixels']:.1f} megapixels, {values['computed_per_pixel']:.2f} computed for each"),
        ("time", f"{_duration(values['seconds'])} on {values['device']}, by {values['backend']}{_copying(values)}"),
        *_basis(values),
        ("memory", f"at most about {_size(values['memory_bytes'])}"),
        ("scratch", f"about {_size(values['scratch_bytes'])}, at most {_size(values['most_scratch_bytes'])}"),
        *([("copies", f"{_size(copies)} of that for rasters that are slow to read")] if copies else []),
        ("output", "unknown" if output is None else f"about {_size(output)}"),
        ("free disk", _size(values["free_bytes"])),
    ]
    return "\n".join(f"{name:<10}{value}" for name, value in rows)


def _copying(values: dict[str, Any]) -> str:
    seconds = values["copy_seconds"]
    return f"; {_duration(seconds)} of that to copy what is slow to read" if seconds and values["seconds"] else ""


def _basis(values: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what the time stands on; nothing where none is told."""
    n_tiles, copied = values["tried_tiles"], values["tried_copy_megapixels"]
    if not n_tiles or values["seconds"] is None:
        return []
    tried = f"{n_tiles} tile{'' if n_tiles == 1 else 's'} that {'was' if n_tiles == 1 else 'were'} drawn"
    return [("tried", tried + (f", and {copied:.2g} megapixels that were copied" if copied else ""))]


def _duration(seconds: float | None) -> str:
    if seconds is None:
        return "unknown: no valid pixel was found to try, or nothing could be copied to try it"
    if seconds < 90:
        return f"about {math.ceil(seconds)} s"
    if seconds < 5400:
        return f"about {seconds / 60:.0f} min"
    return f"about {seconds / 3600:.1f} h"


def _size(n_bytes: float) -> str:
    return f"{n_bytes / 1e9:.1f} GB" if n_bytes >= 1e9 else f"{max(n_bytes, 1e6) / 1e6:.0f} MB"


def _warn_of_disk(values: dict[str, Any], folder: PredictionFolder, reporter: Reporter) -> None:
    needed = values["scratch_bytes"] + (values["output_bytes"] or 0)
    if needed > values["free_bytes"]:
        reporter.warning(
            "disk",
            f"the run needs about {_size(needed)}, and {_size(values['free_bytes'])} are free at {folder.path}",
            hint="Free some space, or give --run-dir and --output on a larger disk.",
        )


def planned_path(path: Path) -> Path:
    """Return a path as if the folders it lacks had been made: its name in the nearest folder that is there."""
    return nearest_there(path.parent) / path.name


def _check_writable(path: Path) -> None:
    """Accept a folder that can be made and written to, as far as that can be told without doing it.

    Raises:
        OutputError: it cannot.
    """
    there = nearest_there(path)
    why = "" if os.access(there, os.W_OK) else "permission denied"
    why = why if there.is_dir() else f"{there} is a file"
    if why:
        raise OutputError(
            f"cannot write {path}: {why}", hint="Choose a folder that you may write to and that has room."
        )


def _process_bytes() -> int:
    """Return the most memory that this process has had."""
    try:
        import resource
    except ImportError:  # Windows
        return _USUAL_PROCESS_BYTES
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
