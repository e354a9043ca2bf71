"""Pictures without georeference side by side: labels and areas name theirs, from training to prediction."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from PIL import Image

from tests.end_to_end.conftest import QUICK, deepseg, events_of
from tests.factories import write_polygons

pytestmark = pytest.mark.slow

N_IMAGES, SIDE_PX = 6, 128
KEPT = ("image 4.png", "image 5.png")  # for the test


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six pictures whose roofs lie elsewhere in each; all labels and areas in two files, in pixel coordinates."""
    folder, generator = tmp_path_factory.mktemp("site"), np.random.default_rng(5)
    boxes, owners = [], []
    (folder / "images").mkdir()
    for number in range(N_IMAGES):
        name = f"image {number}.png"
        pixels = generator.integers(20, 70, (SIDE_PX, SIDE_PX, 3)).astype(np.uint8)
        for row in range(5 + 3 * number, SIDE_PX - 40, 50):
            for col in range(25 - 4 * number, SIDE_PX - 40, 50):
                pixels[row : row + 24, col : col + 30] += np.uint8(150)
                boxes.append(shapely.box(col, -row - 24, col + 30, -row))
                owners.append(name)
        Image.fromarray(pixels).save(folder / "images" / name)
    write_polygons(folder / "labels.gpkg", boxes, crs=None, category=["roof"] * len(boxes), raster=owners)
    names = [f"image {number}.png" for number in range(N_IMAGES)]
    roles = ["evaluate" if name in KEPT else "train" for name in names]
    whole = shapely.box(0, -SIDE_PX, SIDE_PX, 0)
    write_polygons(folder / "areas.gpkg", [whole] * N_IMAGES, crs=None, role=roles, raster=names)
    return folder


@pytest.fixture(scope="module")
def model(site: Path) -> Path:
    inputs = ["--raster", site / "images", "--labels", site / "labels.gpkg", "--areas", site / "areas.gpkg"]
    options = ["--category-field", "category", "--members", "1", *QUICK]
    ended = deepseg("train", *inputs, *options, "--model", site / "roofs.safetensors", "--events")
    assert ended.returncode == 0, ended.stderr
    codes = {event["code"] for event in events_of(ended, "warning")}
    assert not codes & {"labels_without_raster", "areas_without_raster", "labels_outside", "labels_twice"}
    return site / "roofs.safetensors"


def test_a_report_counts_the_labels_of_the_kept_images_only(site: Path, model: Path) -> None:
    rasters = [word for name in KEPT for word in ("--raster", site / "images" / name)]
    inputs = ["--labels", site / "labels.gpkg", "--areas", site / "areas.gpkg", "--category-field", "category"]
    report = site / "report.json"
    ended = deepseg("evaluate", "--model", model, *rasters, *inputs, "--report", report, "--events")
    assert ended.returncode == 0, ended.stderr
    _, _, _, fields = pyogrio.raw.read(site / "labels.gpkg", columns=["raster"])
    n_kept = sum(name in KEPT for name in fields[0])
    assert 0 < n_kept < len(fields[0])
    assert json.loads(report.read_text())["overall"]["n_labels"] == n_kept
    assert "labels_of_other_rasters" in {event["code"] for event in events_of(ended, "warning")}


def test_footprints_name_the_image_that_they_were_found_on(site: Path, model: Path) -> None:
    found = site / "found.gpkg"
    ended = deepseg(
        "predict", "--model", model, "--raster", site / "images", "--output", found, "--score-threshold", "0"
    )
    assert ended.returncode == 0, ended.stderr
    meta, _, _, fields = pyogrio.raw.read(found)
    names = set(dict(zip(meta["fields"], fields, strict=True))["raster"])
    assert names <= {f"image {number}.png" for number in range(N_IMAGES)}
