"""Labels drawn in QGIS on a raster without georeference land on the pixels they were drawn on.

QGIS shows such a raster with y negative downward; GDAL and rasterio do not. Here QGIS says what it really reports, a
polygon is drawn around a bright rectangle in QGIS's coordinates, and the engine, in its own process, says which pixels
that is.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, gdal_array
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

REPOSITORY = Path(__file__).parents[2]
ROWS, COLS = 40, 60
TOP, BOTTOM, LEFT, RIGHT = 5, 15, 10, 30  # the bright pixels, half-open

# What the engine makes of raster and labels: the rows and columns that the burned label covers.
ENGINE = """
import json, sys
from pathlib import Path
import numpy as np
from engine.data.labels import load_labels
from engine.domain.settings import LabelSource
from engine.events import SilentReporter
from engine.geo.burn import burn_mask
from engine.geo.raster import open_raster
with open_raster(Path(sys.argv[1])) as raster:
    grid = raster.grid
    sheet = load_labels([raster], LabelSource(labels=sys.argv[2]), reporter=SilentReporter()).sheets[0]
    rows, cols = np.nonzero(burn_mask(sheet.polygons, (grid.rows, grid.cols)))
    print(json.dumps({"bounds": list(grid.bounds), "has_crs": grid.crs is not None, "n": len(rows),
                      "rows": [int(rows.min()), int(rows.max()) + 1], "cols": [int(cols.min()), int(cols.max()) + 1]}))
"""


@pytest.fixture(params=["GTiff", "PNG", "JPEG", "BMP"])
def raster(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A dark raster without georeference that holds one bright rectangle."""
    pixels = np.zeros((ROWS, COLS), dtype=np.uint8)
    pixels[TOP:BOTTOM, LEFT:RIGHT] = 255
    path = tmp_path / f"plain.{request.param.lower()}"
    options = ["QUALITY=100"] if request.param == "JPEG" else []
    gdal.GetDriverByName(request.param).CreateCopy(str(path), gdal_array.OpenArray(pixels), options=options)
    return path


@pytest.fixture
def layer(raster: Path) -> QgsRasterLayer:
    layer = QgsRasterLayer(str(raster), "plain")
    assert layer.isValid()
    return layer


def test_qgis_shows_it_with_y_negative_downward_and_without_crs(layer: QgsRasterLayer) -> None:
    assert layer.extent() == QgsRectangle(0, -ROWS, COLS, 0)
    assert not layer.crs().isValid()


def test_qgis_sees_the_bright_rectangle_where_we_draw(layer: QgsRasterLayer) -> None:
    provider = layer.dataProvider()
    # Just inside and just outside of each corner, by QGIS's own sampling.
    for x, y, is_bright in [
        (LEFT + 0.5, -TOP - 0.5, True),
        (LEFT - 0.5, -TOP - 0.5, False),
        (LEFT + 0.5, -TOP + 0.5, False),
        (RIGHT - 0.5, -BOTTOM + 0.5, True),
        (RIGHT + 0.5, -BOTTOM + 0.5, False),
        (RIGHT - 0.5, -BOTTOM - 0.5, False),
    ]:
        value, is_inside = provider.sample(QgsPointXY(x, y), 1)
        assert is_inside
        assert (value > 127) == is_bright, (x, y)


def draw(path: Path, driver: str) -> None:
    """Save, as QGIS does, a layer without CRS that holds the polygon a person draws around the bright rectangle."""
    layer = QgsVectorLayer("Polygon", "labels", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(LEFT, -BOTTOM, RIGHT, -TOP)))
    layer.dataProvider().addFeatures([feature])
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = driver
    if hasattr(QgsVectorFileWriter, "writeAsVectorFormatV3"):
        error = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)
    else:
        error = QgsVectorFileWriter.writeAsVectorFormatV2(layer, str(path), QgsCoordinateTransformContext(), options)
    assert error[0] == QgsVectorFileWriter.WriterError.NoError, error


@pytest.mark.parametrize("driver, ending", [("GPKG", "gpkg"), ("GeoJSON", "geojson"), ("ESRI Shapefile", "shp")])
def test_the_engine_finds_the_polygon_on_the_pixels_it_was_drawn_on(
    raster: Path, tmp_path: Path, engine_python: Path, driver: str, ending: str
) -> None:
    labels = tmp_path / f"labels.{ending}"
    draw(labels, driver)
    done = subprocess.run(
        [engine_python, "-c", ENGINE, raster, labels],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        env={"PATH": "/usr/bin:/bin"},  # nothing of QGIS's environment may reach the engine
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "bounds": [0, -ROWS, COLS, 0],
        "has_crs": False,
        "n": (BOTTOM - TOP) * (RIGHT - LEFT),
        "rows": [TOP, BOTTOM],
        "cols": [LEFT, RIGHT],
    }
