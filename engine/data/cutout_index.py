"""The index of a folder of cut-outs: which file shows which polygon, for spreadsheets (CSV) and programs (JSON)."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from types import TracebackType
from typing import Any

from engine.errors import VectorOpenError

INDEX_JSON, INDEX_CSV = "index.json", "index.csv"
_KIND = "DeepSeg cut-outs"
_FORMAT = 1


@dataclass(frozen=True)
class CutoutRow:
    """One cut-out.

    `id` is the polygon's feature id, `file` counts from the folder. The bounds are those of the polygon on the map, in
    the raster's coordinate system `crs`. `angle_deg` is how far the picture was turned clockwise to stand upright,
    `scale` the picture's pixels per raster pixel.
    """

    id: int
    category: str
    file: str
    raster: str
    x_min: float
    y_min: float
    x_max: float
    y_max: float
    crs: str
    width_px: int
    height_px: int
    angle_deg: float
    scale: float


COLUMNS = tuple(field.name for field in fields(CutoutRow))


class CutoutIndex:
    """Writes both files row by row."""

    def __init__(self, folder: Path, about: Mapping[str, Any]) -> None:
        """Begin both files; `about` says how the pictures were cut."""
        self.n_rows = 0
        self._csv_file = (folder / INDEX_CSV).open("w", encoding="utf-8", newline="")
        self._json_file = (folder / INDEX_JSON).open("w", encoding="utf-8", newline="\n")
        self._csv = csv.DictWriter(self._csv_file, COLUMNS, lineterminator="\n")
        self._csv.writeheader()
        head = json.dumps({"kind": _KIND, "format": _FORMAT, **about}, ensure_ascii=False)
        self._json_file.write(head[:-1] + ', "cutouts": [')

    def __enter__(self) -> CutoutIndex:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._csv_file.close()
        self._json_file.close()

    def add(self, row: CutoutRow, outline: list[list[list[float]]]) -> None:
        """Add a cut-out; `outline` are the polygon's rings in the picture's pixels, for the JSON file alone."""
        values = asdict(row)
        self._csv.writerow(values)
        self._json_file.write(",\n" if self.n_rows else "\n")
        self._json_file.write(json.dumps({**values, "outline": outline}, ensure_ascii=False))
        self.n_rows += 1

    def finish(self, folders: Mapping[str, str]) -> None:
        """Write the end: the folder of each category."""
        self._json_file.write('\n], "folders": ' + json.dumps(dict(folders), ensure_ascii=False) + "}\n")


def read_cutout_index(folder: Path) -> dict[str, Any] | None:
    """Return what `index.json` says; None where there is none, or another program's.

    Raises:
        VectorOpenError: it is damaged, or of a newer DeepSeg.
    """
    path = folder / INDEX_JSON
    if not path.is_file():
        return None
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as err:
        raise VectorOpenError(
            f"{path} cannot be read: {err}", hint="Cut the pictures out again with `deepseg cutouts`."
        ) from err
    if not isinstance(values, dict) or values.get("kind") != _KIND:
        return None
    if values.get("format") != _FORMAT or not isinstance(values.get("cutouts"), list):
        raise VectorOpenError(f"{path} is of another version of DeepSeg", hint="Update DeepSeg.")
    return values
