"""Images are found among rasters by file name, and what is not found says why."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.interchange.label import Image
from engine.interchange.raster_book import RasterBook
from tests.factories import write_raster

PATHS = [Path("/x") / name for name in ("north/a.tif", "south/a.tif", "b.PNG", "c.v2.tif", "D.jpg")]


@pytest.mark.parametrize(
    "image, raster",
    [
        ("b.png", "/x/b.PNG"),
        ("b.jpg", "/x/b.PNG"),
        ("B", "/x/b.PNG"),
        ("train/images/b.png", "/x/b.PNG"),
        ("C:\\data\\b.png", "/x/b.PNG"),
        ("../../../etc/b.png", "/x/b.PNG"),
        ("c.v2", "/x/c.v2.tif"),
        ("c.v2.png", "/x/c.v2.tif"),
        ("d.jpg", "/x/D.jpg"),
        ("north/a.tif", "/x/north/a.tif"),
        ("South\\A.TIF", "/x/south/a.tif"),
    ],
)
def test_a_raster_is_found(image: str, raster: str) -> None:
    assert RasterBook(PATHS).named(image) == (Path(raster), "")


@pytest.mark.parametrize(
    "image, reason",
    [("a.tif", "2 rasters have this name"), ("e.tif", "no raster has this name"), ("", "no raster has this name")],
)
def test_a_raster_is_not_found(image: str, reason: str) -> None:
    assert RasterBook(PATHS).named(image) == (None, reason)


def test_a_picture_of_another_size_is_scaled_where_its_sides_are_alike(tmp_path: Path) -> None:
    path = write_raster(tmp_path / "a.tif", np.zeros((1, 40, 80), np.uint8))
    book = RasterBook([path])
    found, _ = book.find(Image("a.png", 20, 10))
    assert found is not None and found.scale == (4.0, 4.0)
    missing, reason = book.find(Image("a.png", 20, 20))
    assert missing is None and reason == "it has 20 x 20 pixels, but a.tif 80 x 40"
