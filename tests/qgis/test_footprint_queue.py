"""Footprints are given for review in an order, a handful at a time, whatever file they lie in."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from osgeo import ogr
from qgis.core import QgsProject, QgsVectorLayer

from deepseg_qgis.layers import footprint_queue
from deepseg_qgis.layers.footprint_layer import load_footprints, set_score_filter
from deepseg_qgis.layers.footprint_queue import LARGEST, LEAST_SURE, SUREST, FootprintQueue
from deepseg_qgis.layers.footprint_review import reject_footprints

N = 250


@pytest.fixture(params=["a.gpkg", "b.geojson"])
def layer(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[QgsVectorLayer]:
    """A layer of squares; their scores are 0.0000, 0.0004 and so on, in no order, their areas fall with the scores."""
    path = tmp_path / request.param
    driver = ogr.GetDriverByName("GPKG" if path.suffix == ".gpkg" else "GeoJSON")
    file = driver.CreateDataSource(str(path))
    table = file.CreateLayer("footprints", geom_type=ogr.wkbPolygon)
    for name, kind in (("category", ogr.OFTString), ("score", ogr.OFTReal), ("area_m2", ogr.OFTReal)):
        table.CreateField(ogr.FieldDefn(name, kind))
    order = list(range(N))
    random.Random(1).shuffle(order)
    for i in order:
        feature = ogr.Feature(table.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON(({i} 0,{i} 1,{i + 1} 1,{i + 1} 0,{i} 0))"))
        for name, value in (("category", "roof"), ("score", i / 2500), ("area_m2", float(N - i))):
            feature.SetField(name, value)
        table.CreateFeature(feature)
    del table, file
    yield load_footprints(path, qgis_project=QgsProject.instance(), group=None, colors={})[0]
    QgsProject.instance().clear()


def scores(queue: FootprintQueue, n: int | None = None) -> list[float]:
    given = []
    while (n is None or len(given) < n) and (item := queue.forward()) is not None:
        given.append(item.score)
    return given


@pytest.mark.parametrize("order, is_falling", [(LEAST_SURE, False), (SUREST, True), (LARGEST, False)])
def test_all_are_given_once_and_in_order(layer: QgsVectorLayer, order: str, is_falling: bool) -> None:
    given = scores(FootprintQueue([layer], order))
    assert given == sorted((i / 2500 for i in range(N)), reverse=is_falling)


def test_what_was_looked_at_and_what_is_hidden_is_left_out(layer: QgsVectorLayer) -> None:
    assert set_score_filter([layer], '"score" >= 0.05') == []
    queue = FootprintQueue([layer], LEAST_SURE)
    queue.forward()
    if layer.fields().indexOf("review") >= 0:
        reject_footprints(layer, [queue.current.feature_id])
        assert scores(FootprintQueue([layer], LEAST_SURE), 1) == [126 / 2500]
    assert scores(queue, 2) == [126 / 2500, 127 / 2500]
    assert len(scores(queue)) == N - 125 - 3


@pytest.mark.parametrize("layer", ["a.gpkg"], indirect=True)  # GeoJSON cannot sort
def test_a_file_that_can_sort_is_never_read_whole(layer: QgsVectorLayer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(footprint_queue, "_read_all", None)
    assert len(scores(FootprintQueue([layer], SUREST))) == N


def test_what_is_being_edited_is_read_through_qgis(layer: QgsVectorLayer) -> None:
    layer.startEditing()
    assert scores(FootprintQueue([layer], SUREST), 2) == [249 / 2500, 248 / 2500]
    layer.rollBack()
