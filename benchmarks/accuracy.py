"""How good the default training is on Kampala: three seeds on its areas, and three spatial folds.

Runs the commands that a user would type, so that nothing is measured that nobody gets, and writes the table into
docs/accuracy.md between its two marks. About ten minutes of training per run on two cores.

    .venv/bin/python benchmarks/accuracy.py [--seeds 0 1 2] [--folds 0 1 2] [--keep FOLDER]
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
KAMPALA = ROOT / "examples" / "kampala"
RASTER = KAMPALA / "kampala.tif"
PAGE = ROOT / "docs" / "accuracy.md"
MARKS = ("<!-- measured: begin -->", "<!-- measured: end -->")
SCORES = ("f1", "precision", "recall", "map50", "map", "pixel_iou")
N_FOLDS = 3


@dataclass(frozen=True)
class Measured:
    """One training and its evaluation."""

    name: str
    scores: dict[str, float]
    n_labels: int
    minutes: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, nargs="*", default=[0, 1, 2])
    parser.add_argument("--folds", type=int, nargs="*", default=[0, 1, 2], help="thirds to evaluate, from the left")
    parser.add_argument("--keep", type=Path, help="keep models and reports in this folder")
    options = parser.parse_args()
    folder = options.keep or Path(tempfile.mkdtemp(prefix="deepseg-accuracy-"))
    folder.mkdir(parents=True, exist_ok=True)
    seeds = [measure(f"seed {seed}", KAMPALA / "areas.geojson", seed, folder) for seed in options.seeds]
    folds = [measure(f"fold {fold + 1}", write_fold(fold, folder), 0, folder) for fold in options.folds]
    text = "\n".join([*table("areas of the example", seeds), "", *table("spatial folds, seed 0", folds)])
    print(text)
    write_page(text)


def measure(name: str, areas: Path, seed: int, folder: Path) -> Measured:
    """Train and evaluate as a user does."""
    stem = folder / name.replace(" ", "-")
    inputs = ["--raster", RASTER, "--labels", KAMPALA / "buildings.geojson", "--areas", areas]
    begun = time.monotonic()
    deepseg("train", *inputs, "--epochs", 20, "--seed", seed, "--model", f"{stem}.safetensors")
    minutes = (time.monotonic() - begun) / 60
    deepseg("evaluate", *inputs, "--model", f"{stem}.safetensors", "--report", f"{stem}.json")
    overall = json.loads(Path(f"{stem}.json").read_text())["overall"]
    return Measured(name, {score: overall[score] for score in SCORES}, overall["n_labels"], minutes)


def deepseg(*arguments: object) -> None:
    subprocess.run([sys.executable, "-m", "engine", *map(str, arguments)], cwd=ROOT, check=True)


def write_fold(fold: int, folder: Path) -> Path:
    """Write areas that evaluate one vertical third of the raster and train on the other two."""
    import rasterio

    with rasterio.open(RASTER) as raster:
        transform, rows, cols = raster.transform, raster.height, raster.width
    features = []
    for third in range(N_FOLDS):
        left, right = cols * third / N_FOLDS, cols * (third + 1) / N_FOLDS
        ring = [transform * corner for corner in ((left, 0), (left, rows), (right, rows), (right, 0), (left, 0))]
        role = "evaluate" if third == fold else "train"
        geometry = {"type": "Polygon", "coordinates": [ring]}
        features.append({"type": "Feature", "properties": {"role": role}, "geometry": geometry})
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}
    path = folder / f"fold-{fold + 1}-areas.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}))
    return path


def table(title: str, runs: list[Measured]) -> list[str]:
    """Return a Markdown table with a row per run and their mean."""
    if not runs:
        return []
    lines = [f"| {title} | F1 | precision | recall | mAP50 | mAP | pixel IoU | labels | minutes |", "|---" * 9 + "|"]
    for run in runs:
        values = " | ".join(f"{run.scores[score]:.3f}" for score in SCORES)
        lines.append(f"| {run.name} | {values} | {run.n_labels} | {run.minutes:.1f} |")
    means = " | ".join(f"**{statistics.mean(run.scores[score] for run in runs):.3f}**" for score in SCORES)
    lines.append(f"| **mean** | {means} | | {statistics.mean(run.minutes for run in runs):.1f} |")
    return lines


def write_page(text: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    before, rest = page.split(MARKS[0])
    after = rest.split(MARKS[1])[1]
    PAGE.write_text(f"{before}{MARKS[0]}\n{text}\n{MARKS[1]}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
