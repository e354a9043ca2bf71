"""The label doctor finds what would teach a model something wrong, and nothing else."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsVectorLayer

from deepseg_qgis.algorithms.check_labels import CheckLabelsAlgorithm
from deepseg_qgis.domain import label_finding as find
from deepseg_qgis.layers.finding_layer import read_findings
from deepseg_qgis.layers.label_check import Finding
from tests.qgis.label_world import UTM, Listener, Run, make_raster, polygon_layer, square

X, Y = 500_000, 99_960  # the lower left corner of the raster, which is 50 m wide and 40 m high


def check(labels: QgsVectorLayer, *, field: str | None = "category", **parameters: Any) -> list[Finding]:
    parameters.setdefault("MIN_PER_CATEGORY", 0)
    run = Run(CheckLabelsAlgorithm(), {"LABELS": labels, "CATEGORY_FIELD": field, "OUTPUT": "memory:", **parameters})
    assert run.is_ok, run.feedback.errors
    findings = read_findings(run.layer())
    assert run.values["N_FINDINGS"] == len(findings)
    return findings


def kinds(findings: list[Finding]) -> list[tuple[str, int, str]]:
    return [(finding.kind, finding.label_id, finding.repair) for finding in findings]


def roofs(*polygons: str | None) -> QgsVectorLayer:
    return polygon_layer([(polygon, "roof") for polygon in polygons])


@pytest.fixture
def raster(tmp_path: Path) -> str:
    return str(make_raster(tmp_path / "site.tif"))


def test_an_empty_layer_has_nothing_wrong(raster: str) -> None:
    assert check(polygon_layer([]), RASTERS=[raster], AREAS=polygon_layer([])) == []


def test_one_good_label_has_nothing_wrong(raster: str) -> None:
    areas = polygon_layer([(square(X, Y, 30), "train")], fields="role:string")
    assert check(roofs(square(X + 1, Y + 1, 5)), RASTERS=[raster], AREAS=areas) == []


def test_labels_alone_can_be_checked() -> None:
    assert check(roofs(square(0, 0, 1)), field=None) == []


def test_a_label_without_polygon_is_to_be_deleted() -> None:
    (finding,) = check(roofs(square(0, 0, 1), None))
    assert kinds([finding]) == [(find.EMPTY, 2, find.DELETE)]
    assert finding.message == "Label 2 (roof) has no polygon."
    assert finding.geometry.isEmpty()


def test_an_outline_that_crosses_itself_is_invalid() -> None:
    (finding,) = check(roofs("Polygon((0 0, 2 2, 2 0, 0 2, 0 0))"))
    assert kinds([finding]) == [(find.INVALID, 1, find.MAKE_VALID)]
    assert finding.message == "The outline of Label 1 (roof) crosses or touches itself."


def test_an_outline_without_ground_is_to_be_deleted() -> None:
    assert kinds(check(roofs("Polygon((0 0, 2 2, 0 0, 0 0))"))) == [(find.INVALID, 1, find.DELETE)]


@pytest.mark.parametrize("category", [None, "", "  "])
def test_a_label_without_category_is_told(category: str | None) -> None:
    findings = check(polygon_layer([(square(0, 0, 1), category)]))
    assert kinds(findings) == [(find.NO_CATEGORY, 1, find.NONE)]


def test_the_second_of_two_equal_labels_is_to_be_deleted() -> None:
    (finding,) = check(roofs(square(0, 0, 10), square(0.1, 0, 10)))
    assert kinds([finding]) == [(find.DUPLICATE, 2, find.DELETE)]
    assert finding.other_id == 1


def test_three_equal_labels_are_two_findings() -> None:
    assert kinds(check(roofs(*[square(0, 0, 10)] * 3))) == [
        (find.DUPLICATE, 2, find.DELETE),
        (find.DUPLICATE, 3, find.DELETE),
    ]


def test_one_polygon_in_two_categories_is_for_a_person_to_decide() -> None:
    layer = polygon_layer([(square(0, 0, 10), "roof"), (square(0, 0, 10), "pond")])
    assert kinds(check(layer)) == [(find.DUPLICATE, 2, find.NONE)]


def test_an_overlap_is_cut_from_the_larger_and_its_place_is_what_is_shared() -> None:
    (finding,) = check(roofs(square(0, 0, 4), square(3, 0, 10)))
    assert kinds([finding]) == [(find.OVERLAP, 2, find.CLIP)]
    assert finding.other_id == 1
    assert finding.geometry.area() == pytest.approx(4)
    assert finding.message == "Label 2 (roof) and Label 1 (roof) share 25 % of the smaller one."


def test_a_label_inside_another_is_joined_with_it() -> None:
    assert kinds(check(roofs(square(0, 0, 10), square(2, 2, 3)))) == [(find.OVERLAP, 1, find.MERGE)]


def test_neighbors_and_other_categories_may_touch_and_overlap() -> None:
    layer = polygon_layer([(square(0, 0, 10), "road"), (square(10, 0, 10), "road"), (square(4, 4, 2), "car")])
    assert check(layer) == []


def test_a_label_off_the_raster_is_to_be_deleted(raster: str) -> None:
    findings = check(roofs(square(X + 1, Y + 1, 5), square(X + 500, Y, 5)), RASTERS=[raster])
    assert kinds(findings) == [(find.OUTSIDE_RASTERS, 2, find.DELETE)]


def test_a_label_that_touches_the_edge_from_outside_is_off_the_raster(raster: str) -> None:
    findings = check(roofs(square(X + 1, Y + 1, 5), square(X - 5, Y, 5)), RASTERS=[raster])
    assert kinds(findings) == [(find.OUTSIDE_RASTERS, 2, find.DELETE)]


def test_a_label_over_the_edge_is_cut_there(raster: str) -> None:
    (finding,) = check(roofs(square(X - 2, Y + 1, 8)), RASTERS=[raster])
    assert kinds([finding]) == [(find.CROSSES_EDGE, 1, find.CLIP)]
    assert finding.geometry.area() == pytest.approx(16)
    assert "with 25 % of its ground" in finding.message


def test_a_label_across_two_rasters_crosses_no_edge(raster: str, tmp_path: Path) -> None:
    east = make_raster(tmp_path / "east.tif", transform=(X + 50.0, 0.5, 0.0, Y + 40.0, 0.0, -0.5))
    assert check(roofs(square(X + 46, Y + 1, 8)), RASTERS=[raster, str(east)]) == []


def test_when_all_labels_are_off_the_rasters_both_places_are_told(raster: str) -> None:
    swapped = [(square(0.5 + i, 33, 0.5), "roof") for i in range(3)]  # longitude and latitude, the wrong way round
    (finding,) = check(polygon_layer(swapped, crs="EPSG:4326"), RASTERS=[raster])
    assert kinds([finding]) == [(find.WRONG_CRS, find.NO_LABEL, find.NONE)]
    assert finding.message == (
        "None of the 3 labels lies on a raster. The labels reach from 0.500000, 33.000000 to 3.000000, 33.500000 "
        "(EPSG:4326); site.tif reaches from 500000.0, 99960.0 to 500050.0, 100000.0 (EPSG:32636). "
        "Check that both have the right coordinate system and belong together."
    )


def test_labels_in_degrees_lie_on_a_raster_in_metres(raster: str) -> None:
    # 500 000 m east in zone 36 is 33 degrees; 100 000 m north is 0.9046 degrees.
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsGeometry, QgsProject

    way = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(UTM), QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance()
    )
    label = QgsGeometry.fromWkt(square(X + 10, Y + 10, 5))
    label.transform(way)
    assert check(polygon_layer([(label.asWkt(12), "roof")], crs="EPSG:4326"), RASTERS=[raster]) == []


@pytest.mark.parametrize("side_m, is_found", [(1.9, True), (2.0, False)])
def test_four_pixels_of_half_a_metre_are_the_least(raster: str, side_m: float, is_found: bool) -> None:
    findings = check(roofs(square(X + 10, Y + 10, 9, side_m)), RASTERS=[raster])
    assert kinds(findings) == ([(find.TOO_SMALL, 1, find.DELETE)] if is_found else [])
    if is_found:
        assert "is only 18.0 × 3.8 px large" in findings[0].message


def test_the_shorter_side_is_that_of_the_label_not_of_its_box(raster: str) -> None:
    corners = [(10, 10), (20, 20), (19.5, 20.5), (9.5, 10.5), (10, 10)]  # 14 m long, 0.7 m wide
    diagonal = "Polygon((" + ", ".join(f"{X + x} {Y + y}" for x, y in corners) + "))"
    assert kinds(check(roofs(diagonal), RASTERS=[raster])) == [(find.TOO_SMALL, 1, find.DELETE)]


def test_the_finest_raster_under_a_label_counts(raster: str, tmp_path: Path) -> None:
    coarse = make_raster(tmp_path / "coarse.tif", 10, 8, transform=(X, 5.0, 0.0, Y + 40.0, 0.0, -5.0))
    label = roofs(square(X + 10, Y + 10, 5))
    assert kinds(check(label, RASTERS=[str(coarse)])) == [(find.TOO_SMALL, 1, find.DELETE)]
    assert check(label, RASTERS=[str(coarse), raster]) == []


def test_a_raster_without_georeference_is_labeled_in_its_pixels(tmp_path: Path) -> None:
    plain = str(make_raster(tmp_path / "plain.tif", transform=None, epsg=None))
    layer = polygon_layer([(square(10, -30, 20), "roof"), (square(10, 10, 5), "roof")], crs="")
    assert kinds(check(layer, RASTERS=[plain])) == [(find.OUTSIDE_RASTERS, 2, find.DELETE)]


def test_labels_outside_areas_are_told_but_areas_to_predict_need_none(raster: str) -> None:
    labels = roofs(square(X + 1, Y + 1, 5), square(X + 30, Y + 1, 5))
    train, predict = (square(X, Y, 10), "train"), (square(X, Y, 50), "predict")
    areas = polygon_layer([train, predict], fields="role:string")
    assert kinds(check(labels, RASTERS=[raster], AREAS=areas)) == [(find.OUTSIDE_AREAS, 2, find.NONE)]
    assert check(labels, RASTERS=[raster], AREAS=polygon_layer([predict], fields="role:string")) == []


def test_when_no_label_lies_in_an_area_that_is_one_finding() -> None:
    areas = polygon_layer([(square(900, 900, 1), "train")], fields="role:string")
    (finding,) = check(roofs(square(0, 0, 1), square(5, 0, 1)), AREAS=areas)
    assert kinds([finding]) == [(find.OUTSIDE_AREAS, find.NO_LABEL, find.NONE)]


def test_a_category_with_one_label_has_too_few() -> None:
    layer = polygon_layer([(square(0, 0, 1), "roof"), (square(5, 0, 1), "roof"), (square(9, 0, 1), "pond")])
    (finding,) = check(layer, MIN_PER_CATEGORY=2)
    assert (finding.kind, finding.category, finding.label_id) == (find.TOO_FEW, "pond", find.NO_LABEL)
    assert finding.message == "The category pond has too few labels to be learned: 1. Draw at least 2."


def test_a_field_that_is_not_there_is_told() -> None:
    run = Run(CheckLabelsAlgorithm(), {"LABELS": roofs(square(0, 0, 1)), "CATEGORY_FIELD": "kind", "OUTPUT": "memory:"})
    assert not run.is_ok
    assert "has no field “kind”" in run.feedback.errors[0]


def test_five_thousand_labels_are_checked_quickly(raster: str, tmp_path: Path) -> None:
    large = make_raster(tmp_path / "large.tif", 4000, 4000)
    top = 100_000
    rows = [(square(X + 20 * (i % 100) + 1, top - 20 * (i // 100) - 15, 12), "roof") for i in range(5000)]
    labels = polygon_layer([*rows, rows[-1]])
    start = time.perf_counter()
    findings = check(labels, RASTERS=[str(large)], AREAS=polygon_layer([(square(X, top - 2000, 2000),)], fields=""))
    assert kinds(findings) == [(find.DUPLICATE, 5001, find.DELETE)]
    assert time.perf_counter() - start < 10


def test_stopping_writes_nothing_and_is_not_success() -> None:
    labels = polygon_layer([(square(3 * i, 0, 1), "roof") for i in range(200)])
    parameters = {"LABELS": labels, "CATEGORY_FIELD": "category", "OUTPUT": "memory:"}
    run = Run(CheckLabelsAlgorithm(), parameters, Listener(stop_at=20))
    assert not run.is_ok
    assert "Stopped before all labels were checked" in run.feedback.errors[0]
