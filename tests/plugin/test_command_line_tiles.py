"""What the plugin asks of tiles and chips is what the engine's own parser understands."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from deepseg_qgis.engine_client import command_line
from engine.cli.main import make_parser

TILE = {
    "rasters": ["-a.tif", "b c.tif"],
    "output": "tiles",
    "grid": "grid.gpkg",
    "rows": 2,
    "columns": 3,
    "tile_size": 400,
    "overlap": 0,
    "format": "png",
    "crs": "EPSG:3857",
}
JOIN_TILES = {"tiles": "-tiles", "output": "a.tif"}
CHIPS = {
    "rasters": ["a.tif", "-b.tif"],
    "labels": "site.gpkg|labels",
    "output": "chips",
    "format": "mask",
    "category_field": "kind",
    "areas": "site.gpkg|areas",
    "size": 256,
    "stride": 128,
    "rotation": "-30,90",
    "min_overlap": 0.3,
    "empty_share": 0.0,
    "val_share": 0.25,
    "chip_format": "tif",
    "mask": "instance",
    "bands": [4, 3],
    "seed": 7,
    "threads": 1,
    "crs": "EPSG:3857",
}


def asked(command: str, options: dict) -> dict:
    return vars(make_parser().parse_args(getattr(command_line, command)(**options)))


@pytest.mark.parametrize("command, options", [("tile", TILE), ("join_tiles", JOIN_TILES), ("chips", CHIPS)])
def test_no_parameter_is_left_untested(command: str, options: dict) -> None:
    assert set(inspect.signature(getattr(command_line, command)).parameters) == set(options)


@pytest.mark.parametrize("command, options", [("tile", TILE), ("join_tiles", JOIN_TILES), ("chips", CHIPS)])
def test_every_option_arrives(command: str, options: dict) -> None:
    found = asked(command, options)

    assert found["command"] == command.replace("_", "-") and found["events"] is True
    for name, value in options.items():
        came = found["raster" if name == "rasters" and command == "chips" else name]
        if name == "rotation":
            assert came == (-30.0, 90.0)
        elif isinstance(came, Path):
            assert str(came) == value
        elif name in ("rasters", "bands"):
            assert [str(each) for each in came] == [str(each) for each in value]
        else:
            assert came == value, name
