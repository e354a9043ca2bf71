"""Tells what a raster is, before anyone trains or predicts on it."""

from __future__ import annotations

import math
from typing import Any

from engine.domain.settings import InfoSettings
from engine.evaluation.wording import counted
from engine.events import Reporter
from engine.geo.grid import crs_name
from engine.geo.raster import Raster, open_raster
from engine.geo.read_plan import read_plan
from engine.geo.tiling import suggested_tiling
from engine.stop import StopFlag


def info(settings: InfoSettings, *, reporter: Reporter, stop: StopFlag) -> None:
    """Report size, bands, type, CRS, metres per pixel, nodata and a good tile grid of every raster.

    Raises:
        RasterOpenError: when one of them cannot be opened; the message names it.
        CrsError: when the CRS given for rasters without one is unknown.
    """
    rasters = []
    for path in settings.rasters:
        stop.check()
        with open_raster(path, crs=settings.crs) as raster:
            rasters.append(describe_raster(raster))
            for note in raster.notes:
                reporter.warning("raster_note", f"{raster.name}: {note}")
    reporter.result({"rasters": rasters, "text": "\n\n".join(_text(values) for values in rasters)})


def describe_raster(raster: Raster) -> dict[str, Any]:
    """Return what the header of a raster says, as values that JSON can carry."""
    grid, plan = raster.grid, read_plan(raster)
    tile_rows, tile_columns = suggested_tiling(grid)
    return {
        "path": str(raster.path),
        "name": raster.name,
        "driver": raster.driver,
        "rows": grid.rows,
        "columns": grid.cols,
        "n_bands": raster.n_bands,
        "bands": list(raster.default_bands),
        "band_names": list(raster.band_names),
        "dtype": raster.dtype,
        "crs": crs_name(grid.crs) if grid.crs else None,
        "crs_wkt": grid.crs_wkt,
        "transform": list(grid.transform)[:6],
        "bounds": list(grid.bounds),
        "has_georeference": not grid.has_pixel_coordinates,
        "metres_per_pixel": grid.metres_per_pixel,
        "nodata": _json_number(raster.nodata),
        "has_alpha": raster.has_alpha,
        "has_mask": raster.has_mask,
        "has_palette": raster.has_palette,
        "block_rows": raster.block_shape[0],
        "block_columns": raster.block_shape[1],
        "tile_rows": tile_rows,
        "tile_columns": tile_columns,
        "layout": plan.layout,
        "reading": plan.sentence,
        "is_copied": plan.is_copied,
        "copy_bytes": plan.scratch_bytes,
        "notes": list(raster.notes),
    }


def _json_number(value: float | None) -> float | str | None:
    """Return the number, but as a word where JSON has none for it: nan, inf."""
    return value if value is None or math.isfinite(value) else str(value)


def _text(values: dict[str, Any]) -> str:
    """Return the description as lines for people."""
    bands = f"{values['n_bands']} x {values['dtype']}"
    named = [f"{band} {name}" for band, name in zip(values["bands"], values["band_names"], strict=True) if name]
    lines = {
        "format": values["driver"] + (" with a palette" if values["has_palette"] else ""),
        "size": f"{values['columns']} x {values['rows']} px (columns x rows)",
        "bands": bands + (f" ({', '.join(named)})" if named else ""),
        "nodata": _nodata(values),
        "CRS": values["crs"] or ("none" if values["has_georeference"] else "none, pixel coordinates"),
        "metres per pixel": "unknown" if values["metres_per_pixel"] is None else f"{values['metres_per_pixel']:.4g}",
        "bounds": ", ".join(f"{value:.10g}" for value in values["bounds"]),
        "blocks": f"{values['block_columns']} x {values['block_rows']} px",
        "reading": _reading(values),
        "suggested tiles": f"{counted(values['tile_rows'], 'row')} x {counted(values['tile_columns'], 'column')}",
    }
    width = max(len(name) for name in lines)
    return "\n".join([values["path"], *(f"  {name:<{width}}  {value}" for name, value in lines.items())])


def _reading(values: dict[str, Any]) -> str:
    """Return how it will be read, and what a copy takes on disk."""
    size = f" (up to {values['copy_bytes'] / 1e9:.2g} GB on disk, removed at the end)" if values["is_copied"] else ""
    return f"{values['reading']}{size}"


def _nodata(values: dict[str, Any]) -> str:
    nodata = values["nodata"]
    parts = [] if nodata is None else [nodata if isinstance(nodata, str) else f"{nodata:.10g}"]
    parts += ["alpha band"] if values["has_alpha"] and not values["has_palette"] else []
    parts += ["transparent colors"] if values["has_alpha"] and values["has_palette"] else []
    parts += ["mask"] if values["has_mask"] else []
    return ", ".join(parts) or "none"
