"""Commands that read small windows copy slow rasters once, say so, and find in the copy what is in the raster."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import geopandas
import numpy as np
import pytest
import rasterio
import rasterio.shutil
from numpy.random import default_rng

from engine.commands.chips import chips
from engine.commands.classify import classify
from engine.commands.classify_train import classify_train
from engine.commands.cutouts import cutouts
from engine.commands.mask import mask
from engine.commands.measure import measure
from engine.commands.suggest_areas import suggest_areas
from engine.commands.tile import tile
from engine.data.cutout import boxes_around, frame_around
from engine.domain.chips_settings import ChipsSettings
from engine.domain.classify_settings import ClassifySettings, ClassifyTrainSettings
from engine.domain.cutout_settings import CutoutsSettings, Framing
from engine.domain.mask_settings import MaskSettings
from engine.domain.measure_settings import MeasureSettings
from engine.domain.settings import LabelSource
from engine.domain.suggest_areas_settings import SuggestAreasSettings
from engine.domain.tiling_settings import DivideSettings
from engine.errors import OutputError, Stopped
from engine.events import SilentReporter
from engine.geo import read_plan, transcode
from engine.models.registry import FAMILIES
from engine.stop import StopFlag
from engine.training import feature_bank
from tests.engine.inference.tiny_model import TinyFamily, picture, write_tiny_model
from tests.factories import map_box, write_polygons, write_raster

STRIPED = {"compress": "deflate", "blockysize": 1, "tiled": False}
TILED = {"compress": "deflate", "blockxsize": 64, "blockysize": 64, "tiled": True}
THINGS = [(20 + 45 * row, 20 + 50 * col, 16, 12 + 6 * (col % 2)) for row in range(4) for col in range(5)]
Run = Callable[[Path, Path, SilentReporter, StopFlag], None]


@pytest.fixture(autouse=True)
def tiny_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let tiny rasters be slow as large ones are, and learning take little."""
    monkeypatch.setattr(read_plan, "CACHE_BYTES", 1000)
    monkeypatch.setattr(feature_bank, "MOST_VIEWS", 1)
    monkeypatch.setitem(FAMILIES, "tiny", TinyFamily())


def things(folder: Path) -> str:
    kinds = ["wide" if each[3] > 12 else "narrow" for each in THINGS]
    path = folder / "things.gpkg"
    boxes = [map_box(*each) for each in THINGS]
    return str(path if path.exists() else write_polygons(path, boxes, category=["roof"] * len(THINGS), kind=kinds))


def run_cutouts(raster: Path, folder: Path, reporter: SilentReporter, stop: StopFlag) -> None:
    framing = Framing(is_upright=True, is_square=True)
    settings = CutoutsSettings(
        footprints=things(folder.parent), rasters=(raster,), output=folder / "found", framing=framing
    )
    cutouts(settings, reporter=reporter, stop=stop)


def run_measure(raster: Path, folder: Path, reporter: SilentReporter, stop: StopFlag) -> None:
    settings = MeasureSettings(
        polygons=things(folder.parent), rasters=(raster,), output=folder / "found.geojson", texture=True
    )
    measure(settings, reporter=reporter, stop=stop)


def run_teach(raster: Path, folder: Path, reporter: SilentReporter, stop: StopFlag) -> None:
    options = {"size_px": 32, "epochs": 1, "threads": 1, "device": "cpu", "category_field": "kind"}
    settings = ClassifyTrainSettings(
        model=folder / "found.safetensors", footprints=things(folder.parent), rasters=(raster,), **options
    )
    classify_train(settings, reporter=reporter, stop=stop)


def run_classify(raster: Path, folder: Path, reporter: SilentReporter, stop: StopFlag) -> None:
    model = folder.parent / "kinds.safetensors"
    if not model.exists():
        run_teach(raster, folder, SilentReporter(), StopFlag())
        (folder / "found.safetensors").rename(model)
        (folder / "found.scores.json").unlink(missing_ok=True)
    settings = ClassifySettings(
        footprints=things(folder.parent), rasters=(raster,), model=model, output=folder / "found.geojson", device="cpu"
    )
    classify(settings, reporter=reporter, stop=stop)


def run_suggest(raster: Path, folder: Path, reporter: SilentReporter, stop: StopFlag) -> None:
    model = folder.parent / "roofs.safetensors"
    if not model.exists():
        write_tiny_model(model, chip_size_px=64)
    settings = SuggestAreasSettings(model=model, rasters=(raster,), output=folder / "found.geojson", count=3)
    suggest_areas(settings, reporter=reporter, stop=stop)


def run_chips(raster: Path, folder: Path, reporter: SilentReporter, stop: StopFlag) -> None:
    source = LabelSource(labels=things(folder.parent))
    settings = ChipsSettings(
        source=source, rasters=(raster,), output=folder / "found", layout="coco", size=64, val_share=0.0
    )
    chips(settings, reporter=reporter, stop=stop)


def run_tile(raster: Path, folder: Path, reporter: SilentReporter, stop: StopFlag) -> None:
    tile(DivideSettings(rasters=(raster,), output=folder / "found", tile_size=64), reporter=reporter, stop=stop)


def run_mask(raster: Path, folder: Path, reporter: SilentReporter, stop: StopFlag) -> None:
    settings = MaskSettings(raster=raster, polygons=things(folder.parent), output=folder / "found.tif")
    mask(settings, reporter=reporter, stop=stop)


ANYWHERE = {
    "cutouts": run_cutouts,
    "measure": run_measure,
    "classify-train": run_teach,
    "classify": run_classify,
    "suggest-areas": run_suggest,
    "chips": run_chips,
    "tile": run_tile,
}
QUICK = {name: run for name, run in ANYWHERE.items() if not name.startswith("classify")}


def site(folder: Path, **options: object) -> Path:
    """Write a site of noise and bright things; its name is the same in every folder."""
    folder.mkdir(exist_ok=True)
    noise = default_rng(0).integers(0, 40, (3, 220, 300), dtype=np.uint8)
    values = np.repeat(picture(220, 300, *THINGS)[:1], 3, axis=0)
    return write_raster(folder / "site.tif", np.maximum(values, noise), **options)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "site.tif"
    }


@pytest.mark.parametrize("run", ANYWHERE.values(), ids=ANYWHERE)
def test_what_is_found_in_strips_is_what_is_found_in_tiles(tmp_path: Path, run: Run) -> None:
    found, told = {}, {}
    for name, options in (("tiles", TILED), ("strips", STRIPED)):
        raster, reporter = site(tmp_path / name, **options), SilentReporter()
        run(raster, tmp_path / name, reporter, StopFlag())
        told[name] = [event["message"] for event in reporter.named("stage") if event["name"] == "copy"]
        found[name] = contents(tmp_path / name)
        assert found[name] and not (tmp_path / name / "found.rasters").exists()
    assert told["tiles"] == [] and len(told["strips"]) == 1
    assert told["strips"][0].startswith("site.tif: it is copied once into tiles, since windows of it are slow to read")
    if run in (run_chips, run_tile, run_cutouts):  # GeoTIFFs keep the layout of what they are cut from
        found = {name: {path: len(data) > 0 for path, data in files.items()} for name, files in found.items()}
    assert found["strips"] == found["tiles"]


@pytest.mark.parametrize("run", [run_cutouts, run_tile], ids=["cutouts", "tile"])
def test_pixels_of_pictures_come_out_the_same(tmp_path: Path, run: Run) -> None:
    pixels = {}
    for name, options in (("tiles", TILED), ("strips", STRIPED)):
        run(site(tmp_path / name, **options), tmp_path / name, SilentReporter(), StopFlag())
        pixels[name] = {}
        for path in sorted((tmp_path / name / "found").rglob("*.tif")):
            with rasterio.open(path) as file:
                pixels[name][path.name] = file.read().tolist()
    assert len(pixels["tiles"]) >= 20 and pixels["strips"] == pixels["tiles"]


@pytest.mark.parametrize("run", QUICK.values(), ids=QUICK)
def test_without_room_it_is_said_where_room_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    raster, reporter = site(tmp_path / "a", **STRIPED), SilentReporter()
    monkeypatch.setattr(transcode, "_MARGIN_BYTES", 1 << 60)
    try:
        run(raster, tmp_path / "a", reporter, StopFlag())
        (told,) = [event for event in reporter.named("warning") if event["code"] == "not_copied"]
        assert told["message"].endswith("; it is read as it is, slowly")
    except OutputError as err:  # chips and tiles read everything: that would take for ever
        assert run in (run_chips, run_tile)
        told = {"message": err.message, "hint": err.hint}
    assert "site.tif has to be copied to be read in windows, which takes" in told["message"]
    assert "found.rasters" in told["message"] and "disk with room" in told["hint"]


@pytest.mark.parametrize("run", QUICK.values(), ids=QUICK)
def test_a_stop_while_copying_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    raster, reporter, stop = site(tmp_path / "a", **STRIPED), SilentReporter(), StopFlag()
    stage = SilentReporter.stage

    def stopping(self: SilentReporter, name: str, message: str) -> None:
        stage(self, name, message)
        if name == "copy":
            stop.request()

    monkeypatch.setattr(SilentReporter, "stage", stopping)
    with pytest.raises(Stopped):
        run(raster, tmp_path / "a", reporter, stop)
    assert [event["name"] for event in reporter.named("stage")][-1] == "copy"
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["site.tif"]


def test_only_the_ground_below_polygons_is_copied(tmp_path: Path) -> None:
    raster = site(tmp_path / "a", **STRIPED)
    few = write_polygons(tmp_path / "few.gpkg", [map_box(*each) for each in THINGS[:2]])
    reporter = SilentReporter()
    settings = MeasureSettings(polygons=str(few), rasters=(raster,), output=tmp_path / "a" / "found.gpkg")
    measure(settings, reporter=reporter, stop=StopFlag())
    last = [event for event in reporter.named("progress") if event["stage"] == "copy"][-1]
    assert last["total"] == pytest.approx(21 * 73 / 1e6)  # both, two pixels around them, and one more: bounds are open


def test_a_raster_below_no_polygon_is_not_copied(tmp_path: Path) -> None:
    raster = site(tmp_path / "a", **STRIPED)
    far = write_polygons(tmp_path / "far.gpkg", [map_box(5000, 5000, 10, 10)])
    reporter = SilentReporter()
    settings = MeasureSettings(polygons=str(far), rasters=(raster,), output=tmp_path / "a" / "found.gpkg")
    measure(settings, reporter=reporter, stop=StopFlag())
    assert "copy" not in [event["name"] for event in reporter.named("stage")]


def test_a_mask_copies_what_cannot_be_read_across(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Strips and pictures are read from edge to edge, each once; large tiles of JPEG 2000 are not."""
    found = {}
    striped = site(tmp_path / "strips", **STRIPED)
    (tmp_path / "jp2").mkdir()
    rasterio.shutil.copy(
        striped, tmp_path / "jp2" / "site.jp2", driver="JP2OpenJPEG", QUALITY="100", REVERSIBLE="YES", BLOCKXSIZE="256"
    )
    monkeypatch.setattr(read_plan, "_LARGE_TILE_PX", 1000)
    for raster in (striped, tmp_path / "jp2" / "site.jp2"):
        reporter = SilentReporter()
        run_mask(raster, raster.parent, reporter, StopFlag())
        with rasterio.open(raster.parent / "found.tif") as file:
            found[raster.suffix] = file.read()
        stages = [event["name"] for event in reporter.named("stage")]
        assert ("copy" in stages) == (raster.suffix == ".jp2"), raster.name
        assert not (raster.parent / "found.rasters").exists()
    assert found[".tif"].any() and (found[".tif"] == found[".jp2"]).all()


@pytest.mark.parametrize("format, share", [("png", 1.0), ("tif", 0.1)])
def test_a_single_tile_is_copied_as_a_whole_where_all_of_it_is_sampled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: str, share: float
) -> None:
    """The values of pictures are stretched by samples from all over a raster of 16 bits."""
    monkeypatch.setattr(read_plan, "_LARGE_FILE_BYTES", 0)
    monkeypatch.setattr("engine.geo.raster_file.jp2_tile_shape", lambda path: (1100, 1200))
    values = default_rng(0).integers(0, 4000, (3, 1100, 1200), dtype=np.uint16)
    options = {"BLOCKXSIZE": "1200", "BLOCKYSIZE": "1100", "QUALITY": "100", "REVERSIBLE": "YES"}
    tiled = write_raster(tmp_path / "tiled.tif", values)
    rasterio.shutil.copy(tiled, tmp_path / "site.jp2", driver="JP2OpenJPEG", **options)
    reporter = SilentReporter()
    settings = CutoutsSettings(
        footprints=things(tmp_path), rasters=(tmp_path / "site.jp2",), output=tmp_path / "found", format=format
    )
    cutouts(settings, reporter=reporter, stop=StopFlag())
    last = [event for event in reporter.named("progress") if event["stage"] == "copy"][-1]
    assert last["total"] == pytest.approx(1.32, rel=1e-6) if share == 1 else last["total"] < share * 1.32


@pytest.mark.parametrize("is_upright", [False, True])
@pytest.mark.parametrize("is_square", [False, True])
def test_frames_lie_in_the_boxes_that_are_copied(is_upright: bool, is_square: bool) -> None:
    framing = Framing(padding=0.4, padding_px=3, is_square=is_square, is_upright=is_upright)
    generator = default_rng(0)
    for _ in range(50):
        points = generator.uniform(0, 1, (3, 2)) * generator.uniform(1, 100, 2)
        polygon = geopandas.GeoSeries.from_wkt(
            [f"POLYGON (({', '.join(f'{x} {y}' for x, y in points[[0, 1, 2, 0]])}))"]
        )
        frame = frame_around(polygon[0], framing)
        corners = [frame.to_raster * corner for corner in ((0, 0), (frame.cols, 0), (0, frame.rows))]
        corners.append(tuple(np.add(corners[1], corners[2]) - corners[0]))
        left, top, right, bottom = boxes_around(np.array([polygon[0].bounds]), framing)[0]
        assert all(left <= x <= right and top <= y <= bottom for x, y in corners)
