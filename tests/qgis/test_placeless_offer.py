"""Rasters with a world file and no named coordinate system get that of the project when the user says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, gdal_array
from qgis.core import QgsCoordinateReferenceSystem

from deepseg_qgis.docks.placeless_offer import PlacelessOffer
from deepseg_qgis.docks.workbench import Workbench
from tests.qgis.interface import Interface
from tests.qgis.site_world import bar_texts, new_workbench, wait_until


@pytest.fixture
def workbench(iface: Interface) -> Iterator[Workbench]:
    workbench = new_workbench(iface, [])
    yield workbench
    workbench.shut_down()


@pytest.fixture
def offer(workbench: Workbench) -> Iterator[PlacelessOffer]:
    offer = PlacelessOffer(workbench)
    yield offer
    offer.tear_down()


def write_photograph(path: Path, *, has_world_file: bool = True) -> str:
    pixels = np.full((3, 64, 64), 90, np.uint8)
    gdal.GetDriverByName("PNG").CreateCopy(str(path), gdal_array.OpenArray(pixels))
    if has_world_file:
        path.with_suffix(".pgw").write_text("0.5\n0\n0\n-0.5\n153824.25\n204575.75\n")
    return str(path)


def test_the_projects_system_is_offered_once_and_taken_by_a_click(
    workbench: Workbench, offer: PlacelessOffer, iface: Interface, tmp_path: Path
) -> None:
    assert workbench.new_site(tmp_path / "site.gpkg", "Site", QgsCoordinateReferenceSystem("EPSG:31370"))
    for name in ("a.png", "b.png"):
        workbench.site.add_raster(write_photograph(tmp_path / name), "train")
    workbench.data_changed.emit()
    wait_until(lambda: bool(bar_texts(iface)))
    assert bar_texts(iface) == ["2 rasters say where they lie, but not in which coordinate system."]
    offer.look()
    assert len(bar_texts(iface)) == 1
    offer.take()
    assert {entry.layer.crs().authid() for entry in workbench.site.rasters()} == {"EPSG:31370"}


def test_nothing_is_said_of_rasters_without_a_place_or_in_a_project_without_a_system(
    workbench: Workbench, offer: PlacelessOffer, iface: Interface, tmp_path: Path
) -> None:
    assert workbench.new_site(tmp_path / "site.gpkg", "Site", QgsCoordinateReferenceSystem("EPSG:31370"))
    workbench.site.add_raster(write_photograph(tmp_path / "plain.png", has_world_file=False), "train")
    offer.look()
    assert bar_texts(iface) == []
    assert workbench.new_site(tmp_path / "pixels.gpkg", "Pixels", QgsCoordinateReferenceSystem())
    workbench.site.add_raster(write_photograph(tmp_path / "a.png"), "train")
    offer.look()
    assert bar_texts(iface) == []
