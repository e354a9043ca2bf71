"""From what the user says about tiles to a walk that the network can follow."""

from __future__ import annotations

import math

from engine.domain.settings import TileSettings
from engine.errors import UsageError
from engine.events import Reporter
from engine.geo.grid import Grid
from engine.geo.tiling import Tiling
from engine.inference.walk import STRIDE_PX, TileWalk, usual_block_px

_TILE_PX = 2304  # with the default network's halo 1.29 pixels are computed per pixel: docs/decisions/0010
_LEAST_USUAL_CORE_PX = 1472  # of tiles that nobody asked for, however many fields there are
_OVERLAP_STEP_PX = 2 * STRIDE_PX  # half of it on each side
_LEAST_CORE_PX = 64  # of tiles that are too small for what the network feels
# Tiles that somebody asks for are smaller than ours, so there are more seams: a halo a quarter wider keeps them from
# showing (docs/decisions/0004).
_WIDER = 5 / 4
_MOST_COMPUTED = 3.0  # pixels per pixel of the raster, beyond which it is said what small tiles cost


def choose_walk(settings: TileSettings, grid: Grid, *, halo_px: int, n_fields: int, reporter: Reporter) -> TileWalk:
    """Return how to walk over a grid in network pixels; say what had to be changed, and what may show in the result.

    Small tiles that come without an overlap are made large enough for what the network feels.

    Args:
        settings: a tile size and an overlap, or rows and columns of tiles, or nothing.
        grid: what the network sees.
        halo_px: how far from a tile's edge the family's fields still feel it.
        n_fields: how many the network draws: a tile of many is a smaller one, so that memory stays bounded.
        reporter: is told.

    Raises:
        UsageError: a tile would be all overlap.
    """
    is_ours = settings.tile_size is None and settings.rows is None
    usual_px = 2 * halo_px if is_ours else 2 * STRIDE_PX * math.ceil(halo_px * _WIDER / STRIDE_PX)
    overlap_px = _stepped("overlap", settings.overlap, usual_px, _OVERLAP_STEP_PX, reporter)
    if overlap_px < 2 * halo_px:
        reporter.warning(
            "overlap",
            f"with an overlap of {overlap_px} pixels the edges of tiles may show in the result",
            hint=f"Give --overlap {2 * halo_px} or more.",
        )
    if settings.rows is not None and settings.columns is not None:
        walk = TileWalk.dividing(
            grid.rows, grid.cols, n_rows=settings.rows, n_columns=settings.columns, halo_px=overlap_px // 2
        )
        _tell_cost(walk, reporter)
        return walk
    tile_px = _stepped("tile size", settings.tile_size, _usual_tile_px(overlap_px, n_fields), STRIDE_PX, reporter)
    if settings.overlap is None and tile_px < overlap_px + _LEAST_CORE_PX:
        reporter.warning(
            "tile_step",
            f"the tile size of {settings.tile_size} pixels is made {overlap_px + _LEAST_CORE_PX}: "
            f"the network looks {overlap_px // 2} pixels around what it draws",
            hint="Give --overlap as well to have smaller tiles, whose edges may show.",
        )
        tile_px = overlap_px + _LEAST_CORE_PX
    if tile_px - overlap_px < STRIDE_PX:
        raise UsageError(
            f"tiles of {tile_px} pixels cannot share {overlap_px} with their neighbors",
            hint=f"Give --tile-size {2 * overlap_px} or more, or a smaller --overlap.",
        )
    walk = TileWalk.over(grid.rows, grid.cols, Tiling(tile_px, overlap_px))
    if settings.tile_size is not None:
        _tell_cost(walk, reporter)
    return walk


def _usual_tile_px(overlap_px: int, n_fields: int) -> int:
    """Return how large tiles are at most where no size is asked for: with many fields smaller, as blocks are."""
    core_px = max(_LEAST_USUAL_CORE_PX, usual_block_px(n_fields) // STRIDE_PX * STRIDE_PX)
    return max(min(_TILE_PX, core_px + overlap_px), 2 * overlap_px)


def _tell_cost(walk: TileWalk, reporter: Reporter) -> None:
    """Say so where tiles are mostly surroundings."""
    rows, cols = walk.tile_shape
    computed = rows * cols / (walk.core_rows * walk.core_cols)
    if computed > _MOST_COMPUTED:
        reporter.warning(
            "tile_cost",
            f"tiles of {cols} x {rows} pixels, {walk.halo_px} of them around what is drawn, make the network compute "
            f"{computed:.1f} pixels for each one of the raster",
            hint="Larger tiles take less time; where none are asked for, it is about 1.3.",
        )


def _stepped(name: str, wanted_px: int | None, usual_px: int, step_px: int, reporter: Reporter) -> int:
    """Return what was asked for, rounded up to the step and said so; the usual where nothing was asked for."""
    if wanted_px is None:
        return usual_px
    stepped_px = -(-wanted_px // step_px) * step_px
    if stepped_px != wanted_px:
        reporter.warning(
            "tile_step",
            f"the {name} of {wanted_px} pixels is made {stepped_px}: the network needs multiples of {step_px}",
        )
    return stepped_px
