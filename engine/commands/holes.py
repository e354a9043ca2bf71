"""Where a raster could not be read: polygons beside the footprints."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import shapely

from engine.domain.footprint import Footprint
from engine.errors import OutputError
from engine.events import Reporter
from engine.geo.footprint_layout import FootprintLayout
from engine.geo.measure import measure
from engine.geo.polygon_file import write_polygons
from engine.inference.fields import Hole
from engine.inference.manifest import Manifest, PredictionFolder, RasterPlan

_CATEGORY = "hole"


def holes_path(output: Path) -> Path:
    """Return where the holes of a file of footprints are written."""
    return output.with_name(f"{output.stem}_holes.geojson")


def write_holes(manifest: Manifest, folder: PredictionFolder, output: Path, reporter: Reporter) -> dict[str, Any]:
    """Write the holes of a prediction, if it has any, and return what there is to tell of them.

    Those that an earlier prediction left beside the same output are removed: they speak of other footprints.

    Raises:
        OutputError: the file cannot be written.
    """
    holes = [
        (plan, hole) for number, plan in enumerate(manifest.plans) for hole in folder.store(manifest, number).holes()
    ]
    path = holes_path(output)
    if not holes:
        _remove(path)
        return {}
    layout = FootprintLayout(tuple(plan.predicted_raster for plan in manifest.plans), manifest.card.categories)
    found = [_as_footprint(plan, hole, manifest) for plan, hole in holes]
    polygons = np.array(layout.polygons_in(layout.crs, found), object)
    fields = {
        "raster": np.array([plan.name for plan, _ in holes], object),
        "reason": np.array([hole.reason for _, hole in holes], object),
        "area_m2": np.array([np.nan if each.measures.area_m2 is None else each.measures.area_m2 for each in found]),
    }
    write_polygons(path, polygons, fields, crs=layout.crs, layer="holes")
    noun = "place" if len(holes) == 1 else "places"
    reporter.warning(
        "holes",
        f"{len(holes)} {noun} could not be read and hold no footprints: {path} says where",
        hint="Copy or export the raster again and predict once more.",
    )
    reporter.artifact("holes", path)
    return {"n_holes": len(holes), "holes": path}


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as err:
        raise OutputError(
            f"{path} tells of holes of an earlier prediction and cannot be removed: {err.strerror}",
            hint="Remove it by hand; the footprints themselves are whole.",
        ) from err


def _as_footprint(plan: RasterPlan, hole: Hole, manifest: Manifest) -> Footprint:
    """Return the hole as what is placed on the map in the same way."""
    window = hole.window
    polygon = plan.network_grid.to_map(shapely.box(window.col, window.row, window.col_stop, window.row_stop))
    along_x, along_y = plan.pixels_per_network_pixel
    return Footprint(
        polygon=polygon,
        category=_CATEGORY,
        score=0.0,
        area_px=window.rows * window.cols * along_x * along_y,
        measures=measure(polygon, plan.grid.crs),
        raster=plan.name,
        model=manifest.model,
        run_id=manifest.run_id,
    )
