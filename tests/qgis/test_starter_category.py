"""The category that a project begins with gives way to those of a file, as long as nobody has used it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsVectorLayer

from deepseg_qgis.docks.category_section import CategorySection, is_starter_alone
from deepseg_qgis.docks.workbench import Workbench
from tests.qgis.interface import Interface
from tests.qgis.site_world import EPSG, add, new_workbench, square


@pytest.fixture
def workbench(iface: Interface, tmp_path: Path) -> Iterator[Workbench]:
    workbench = new_workbench(iface, [])
    assert workbench.new_site(tmp_path / "site.gpkg", "Site", QgsCoordinateReferenceSystem(f"EPSG:{EPSG}"))
    workbench.site.add_category("roof")
    yield workbench
    workbench.shut_down()


def polygons(*kinds: str) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:{EPSG}&field=kind:string", "polygons", "memory")
    for number, kind in enumerate(kinds):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(square(10 * number, 0, 5))
        feature["kind"] = kind
        layer.dataProvider().addFeatures([feature])
    return layer


@pytest.mark.parametrize(
    "counts, is_alone",
    [({}, False), ({"roof": 0}, True), ({"roof": 1}, False), ({"tree": 0}, False), ({"roof": 0, "tree": 0}, False)],
)
def test_only_the_unused_starter_counts(counts: dict[str, int], is_alone: bool) -> None:
    assert is_starter_alone(counts) == is_alone


def test_categories_of_the_file_take_its_place_and_its_color(workbench: Workbench) -> None:
    first = workbench.site.categories()[0].color
    CategorySection(workbench).take_over(polygons("pool", "court"), "kind")
    assert [each.name for each in workbench.site.categories()] == ["pool", "court"]
    assert workbench.site.categories()[0].color == first


def test_one_that_has_a_label_stays(workbench: Workbench) -> None:
    add(workbench.site.layer("labels"), square(30, 30, 5), category="roof")
    CategorySection(workbench).take_over(polygons("pool"), "kind")
    assert [each.name for each in workbench.site.categories()] == ["roof", "pool"]


def test_it_is_there_again_where_nothing_was_imported(workbench: Workbench) -> None:
    CategorySection(workbench).take_over(polygons(), "kind")
    assert [each.name for each in workbench.site.categories()] == ["roof"]
