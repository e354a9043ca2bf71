"""The file in a folder of tiles that says which part of the raster each of them is."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from affine import Affine

from engine.errors import TilesError
from engine.geo.window import Window

INDEX_NAME = "tiles.json"
_FORMAT = "deepseg-tiles"
_MOST_SIDE_PX = 1 << 31


@dataclass(frozen=True)
class TileIndex:
    """The raster that was divided, and its tiles: file names and where they lie in it."""

    raster: str
    rows: int
    cols: int
    transform: Affine | None
    crs_wkt: str | None
    tiles: tuple[tuple[str, Window], ...]

    def write(self, folder: Path) -> None:
        """Write the index into the folder of the tiles."""
        document = {
            "format": _FORMAT,
            "version": 1,
            "raster": self.raster,
            "rows": self.rows,
            "cols": self.cols,
            "transform": None if self.transform is None else list(self.transform)[:6],
            "crs": self.crs_wkt,
            "tiles": [
                {"file": name, "row": at.row, "col": at.col, "rows": at.rows, "cols": at.cols}
                for name, at in self.tiles
            ],
        }
        text = json.dumps(document, indent=1, ensure_ascii=False)
        (folder / INDEX_NAME).write_text(text + "\n", encoding="utf-8", newline="\n")


def read_tile_index(folder: Path) -> TileIndex:
    """Return the index of a folder of tiles.

    Raises:
        TilesError: there is none, or it says something that cannot be.
    """
    path = folder / INDEX_NAME
    if not path.is_file():
        inside = sorted(each.parent.name for each in folder.glob(f"*/{INDEX_NAME}"))
        hint = (
            f"Give one of the folders in it: {', '.join(inside[:5])}." if inside else "Give a folder of `deepseg tile`."
        )
        raise TilesError(f"{folder} holds no {INDEX_NAME}", hint=hint)
    try:
        return _checked(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as err:
        raise TilesError(
            f"{path} is damaged: {type(err).__name__}: {err}", hint="Divide the raster again with `deepseg tile`."
        ) from err


def _checked(document: Any) -> TileIndex:
    if not isinstance(document, dict) or document.get("format") != _FORMAT:
        raise ValueError(f"its format is not {_FORMAT}")
    rows, cols = _whole(document, "rows", 1, _MOST_SIDE_PX), _whole(document, "cols", 1, _MOST_SIDE_PX)
    tiles = tuple(_tile(each, rows, cols) for each in document["tiles"])
    if not tiles:
        raise ValueError("it names no tile")
    numbers = document["transform"]
    if numbers is not None and not (len(numbers) == 6 and all(math.isfinite(float(number)) for number in numbers)):
        raise ValueError(f"its transform is {numbers!r}")
    transform = None if numbers is None else Affine(*map(float, numbers))
    crs = document["crs"]
    return TileIndex(str(document["raster"]), rows, cols, transform, None if crs is None else str(crs), tiles)


def _tile(entry: Any, rows: int, cols: int) -> tuple[str, Window]:
    name = entry["file"]
    if not isinstance(name, str) or not name or Path(name).name != name or "\\" in name:
        raise ValueError(f"{name!r} is no name of a file in the folder")
    row, col = _whole(entry, "row", 0, rows - 1), _whole(entry, "col", 0, cols - 1)
    return name, Window(row, col, _whole(entry, "rows", 1, rows - row), _whole(entry, "cols", 1, cols - col))


def _whole(entry: Any, key: str, least: int, most: int) -> int:
    value = entry[key]
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise ValueError(f"{key} is {value!r} and must be from {least} to {most}")
    return value
