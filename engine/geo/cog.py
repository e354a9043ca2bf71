"""Packs a raster into a cloud-optimized GeoTIFF. GDAL cannot be asked to stop, so a process of its own does it."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import rasterio.shutil

from engine.geo.gdal_settings import bound_cache
from engine.geo.raster_file import FAILURES, one_line
from engine.geo.writing import cannot_write

_ASK_S = 0.1  # how often somebody is asked whether to go on


def pack_cog(source: Path, target: Path, options: dict[str, Any], *, go_on: Callable[[], None]) -> None:
    """Write `target` from `source`, both GeoTIFFs.

    Args:
        source: a raster.
        target: the file to write.
        options: of GDAL's driver COG.
        go_on: asked again and again; what it raises ends the packing at once.

    Raises:
        OutputError: the place cannot be written.
    """
    context = multiprocessing.get_context("spawn")  # forked processes inherit locks that nobody will release
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_pack, args=(str(source), str(target), options, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        while not ours.poll(_ASK_S):
            go_on()
        error = ours.recv()
    except EOFError:
        error = "the process that packs it ended early"
    finally:
        process.kill()  # nothing to do where it is done
        process.join()
        ours.close()
        _clear(target)
    if error:
        raise cannot_write(target, error)


def _clear(target: Path) -> None:
    """Take away what the driver keeps beside its file while it works."""
    for path in target.parent.glob("*.tmp"):
        if path.name.startswith(f"{target.name}."):
            path.unlink(missing_ok=True)


def _pack(source: str, target: str, options: dict[str, Any], result: Connection) -> None:
    """Run in the other process; send what went wrong, empty where nothing did."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the one that asked
    bound_cache()
    try:
        rasterio.shutil.copy(source, target, driver="COG", **options)
    except FAILURES as err:
        result.send(one_line(err))
    else:
        result.send("")
