"""Compares what the docks and the command line made of the same images and labels: they must agree to the last digit.

usage: python -m tests.desktop.same_numbers DOCKS COMMAND_LINE
"""

from __future__ import annotations

import csv
import hashlib
import json
import sys
from collections import Counter
from pathlib import Path

RUNS = Path("runs/sportsfields-1/sportsfields-1.safetensors")
FOOTPRINTS = Path("runs/predictions/prediction-1/footprints.gpkg")


def main() -> int:
    """Tell each comparison; the exit status is 1 where something differs."""
    docks, line = map(Path, sys.argv[1:3])
    pairs = {
        "weights of the model": (weights_hash(docks / "model.safetensors"), weights_hash(line / RUNS)),
        "counts and areas": (numbers_of_docks(docks / "numbers.json"), numbers_of_table(line / "statistics.csv")),
        "COCO: annotations per category": (
            coco_counts(docks / "footprints.json"),
            coco_counts(line / "footprints.json"),
        ),
        "COCO: square pixels": (coco_area(docks / "footprints.json"), coco_area(line / "footprints.json")),
    }
    for name, (ours, theirs) in pairs.items():
        sys.stdout.write(f"{name}: {'the same' if ours == theirs else 'DIFFERENT'}\n")
        if ours != theirs or name.startswith("counts"):
            sys.stdout.write(f"  docks         {ours}\n  command line  {theirs}\n")
    return int(any(ours != theirs for ours, theirs in pairs.values()))


def weights_hash(model: Path) -> str:
    """Return a hash of the numbers in a model file, without the card before them, which holds its name."""
    data = model.read_bytes()
    n_header = int.from_bytes(data[:8], "little")
    return hashlib.sha256(data[8 + n_header :]).hexdigest()[:16]


def numbers_of_docks(path: Path) -> dict[str, tuple[int, float]]:
    """Return number and square metres by category, over all images."""
    counts = json.loads(path.read_text(encoding="utf-8"))["all"]
    return {category: (n, round(area_m2, 1)) for category, (n, area_m2) in sorted(counts.items()) if n}


def numbers_of_table(path: Path) -> dict[str, tuple[int, float]]:
    """Return the same from the table of `deepseg statistics --by raster`."""
    numbers: dict[str, tuple[int, float]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            n, area_m2 = numbers.get(row["category"], (0, 0.0))
            numbers[row["category"]] = (n + int(row["n"]), area_m2 + float(row["total_area_m2"]))
    return {category: (n, round(area_m2, 1)) for category, (n, area_m2) in sorted(numbers.items())}


def coco_counts(path: Path) -> dict[str, int]:
    """Return how many annotations each category has."""
    coco = json.loads(path.read_text(encoding="utf-8"))
    names = {each["id"]: each["name"] for each in coco["categories"]}
    return dict(sorted(Counter(names[each["category_id"]] for each in coco["annotations"]).items()))


def coco_area(path: Path) -> float:
    """Return the sum of all areas, in whole square pixels."""
    coco = json.loads(path.read_text(encoding="utf-8"))
    return round(sum(each["area"] for each in coco["annotations"]))


if __name__ == "__main__":
    sys.exit(main())
