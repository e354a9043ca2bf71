"""Tiles and chips, made up: each raster is one tile, and one chip comes of them all."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from engine.telling import steps, tell


def add_options(choices) -> None:
    choices["tile"].add_argument("rasters", nargs="+")
    choices["join-tiles"].add_argument("tiles")
    choices["chips"].add_argument("--raster", action="append", required=True)
    for name in ("tile", "chips"):
        choices[name].add_argument("--crs")


def tile(settings) -> None:
    tell("stage", name="tile", message=settings.rasters[0])
    folder = Path(settings.output)
    for number in steps("tile", len(settings.rasters), "tile", "Stopped; nothing was written."):
        raster = Path(settings.rasters[number - 1])
        own = folder / raster.stem if len(settings.rasters) > 1 else folder
        own.mkdir(parents=True, exist_ok=True)
        shutil.copy(raster, own / f"{raster.stem}_r1_c1.tif")
        (own / "tiles.json").write_text(json.dumps({"tiles": [{"file": f"{raster.stem}_r1_c1.tif"}]}))
    n_tiles = len(settings.rasters)
    tell("result", values={"n_tiles": n_tiles, "text": f"{n_tiles} tiles in {folder}"})


def join_tiles(settings) -> None:
    tell("stage", name="join", message=settings.tiles)
    (first,) = json.loads((Path(settings.tiles) / "tiles.json").read_text())["tiles"]
    for _ in steps("join", 1, "MP", "Stopped; nothing was written."):
        shutil.copy(Path(settings.tiles) / first["file"], settings.output)
    tell("artifact", kind="raster", path=os.path.abspath(settings.output))
    tell("result", values={"n_tiles": 1, "text": settings.output})


def chips(settings) -> None:
    tell("stage", name="chips", message=settings.output)
    for _ in steps("chips", 3, "chip", "Stopped; nothing was written."):
        pass
    Path(settings.output).mkdir(parents=True, exist_ok=True)
    (Path(settings.output) / "chips.csv").write_text("name\n")
    counts = {"n_chips": 3, "n_train": 2, "n_val": 1, "n_empty": 0, "n_labels": 5}
    tell("result", values={**counts, "text": "3 chips"})
