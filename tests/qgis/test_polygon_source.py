"""What the user sees in QGIS is what the engine is given: its own file where that says the same, else a copy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from osgeo import ogr, osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)

from deepseg_qgis.errors import EngineStoppedError, LayerNotUsableError
from deepseg_qgis.layers.polygon_source import engine_source_of, source_of_geometry, source_of_layer

CATEGORIES = ["roof", "roof", "tree"]


def write(path: Path, *, driver: str = "GPKG", tables: tuple[str, ...] = ("labels",), epsg: int | None = 32636) -> Path:
    """Write three squares per table, without QGIS."""
    data = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    reference = None
    if epsg:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(epsg)
    for table in tables:
        layer = data.CreateLayer(table, reference, ogr.wkbPolygon)
        layer.CreateField(ogr.FieldDefn("category", ogr.OFTString))
        layer.CreateField(ogr.FieldDefn("role", ogr.OFTString))
        for number, category in enumerate(CATEGORIES):
            feature = ogr.Feature(layer.GetLayerDefn())
            feature["category"], feature["role"] = category, "train"
            x = 10 * number
            wkt = f"POLYGON(({x} 0, {x + 5} 0, {x + 5} 5, {x} 5, {x} 0))"
            feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
            layer.CreateFeature(feature)
    del data
    return path


def seen_by_the_engine(source: str, field: str = "category") -> list[str]:
    """Return the values of a field as another program reads them from the source."""
    path, _, table = source.partition("|")
    data = ogr.Open(path)
    assert data is not None, source
    layer = data.GetLayerByName(table) if table else data.GetLayer(0)
    return [feature[field] for feature in layer]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write(tmp_path / "site.gpkg", tables=("labels", "areas"))


@pytest.fixture
def labels(site: Path) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{site}|layername=labels", "Dächer", "ogr")
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    return layer


def engine_source(layer: QgsVectorLayer, folder: Path, request: QgsFeatureRequest | None = None) -> str:
    return source_of_layer(layer, request).for_engine(folder, QgsProcessingFeedback(), kept_fields=["category"])


def test_a_table_of_a_geopackage_is_passed_as_it_is(labels: QgsVectorLayer, site: Path, tmp_path: Path) -> None:
    assert engine_source(labels, tmp_path / "copies") == f"{site}|labels"
    assert not (tmp_path / "copies").exists()


@pytest.mark.parametrize("driver, name", [("GeoJSON", "plain.geojson"), ("ESRI Shapefile", "ümläut ぽ.shp")])
def test_a_file_with_one_layer_is_passed_as_it_is(tmp_path: Path, driver: str, name: str) -> None:
    path = write(tmp_path / name, driver=driver, tables=(Path(name).stem,), epsg=4326)
    assert engine_source(QgsVectorLayer(str(path), "plain", "ogr"), tmp_path / "copies") == str(path)


def test_of_a_file_with_several_layers_the_one_that_is_seen_is_used(site: Path, tmp_path: Path) -> None:
    layer = QgsVectorLayer(f"{site}|layerid=1", "by number", "ogr")
    assert layer.isValid()
    assert seen_by_the_engine(engine_source(layer, tmp_path)) == CATEGORIES


def filtered(layer: QgsVectorLayer) -> QgsVectorLayer:
    assert layer.setSubsetString("\"category\" = 'roof'")
    return layer


def edited(layer: QgsVectorLayer) -> QgsVectorLayer:
    assert layer.startEditing()
    assert layer.deleteFeature(next(each.id() for each in layer.getFeatures() if each["category"] == "tree"))
    return layer


def in_memory(layer: QgsVectorLayer) -> QgsVectorLayer:
    memory = layer.materialize(QgsFeatureRequest().setFilterExpression("category = 'roof'"))
    QgsProject.instance().addMapLayer(memory)
    return memory


@pytest.mark.parametrize("change", [filtered, edited, in_memory])
def test_other_than_its_file_is_copied_as_it_is_seen(
    labels: QgsVectorLayer, tmp_path: Path, change: Callable[[QgsVectorLayer], QgsVectorLayer]
) -> None:
    source = engine_source(change(labels), tmp_path / "copies")
    assert source.startswith(str(tmp_path / "copies"))
    assert seen_by_the_engine(source) == ["roof", "roof"]


def test_a_new_polygon_that_is_not_saved_is_passed(labels: QgsVectorLayer, tmp_path: Path) -> None:
    labels.startEditing()
    feature = QgsFeature(labels.fields())
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(50, 50, 60, 60)))
    feature["category"] = "pool"
    labels.addFeature(feature)
    assert sorted(seen_by_the_engine(engine_source(labels, tmp_path / "copies"))) == ["pool", *CATEGORIES]


def test_a_polygon_drawn_with_qgiss_own_tool_and_not_saved_is_passed(labels: QgsVectorLayer, tmp_path: Path) -> None:
    labels.startEditing()
    geometry = QgsGeometry.fromWkt("MultiPolygon(((50 0, 55 0, 55 5, 50 5, 50 0)))")
    given = {labels.fields().indexOf("category"): "new"}
    drawn = QgsVectorLayerUtils.createFeature(labels, geometry, given, labels.createExpressionContext())
    assert drawn["fid"] == "Autogenerate"  # a promise, no number
    assert labels.addFeature(drawn)
    assert "new" in seen_by_the_engine(engine_source(labels, tmp_path / "out"))


def test_another_coordinate_system_given_in_qgis_is_passed(labels: QgsVectorLayer, tmp_path: Path) -> None:
    labels.setCrs(QgsCoordinateReferenceSystem("EPSG:32635"))
    path, _, table = engine_source(labels, tmp_path / "copies").partition("|")
    data = ogr.Open(path)
    assert data.GetLayerByName(table).GetSpatialRef().GetAuthorityCode(None) == "32635"


def test_the_copy_carries_the_layers_name_and_replaces_an_older_one(labels: QgsVectorLayer, tmp_path: Path) -> None:
    labels.setName("roofs: north/south?")
    filtered(labels)
    first = engine_source(labels, tmp_path / "copies")
    assert Path(first.partition("|")[0]).name == "roofs_ north_south_.gpkg"
    assert engine_source(labels, tmp_path / "copies") == first
    assert seen_by_the_engine(first) == ["roof", "roof"]


def test_features_are_copied_off_the_main_thread(labels: QgsVectorLayer, tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    source = source_of_layer(filtered(labels))
    labels.setSubsetString("")  # what is changed afterwards is not seen
    with ThreadPoolExecutor(1) as pool:
        text = pool.submit(source.for_engine, tmp_path, QgsProcessingFeedback()).result()
    assert seen_by_the_engine(text) == ["roof", "roof"]


def test_a_field_called_fid_that_counts_nothing_does_no_harm(tmp_path: Path) -> None:
    layer = QgsVectorLayer("Polygon?crs=EPSG:32636&field=fid:integer&field=category:string", "odd", "memory")
    for _ in range(2):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(0, 0, 1, 1)))
        feature.setAttributes([7, "roof"])
        layer.dataProvider().addFeatures([feature])
    source = source_of_layer(layer).for_engine(tmp_path, QgsProcessingFeedback())
    assert seen_by_the_engine(source) == ["roof", "roof"]


def test_stopping_while_copying_is_a_stop(labels: QgsVectorLayer, tmp_path: Path) -> None:
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    with pytest.raises(EngineStoppedError, match="Stopped"):
        source_of_layer(filtered(labels)).for_engine(tmp_path, feedback)


def test_an_extent_of_a_raster_without_georeference_has_no_crs(tmp_path: Path) -> None:
    geometry = QgsGeometry.fromRect(QgsRectangle(0, -40, 60, 0))
    source = source_of_geometry("extent", geometry, QgsCoordinateReferenceSystem())
    path, _, table = source.for_engine(tmp_path, QgsProcessingFeedback()).partition("|")
    data = ogr.Open(path)  # kept: layers live as long as their file is open
    layer = data.GetLayerByName(table)
    assert layer.GetExtent() == (0, 60, -40, 0)
    reference = layer.GetSpatialRef()
    assert reference is None or not reference.GetAuthorityCode(None)


class Taking(QgsProcessingAlgorithm):
    """An algorithm with one parameter, as QGIS would run it."""

    def initAlgorithm(self, _configuration: dict[str, object] | None = None) -> None:
        self.addParameter(QgsProcessingParameterFeatureSource("LABELS", "Labels"))

    def name(self) -> str:
        return "taking"

    def displayName(self) -> str:
        return "taking"

    def createInstance(self) -> QgsProcessingAlgorithm:
        return Taking()


def taken(value: object, folder: Path) -> str:
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    algorithm = Taking().create()
    return engine_source_of({"LABELS": value}, "LABELS", algorithm, context, folder, QgsProcessingFeedback())


def test_selected_features_only(labels: QgsVectorLayer, tmp_path: Path) -> None:
    labels.selectByExpression("category = 'tree'")
    definition = QgsProcessingFeatureSourceDefinition(labels.id(), True)
    assert seen_by_the_engine(taken(definition, tmp_path)) == ["tree"]


def test_selected_features_of_an_empty_selection_are_refused_in_words(labels: QgsVectorLayer, tmp_path: Path) -> None:
    with pytest.raises(LayerNotUsableError, match="Nothing is selected in Dächer"):
        taken(QgsProcessingFeatureSourceDefinition(labels.id(), True), tmp_path)


@pytest.mark.parametrize("form", ["layer", "id", "name", "source", "definition"])
def test_every_form_in_which_qgis_names_a_layer(labels: QgsVectorLayer, site: Path, tmp_path: Path, form: str) -> None:
    value = {
        "layer": labels,
        "id": labels.id(),
        "name": labels.name(),
        "source": labels.source(),
        "definition": QgsProcessingFeatureSourceDefinition(labels.id(), False),
    }[form]
    assert taken(value, tmp_path) == f"{site}|labels"


def test_a_file_that_is_no_layer_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(LayerNotUsableError, match="cannot be opened as a layer of polygons"):
        taken(str(tmp_path / "nothing.gpkg"), tmp_path)


def test_a_layer_without_polygons_is_refused_in_words(tmp_path: Path) -> None:
    layer = QgsVectorLayer("Polygon?crs=EPSG:32636", "empty", "memory")
    QgsProject.instance().addMapLayer(layer)
    with pytest.raises(LayerNotUsableError, match="empty holds no polygon"):
        taken(layer, tmp_path)
