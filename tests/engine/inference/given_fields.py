"""Fields that are given instead of drawn by a network, and what becomes of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyproj
import shapely
from affine import Affine
from scipy import ndimage

from engine.domain.footprint import Footprint
from engine.events import Reporter, SilentReporter
from engine.geo.grid import Grid
from engine.geo.window import Window
from engine.inference.harvest import Harvest
from engine.inference.manifest import Manifest, PredictionFolder, RasterPlan
from engine.inference.rules import ShapeRules
from engine.inference.sweep import sweep_fields
from engine.inference.walk import TileWalk
from engine.stop import StopFlag
from tests.engine.inference.tiny_model import tiny_card

WKT = pyproj.CRS(32632).to_wkt()
RULES = ShapeRules((0.3, 0.3))


def manifest_for(
    fields: np.ndarray, *, area: shapely.Geometry | None = None, scale: float = 1.0, walk: TileWalk | None = None
) -> Manifest:
    """Return the prediction of a raster with these fields."""
    rows, cols = (round(length / scale) for length in fields.shape[1:])
    grid = Grid(WKT, Affine(1, 0, 500_000, 0, -1, 5_600_000), rows, cols)
    plan = RasterPlan("r.tif", "/r.tif", "", grid, scale, walk or TileWalk(32, 32, 32), area)
    return Manifest("m", "abc", tiny_card(len(fields) // 3), (plan,))


def fill(manifest: Manifest, folder: PredictionFolder, fields: np.ndarray, **options) -> None:
    """Put the fields into the folder, block by block."""

    def draw(number: int, window: Window, *, on_tile: Callable[[], None]) -> np.ndarray:
        for _ in range(manifest.plans[0].walk.n_tiles(window)):
            on_tile()
        rows, cols = window.slices_in(Window(0, 0, *fields.shape[1:]))
        return fields[:, rows, cols]

    sweep_fields(manifest, folder, draw, reporter=SilentReporter(), stop=StopFlag(), **options)


def swept(
    folder: Path,
    fields: np.ndarray,
    *,
    rules: ShapeRules = RULES,
    workers: int = 0,
    reporter: Reporter | None = None,
    **options,
) -> list[Footprint]:
    """Return the footprints of the fields, drawn while they come in."""
    manifest, run, found = manifest_for(fields, **options), PredictionFolder(folder), []
    reporter = reporter or SilentReporter()
    with Harvest(manifest, run, rules, found.extend, workers=workers, reporter=reporter, stop=StopFlag()) as harvest:
        fill(manifest, run, fields, on_block=harvest.add, missing=harvest.missing)
        harvest.finish()
    return found


def as_set(footprints: list[Footprint]) -> set[tuple[str, float, bytes]]:
    """Return what tells footprints apart."""
    return {(each.category, each.score, each.polygon.wkb) for each in footprints}


def drawn(rows: int, cols: int, *things: tuple[int, int, int, int]) -> np.ndarray:
    """Return sure fields of rectangles (row, col, rows, cols)."""
    fields = np.zeros((3, rows, cols), np.uint8)
    for row, col, n_rows, n_cols in things:
        fields[[0, 2], row : row + n_rows, col : col + n_cols] = 255
    return fields


def noise(rows: int, cols: int, sigma: float, n_categories: int = 1, power: float = 3.0) -> np.ndarray:
    """Return smooth noise; the third power leaves islands above the mask threshold, the first one continent."""
    generator = np.random.default_rng(int(sigma * 10))
    smooth = [ndimage.gaussian_filter(generator.random((rows, cols)), sigma) for _ in range(3 * n_categories)]
    return np.stack([((field - field.min()) / np.ptp(field)) ** power * 255 for field in smooth]).astype(np.uint8)
