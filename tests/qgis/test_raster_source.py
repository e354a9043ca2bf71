"""Rasters of QGIS become paths that the engine opens, or a sentence that says why not."""

from __future__ import annotations

from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsRasterLayer, QgsVectorLayer

from deepseg_qgis.errors import LayerNotUsableError
from deepseg_qgis.layers.raster_source import crs_given_in_qgis, plain_path, raster_facts, raster_path
from tests.qgis.processing_world import write_raster


@pytest.fixture
def raster(tmp_path: Path) -> Path:
    return write_raster(tmp_path / "Stadt 도시.tif")


@pytest.fixture
def tables(raster: Path) -> Path:
    """A GeoPackage with two tables of pixels."""
    path = raster.with_name("site.gpkg")
    gdal.Translate(str(path), str(raster), format="GPKG", creationOptions=["RASTER_TABLE=ortho"])
    options = ["RASTER_TABLE=older", "APPEND_SUBDATASET=YES"]
    gdal.Translate(str(path), str(raster), format="GPKG", creationOptions=options)
    return path


def test_a_file_is_its_path(raster: Path) -> None:
    assert raster_path(QgsRasterLayer(str(raster), "city")) == str(raster)


def test_options_that_qgis_writes_behind_it_are_left_out(raster: Path) -> None:
    layer = QgsRasterLayer(f"{raster}|option:NUM_THREADS=2", "city")
    assert layer.isValid()
    assert raster_path(layer) == str(raster)


def test_a_table_of_a_geopackage_keeps_its_name(tables: Path) -> None:
    source = f"GPKG:{tables}:ortho"
    layer = QgsRasterLayer(source, "ortho")
    assert layer.isValid()
    assert raster_path(layer) == source


@pytest.mark.parametrize("text", ["/vsizip//data/city.zip/city.tif", "/vsicurl/https://example.org/city.tif"])
def test_what_gdal_finds_by_itself_is_left_to_it(text: str) -> None:
    assert plain_path(text) == text


@pytest.mark.parametrize("text", ["/nowhere/city.tif", "GPKG:/nowhere/site.gpkg:ortho", "", "type=xyz&url=https://x"])
def test_what_is_not_there_is_told(text: str) -> None:
    with pytest.raises(LayerNotUsableError, match="does not exist"):
        plain_path(text)


def test_the_web_and_polygons_are_told() -> None:
    web = QgsRasterLayer("type=xyz&url=http://127.0.0.1:9/{z}/{x}/{y}.png", "streets", "wms")
    with pytest.raises(LayerNotUsableError, match="streets comes from a web service"):
        raster_path(web)
    with pytest.raises(LayerNotUsableError, match="roofs is not a raster"):
        raster_path(QgsVectorLayer("Polygon", "roofs", "memory"))


def test_facts_say_size_bands_and_metres(raster: Path) -> None:
    facts = raster_facts(QgsRasterLayer(str(raster), "city"))
    assert (facts.width, facts.height, facts.n_bands, facts.crs_text) == (64, 64, 3, "EPSG:32636")
    assert facts.metres_per_pixel == pytest.approx(0.5, rel=1e-3)


def test_metres_are_measured_on_the_ground_also_for_degrees(raster: Path) -> None:
    path = raster.with_name("degrees.tif")
    gdal.Warp(str(path), str(raster), dstSRS="EPSG:4326")
    assert raster_facts(QgsRasterLayer(str(path), "city")).metres_per_pixel == pytest.approx(0.5, rel=0.05)


def without_crs(raster: Path) -> Path:
    """Return a copy that lies somewhere, in a coordinate system that nobody names."""
    path = raster.with_name("unnamed.tif")
    gdal.Translate(str(path), str(raster))
    data = gdal.Open(str(path), gdal.GA_Update)
    data.SetProjection("")
    del data
    return path


def test_a_coordinate_system_given_in_qgis_is_passed_where_the_file_names_none(raster: Path) -> None:
    layer = QgsRasterLayer(str(without_crs(raster)), "unnamed")
    layer.setCrs(QgsCoordinateReferenceSystem())
    assert crs_given_in_qgis(layer) is None
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32636"))
    assert crs_given_in_qgis(layer) == "EPSG:32636"


def test_a_file_that_names_its_own_keeps_it(raster: Path) -> None:
    layer = QgsRasterLayer(str(raster), "city")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    assert crs_given_in_qgis(layer) is None


def test_a_raster_in_pixel_coordinates_gets_none(tmp_path: Path) -> None:
    path = tmp_path / "plain.png"
    gdal.Translate(str(path), gdal.GetDriverByName("MEM").Create("", 60, 40, 1), format="PNG")
    layer = QgsRasterLayer(str(path), "plain")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32636"))
    assert crs_given_in_qgis(layer) is None
    layer.setCrs(QgsCoordinateReferenceSystem())
    assert raster_facts(layer).metres_per_pixel is None
