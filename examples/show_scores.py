"""Prints the scores of a report that `deepseg evaluate` wrote, and where to look at the rest."""

import json
import sys
from pathlib import Path

report = Path(sys.argv[1])
values = json.loads(report.read_text(encoding="utf-8"))
rows = [("all categories", values["overall"]), *values["categories"].items()]
columns = ("f1", "map50", "map", "pixel_iou", "precision", "recall", "tp", "fp", "fn")
lines = [f"{'':<16}" + "".join(f"{name:>10}" for name in columns)]
for name, scores in rows:
    cells = [scores[column] for column in columns]
    lines.append(
        f"{name:<16}"
        + "".join(f"{'-' if cell is None else cell if isinstance(cell, int) else f'{cell:.3f}':>10}" for cell in cells)
    )
folder = report.parent
lines += [
    "",
    f"Look at {report.with_suffix('.html')} in a browser: scores, curves, and the worst misses as pictures.",
    f"Look at {folder / 'footprints.gpkg'} and {folder / 'matches.gpkg'} in QGIS, on top of the orthophoto.",
]
sys.stdout.write("\n".join(lines) + "\n")
