"""deepseg:statistics counts footprints, and whatever else has a category."""

from __future__ import annotations

import pytest

from deepseg_qgis.algorithms.statistics import StatisticsAlgorithm
from tests.qgis.label_world import UTM, Listener, Run, polygon_layer, square

FOOTPRINTS = "category:string,raster:string,area_m2:double,score:double"
ROWS = [
    (square(0, 0, 1), "roof", "b.tif", 10.0, 0.9),
    (square(5, 0, 1), "roof", "a.tif", 20.0, 0.8),
    (square(9, 0, 1), "pond", "b.tif", 5.0, 0.7),
]


def count(layer: object, **parameters: object) -> Run:
    return Run(StatisticsAlgorithm(), {"INPUT": layer, "OUTPUT": "memory:", **parameters})


def test_an_empty_layer_gives_an_empty_table() -> None:
    run = count(polygon_layer([]))
    assert run.rows() == []
    assert (run.values["N_FOOTPRINTS"], run.values["TOTAL_AREA_M2"]) == (0, 0.0)


def test_footprints_are_counted_with_the_area_that_the_engine_wrote() -> None:
    run = count(polygon_layer(ROWS, fields=FOOTPRINTS))
    assert [row.attributes() for row in run.rows()] == [["pond", 1, 5.0, 5.0], ["roof", 2, 30.0, 15.0]]
    assert (run.values["N_FOOTPRINTS"], run.values["TOTAL_AREA_M2"]) == (3, 35.0)


def test_rasters_are_told_apart_where_asked() -> None:
    run = count(polygon_layer(ROWS, fields=FOOTPRINTS), BY_RASTER=True)
    assert [row.attributes()[:3] for row in run.rows()] == [
        ["pond", "b.tif", 1],
        ["roof", "a.tif", 1],
        ["roof", "b.tif", 1],
    ]


def test_labels_are_measured_on_the_ellipsoid() -> None:
    # One degree by one degree at the equator on WGS 84 is 12 308.778 km².
    run = count(polygon_layer([(square(0, 0, 1), "roof")], crs="EPSG:4326"))
    assert run.rows()[0]["total_area_m2"] == pytest.approx(12_308_778_361, rel=1e-6)


def test_a_projection_that_stretches_is_seen_through() -> None:
    # In EPSG:3857 at 60 degrees north everything is drawn twice as long, so four times as large.
    run = count(polygon_layer([(square(0, 8_399_738, 100), "roof")], crs="EPSG:3857"))
    assert run.rows()[0]["total_area_m2"] == pytest.approx(2500, rel=0.01)


def test_a_row_without_area_is_measured_and_one_without_polygon_covers_nothing() -> None:
    rows = [(square(500_000, 0, 10), "roof", None, None, None), (None, "roof", None, None, None)]
    run = count(polygon_layer(rows, fields=FOOTPRINTS))
    assert run.rows()[0]["n_footprints"] == 2
    assert run.rows()[0]["total_area_m2"] == pytest.approx(100, rel=1e-3)


def test_without_coordinate_system_things_are_counted_and_areas_stay_empty() -> None:
    run = count(polygon_layer([(square(0, 0, 1), "roof")], crs=""))
    assert run.rows()[0]["n_footprints"] == 1
    assert not isinstance(run.rows()[0]["total_area_m2"], float)
    assert run.values["TOTAL_AREA_M2"] is None
    assert any("areas are left empty" in info for info in run.feedback.infos)


def test_what_has_no_category_is_called_as_in_files_of_the_engine() -> None:
    rows = count(polygon_layer([(square(0, 0, 1), None), (square(1, 0, 1), "")])).rows()
    assert [(row["category"], row["n_footprints"]) for row in rows] == [("(none)", 2)]


def test_another_field_may_hold_the_category() -> None:
    layer = polygon_layer([(square(0, 0, 1), "oak")], fields="species:string")
    assert count(layer, CATEGORY_FIELD="species").rows()[0]["category"] == "oak"


@pytest.mark.parametrize(
    "fields, parameters, words",
    [
        ("species:string", {}, "no field “category”"),
        ("category:string", {"BY_RASTER": True}, "no field “raster”"),
    ],
)
def test_a_missing_field_is_told_with_the_next_step(fields: str, parameters: dict[str, bool], words: str) -> None:
    run = count(polygon_layer([(square(0, 0, 1), "x")], fields=fields), **parameters)
    assert not run.is_ok
    assert words in run.feedback.errors[0] and "hoose" in run.feedback.errors[0]


def test_broken_outlines_are_counted_too() -> None:
    bow = "Polygon((500000 0, 500002 2, 500002 0, 500000 2, 500000 0))"
    run = count(polygon_layer([(bow, "roof")]))
    assert run.values["N_FOOTPRINTS"] == 1
    assert run.values["TOTAL_AREA_M2"] == pytest.approx(2, rel=1e-3)  # two triangles, as if it were repaired


def test_only_selected_features_are_counted_where_asked() -> None:
    from qgis.core import QgsProcessingFeatureSourceDefinition

    layer = polygon_layer(ROWS, fields=FOOTPRINTS)
    layer.selectByExpression("raster = 'a.tif'")
    run = count(QgsProcessingFeatureSourceDefinition(layer.id(), True))
    assert [row.attributes() for row in run.rows()] == [["roof", 1, 20.0, 20.0]]


def test_stopping_is_not_success() -> None:
    layer = polygon_layer([(square(500_000 + i, 0, 0.5), "roof") for i in range(1200)], crs=UTM)
    run = Run(StatisticsAlgorithm(), {"INPUT": layer, "OUTPUT": "memory:"}, Listener(stop_at=40))
    assert not run.is_ok
    assert "Stopped before everything was counted" in run.feedback.errors[0]
