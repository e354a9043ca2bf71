"""What the plugin asks about labels of other programs is what the engine's own parser understands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from deepseg_qgis.domain.label_formats import FORMATS, PIXELS
from deepseg_qgis.engine_client import label_arguments
from engine.cli.main import make_parser
from engine.domain.label_interchange_settings import LABEL_FORMATS, PIXEL_MEANINGS
from engine.interchange.registry import FORMATS as ENGINE_FORMATS

IMPORT: dict[str, Any] = {
    "source": "-labels.json",
    "output": "labels.gpkg",
    "format": "coco",
    "rasters": ["-a.tif", "folder"],
    "category_field": "kind",
    "category": "roof",
    "pixels": "label",
    "crs": "EPSG:3857",
}
EXPORT: dict[str, Any] = {
    "labels": "-site.gpkg|labels",
    "output": "dataset",
    "format": "yolo",
    "rasters": ["a b.tif"],
    "category_field": "kind",
    "pixels": "category",
    "copy_rasters": True,
    "crs": "EPSG:3857",
}


@pytest.mark.parametrize("command, options", [("import_labels", IMPORT), ("export_labels", EXPORT)])
def test_every_option_arrives(command: str, options: dict[str, Any]) -> None:
    got = vars(make_parser().parse_args(getattr(label_arguments, command)(**options)))
    assert got.pop("command") == command.replace("_", "-") and got.pop("events") is True
    assert [str(path) for path in got.pop("raster")] == options["rasters"]
    wanted = {name: value for name, value in options.items() if name != "rasters"}
    assert got == {**wanted, "output": Path(options["output"])}


def test_both_sides_know_the_same_formats() -> None:
    assert tuple(FORMATS) == LABEL_FORMATS == tuple(ENGINE_FORMATS)
    assert PIXELS == PIXEL_MEANINGS
    for name, form in FORMATS.items():
        assert set(form.endings) <= set(ENGINE_FORMATS[name].endings)
        assert form.endings or "" in ENGINE_FORMATS[name].endings
