"""A tiny world, and the engine as the child process that users and the plugin start."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from shapely import box, to_geojson
from shapely.affinity import affine_transform

ROOT = Path(__file__).parents[2]
SIZE_PX = 256
TRANSFORM = Affine(0.5, 0, 5e5, 0, -0.5, 5e6)
QUICK = ["--epochs", "3", "--steps-per-epoch", "4", "--batch-size", "2", "--chip-size", "64"]


@dataclass(frozen=True)
class World:
    """A raster with bright roofs of 20 to 40 px, its labels, and areas: left half to learn, right half to test."""

    raster: Path
    labels: Path
    areas: Path

    @property
    def inputs(self) -> list[str]:
        return ["--raster", str(self.raster), "--labels", str(self.labels), "--areas", str(self.areas)]


def make_world(folder: Path) -> World:
    generator = np.random.default_rng(7)
    pixels = generator.integers(20, 70, (3, SIZE_PX, SIZE_PX)).astype(np.uint8)
    roofs = []
    for row in range(6, SIZE_PX - 40, 50):
        for col in range(6, SIZE_PX - 40, 50):
            rows, cols = generator.integers(20, 40, 2)
            pixels[:, row : row + rows, col : col + cols] += np.uint8(150)
            roofs.append(box(col, row, col + cols, row + rows))
    with rasterio.open(
        folder / "world.tif", "w", driver="GTiff", width=SIZE_PX, height=SIZE_PX, count=3, dtype="uint8",
        crs="EPSG:32631", transform=TRANSFORM, tiled=True, blockxsize=128, blockysize=128, compress="deflate",
    ) as file:  # fmt: skip
        file.write(pixels)
    half = SIZE_PX / 2
    areas = {"train": box(0, 0, half, SIZE_PX), "evaluate": box(half, 0, SIZE_PX, SIZE_PX)}
    write_polygons(folder / "labels.geojson", [(roof, {"kind": "roof"}) for roof in roofs])
    write_polygons(folder / "areas.geojson", [(area, {"role": role}) for role, area in areas.items()])
    return World(folder / "world.tif", folder / "labels.geojson", folder / "areas.geojson")


def write_polygons(path: Path, polygons) -> None:
    """Write polygons given in pixels, with their attributes, in map coordinates."""
    t = TRANSFORM
    features = [
        {
            "type": "Feature",
            "properties": properties,
            "geometry": json.loads(to_geojson(affine_transform(shape, [t.a, t.b, t.d, t.e, t.c, t.f]))),
        }
        for shape, properties in polygons
    ]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32631"}}
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}))


def command(*arguments) -> list[str]:
    return [sys.executable, "-m", "engine", *map(str, arguments)]


def deepseg(*arguments, **options) -> subprocess.CompletedProcess[str]:
    """Run the engine and return how it ended."""
    return subprocess.run(
        command(*arguments), cwd=ROOT, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=300, **options
    )


def events_of(process: subprocess.CompletedProcess[str], kind: str) -> list[dict]:
    lines = [json.loads(line) for line in process.stdout.splitlines()]
    return [line for line in lines if line["event"] == kind]


@pytest.fixture(scope="session")
def world(tmp_path_factory) -> World:
    return make_world(tmp_path_factory.mktemp("world"))


@pytest.fixture(scope="session")
def trained(world, tmp_path_factory) -> Path:
    """A model of the tiny world that finds most of its roofs."""
    model = tmp_path_factory.mktemp("model") / "roofs.safetensors"
    arguments = ["--epochs", "6", "--steps-per-epoch", "10", "--batch-size", "4", "--chip-size", "96"]
    ended = deepseg("train", *world.inputs, "--model", model, *arguments, "--category-field", "kind")
    assert ended.returncode == 0, ended.stderr
    return model
