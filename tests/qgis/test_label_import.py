"""Polygons of other layers and files become labels: in the right place, valid, with their categories."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from deepseg_qgis.errors import LayerNotUsableError
from deepseg_qgis.layers.label_import import ImportResult, import_labels
from deepseg_qgis.layers.project import SiteProject
from tests.qgis.project_world import UTM, make_project, square, values_of

KAMPALA = Path(__file__).parents[2] / "examples" / "kampala"


@pytest.fixture
def site(tmp_path: Path) -> SiteProject:
    site = make_project(tmp_path)
    site.add_category("roof")
    return site


def layer_of(*rows: tuple[QgsGeometry, object], crs: str = UTM, kind: str = "MultiPolygon") -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{kind}?crs={crs}&field=use:string&field=code:double", "mine", "memory")
    if not crs:
        layer.setCrs(QgsCoordinateReferenceSystem())
    features = []
    for geometry, value in rows:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(geometry)
        feature.setAttribute("code" if isinstance(value, float) else "use", value)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def wkt(text: str) -> QgsGeometry:
    return QgsGeometry.fromWkt(text)


def test_a_layer_with_a_category_field_brings_its_categories(site: SiteProject) -> None:
    source = layer_of((square(0), "roof"), (square(1), "pool"), (square(2), NULL))
    result = import_labels(site, source, "use")
    assert result == ImportResult(3, 0, ("pool",), n_without_category=1)
    assert site.label_counts() == {"roof": 1, "pool": 1, "": 1}
    assert [category.color for category in site.categories()] == ["#56b4e9", "#e69f00"]


def test_without_a_field_all_are_of_one_category(site: SiteProject) -> None:
    assert import_labels(site, layer_of((square(0), "x")), None).n_added == 1
    assert import_labels(site, layer_of((square(1), "x")), None, category="pool").categories_added == ("pool",)
    assert site.label_counts() == {"roof": 1, "pool": 1}


def test_an_empty_layer_adds_nothing(site: SiteProject) -> None:
    assert import_labels(site, layer_of(), "use") == ImportResult(0, 0)
    assert site.layer("labels").featureCount() == 0


def test_names_that_differ_in_case_only_are_one_category(site: SiteProject) -> None:
    assert import_labels(site, layer_of((square(0), "Roof"), (square(1), " ROOF")), "use").categories_added == ()
    assert site.label_counts() == {"roof": 2}


def test_numbers_become_names_without_decimals(site: SiteProject) -> None:
    assert import_labels(site, layer_of((square(0), 3.0), (square(1), 2.5)), "code").categories_added == ("3", "2.5")


def test_importing_twice_adds_nothing_twice(site: SiteProject) -> None:
    source = layer_of((square(0), "roof"), (square(1), "roof"))
    import_labels(site, source, "use")
    assert import_labels(site, source, "use") == ImportResult(0, 2)
    assert site.label_counts() == {"roof": 2}


def test_other_coordinates_are_reprojected(site: SiteProject) -> None:
    there = QgsGeometry(square(0))
    there.transform(
        QgsCoordinateTransform(
            QgsCoordinateReferenceSystem(UTM), QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance()
        )
    )
    result = import_labels(site, layer_of((there, "roof"), crs="EPSG:4326"), "use")
    assert result.warning == ""
    label = next(site.layer("labels").getFeatures()).geometry()
    assert label.symDifference(square(0)).area() < 0.001


def test_what_crosses_itself_is_made_valid_and_flat_and_straight(site: SiteProject) -> None:
    bow = wkt("MultiPolygonZ(((0 0 1,2 2 1,2 0 1,0 2 1,0 0 1)))")
    result = import_labels(site, layer_of((bow, "roof"), kind="MultiPolygonZ"), "use")
    assert (result.n_added, result.n_repaired) == (1, 1)
    curved = wkt("CurvePolygon(CircularString(10 0,12 2,14 0,12 -2,10 0))")
    import_labels(site, layer_of((curved, "roof"), kind="CurvePolygon"), "use")
    shapes = [label.geometry() for label in site.layer("labels").getFeatures()]
    assert [shape.wkbType() for shape in shapes] == [QgsWkbTypes.MultiPolygon] * 2
    assert [shape.isGeosValid() for shape in shapes] == [True, True]
    assert [round(shape.area(), 1) for shape in shapes] == [2.0, 12.6]


def test_several_parts_stay_one_label(site: SiteProject) -> None:
    two = wkt("MultiPolygon(((0 0,0 1,1 1,0 0)),((5 5,5 6,6 6,5 5)))")
    assert import_labels(site, layer_of((two, "roof")), "use").n_added == 1
    assert next(site.layer("labels").getFeatures()).geometry().constGet().numGeometries() == 2


def test_rows_without_a_surface_are_counted_and_left_out(site: SiteProject) -> None:
    flat = wkt("MultiPolygon(((0 0,1 1,0 0)))")
    source = layer_of((QgsGeometry(), "roof"), (wkt("MultiPolygon EMPTY"), "roof"), (flat, "roof"), (square(0), "roof"))
    result = import_labels(site, source, "use")
    assert (result.n_added, result.n_skipped) == (1, 3)


def test_only_what_the_filter_lets_through_is_taken(site: SiteProject, tmp_path: Path) -> None:
    path = tmp_path / "내 roofs.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(
        layer_of((square(0), "roof"), (square(1), "pool")), str(path), QgsProject.instance().transformContext(), options
    )
    layer = QgsVectorLayer(str(path), "mine", "ogr")
    layer.setSubsetString("\"use\" = 'pool'")
    assert import_labels(site, layer, "use").n_added == 1
    assert import_labels(site, path, "use").n_added == 1  # the file has both; one is there already
    assert site.label_counts() == {"roof": 1, "pool": 1}


def test_an_unknown_crs_is_taken_as_the_projects_and_told(site: SiteProject) -> None:
    result = import_labels(site, layer_of((square(0), "roof"), crs=""), "use")
    assert result.n_added == 1
    assert "does not say its coordinate system" in result.warning
    assert "EPSG:32636" in result.warning


def test_a_project_in_pixels_takes_coordinates_as_pixels_and_says_so(tmp_path: Path) -> None:
    site = make_project(tmp_path, crs="")
    result = import_labels(site, layer_of((wkt("MultiPolygon(((1 -1,1 -5,5 -5,1 -1)))"), "roof")), "use")
    assert "taken as pixels of the raster" in result.warning
    assert next(site.layer("labels").getFeatures()).geometry().boundingBox().yMinimum() == -5
    assert import_labels(site, layer_of((square(0), "roof"), crs=""), "use").warning == ""


def test_an_import_is_one_step_that_can_be_undone(site: SiteProject) -> None:
    labels = site.layer("labels")
    labels.startEditing()
    import_labels(site, layer_of((square(0), "roof"), (square(1), "roof")), "use")
    assert labels.undoStack().count() == 1
    labels.undoStack().undo()
    assert site.label_counts() == {"roof": 0}


def test_the_labels_of_kampala_come_in(site: SiteProject) -> None:
    result = import_labels(site, KAMPALA / "buildings.geojson", None)
    assert result.n_added == 108
    assert site.label_counts() == {"roof": result.n_added}


@pytest.mark.parametrize(
    "source, field, message",
    [
        ("points", None, '"mine" holds no polygons'),
        ("polygons", "kind", '"mine" has no field kind'),
        ("none.gpkg", None, "none.gpkg cannot be opened as a layer of polygons"),
    ],
)
def test_what_cannot_be_imported_is_told(site: SiteProject, source: str, field: str | None, message: str) -> None:
    given = {"points": layer_of(kind="Point"), "polygons": layer_of()}.get(source, source)
    with pytest.raises(LayerNotUsableError, match=message):
        import_labels(site, given, field)
    assert site.label_counts() == {"roof": 0}


def test_the_fields_to_choose_from_are_named(site: SiteProject) -> None:
    with pytest.raises(LayerNotUsableError) as caught:
        import_labels(site, layer_of(), "kind")
    assert caught.value.hint == "Choose one of: use, code."
    assert values_of(site.layer("labels")) == []
