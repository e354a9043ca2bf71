"""Compares what the docks and the command line made of the same images and labels: they must agree to the last digit.

usage: python -m tests.desktop.same_numbers DOCKS COMMAND_LINE
"""

from __future__ import annotations

import csv
import hashlib
import json
import sqlite3
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

N_LABELS = 138  # 137 of the file, and the one that was drawn
RUN = Path("runs/sportsfields-1")
FOOTPRINTS = Path("runs/predictions/prediction-1/footprints.gpkg")
ALL = "all"  # rasters together, where the docks count
_N_EXACT_DIGITS = 6  # of sums that are added up in another order
Counts = Mapping[str, Mapping[str, Sequence[float]]]  # by raster and category: number and square metres
Numbers = Any  # whatever a comparison looks at


def main() -> int:
    """Tell each comparison; the exit status is 1 where something differs."""
    docks, line = map(Path, sys.argv[1:3])
    is_same = [tell(name, ours, theirs) for name, ours, theirs in comparisons(docks, line)]
    return int(not all(is_same))


def comparisons(docks: Path, line: Path) -> Iterable[tuple[str, Numbers, Numbers]]:
    """Give each comparison: its name, what the docks came to, and what the command line did."""
    yield "labels", labels_of(docks / "labels.gpkg"), labels_of(line / "labels.gpkg")
    yield "number of labels", len(labels_of(docks / "labels.gpkg")), N_LABELS
    yield "losses and scores of each epoch", epochs_of(docks / "history.csv"), epochs_of(line / RUN / "run/history.csv")
    model = RUN / "sportsfields-1.safetensors"
    yield "weights of the model", weights_hash(docks / "model.safetensors"), weights_hash(line / model)
    yield "footprints", footprints_of(docks / "footprints.gpkg"), footprints_of(line / FOOTPRINTS)
    ours, theirs = table_of(docks / "statistics.csv"), table_of(line / "statistics.csv")
    yield "statistics, saved as a table", ours, theirs
    shown = json.loads((docks / "numbers.json").read_text(encoding="utf-8"))
    yield "statistics, as the docks show them", numbers_of_rasters(shown), numbers_of_table(theirs)
    yield "statistics of all rasters, as the docks show them", numbers_of_all(shown), sums_of_rasters(shown)
    ours, theirs = coco_of(docks / "footprints.json"), coco_of(line / "footprints.json")
    for part, rows in ours.items():
        yield f"COCO: {part}", rows, theirs[part]


def tell(name: str, ours: Numbers, theirs: Numbers) -> bool:
    """Write whether two are the same, and the first of what differs; return it."""
    is_same = bool(ours == theirs)
    n = f" ({len(ours)})" if isinstance(ours, (list, dict)) else f" ({ours})"
    sys.stdout.write(f"{name}{n}: {'the same' if is_same else 'DIFFERENT'}\n")
    if not is_same:
        for text, mine, other in (("docks", ours, theirs), ("command line", theirs, ours)):
            sys.stdout.write(f"  {text:<13} {_first_difference(mine, other)}\n")
    return is_same


def labels_of(path: Path) -> list[tuple[str, str]]:
    """Return category and outline of each label, in order."""
    return _read(path, "SELECT category, hex(geom) FROM labels ORDER BY fid")


def epochs_of(path: Path) -> list[dict[str, str]]:
    """Return losses and scores of each epoch, without the time that it took."""
    return [{name: value for name, value in row.items() if name != "seconds"} for row in _rows(path)]


def weights_hash(model: Path) -> str:
    """Return a hash of the numbers in a model file, without the card before them, which holds its name."""
    data = model.read_bytes()
    n_header = int.from_bytes(data[:8], "little")
    return hashlib.sha256(data[8 + n_header :]).hexdigest()[:16]


def footprints_of(path: Path) -> list[tuple[str, str, float, float, str]]:
    """Return raster, category, score, square metres and outline of each footprint."""
    query = (
        "SELECT raster, category, score, area_m2, hex(geom) FROM footprints ORDER BY raster, category, score, hex(geom)"
    )
    return _read(path, query)


def table_of(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table of statistics, in the order of rasters and categories."""
    return sorted(_rows(path), key=lambda row: (row["raster"], row["category"]))


def numbers_of_rasters(shown: Counts) -> dict[str, dict[str, tuple[int, float]]]:
    """Return number and square metres by raster and category, with two digits as tables have them."""
    of_rasters = {raster: _rounded(rows, 2) for raster, rows in sorted(shown.items()) if raster != ALL}
    return {raster: rows for raster, rows in of_rasters.items() if rows}


def numbers_of_table(rows: list[dict[str, str]]) -> dict[str, dict[str, tuple[int, float]]]:
    """Return the same from a table of statistics."""
    numbers: dict[str, dict[str, tuple[int, float]]] = {}
    for row in rows:
        numbers.setdefault(row["raster"], {})[row["category"]] = int(row["n"]), float(row["total_area_m2"])
    return numbers


def numbers_of_all(shown: Counts) -> dict[str, tuple[int, float]]:
    """Return number and square metres by category on all rasters together."""
    return _rounded(shown[ALL], _N_EXACT_DIGITS)


def sums_of_rasters(shown: Counts) -> dict[str, tuple[int, float]]:
    """Return what those of each raster add up to."""
    sums: dict[str, tuple[int, float]] = {}
    for raster, rows in shown.items():
        for category, (n, area_m2) in rows.items() if raster != ALL else ():
            n_before, area_before = sums.get(category, (0, 0.0))
            sums[category] = n_before + n, area_before + area_m2
    return _rounded(sums, _N_EXACT_DIGITS)


def coco_of(path: Path) -> dict[str, list[Any]]:
    """Return what a COCO file says, without its own numbering of images and annotations."""
    coco = json.loads(path.read_text(encoding="utf-8"))
    images = {each["id"]: each["file_name"] for each in coco["images"]}
    names = {each["id"]: each["name"] for each in coco["categories"]}
    annotations = (
        {
            "image": images[each["image_id"]],
            "category": names[each["category_id"]],
            **{name: each[name] for name in ("bbox", "area", "iscrowd", "segmentation", "score")},
        }
        for each in coco["annotations"]
    )
    return {
        "images": sorted((each["file_name"], each["width"], each["height"]) for each in coco["images"]),
        "categories": sorted(names.items()),
        "annotations": sorted(annotations, key=lambda each: json.dumps(each, sort_keys=True)),
    }


def _rounded(counts: Mapping[str, Sequence[float]], n_digits: int) -> dict[str, tuple[int, float]]:
    return {category: (int(n), round(area_m2, n_digits)) for category, (n, area_m2) in sorted(counts.items()) if n}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _read(path: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as file:
        return file.execute(query).fetchall()


def _first_difference(mine: Numbers, other: Numbers) -> str:
    """Return what the one has and the other has not, cut where it is long."""
    if isinstance(mine, list) and isinstance(other, list):
        rows = [row for row in mine if row not in other]
        return f"{len(mine)} in all, {len(rows)} only here: {str(rows[:1])[:300]}"
    if isinstance(mine, dict) and isinstance(other, dict):
        return str({name: value for name, value in mine.items() if other.get(name) != value})[:300]
    return str(mine)[:300]


if __name__ == "__main__":
    sys.exit(main())
