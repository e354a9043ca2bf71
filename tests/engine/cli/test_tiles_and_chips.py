"""`deepseg tile`, `join-tiles` and `chips`: options into settings, and what is said of those that cannot be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.cli.main import main
from engine.errors import ExitStatus
from tests.factories import map_box, numbered_pixels, write_polygons, write_raster


@pytest.fixture
def raster(tmp_path: Path) -> Path:
    return write_raster(tmp_path / "a.tif", numbered_pixels(70, 90, 3))


def told(capfd: pytest.CaptureFixture[str], *words: object) -> tuple[int, dict]:
    """Return the status and the last event of a command."""
    status = main([*map(str, words), "--events"])
    return status, json.loads(capfd.readouterr().out.splitlines()[-1])


def test_there_and_back(tmp_path: Path, raster: Path, capfd: pytest.CaptureFixture[str]) -> None:
    tiles = tmp_path / "tiles"

    status, event = told(capfd, "tile", raster, "--output", tiles, "--rows", 2, "--columns", 3)
    assert (status, event["values"]["n_tiles"]) == (ExitStatus.DONE, 6)
    assert event["values"]["rasters"] == [{"raster": "a.tif", "rows": 2, "columns": 3}]

    status, event = told(capfd, "join-tiles", tiles, "--output", tmp_path / "b.tif")
    assert (status, event["values"]["text"]) == (ExitStatus.DONE, f"90 x 70 px put together in {tmp_path / 'b.tif'}")


def test_a_folder_of_rasters_is_divided(tmp_path: Path, raster: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_raster(tmp_path / "b.tif", numbered_pixels(10, 10))

    _, event = told(capfd, "tile", tmp_path, "--grid", tmp_path / "grid.geojson")

    assert event["values"]["n_tiles"] == 2


def test_chips_are_counted(tmp_path: Path, raster: Path, capfd: pytest.CaptureFixture[str]) -> None:
    labels = write_polygons(tmp_path / "l.gpkg", [map_box(5, 5, 10, 10), map_box(40, 60, 10, 10)])

    status, event = told(
        capfd, "chips", "--raster", raster, "--labels", labels, "--output", tmp_path / "c", "--format", "mask",
        "--size", 32, "--rotation", "0,90", "--val-share", 0, "--mask", "instance"
    )  # fmt: skip

    assert status == ExitStatus.DONE
    # The second label lies in four chips, since the last ones of a row and a column are pulled back; and all twice.
    assert event["values"]["n_per_category"] == {"object": 10}
    assert event["values"]["n_chips"] == event["values"]["n_train"] == 10


@pytest.mark.parametrize(
    "words, message",
    [
        (["tile", "a.tif"], "give --output for files, --grid for a layer of outlines, or both"),
        (["tile", "a.tif", "--output", "t", "--rows", "2"], "give both --rows and --columns, or neither"),
        (
            ["tile", "a.tif", "--output", "t", "--rows", "2", "--columns", "2", "--tile-size", "9"],
            "give either --rows and --columns, or --tile-size, not both",
        ),
        (["tile", "a.tif", "--output", "t", "--rows", "0", "--columns", "1"], "--rows must be at least 1, got 0"),
        (
            ["tile", "a.tif", "--output", "t", "--tile-size", "9", "--overlap", "9"],
            "--overlap must be below the tile size of 9, got 9",
        ),
        (["tile", "--output", "t"], "missing: RASTER"),
        (["join-tiles", "t"], "missing: --output"),
        (
            ["chips", "--raster", "a", "--labels", "l", "--output", "o", "--format", "coco", "--rotation", "north"],
            "--rotation takes angles in degrees, such as 0,90,180,270, got 'north'",
        ),
        (
            ["chips", "--raster", "a", "--labels", "l", "--output", "o", "--format", "coco", "--min-overlap", "2"],
            "--min-overlap must be from 0 to 1, got 2.0",
        ),
        (
            ["chips", "--raster", "a", "--labels", "l", "--output", "o", "--format", "voc"],
            "--format cannot be 'voc'; choose from 'coco', 'yolo', 'mask', 'arcgis'",
        ),
    ],
)
def test_what_cannot_be_is_told(words: list[str], message: str, capfd: pytest.CaptureFixture[str]) -> None:
    status, event = told(capfd, *words)

    assert (status, event["message"]) == (ExitStatus.BAD_INPUT, message)


def test_a_name_that_is_no_geotiff_is_refused(tmp_path: Path, raster: Path, capfd: pytest.CaptureFixture[str]) -> None:
    _, event = told(capfd, "join-tiles", tmp_path, "--output", tmp_path / "b.png")

    assert event["message"].endswith("b.png is no name of a GeoTIFF")
