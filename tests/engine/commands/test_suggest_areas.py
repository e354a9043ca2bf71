"""`suggest_areas` ranks ground that nobody has labeled: what looks otherwise before what looks alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely
import torch

from engine.commands.predict import predict
from engine.commands.suggest_areas import suggest_areas
from engine.domain.category import categories_named
from engine.domain.model_card import ModelCard
from engine.domain.scaling import Scaling
from engine.domain.settings import PredictSettings
from engine.domain.suggest_areas_settings import SuggestAreasSettings
from engine.domain.thresholds import Thresholds
from engine.errors import AreaError, OutputError, RunFolderError, Stopped, UsageError
from engine.events import SilentReporter
from engine.inference.looks import Looker
from engine.models.committee import Committee
from engine.models.model_file import save_model
from engine.models.registry import FAMILIES
from engine.models.unet import UNet
from engine.stop import StopFlag
from tests.engine.inference.tiny_model import TinyFamily, picture, write_tiny_model
from tests.factories import map_box, write_polygons, write_raster

SIDE = 64


@pytest.fixture(autouse=True)
def tiny_family(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FAMILIES, "tiny", TinyFamily())


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return write_tiny_model(tmp_path / "roofs.safetensors", chip_size_px=SIDE)


def run(model: Path, *rasters: Path, output: Path, **options: Any) -> dict[str, Any]:
    reporter = SilentReporter()
    settings = SuggestAreasSettings(model=model, rasters=rasters, output=output, **options)
    suggest_areas(settings, reporter=reporter, stop=StopFlag())
    (event,) = reporter.named("result")
    return {**event["values"], "warnings": [each["code"] for each in reporter.named("warning")]}


def areas_in(path: Path) -> list[tuple[dict[str, Any], Any]]:
    meta, _, geometry, columns = pyogrio.raw.read(path)
    rows = [dict(zip(meta["fields"], row, strict=True)) for row in zip(*columns, strict=True)]
    return list(zip(rows, shapely.from_wkb(geometry), strict=True))


def striped(tmp_path: Path) -> Path:
    """A raster of 4 x 4 cells: dull, with stripes in the cell in the last row and column."""
    values = np.full((2, 4 * SIDE, 4 * SIDE), 20, np.uint8)
    values[:, 3 * SIDE :, 3 * SIDE :: 4] = 200
    return write_raster(tmp_path / "city.tif", values)


def labeled(tmp_path: Path) -> Path:
    return write_polygons(tmp_path / "areas.gpkg", [map_box(0, 0, SIDE, 2 * SIDE)], role=["train"])


def test_the_part_that_looks_otherwise_is_ranked_above_those_that_look_like_the_labeled_one(
    tmp_path: Path, model: Path
) -> None:
    output = tmp_path / "next.gpkg"
    told = run(model, striped(tmp_path), output=output, areas=str(labeled(tmp_path)), count=3)
    (first, where), (second, _), _ = areas_in(output)
    assert where.equals(map_box(3 * SIDE, 3 * SIDE, SIDE, SIDE))
    assert (first["rank"], first["raster"], second["rank"]) == (1, "city.tif", 2)
    assert first["difference"] == pytest.approx(1.0) and second["difference"] < 0.2
    assert (told["n_suggestions"], told["n_looked_at"], told["n_labeled"]) == (3, 14, 2)
    assert told["text"].splitlines()[1].split()[-1] == "city.tif"


def test_a_real_network_ranks_it_first_as_well(tmp_path: Path) -> None:
    torch.manual_seed(0)
    card = ModelCard(
        family="unet", encoder="tf_efficientnet_lite0", categories=categories_named(["roof"]), bands=(1, 2),
        scaling=Scaling((0.0, 0.0), (255.0, 255.0)), dtype="uint8", scale=1.0, resolution_m=1.0,
        raster_resolution_m=1.0, chip_size_px=SIDE, score_threshold=0.5, thresholds=(Thresholds(),),
        encoder_depth=4, n_members=2,
    )  # fmt: skip
    path = tmp_path / "net.safetensors"
    save_model(path, Committee(UNet(2, 1, depth=4), 2), card)
    run(path, striped(tmp_path), output=tmp_path / "n.gpkg", areas=str(labeled(tmp_path)), count=2)
    (first, where), *_ = areas_in(tmp_path / "n.gpkg")
    assert where.equals(map_box(3 * SIDE, 3 * SIDE, SIDE, SIDE))
    assert first["disagreement"] is not None and first["difference"] == pytest.approx(1.0)


def test_the_part_that_the_model_is_unsure_of_comes_first(tmp_path: Path, model: Path) -> None:
    values = picture(2 * SIDE, 2 * SIDE)
    values[0, SIDE:, :SIDE] = 126  # the tiny network says 0.48 there
    run(model, write_raster(tmp_path / "c.tif", values), output=tmp_path / "n.gpkg", count=2)
    (first, where), (second, _) = areas_in(tmp_path / "n.gpkg")
    assert where.equals(map_box(SIDE, 0, SIDE, SIDE))
    assert first["uncertainty"] > second["uncertainty"]


def test_the_same_question_has_the_same_answer(tmp_path: Path, model: Path) -> None:
    raster = write_raster(tmp_path / "c.tif", np.random.default_rng(1).integers(0, 255, (2, 256, 256)).astype(np.uint8))
    answers = [run(model, raster, output=tmp_path / f"{i}.geojson", sample=12)["suggestions"] for i in range(2)]
    assert answers[0] == answers[1] and len(answers[0]) == 10


def test_labels_count_as_labeled_ground_and_areas_to_predict_in_do_not(tmp_path: Path, model: Path) -> None:
    labels = write_polygons(tmp_path / "l.gpkg", [map_box(20, 20, 16, 16)], category=["roof"])
    areas = write_polygons(tmp_path / "a.gpkg", [map_box(0, 0, 2 * SIDE, 2 * SIDE)], role=["predict"])
    raster = write_raster(tmp_path / "c.tif", picture(2 * SIDE, 2 * SIDE))
    run(model, raster, output=tmp_path / "n.gpkg", labels=str(labels), areas=str(areas))
    found = areas_in(tmp_path / "n.gpkg")
    assert len(found) == 3
    assert not any(where.intersects(map_box(20, 20, 16, 16)) for _, where in found)


def test_a_side_is_given_in_metres(tmp_path: Path, model: Path) -> None:
    raster = write_raster(tmp_path / "c.tif", picture(200, 200))
    run(model, raster, output=tmp_path / "n.gpkg", count=1, size_m=100)
    ((_, where),) = areas_in(tmp_path / "n.gpkg")
    assert where.area == pytest.approx(96 * 96)  # a multiple of 32 px of the network


def test_a_raster_without_georeference_keeps_its_pixel_coordinates(tmp_path: Path, model: Path) -> None:
    raster = write_raster(
        tmp_path / "c.png", picture(SIDE, 2 * SIDE, n_bands=3), driver="PNG", crs=None, transform=None
    )
    told = run(model, raster, output=tmp_path / "n.gpkg", count=2, size_m=20)
    assert "pixel_coordinates" in told["warnings"]
    assert {where.bounds for _, where in areas_in(tmp_path / "n.gpkg")} == {(0, -64, 64, 0), (64, -64, 128, 0)}


def test_ground_without_pixels_is_not_suggested(tmp_path: Path, model: Path) -> None:
    mask = np.zeros((2 * SIDE, 2 * SIDE), bool)
    mask[:SIDE, :SIDE] = True
    raster = write_raster(tmp_path / "c.tif", picture(2 * SIDE, 2 * SIDE), mask=mask)
    assert run(model, raster, output=tmp_path / "n.gpkg")["n_suggestions"] == 1
    empty = write_raster(tmp_path / "e.tif", picture(SIDE, SIDE), mask=np.zeros((SIDE, SIDE), bool))
    with pytest.raises(AreaError, match="holds valid pixels"):
        run(model, empty, output=tmp_path / "m.gpkg")


def test_kept_fields_find_the_one_unsure_place_among_many(tmp_path: Path, model: Path) -> None:
    values = picture(16 * SIDE, 16 * SIDE)
    values[0, 5 * SIDE : 6 * SIDE, 7 * SIDE : 8 * SIDE] = 126
    raster, folder = write_raster(tmp_path / "c.tif", values), tmp_path / "run"
    settings = PredictSettings(
        model=model, rasters=(raster,), output=tmp_path / "f.gpkg", run_dir=folder, keep_fields=True, workers=0
    )
    predict(settings, reporter=SilentReporter(), stop=StopFlag())
    options = {"count": 1, "sample": 4}
    run(model, raster, output=tmp_path / "n.gpkg", run_dir=folder, **options)
    ((_, where),) = areas_in(tmp_path / "n.gpkg")
    assert where.equals(map_box(5 * SIDE, 7 * SIDE, SIDE, SIDE))
    run(model, raster, output=tmp_path / "without.gpkg", **options)
    ((_, elsewhere),) = areas_in(tmp_path / "without.gpkg")
    assert not elsewhere.equals(where)  # four of 256 places do not tell


def test_fields_of_another_model_or_raster_are_refused(tmp_path: Path, model: Path) -> None:
    raster, folder = write_raster(tmp_path / "c.tif", picture(SIDE, SIDE)), tmp_path / "run"
    settings = PredictSettings(
        model=model, rasters=(raster,), output=tmp_path / "f.gpkg", run_dir=folder, keep_fields=True, workers=0
    )
    predict(settings, reporter=SilentReporter(), stop=StopFlag())
    other = write_tiny_model(tmp_path / "other.safetensors", score_threshold=0.4)
    with pytest.raises(RunFolderError, match="fields of another model, roofs"):
        run(other, raster, output=tmp_path / "n.gpkg", run_dir=folder)
    foreign = write_raster(tmp_path / "d.tif", picture(SIDE, SIDE))
    with pytest.raises(RunFolderError, match=r"no fields of d\.tif"):
        run(model, foreign, output=tmp_path / "n.gpkg", run_dir=folder)
    write_raster(raster, picture(SIDE + 1, SIDE))
    with pytest.raises(RunFolderError, match=r"c\.tif was changed"):
        run(model, raster, output=tmp_path / "n.gpkg", run_dir=folder)


def test_what_cannot_be_is_said(tmp_path: Path, model: Path) -> None:
    raster = write_raster(tmp_path / "c.tif", picture(SIDE, SIDE))
    everything = write_polygons(tmp_path / "a.gpkg", [map_box(0, 0, SIDE, SIDE)], role=["validate"])
    with pytest.raises(AreaError, match="labeled already"):
        run(model, raster, output=tmp_path / "n.gpkg", areas=str(everything))
    with pytest.raises(OutputError, match="ending"):
        run(model, raster, output=tmp_path / "n.csv")
    with pytest.raises(UsageError, match="twice"):
        run(model, raster, raster, output=tmp_path / "n.gpkg")
    with pytest.raises(ValueError, match="sample must be at least the count, 10, got 3"):
        SuggestAreasSettings(model=model, rasters=(raster,), output=tmp_path / "n.gpkg", sample=3)
    assert SuggestAreasSettings(model=model, rasters=(raster,), output=tmp_path / "n.gpkg", count=300).n_places == 300
    with pytest.raises(ValueError, match="size_m must be more than 0, got 0"):
        SuggestAreasSettings(model=model, rasters=(raster,), output=tmp_path / "n.gpkg", size_m=0)


def test_what_is_read_is_never_written_over(tmp_path: Path, model: Path) -> None:
    raster = write_raster(tmp_path / "c.tif", picture(SIDE, 2 * SIDE))
    site = write_polygons(tmp_path / "site.gpkg", [map_box(0, 0, SIDE, SIDE)], role=["train"])
    before = site.read_bytes()
    with pytest.raises(OutputError, match=r"site\.gpkg is also what is read"):
        run(model, raster, output=tmp_path / "." / "site.gpkg", areas=f"{site}|{site.stem}")
    assert site.read_bytes() == before


def test_more_areas_than_can_be_compared_are_refused(
    tmp_path: Path, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.commands.suggest_areas.MOST_CELLS", 3)
    rasters = [write_raster(tmp_path / name, picture(SIDE, 2 * SIDE)) for name in ("a.tif", "b.tif")]
    with pytest.raises(AreaError, match="4 areas are too many to compare; 3 is the most"):
        run(model, *rasters, output=tmp_path / "n.gpkg")


def test_how_long_it_takes_does_not_grow_with_the_rasters(
    tmp_path: Path, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.commands.suggest_areas._MOST_KNOWN", 5)
    n_looks = []
    monkeypatch.setattr(Looker, "look", counted(n_looks, Looker.look))
    areas = write_polygons(tmp_path / "a.gpkg", [map_box(0, 0, 10 * SIDE, 4 * SIDE)], role=["train"])
    raster = write_raster(tmp_path / "c.tif", picture(10 * SIDE, 20 * SIDE))
    told = run(model, raster, output=tmp_path / "n.gpkg", areas=str(areas), count=2, sample=7)
    assert (told["n_looked_at"], told["n_labeled"], sum(n_looks)) == (7, 5, 12)  # each once


def counted(sizes: list[int], look: Any) -> Any:
    def looked(looker: Looker, pixels: Any, weights: Any) -> Any:
        sizes.append(len(pixels))
        return look(looker, pixels, weights)

    return looked


def test_a_stop_leaves_nothing(tmp_path: Path, model: Path) -> None:
    raster, output, stop = write_raster(tmp_path / "c.tif", picture(SIDE, SIDE)), tmp_path / "n.gpkg", StopFlag()
    stop.request()
    with pytest.raises(Stopped):
        suggest_areas(
            SuggestAreasSettings(model=model, rasters=(raster,), output=output), reporter=SilentReporter(), stop=stop
        )
    assert not output.exists()


def test_rasters_of_two_zones_share_the_first_ones_coordinates(tmp_path: Path, model: Path) -> None:
    here = write_raster(tmp_path / "a.tif", picture(SIDE, SIDE))
    there = write_raster(tmp_path / "b.tif", picture(SIDE, SIDE), crs="EPSG:32633")
    run(model, here, there, output=tmp_path / "n.gpkg")
    by_name = {row["raster"]: where for row, where in areas_in(tmp_path / "n.gpkg")}
    assert by_name["a.tif"].equals(map_box(0, 0, SIDE, SIDE))
    assert by_name["b.tif"].centroid.x > 900_000  # a zone farther east, seen from the first
