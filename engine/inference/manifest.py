"""What a prediction's run folder holds: which fields, of what, made how; enough to go on, or to draw them anew."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import shapely
from affine import Affine

import engine
from engine.domain.model_card import ModelCard
from engine.errors import RunFolderError
from engine.geo.footprint_layout import PredictedRaster
from engine.geo.grid import Grid
from engine.geo.transcode import remove_copies
from engine.geo.window import Window
from engine.inference.fields import FieldStore
from engine.inference.walk import BlockGrid, TileWalk, usual_block_px
from engine.whole_file import whole_file

MANIFEST_FORMAT = 4  # raised when fields are laid out in another way: then no run goes on from older ones
_RUN_ID_DIGITS = 12
_HASH_CHUNK = 1 << 20


@dataclass(frozen=True, eq=False)
class RasterPlan:
    """How one raster is predicted.

    `grid` is its own, `scale` network pixels per pixel of it; `area` is a (multi)polygon in network pixels or
    None for all of it. `stamp` tells whether the file is still the same, `block_px` about how large blocks are.
    """

    name: str
    path: str
    stamp: str
    grid: Grid
    scale: float
    walk: TileWalk
    area: Any = None
    block_px: int = field(default_factory=usual_block_px)

    def __post_init__(self) -> None:
        if self.area is not None:
            shapely.prepare(self.area)

    @cached_property
    def network_grid(self) -> Grid:
        """Return the grid that the network sees."""
        return self.grid.scaled(self.scale)

    @property
    def blocks(self) -> BlockGrid:
        """Return the macro blocks in network pixels."""
        return self.walk.blocks(self.network_grid.rows, self.network_grid.cols, self.block_px)

    @property
    def pixels_per_network_pixel(self) -> tuple[float, float]:
        """Return how many of the raster's own pixels one network pixel is, along x and y."""
        return self.grid.cols / self.network_grid.cols, self.grid.rows / self.network_grid.rows

    def own_pixels(self, window: Window) -> Window:
        """Return the raster's own pixels that a window of network pixels touches."""
        along_x, along_y = self.pixels_per_network_pixel
        row, col = math.floor(window.row * along_y), math.floor(window.col * along_x)
        rows, cols = math.ceil(window.row_stop * along_y) - row, math.ceil(window.col_stop * along_x) - col
        return Window(row, col, rows, cols)

    def told(self, window: Window) -> str:
        """Return in words where a window of network pixels lies in the raster's own rows and columns."""
        own = self.own_pixels(window).intersection(self.grid.window)
        return f"{self.name}, rows {own.row} to {own.row_stop}, columns {own.col} to {own.col_stop}"

    @property
    def read_part(self) -> Window:
        """Return the raster's own pixels that blocks in and around the area read; components may go on farther."""
        if self.area is None:
            return self.grid.window
        if self.area.is_empty:
            return Window(0, 0, 0, 0)
        margin_px = max(self.blocks.block_rows, self.blocks.block_cols) + self.walk.halo_px
        col_min, row_min, col_max, row_max = (math.floor(side) for side in self.area.bounds)
        around = Window(row_min, col_min, row_max + 1 - row_min, col_max + 1 - col_min).grown(margin_px)
        return self.own_pixels(around).intersection(self.grid.window)

    @property
    def predicted_raster(self) -> PredictedRaster:
        """Return what a file of footprints needs to know."""
        return PredictedRaster(self.name, self.grid)

    def as_dict(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        grid = {"crs_wkt": self.grid.crs_wkt, "transform": list(self.grid.transform)[:6]}
        return {
            "name": self.name,
            "path": self.path,
            "stamp": self.stamp,
            "grid": {**grid, "rows": self.grid.rows, "cols": self.grid.cols},
            "scale": self.scale,
            "walk": asdict(self.walk),
            "area": None if self.area is None else shapely.to_wkb(self.area, hex=True),
            "block_px": self.block_px,
        }

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> RasterPlan:
        """Return the plan that `as_dict` wrote."""
        grid = values["grid"]
        return cls(
            name=values["name"],
            path=values["path"],
            stamp=values["stamp"],
            grid=Grid(grid["crs_wkt"], Affine(*grid["transform"]), grid["rows"], grid["cols"]),
            scale=values["scale"],
            walk=TileWalk(**values["walk"]),
            area=None if values["area"] is None else shapely.from_wkb(values["area"]),
            block_px=values["block_px"],
        )


@dataclass(frozen=True, eq=False)
class Manifest:
    """A prediction: the model, and a plan per raster. Equal guards make equal fields."""

    model: str
    model_hash: str
    card: ModelCard
    plans: tuple[RasterPlan, ...]
    is_complete: bool = False
    engine_version: str = engine.__version__
    backend: str = "torch"  # what runs the network: others round in other places

    @cached_property
    def guard(self) -> str:
        """Return a hash of all that decides what is in the fields."""
        plans = [plan.as_dict() for plan in self.plans]
        decisive = [MANIFEST_FORMAT, self.engine_version, self.model_hash, plans, self.card.n_views, self.backend]
        return hashlib.sha256(json.dumps(decisive, sort_keys=True).encode()).hexdigest()

    @property
    def run_id(self) -> str:
        """Return what footprints carry to tell this run from others: the same for the same settings."""
        return self.guard[:_RUN_ID_DIGITS]


class PredictionFolder:
    """The run folder of a prediction: `prediction.json`, and a folder of fields per raster."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._manifest = path / "prediction.json"
        self._fields = path / "fields"
        self.copies = path / "rasters"  # of rasters that are slow to read in windows

    def store(self, manifest: Manifest, number: int) -> FieldStore:
        """Return where the fields of the raster at `number` are."""
        plan = manifest.plans[number]
        n_fields = 3 * len(manifest.card.categories)
        return FieldStore(self._fields / f"{number:03d}", plan.blocks, n_fields)

    def check_fields(self, manifest: Manifest) -> None:
        """Accept a folder that holds all fields of a finished prediction.

        Raises:
            RunFolderError: they were not kept, or the prediction was stopped.
        """
        if not self.has_fields():
            raise RunFolderError(
                f"{self.path} holds no fields any more", hint="Run `deepseg predict` again with --keep-fields."
            )
        is_whole = all(
            plan.area is not None or all(map(self.store(manifest, number).has, plan.blocks.places()))
            for number, plan in enumerate(manifest.plans)
        )
        if not (manifest.is_complete and is_whole):
            raise RunFolderError(
                f"the prediction in {self.path} is not finished",
                hint="Run the same `deepseg predict` again: it goes on.",
            )

    def has_fields(self) -> bool:
        """Tell whether any block of any raster is kept here."""
        return any(self._fields.glob("*/*.fields"))

    def write(self, manifest: Manifest) -> None:
        """Keep the manifest.

        Raises:
            OutputError: the folder cannot be written to.
        """
        values = {
            "format": MANIFEST_FORMAT,
            "engine_version": manifest.engine_version,
            "guard": manifest.guard,
            "run_id": manifest.run_id,
            "is_complete": manifest.is_complete,
            "model": manifest.model,
            "model_hash": manifest.model_hash,
            "backend": manifest.backend,
            "card": json.loads(manifest.card.to_json()),
            "rasters": [plan.as_dict() for plan in manifest.plans],
        }
        with whole_file(self._manifest) as beside:
            beside.write_text(json.dumps(values, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")

    def read(self) -> Manifest:
        """Return the manifest.

        Raises:
            RunFolderError: there is none, or none that this engine can read.
        """
        if not self._manifest.is_file():
            raise RunFolderError(
                f"{self.path} holds no prediction",
                hint="Give the --run-dir of a `deepseg predict` that ran with --keep-fields.",
            )
        try:
            values = json.loads(self._manifest.read_text(encoding="utf-8"))
            if values["format"] != MANIFEST_FORMAT:
                raise ValueError(f"format {values['format']!r}, this engine reads {MANIFEST_FORMAT}")
            return Manifest(
                model=values["model"],
                model_hash=values["model_hash"],
                card=ModelCard.from_json(json.dumps(values["card"])),
                plans=tuple(RasterPlan.from_dict(each) for each in values["rasters"]),
                is_complete=values["is_complete"],
                engine_version=values["engine_version"],
                backend=values.get("backend", "torch"),
            )
        except (OSError, ValueError, KeyError, TypeError, shapely.GEOSException) as err:
            raise RunFolderError(
                f"{self._manifest} cannot be read: {err}", hint="Run the prediction again, in another --run-dir."
            ) from err

    def stored_guard(self) -> str | None:
        """Return the guard of the run whose fields are here, None where there is none that can be read."""
        try:
            guard = json.loads(self._manifest.read_text(encoding="utf-8"))["guard"]
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return str(guard)

    def stored_backend(self) -> str | None:
        """Return what ran the network of the run whose fields are here, None where nobody knows."""
        try:
            return str(json.loads(self._manifest.read_text(encoding="utf-8"))["backend"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def clear_fields(self) -> None:
        """Remove all fields."""
        for pattern in ("*/*.fields", "*/*.holes", "*/.*.part"):
            for path in self._fields.glob(pattern):
                path.unlink(missing_ok=True)
        for folder in (*self._fields.glob("*"), self._fields):
            _remove_empty(folder)

    def clear(self) -> None:
        """Remove all that a prediction keeps, and the folder if nothing else is in it."""
        self.clear_fields()
        remove_copies(self.copies)
        self._manifest.unlink(missing_ok=True)
        _remove_empty(self.path)


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_HASH_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def file_stamp(path: Path) -> str:
    """Return what changes when somebody writes to a file: its size and time; empty for what is no file on disk."""
    try:
        status = path.stat()
    except OSError:  # GDAL opens more than files, such as /vsizip/
        return ""
    return f"{status.st_size}-{status.st_mtime_ns}"


def _remove_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:  # not there, or something else is in it
        return
