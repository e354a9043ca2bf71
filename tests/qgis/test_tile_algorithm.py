"""deepseg:tile draws tiles where the pixels lie, also on turned rasters and on those without a place on the map."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsProject, QgsRasterLayer

from deepseg_qgis.algorithms.tile import TileAlgorithm
from deepseg_qgis.errors import LayerNotUsableError
from deepseg_qgis.layers.raster_frame import read_frame
from tests.qgis.label_world import UTM, Listener, Run, make_raster, square


def tiles(raster: Path, **parameters: object) -> Run:
    return Run(TileAlgorithm(), {"RASTER": str(raster), "OUTPUT": "memory:", **parameters})


def same(geometry: QgsGeometry, wkt: str) -> bool:
    return geometry.symDifference(QgsGeometry.fromWkt(wkt)).area() < 1e-6 and not geometry.isEmpty()


def test_rows_and_columns_become_polygons_in_map_coordinates(tmp_path: Path) -> None:
    run = tiles(make_raster(tmp_path / "a.tif"), ROWS=2, COLUMNS=2)
    rows = run.rows()
    assert run.values["N_TILES"] == 4
    assert [row.attributes() for row in rows] == [[1, 1, 50, 40], [1, 2, 50, 40], [2, 1, 50, 40], [2, 2, 50, 40]]
    # 50 x 40 pixels of half a metre, the first one in the north-west.
    assert same(rows[0].geometry(), "Polygon((500000 99980, 500025 99980, 500025 100000, 500000 100000, 500000 99980))")
    assert run.layer().crs().authid() == UTM


def test_a_tile_size_with_overlap_walks_to_the_edge(tmp_path: Path) -> None:
    run = tiles(make_raster(tmp_path / "a.tif"), TILE_SIZE=60, OVERLAP=20)
    assert [row["width_px"] for row in run.rows()] == [60] * 4
    assert same(run.rows()[3].geometry(), square(500_020, 99_960, 30))


def test_without_numbers_a_small_raster_is_one_tile(tmp_path: Path) -> None:
    assert [row.attributes() for row in tiles(make_raster(tmp_path / "a.tif")).rows()] == [[1, 1, 100, 80]]


def test_a_large_raster_is_divided_into_about_1000_px(tmp_path: Path) -> None:
    run = tiles(make_raster(tmp_path / "a.tif", 8000, 8000))
    assert run.values["N_TILES"] == 64
    assert {tuple(row.attributes()[2:]) for row in run.rows()} == {(1000, 1000)}


def test_tiles_of_a_turned_raster_are_turned(tmp_path: Path) -> None:
    quarter = (10.0, 0.0, 2.0, 20.0, 2.0, 0.0)  # pixels to the right go north, pixels down go east, 2 m each
    run = tiles(make_raster(tmp_path / "a.tif", 4, 2, transform=quarter), ROWS=1, COLUMNS=2)
    first, second = (row.geometry() for row in run.rows())
    assert same(first, square(10, 20, 4))
    assert same(second, square(10, 24, 4))


def test_a_raster_without_georeference_has_the_coordinates_that_qgis_shows(tmp_path: Path) -> None:
    path = make_raster(tmp_path / "a.tif", 40, 20, transform=None, epsg=None)
    run = tiles(path, ROWS=2, COLUMNS=1)
    assert same(run.rows()[0].geometry(), square(0, -10, 40, 10))
    assert same(run.rows()[1].geometry(), square(0, -20, 40, 10))
    assert not run.layer().crs().isValid()


def test_a_layer_may_say_the_coordinate_system_that_its_file_does_not(tmp_path: Path) -> None:
    layer = QgsRasterLayer(str(make_raster(tmp_path / "a.tif", epsg=None)), "a")
    layer.setCrs(QgsCoordinateReferenceSystem(UTM))
    QgsProject.instance().addMapLayer(layer, False)
    assert read_frame(layer).crs.authid() == UTM


@pytest.mark.parametrize(
    "parameters, words",
    [
        ({"ROWS": 2}, "Rows and columns belong together"),
        ({"ROWS": 2, "COLUMNS": 2, "TILE_SIZE": 5}, "only one can hold"),
        ({"TILE_SIZE": 20, "OVERLAP": 20}, "Tiles of 20 px cannot share 20 px"),
    ],
)
def test_numbers_that_do_not_fit_together_say_so(tmp_path: Path, parameters: dict[str, int], words: str) -> None:
    run = tiles(make_raster(tmp_path / "a.tif"), **parameters)
    assert not run.is_ok
    assert words in run.feedback.errors[0]


def test_a_slip_of_the_keyboard_does_not_fill_the_disk(tmp_path: Path) -> None:
    run = tiles(make_raster(tmp_path / "a.tif", 5000, 5000), TILE_SIZE=1)
    assert not run.is_ok
    assert "25000000 tiles" in run.feedback.errors[0]


def test_more_rows_than_pixels_are_as_many_rows_as_pixels(tmp_path: Path) -> None:
    assert tiles(make_raster(tmp_path / "a.tif", 3, 2), ROWS=9, COLUMNS=9).values["N_TILES"] == 6


def test_stopping_is_not_success(tmp_path: Path) -> None:
    parameters = {"RASTER": str(make_raster(tmp_path / "a.tif")), "TILE_SIZE": 2, "OUTPUT": "memory:"}
    run = Run(TileAlgorithm(), parameters, Listener(stop_at=10))
    assert not run.is_ok
    assert "Stopped after 200 tiles" in run.feedback.errors[0]  # a tenth of 2000


def test_a_file_that_is_no_raster_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.tif").write_text("no raster")
    with pytest.raises(LayerNotUsableError, match="cannot be opened as a raster"):
        read_frame(str(tmp_path / "a.tif"))
