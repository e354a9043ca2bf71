"""Each repair does what it says, is one step that can be undone, and leaves the rest alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsCoordinateTransformContext, QgsVectorLayer

from deepseg_qgis.domain import label_finding as find
from deepseg_qgis.errors import LayerNotUsableError, NothingToDoError
from deepseg_qgis.layers.ground import RasterGround
from deepseg_qgis.layers.label_check import Finding, LabelSheet, check_labels
from deepseg_qgis.layers.label_repair import repair_label, repair_labels
from deepseg_qgis.layers.raster_frame import read_frame
from tests.qgis.label_world import make_raster, polygon_layer, square

BOW_TIE = "Polygon((0 0, 4 4, 4 0, 0 4, 0 0))"  # two triangles of 4 m² each


def doctor(layer: QgsVectorLayer, raster: Path | None = None) -> list[Finding]:
    frames = [read_frame(str(raster))] if raster else []
    ground = RasterGround(frames, layer.crs(), QgsCoordinateTransformContext()) if frames else None
    sheet = LabelSheet(layer.getFeatures(), layer.featureCount(), layer.crs(), layer.fields().lookupField("category"))
    return [finding for finding in check_labels(sheet, rasters=ground) if finding.kind != find.TOO_FEW]


def areas(layer: QgsVectorLayer) -> list[float]:
    return sorted(round(feature.geometry().area(), 6) for feature in layer.getFeatures())


@pytest.mark.parametrize("kind, expected", [("Polygon", [4.0, 4.0]), ("MultiPolygon", [8.0])])
def test_a_crossed_outline_is_mended_in_as_many_labels_as_the_layer_needs(kind: str, expected: list[float]) -> None:
    layer = polygon_layer([(BOW_TIE, "roof")], kind=kind)
    repair_label(layer, doctor(layer)[0])
    assert areas(layer) == expected
    assert {feature["category"] for feature in layer.getFeatures()} == {"roof"}
    assert doctor(layer) == []


def test_a_second_copy_is_deleted_and_the_first_stays() -> None:
    layer = polygon_layer([(square(0, 0, 4), "roof"), (square(0, 0, 4), "roof")])
    (finding,) = doctor(layer)
    repair_label(layer, finding)
    assert [feature.id() for feature in layer.getFeatures()] == [1]


def test_the_last_copy_is_never_deleted() -> None:
    layer = polygon_layer([(square(0, 0, 4), "roof"), (square(0, 0, 4), "roof")])
    (finding,) = doctor(layer)
    layer.startEditing()
    layer.deleteFeature(1)
    with pytest.raises(NothingToDoError, match="no longer there"):
        repair_label(layer, finding)
    assert layer.featureCount() == 1


def test_an_overlap_is_cut_out_of_the_larger_label() -> None:
    layer = polygon_layer([(square(0, 0, 4), "roof"), (square(3, 0, 10), "roof")])
    repair_label(layer, doctor(layer)[0])
    assert areas(layer) == [16.0, 96.0]
    assert doctor(layer) == []


def test_two_halves_are_joined() -> None:
    layer = polygon_layer([(square(0, 0, 4), "roof"), (square(2, 0, 4), "roof")])
    repair_label(layer, doctor(layer)[0])
    assert areas(layer) == [24.0]


def test_what_lies_beyond_the_raster_is_cut_off(tmp_path: Path) -> None:
    layer = polygon_layer([(square(499_998, 99_961, 8), "roof")])
    raster = make_raster(tmp_path / "a.tif")
    repair_label(layer, doctor(layer, raster)[0])
    assert areas(layer) == [48.0]
    assert doctor(layer, raster) == []


def test_a_repair_is_one_step_and_can_be_undone() -> None:
    layer = polygon_layer([(square(0, 0, 4), "roof"), (square(2, 0, 4), "roof")])
    repair_label(layer, doctor(layer)[0])
    assert layer.isEditable()
    assert layer.undoStack().count() == 1
    assert layer.undoStack().text(0) == "Join two labels"
    layer.undoStack().undo()
    assert areas(layer) == [16.0, 16.0]


def test_what_was_changed_since_the_check_is_left_alone() -> None:
    layer = polygon_layer([(square(0, 0, 4), "roof"), (square(3, 0, 10), "roof")])
    (finding,) = doctor(layer)
    repair_label(layer, finding)
    with pytest.raises(NothingToDoError, match="changed since the check"):
        repair_label(layer, finding)
    assert layer.undoStack().count() == 1
    assert areas(layer) == [16.0, 96.0]


def test_many_are_repaired_and_those_settled_by_others_left_out() -> None:
    layer = polygon_layer([(square(0, 0, 9), "roof"), (square(0, 0, 3), "roof"), (square(1, 1, 3), "roof")])
    findings = doctor(layer)
    assert [finding.repair for finding in findings] == [find.MERGE, find.MERGE, find.CLIP]
    assert len(repair_labels(layer, findings)) == 2
    assert areas(layer) == [81.0]


def test_a_finding_for_a_person_has_no_repair() -> None:
    layer = polygon_layer([(square(0, 0, 4), "")])
    with pytest.raises(NothingToDoError, match="no repair"):
        repair_label(layer, doctor(layer)[0])
    assert not layer.isEditable()


def test_a_layer_that_cannot_be_edited_says_so() -> None:
    layer = polygon_layer([(BOW_TIE, "roof")])
    finding = doctor(layer)[0]
    layer.setReadOnly(True)
    with pytest.raises(LayerNotUsableError, match="cannot be edited"):
        repair_label(layer, finding)
