"""A label drawn on the map lands on exactly the pixels under it, wherever and however the raster lies."""

from __future__ import annotations

import json
import shutil
import subprocess

import numpy as np
import pyproj
import pytest
import shapely
from affine import Affine

from engine.geo.burn import burn_mask
from engine.geo.polygons import transform_polygons
from engine.geo.raster import open_raster
from engine.geo.vector import read_polygons
from tests.factories import write_polygons, write_raster

ROWS, COLS = 30, 40
PLACES = {
    "utm": ("EPSG:32632", Affine(0.2, 0, 500_000, 0, -0.2, 5_600_000)),
    "rotated": ("EPSG:32632", Affine.translation(500_000, 5_600_000) * Affine.rotation(30) * Affine.scale(0.2, -0.2)),
    "degrees": ("EPSG:4326", Affine(2e-6, 0, 32.59, 0, -2e-6, 0.35)),
    "mercator": ("EPSG:3857", Affine(0.15, 0, 3_628_312, 0, -0.15, 38_982)),
    "far north in mercator": ("EPSG:3857", Affine(0.3, 0, 1_100_000, 0, -0.3, 9_000_000)),
    "south up": ("EPSG:32632", Affine(0.2, 0, 500_000, 0, 0.2, 5_600_000)),
    "feet": ("EPSG:2263", Affine(0.5, 0, 984_000, 0, -0.5, 200_000)),
    "no georeference": (None, None),
}


def marked_raster(path, crs, transform):
    """Write a raster whose mark fills rows 7 to 11 and columns 5 to 13, and return it open."""
    values = np.zeros((1, ROWS, COLS), np.uint8)
    values[0, 7:12, 5:14] = 255
    driver = "GTiff" if crs else "PNG"
    path = path.with_suffix(".tif" if crs else ".png")
    return open_raster(write_raster(path, values, crs=crs, transform=transform, driver=driver))


@pytest.mark.parametrize("place", PLACES)
def test_a_label_covers_the_mark_under_it(tmp_path, place):
    crs, transform = PLACES[place]
    with marked_raster(tmp_path / "a", crs, transform) as raster:
        label = raster.grid.to_map(shapely.box(5, 7, 14, 12))
        path = write_polygons(tmp_path / "labels.gpkg", [label], crs=crs)
        drawn = read_polygons(str(path)).polygons
        burned = burn_mask(raster.grid.to_pixels(drawn), (ROWS, COLS))
        assert (burned == (raster.read(raster.grid.window, (1,)).values[0] == 255)).all()


@pytest.mark.parametrize("place", [place for place in PLACES if place != "no georeference"])
@pytest.mark.parametrize("labels_crs", ["EPSG:4326", "EPSG:3857"])
def test_a_label_in_another_crs_covers_the_mark_under_it(tmp_path, place, labels_crs):
    crs, transform = PLACES[place]
    with marked_raster(tmp_path / "a", crs, transform) as raster:
        label = raster.grid.to_map(shapely.box(5, 7, 14, 12))
        there = transform_polygons(np.array([label]), pyproj.CRS(crs), pyproj.CRS(labels_crs))
        table = read_polygons(str(write_polygons(tmp_path / "labels.geojson", there, crs=labels_crs)))
        back = transform_polygons(table.polygons, table.crs, raster.grid.crs)
        burned = burn_mask(raster.grid.to_pixels(back), (ROWS, COLS))
        assert (burned == (raster.read(raster.grid.window, (1,)).values[0] == 255)).all()


def test_labels_drawn_in_qgis_on_a_raster_without_georeference_point_down_as_negative_numbers(tmp_path):
    with marked_raster(tmp_path / "a", None, None) as raster:
        assert raster.grid.bounds == (0, -ROWS, COLS, 0)
        drawn = shapely.box(5, -12, 14, -7)
        burned = burn_mask(raster.grid.to_pixels(drawn), (ROWS, COLS))
        assert (burned == (raster.read(raster.grid.window, (1,)).values[0] == 255)).all()


def qgis_says(path) -> dict:
    """Return what QGIS itself reports of a raster; skip where there is no QGIS."""
    python = shutil.which("python3", path="/usr/bin")
    code = (
        "import json, os, sys\n"
        "os.environ['QT_QPA_PLATFORM'] = 'offscreen'\n"
        "from qgis.core import QgsApplication, QgsRasterLayer\n"
        "app = QgsApplication([], False); app.initQgis()\n"
        "layer = QgsRasterLayer(sys.argv[1], 'a')\n"
        "e = layer.extent()\n"
        "print('ANSWER' + json.dumps({'bounds': [e.xMinimum(), e.yMinimum(), e.xMaximum(), e.yMaximum()],"
        " 'has_crs': layer.crs().isValid()}))\n"
        "os._exit(0 if sys.stdout.flush() is None else 1)\n"
    )
    if python is None:
        pytest.skip("no system Python")
    done = subprocess.run([python, "-c", code, str(path)], capture_output=True, text=True, timeout=60)
    answer = [line for line in done.stdout.splitlines() if line.startswith("ANSWER")]
    if "No module named 'qgis'" in done.stderr:
        pytest.skip("no QGIS")
    assert answer, done.stderr
    return json.loads(answer[0].removeprefix("ANSWER"))


@pytest.mark.slow
def test_qgis_and_the_engine_agree_on_a_raster_without_georeference(tmp_path):
    with marked_raster(tmp_path / "a", None, None) as raster:
        assert qgis_says(raster.path) == {"bounds": list(raster.grid.bounds), "has_crs": False}
