"""Every bad input ends with status 2 and one sentence that names the file, the value and the next step."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from safetensors.numpy import save_file
from shapely import box

from engine.cli.main import main
from tests.end_to_end.conftest import QUICK, SIZE_PX, World, write_polygons

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Bench:
    """A sound world and model, and a folder to spoil things in."""

    world: World
    model: Path
    folder: Path

    def text(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text)
        return path

    def raster(self, name: str, *, n_bands: int = 3, resolution: float = 0.5, **options: object) -> Path:
        path = self.folder / name
        transform = Affine(resolution, 0, 5e5, 0, -resolution, 5e6)
        values = {"driver": "GTiff", "crs": "EPSG:32631", "transform": transform, **options}
        with rasterio.open(path, "w", width=64, height=64, count=n_bands, dtype="uint8", **values) as file:
            file.write(np.full((n_bands, 64, 64), 50, np.uint8))
        return path

    def polygons(self, name: str, *polygons: tuple[object, dict]) -> Path:
        write_polygons(self.folder / name, list(polygons))
        return self.folder / name

    def train(self, *more: object, **instead: object) -> list[object]:
        values = {
            "raster": self.world.raster,
            "labels": self.world.labels,
            "areas": self.world.areas,
            "model": self.folder / "new.safetensors",
            **instead,
        }
        given = [word for name, value in values.items() if value is not None for word in (f"--{name}", value)]
        return ["train", *given, *QUICK, *more]

    def predict(self, *more: object, **instead: object) -> list[object]:
        values = {"model": self.model, "raster": self.world.raster, "output": self.folder / "o.gpkg", **instead}
        return ["predict", *(word for name, value in values.items() for word in (f"--{name}", value)), *more]

    def evaluate(self, *more: object, **instead: object) -> list[object]:
        values = {
            "model": self.model,
            "raster": self.world.raster,
            "labels": self.world.labels,
            "areas": self.world.areas,
            "report": self.folder / "r.json",
            **instead,
        }
        return ["evaluate", *(word for name, value in values.items() for word in (f"--{name}", value)), *more]


@pytest.fixture
def bench(world: World, trained: Path, tmp_path: Path) -> Bench:
    return Bench(world, trained, tmp_path)


ROOF = box(10, 10, 40, 40)
FAR_AWAY = box(9000, 9000, 9040, 9040)
LEFT_HALF = box(0, 0, SIZE_PX / 2, SIZE_PX)

# What a person did wrong -> the command, and words that its sentence must hold.
CASES: dict[str, tuple[Callable[[Bench], list[object]], list[str]]] = {
    "raster is missing": (lambda b: ["info", b.folder / "no.tif"], ["no.tif", "does not exist"]),
    "raster is no raster": (lambda b: ["info", b.text("a.tif", "hello")], ["a.tif", "cannot be opened as a raster"]),
    "raster is cut off": (lambda b: b.train(raster=cut_off(b)), ["cut.tif"]),
    "raster is a folder": (lambda b: ["info", b.folder], ["there is no raster in the folder"]),
    "CRS is unknown": (lambda b: ["info", b.world.raster, "--crs", "EPSG:99"], ["EPSG:99"]),
    "labels are missing": (lambda b: b.train(labels=b.folder / "no.gpkg"), ["no.gpkg", "does not exist"]),
    "labels are no vector file": (lambda b: b.train(labels=b.text("a.geojson", "{}")), ["a.geojson"]),
    "labels lack the layer": (lambda b: b.train(labels=f"{b.world.labels}|roofs"), ["labels.geojson", "roofs"]),
    "labels are empty": (lambda b: b.train(labels=b.polygons("e.geojson")), ["e.geojson"]),
    "labels lack the field": (lambda b: b.train("--category-field", "sort"), ["sort", "kind"]),
    "labels lie elsewhere": (
        lambda b: b.train(labels=b.polygons("far.geojson", (FAR_AWAY, {}), (FAR_AWAY, {"a": 1}))),
        ["far.geojson", "world.tif", "504500", "500000"],
    ),
    "one label is too few": (lambda b: b.train(labels=b.polygons("one.geojson", (ROOF, {}))), ["1"]),
    "areas are missing": (lambda b: b.train(areas=b.folder / "no.gpkg"), ["no.gpkg", "does not exist"]),
    "areas have a role of their own": (
        lambda b: b.train(areas=b.polygons("a.geojson", (LEFT_HALF, {"role": "teach"}))),
        ["teach", "train", "validate", "evaluate", "predict"],
    ),
    "areas have nothing to train on": (
        lambda b: b.train(areas=b.polygons("a.geojson", (LEFT_HALF, {"role": "predict"}))),
        ["train"],
    ),
    "train area holds no label": (
        lambda b: b.train(areas=b.polygons("a.geojson", (box(0, 248, 8, 256), {"role": "train"}))),
        ["label"],
    ),
    "band is not there": (lambda b: b.train("--bands", "4,3,2"), ["world.tif", "3 bands", "4"]),
    "device is not there": (lambda b: b.train("--device", "cuda:9"), ["cuda:9"]),
    "device means nothing": (lambda b: b.train("--device", "gpu"), ["gpu", "auto, cpu, cuda"]),
    "family is unknown": (lambda b: b.train("--family", "vnet"), ["vnet", "unet"]),
    "encoder is unknown": (lambda b: b.train("--encoder", "resnet1000"), ["resnet1000"]),
    "encoder weights are missing": (lambda b: b.train("--encoder-weights", b.folder / "no.pth"), ["no.pth"]),
    "encoder weights are none": (
        lambda b: b.train("--encoder-weights", b.text("w.pth", "x")),
        ["w.pth", "tensors only"],
    ),
    "model to start from is missing": (
        lambda b: b.train("--from-model", b.folder / "no.safetensors"),
        ["no.safetensors"],
    ),
    "model goes where a file stands": (
        lambda b: b.train(model=b.text("file", "x") / "new.safetensors"),
        ["file"],
    ),
    "model is missing": (lambda b: b.predict(model=b.folder / "no.safetensors"), ["no.safetensors"]),
    "model is no model": (lambda b: b.predict(model=b.text("m.safetensors", "x" * 99)), ["m.safetensors"]),
    "model is another's": (lambda b: b.predict(model=foreign_model(b)), ["other.safetensors"]),
    "raster has too few bands": (lambda b: b.predict(raster=b.raster("one.tif", n_bands=1)), ["one.tif", "1 band"]),
    "output ending is unknown": (lambda b: b.predict(output=b.folder / "o.docx"), ["o.docx", ".gpkg"]),
    "output goes where a file stands": (lambda b: b.predict(output=b.text("file", "x") / "o.gpkg"), ["file"]),
    "area lies elsewhere": (
        lambda b: b.predict("--area", b.polygons("far.geojson", (FAR_AWAY, {}))),
        ["far.geojson"],
    ),
    "threshold of an unknown category": (lambda b: b.predict("--category-threshold", "tree=0.5"), ["tree", "roof"]),
    "raster is given twice": (lambda b: b.predict("--raster", b.world.raster), ["world.tif"]),
    "labels have other categories": (
        lambda b: b.evaluate("--category-field", "kind", labels=b.polygons("t.geojson", (ROOF, {"kind": "tree"}))),
        ["tree", "roof"],
    ),
    "report goes where a file stands": (lambda b: b.evaluate(report=b.text("file", "x") / "r.json"), ["file"]),
    "run folder is missing": (lambda b: vectorize(b, b.folder / "no"), ["holds no prediction"]),
    "run folder has no fields": (lambda b: vectorize(b, b.folder), ["holds no prediction", "--keep-fields"]),
    "footprints are missing": (lambda b: ["statistics", b.folder / "no.gpkg"], ["no.gpkg"]),
    "footprints are no vector file": (lambda b: ["statistics", b.text("a.gpkg", "x")], ["a.gpkg"]),
    "footprints do not say their raster": (lambda b: ["statistics", b.world.areas, "--by", "raster"], ['"raster"']),
}


def cut_off(bench: Bench) -> Path:
    path = bench.folder / "cut.tif"
    path.write_bytes(bench.world.raster.read_bytes()[:30_000])
    return path


def foreign_model(bench: Bench) -> Path:
    path = bench.folder / "other.safetensors"
    save_file({"weight": np.zeros((2, 2), np.float32)}, path)
    return path


def vectorize(bench: Bench, run_dir: Path) -> list[object]:
    return ["vectorize", "--run-dir", run_dir, "--output", bench.folder / "o.gpkg"]


@pytest.mark.parametrize("name", CASES)
def test_bad_input_is_told_in_one_sentence(name: str, bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    arguments, words = CASES[name]
    before = bench.world.raster.stat().st_mtime_ns
    status = main([str(word) for word in arguments(bench)])
    out, err = capsys.readouterr()
    errors = [line for line in err.splitlines() if line.startswith("Error: ")]
    assert status == 2, err
    assert len(errors) == 1, err
    assert "Traceback" not in err and "Traceback" not in out
    told = err[err.index("Error: ") :]
    assert [word for word in words if word not in told] == [], told
    assert len(errors[0]) < 400, told
    assert bench.world.raster.stat().st_mtime_ns == before
    assert not list(bench.folder.glob("o.*")), "a result appeared though the run failed"


def test_a_much_coarser_raster_is_told_about(bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    # 40 times coarser: what the model learned to see is smaller than a pixel here.
    status = main([str(word) for word in bench.predict(raster=bench.raster("coarse.tif", resolution=20.0))])
    err = capsys.readouterr().err
    assert status in (0, 2)
    assert ("Warning: " if status == 0 else "Error: ") in err
    assert "coarse.tif" in err and "20" in err


def test_a_failing_run_with_events_says_the_same(bench: Bench, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["info", str(bench.folder / "no.tif"), "--events"]) == 2
    last = json.loads(capfd.readouterr().out.splitlines()[-1])
    assert (last["event"], last["code"]) == ("error", "RasterOpenError")
    assert "no.tif does not exist" in last["message"]
