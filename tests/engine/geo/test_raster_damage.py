"""A damaged raster is a sentence, whatever GDAL makes of it."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
import rasterio.shutil

from engine.errors import DeepSegError
from engine.geo.raster import open_raster
from tests.factories import write_raster

_HEADER_BYTES = 400
_LARGEST_PX = 1_000_000  # a header that was hit may claim any size


@pytest.mark.parametrize("ending, driver", [(".tif", "GTiff"), (".png", "PNG"), (".jpg", "JPEG")])
def test_bytes_that_were_changed_by_chance_give_a_sentence_or_pixels(tmp_path: Path, ending: str, driver: str) -> None:
    random_bytes = random.Random(f"damage{ending}")
    values = np.random.default_rng(0).integers(0, 255, (3, 48, 64), np.uint8)
    whole = write_raster(tmp_path / "whole.tif", values, compress="deflate" if ending == ".tif" else None)
    rasterio.shutil.copy(whole, tmp_path / f"copy{ending}", driver=driver)
    data = (tmp_path / f"copy{ending}").read_bytes()
    path = tmp_path / f"damaged{ending}"
    seen: Counter[str] = Counter()
    for _ in range(150):
        path.write_bytes(damaged(data, random_bytes))
        try:
            with open_raster(path) as raster:
                if raster.grid.rows * raster.grid.cols < _LARGEST_PX:
                    raster.read(raster.grid.window, [1])
            seen["read"] += 1
        except DeepSegError as err:
            assert path.name in err.message and "\n" not in err.message
            seen["told"] += 1
    assert seen["told"] > 20


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return the file with some bytes changed, most of them in its header, and sometimes without its end."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        last = min(len(changed), _HEADER_BYTES) if chance.random() < 0.7 else len(changed)
        changed[chance.randrange(last)] = chance.randrange(256)
    return bytes(changed[: chance.randrange(len(changed))] if chance.random() < 0.2 else changed)
