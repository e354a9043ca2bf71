"""What reaches into an area is followed to its end, and a person hears of it where that is far."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.commands.predict import predict
from engine.domain.settings import PredictSettings, TileSettings
from engine.events import SilentReporter
from engine.models.registry import FAMILIES
from engine.stop import StopFlag
from tests.engine.inference.tiny_model import TinyFamily, picture, write_tiny_model
from tests.factories import map_box, write_polygons, write_raster

RIVER, HOUSE = (40, 0, 10, 640), (5, 280, 12, 20)  # row, col, rows, cols; the area holds the middle of both
AREA = (0, 270, 64, 90)


@pytest.fixture(autouse=True)
def tiny_family(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FAMILIES, "tiny", TinyFamily())
    monkeypatch.setattr("engine.inference.walk._BLOCK_PX", 32)


def predicted(tmp_path: Path, *things: tuple[int, int, int, int], area: bool) -> tuple[list[str], set[str]]:
    """Return the warnings, and the outlines that were found."""
    reporter, output = SilentReporter(), tmp_path / "out.geojson"
    settings = PredictSettings(
        model=write_tiny_model(tmp_path / "m.safetensors"),
        rasters=(write_raster(tmp_path / "land.tif", picture(96, 640, *things)),),
        output=output,
        area=str(write_polygons(tmp_path / "area.gpkg", [map_box(*AREA)])) if area else None,
        tiling=TileSettings(tile_size=96, overlap=64),
        workers=0,
    )
    predict(settings, reporter=reporter, stop=StopFlag())
    found = json.loads(output.read_text())["features"]
    warnings = [event["message"] for event in reporter.named("warning") if event["code"] == "beyond_area"]
    return warnings, {json.dumps(each["geometry"]) for each in found}


def test_a_river_is_followed_to_its_ends_and_that_is_told(tmp_path: Path) -> None:
    warnings, found = predicted(tmp_path, RIVER, HOUSE, area=True)
    assert warnings[0].startswith("land.tif: something that reaches into the area goes on far beyond it; so far ")
    assert len(warnings) <= 2  # once, and when it is twice as much
    _, everywhere = predicted(tmp_path, RIVER, HOUSE, area=False)
    assert found == everywhere and len(found) == 2


def test_a_house_on_the_edge_of_the_area_is_no_news(tmp_path: Path) -> None:
    beyond = 20, 350, 10, 40  # reaches into the area, and has its middle outside
    warnings, found = predicted(tmp_path, HOUSE, beyond, area=True)
    assert warnings == []
    assert len(found) == 1
