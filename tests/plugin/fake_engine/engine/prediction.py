"""Footprints on a grid inside each raster, with scores from 0.95 down; and the folder that a prediction leaves."""

from __future__ import annotations

import json
import math
import os

from engine import __version__, polygons
from engine.model import read_card
from engine.rasters import open_raster
from engine.telling import Failed, steps, tell

COLUMNS = {
    "category": "TEXT",
    "score": "REAL",
    "area_m2": "REAL",
    "perimeter_m": "REAL",
    "length_m": "REAL",
    "width_m": "REAL",
    "orientation_deg": "REAL",
    "raster": "TEXT",
    "model": "TEXT",
    "run_id": "TEXT",
}
RUN_ID = "d59721e7e865"
N_ROWS, N_COLUMNS = 3, 4


def predict(settings) -> None:
    tell("stage", name="prepare", message="reading the model and the rasters")
    card = read_card(settings.model)
    rasters = [open_raster(path) for path in settings.raster]
    for raster in rasters:
        if raster.n_bands < max(card["bands"]):
            raise Failed(
                "BandCountError",
                f"{raster.name} has {raster.n_bands} bands; the model reads {card['bands']}",
                f"Choose a raster with {len(card['bands'])} bands.",
            )
    area = polygons.read_polygons(settings.area) if settings.area else None
    if area and not any(values.get("role") in (None, "", "predict") for _, values in area[0]):
        raise Failed(
            "AreaError", f"no area of {settings.area} on the rasters has the role predict", "Give one the role predict."
        )
    if settings.dry_run:
        estimate(rasters)
        return
    bad = [raster for raster in rasters if "damaged" in raster.name]
    if bad and not settings.skip_bad_blocks:
        raise Failed(
            "BlockReadError",
            f"{bad[0].name} cannot be read in rows 0 to 49, columns 0 to 49",
            "Copy the raster again, or go on without what cannot be read: --skip-bad-blocks.",
        )
    write_folder(settings, card, rasters, is_complete=False)
    tell("stage", name="predict", message="on CPU, 2 cores")
    n_tiles = 4 * len(rasters)
    tell("progress", stage="predict", done=0, total=n_tiles, unit="tile", eta_s=None)
    place = settings.run_dir or f"{settings.output}.run"
    saved = f"Stopped after some of {n_tiles} tiles; they are kept in {place}. The same command goes on there."
    for _ in steps("predict", n_tiles, "tile", saved):
        pass
    write_folder(settings, card, rasters, is_complete=True)
    draw(settings, card, rasters, area, model=os.path.splitext(os.path.basename(settings.model))[0])


def estimate(rasters) -> None:
    """Tell what it would take: the numbers are made up, the time is that of a run of the real one."""
    n_tiles = 4 * len(rasters)
    tell("stage", name="calibrate", message="trying a few tiles on CPU, 2 cores")
    for _ in steps("calibrate", 2, "tile"):
        pass
    values = {
        "n_tiles": n_tiles,
        "megapixels": 0.4,
        "seconds": 45.0 * n_tiles,
        "memory_bytes": 900_000_000,
        "scratch_bytes": 80_000_000,
        "output_bytes": 40_000_000,
        "free_bytes": 50_000_000_000,
        "device": "CPU, 2 cores",
    }
    text = f"{n_tiles} tiles, about {round(values['seconds'] / 60)} min, 0.9 GB of memory, 120 MB of disk"
    tell("result", values={**values, "text": text})


def vectorize(settings) -> None:
    try:
        with open(os.path.join(settings.run_dir, "prediction.json"), encoding="utf-8") as file:
            kept = json.load(file)
    except OSError as err:
        raise Failed(
            "RunFolderError",
            f"{settings.run_dir} is not the run folder of a prediction",
            "Choose the --run-dir of a `deepseg predict` that had --keep-fields.",
        ) from err
    if not kept["is_complete"] or not kept["has_fields"]:
        raise Failed("RunFolderError", f"{settings.run_dir} holds no fields", "Predict again with --keep-fields.")
    rasters = [open_raster(each["path"]) for each in kept["rasters"]]
    draw(settings, kept["card"], rasters, None, model=kept["model"])


def draw(settings, card: dict, rasters, area, *, model: str) -> None:
    tell("stage", name="vectorize", message="drawing the outlines of what was found")
    for _ in steps("vectorize", 1, "block"):
        pass
    rows = [row for raster in rasters for row in footprints(raster, card, settings, area, model)]
    epsg = rasters[0].epsg
    polygons.write_polygons(settings.output, rows, COLUMNS, epsg, "footprints")
    tell("artifact", kind="footprints", path=os.path.abspath(settings.output))
    holes = write_holes(settings, rasters)
    counts: dict[str, int] = {each["name"]: 0 for each in card["categories"]}
    for _, values in rows:
        counts[values["category"]] += 1
    text = f"{len(rows)} footprint{'s' * (len(rows) != 1)} in {settings.output}"
    found = {
        "n_footprints": len(rows),
        "per_category": counts,
        "output": settings.output,
        "run_id": RUN_ID,
        "text": text,
    }
    found |= holes
    tell("result", values={**found, "megapixels": 0.4, "seconds": 0.1} if settings.command == "predict" else found)


def write_holes(settings, rasters) -> dict:
    """Write where damaged rasters could not be read: a tenth of each, at its upper left corner."""
    rows = []
    for raster in rasters:
        if "damaged" not in raster.name:
            continue
        left, bottom, right, top = raster.bounds
        x, y = left + 0.1 * (right - left), top - 0.1 * (top - bottom)
        ring = [[left, top], [left, y], [x, y], [x, top], [left, top]]
        rows.append((ring, {"raster": raster.name, "reason": "a block is damaged", "area_m2": (x - left) * (top - y)}))
    if not rows:
        return {}
    path = f"{os.path.splitext(settings.output)[0]}_holes.geojson"
    columns = {"raster": "TEXT", "reason": "TEXT", "area_m2": "REAL"}
    polygons.write_polygons(path, rows, columns, rasters[0].epsg, "holes")
    tell("warning", code="holes", message=f"{len(rows)} place could not be read: {path} says where", hint="Copy it.")
    tell("artifact", kind="holes", path=os.path.abspath(path))
    return {"n_holes": len(rows), "holes": path}


def footprints(raster, card: dict, settings, area, model: str):
    names = [each["name"] for each in card["categories"]]
    own = dict(settings.category_threshold or [])
    shared = card["score_threshold"] if settings.score_threshold is None else settings.score_threshold
    for i, (ring, width, height) in enumerate(boxes(raster)):
        name, score = names[i % len(names)], round(0.95 - 0.07 * i, 4)
        if score < own.get(name, shared) or width * height < (settings.min_area_m2 or 0.0):
            continue
        if area is not None and not is_inside(ring, raster.epsg, *area):
            continue
        values = {
            "category": name,
            "score": score,
            "area_m2": round(width * height, 3),
            "perimeter_m": round(2 * (width + height), 3),
            "length_m": round(max(width, height), 3),
            "width_m": round(min(width, height), 3),
            "orientation_deg": 90.0 if width >= height else 0.0,
            "raster": raster.name,
            "model": model,
            "run_id": RUN_ID,
        }
        yield ring, values


def boxes(raster):
    """Yield a box in each cell of a grid over the raster: its ring, width and height."""
    left, bottom, right, top = raster.bounds
    cell_width, cell_height = (right - left) / N_COLUMNS, (top - bottom) / N_ROWS
    for row in range(N_ROWS):
        for column in range(N_COLUMNS):
            width = cell_width * (0.3 + 0.05 * column)
            height = cell_height * (0.3 + 0.1 * row)
            x, y = left + cell_width * (column + 0.3), top - cell_height * (row + 0.3)
            ring = [[x, y], [x, y - height], [x + width, y - height], [x + width, y], [x, y]]
            yield ring, width, height


def is_inside(ring: list, epsg: int, areas: list, areas_epsg: int) -> bool:
    """Tell whether the middle of the ring lies in the bounds of an area to predict in."""
    x = sum(point[0] for point in ring[:4]) / 4
    y = sum(point[1] for point in ring[:4]) / 4
    for outline, values in areas:
        if values.get("role") not in (None, "", "predict"):
            continue
        there = polygons.reproject(outline, areas_epsg, epsg)
        if min(p[0] for p in there) <= x <= max(p[0] for p in there) and (
            min(p[1] for p in there) <= y <= max(p[1] for p in there)
        ):
            return True
    return False


def write_folder(settings, card: dict, rasters, *, is_complete: bool) -> None:
    if not settings.run_dir:
        return
    if settings.keep_fields:
        os.makedirs(os.path.join(settings.run_dir, "fields", "000"), exist_ok=True)
    os.makedirs(settings.run_dir, exist_ok=True)
    kept = {
        "format": 1,
        "engine_version": __version__,
        "run_id": RUN_ID,
        "is_complete": is_complete,
        "has_fields": settings.keep_fields,  # the real one looks into the folder
        "model": os.path.splitext(os.path.basename(settings.model))[0],
        "card": card,
        "rasters": [
            {
                "name": raster.name,
                "path": os.path.abspath(raster.path),
                "grid": {"transform": raster.transform, "rows": raster.height, "cols": raster.width},
            }
            for raster in rasters
        ],
    }
    with open(os.path.join(settings.run_dir, "prediction.json"), "w", encoding="utf-8") as file:
        json.dump(kept, file, indent=2)


def info(settings) -> None:
    found = []
    for path in settings.raster:
        raster = open_raster(path)
        found.append(
            {
                "path": path,
                "name": raster.name,
                "driver": "GTiff",
                "rows": raster.height,
                "columns": raster.width,
                "n_bands": raster.n_bands,
                "bands": list(range(1, raster.n_bands + 1)),
                "band_names": ["red", "green", "blue"] if raster.n_bands == 3 else [""] * raster.n_bands,
                "dtype": raster.dtype,
                "crs": f"EPSG:{raster.epsg}" if raster.epsg else None,
                "crs_wkt": None,
                "transform": list(raster.transform),
                "bounds": list(raster.bounds),
                "has_georeference": bool(raster.epsg),
                "metres_per_pixel": abs(raster.transform[0]) if raster.epsg else None,
                "nodata": None,
                "has_alpha": False,
                "has_mask": False,
                "has_palette": False,
                "block_rows": 256,
                "block_columns": 256,
                "tile_rows": max(round(raster.height / 1000), 1),
                "tile_columns": max(round(raster.width / 1000), 1),
                "notes": [],
            }
        )
    text = "\n\n".join(f"{each['path']}\n  size  {each['columns']} x {each['rows']} px" for each in found)
    tell("result", values={"rasters": found, "text": text})


def check(settings) -> None:
    tell("stage", name="check", message="looking at the environment")
    for _ in steps("check", 21, "package"):
        pass
    if settings.device not in ("auto", "cpu"):
        raise Failed("DeviceError", f"there is no device {settings.device}", "Choose one of: cpu.")
    values = {
        "engine": __version__,
        "python": "3.11.2",
        "system": "Linux",
        "n_cores": 2,
        "free_disk_gb": 50.0,
        "free_temporary_gb": 50.0,
        "packages": {"torch": "2.14.1", "rasterio": "1.4.4"},
        "libraries": {"GDAL": "3.10.3"},
        "encoder_weights": True,
        "missing": {},
        "devices": {"cpu": "CPU, 2 cores"},
        "device": "cpu",
        "will_use": "CPU, 2 cores",
    }
    text = f"DeepSeg  {__version__}\ntorch    2.14.1\nDeepSeg is ready and will use: CPU, 2 cores"
    tell("result", values={**values, "text": text})


def pr_point(tp: int, fp: int, n_labels: int) -> tuple[float, float, float]:
    precision, recall = tp / (tp + fp), tp / n_labels if n_labels else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return precision, recall, 0.0 if math.isnan(f1) else f1
