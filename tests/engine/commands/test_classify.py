"""A classifier learns from labeled footprints or folders of pictures, and sorts footprints; everything else stays."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pytest
from numpy.random import default_rng
from safetensors import safe_open
from safetensors.numpy import save_file
from shapely import Point

from engine.commands.classify import classify
from engine.commands.classify_train import classify_train
from engine.commands.cutouts import cutouts
from engine.domain.classify_settings import ClassifySettings, ClassifyTrainSettings
from engine.domain.cutout_settings import CutoutsSettings, Framing
from engine.errors import (
    BandCountError,
    CategoryFieldError,
    DeepSegError,
    ModelFileError,
    OutputError,
    Stopped,
    TooFewLabelsError,
    UsageError,
)
from engine.events import SilentReporter
from engine.models.classifier_file import read_classifier_card
from engine.models.model_file import read_card
from engine.stop import StopFlag
from engine.training import feature_bank
from tests.factories import UTM, map_box, write_polygons, write_raster

KINDS = ("striped", "plain", "dotted")
SIDE_PX, STEP_PX, N_SIDE = 16, 40, 6


def field_of_things(folder: Path) -> tuple[Path, geopandas.GeoDataFrame]:
    """Return a raster of 36 squares of three kinds on noisy ground, and their outlines with their kinds."""
    generator = default_rng(3)
    size = STEP_PX * N_SIDE
    pixels = generator.normal(90, 12, (3, size, size))
    outlines, kinds = [], []
    for number in range(N_SIDE**2):
        row, col = (12 + STEP_PX * (number // N_SIDE), 12 + STEP_PX * (number % N_SIDE))
        kind = KINDS[(number + number // N_SIDE) % 3]
        square = np.full((SIDE_PX, SIDE_PX), 150.0)
        if kind == "striped":
            square[::4] = square[1::4] = 40
        if kind == "dotted":
            square[2::6, 2::6] = square[3::6, 3::6] = square[2::6, 3::6] = square[3::6, 2::6] = 250
        pixels[:, row : row + SIDE_PX, col : col + SIDE_PX] = square + generator.normal(0, 8, (3, SIDE_PX, SIDE_PX))
        outlines.append(map_box(row, col, SIDE_PX, SIDE_PX))
        kinds.append(kind)
    raster = write_raster(folder / "field.tif", np.clip(pixels, 0, 255).astype(np.uint8))
    columns = {"category": ["thing"] * len(kinds), "kind": kinds, "height": np.arange(len(kinds)) / 4}
    return raster, geopandas.GeoDataFrame(columns, geometry=outlines, crs=UTM)


def teach(model: Path, **options: Any) -> SilentReporter:
    reporter = SilentReporter()
    options = {"size_px": 64, "epochs": 8, "threads": 1, "device": "cpu", **options}
    classify_train(ClassifyTrainSettings(model=model, **options), reporter=reporter, stop=StopFlag())
    return reporter


def sort(source: Path | str, raster: Path, model: Path, output: Path, **options: Any) -> SilentReporter:
    reporter = SilentReporter()
    settings = ClassifySettings(
        footprints=str(source), rasters=(raster,), model=model, output=output, threads=1, device="cpu", **options
    )
    classify(settings, reporter=reporter, stop=StopFlag())
    return reporter


@pytest.fixture(scope="module", autouse=True)
def few_views() -> Iterator[None]:
    """Look at each thing in three ways, which is enough for things as plain as ours."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(feature_bank, "MOST_VIEWS", 3)
        yield


@pytest.fixture(scope="module")
def world(few_views: None, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("field")
    raster, things = field_of_things(folder)
    things.to_file(folder / "things.gpkg")
    reporter = teach(
        folder / "kinds.safetensors", footprints=str(folder / "things.gpkg"), rasters=(raster,), category_field="kind"
    )
    return {"folder": folder, "raster": raster, "things": things, "events": reporter, "source": folder / "things.gpkg"}


def test_kinds_are_told_apart_on_ground_that_no_head_has_seen(world: dict[str, Any]) -> None:
    values = world["events"].named("result")[0]["values"]
    assert values["n_labels"] == 36 and values["scores"]["n"] == 36
    assert values["scores"]["accuracy"] > 0.9
    assert sorted(values["scores"]["categories"]) == sorted(KINDS)
    assert "sorted right" in values["text"] and "taken for" in values["text"]
    epochs = world["events"].named("epoch")
    assert len(epochs) == 8 and set(epochs[0]["scores"]) == {"accuracy", "recall", "f1"}
    assert epochs[-1]["losses"]["category"] < epochs[0]["losses"]["category"]
    assert [event["kind"] for event in world["events"].named("artifact")] == ["model", "report"]
    report = json.loads((world["folder"] / "kinds.scores.json").read_text())
    assert np.sum(report["confusion"]) == 36


def test_the_model_says_what_it_is_and_holds_tensors_only(world: dict[str, Any]) -> None:
    card = read_classifier_card(world["folder"] / "kinds.safetensors")
    assert [each.name for each in card.categories] == ["dotted", "plain", "striped"]
    assert (card.bands, card.shape_unit, card.size_px, card.n_labels) == ((1, 2, 3), "m", 64, 36)
    assert card.scores["accuracy"] > 0.9 and set(card.recalls) == set(KINDS)
    with safe_open(world["folder"] / "kinds.safetensors", framework="np") as file:
        assert list(file.metadata()) == ["deepseg_classifier"]


def test_the_same_seed_gives_the_same_model(world: dict[str, Any], tmp_path: Path) -> None:
    options = {"footprints": str(world["source"]), "rasters": (world["raster"],), "category_field": "kind"}
    teach(tmp_path / "kinds.safetensors", **options)
    first = (world["folder"] / "kinds.safetensors").read_bytes()
    assert (tmp_path / "kinds.safetensors").read_bytes() == first


@pytest.mark.parametrize("ending", [".gpkg", ".geojson", ".parquet"])
def test_footprints_get_their_kind_and_keep_all_else(world: dict[str, Any], tmp_path: Path, ending: str) -> None:
    output = tmp_path / f"sorted{ending}"
    reporter = sort(world["source"], world["raster"], world["folder"] / "kinds.safetensors", output, truth_field="kind")
    read = geopandas.read_parquet(output) if ending == ".parquet" else geopandas.read_file(output)
    things = world["things"]
    assert read["subcategory"].tolist() == things["kind"].tolist()
    assert read["subcategory_score"].between(0.34, 1).all()
    assert read["height"].tolist() == things["height"].tolist() and read["kind"].tolist() == things["kind"].tolist()
    assert read.to_crs(UTM).geometry.hausdorff_distance(things.geometry).max() < 0.01
    values = reporter.named("result")[0]["values"]
    assert values["scores"]["accuracy"] == 1.0 and values["n_sorted"] == 36
    assert values["text"].splitlines()[1] == "36 of 36 are right (100 %)"


def test_kinds_that_the_model_does_not_know_are_counted_apart(world: dict[str, Any], tmp_path: Path) -> None:
    things = world["things"].copy()
    things.loc[:4, "kind"] = "checkered"
    things.to_file(tmp_path / "a.gpkg")
    model = world["folder"] / "kinds.safetensors"
    reporter = sort(tmp_path / "a.gpkg", world["raster"], model, tmp_path / "b.gpkg", truth_field="kind")
    values = reporter.named("result")[0]["values"]
    assert (values["scores"]["n"], values["n_of_unknown_kind"]) == (31, 5)
    assert "31 of 31 are right (100 %); 5 more are of kinds that the model does not know" in values["text"]


def test_views_and_batches_change_little(world: dict[str, Any], tmp_path: Path) -> None:
    model = world["folder"] / "kinds.safetensors"
    scores = []
    for number, options in enumerate(({}, {"batch_size": 5}, {"views": 8})):
        sort(world["source"], world["raster"], model, tmp_path / f"{number}.gpkg", **options)
        scores.append(geopandas.read_file(tmp_path / f"{number}.gpkg")["subcategory_score"].to_numpy())
    assert scores[0] == pytest.approx(scores[1], abs=2e-4)
    assert scores[0] == pytest.approx(scores[2], abs=0.3)


def test_labels_on_no_raster_are_not_taken_for_missing_ones(world: dict[str, Any], tmp_path: Path) -> None:
    source = write_polygons(tmp_path / "far.gpkg", [map_box(9000, 9000, 5, 5)] * 2, kind=["a", "b"])
    with pytest.raises(TooFewLabelsError, match=r"none of the 2 labeled polygons of far.gpkg lies on"):
        teach(tmp_path / "m.safetensors", footprints=str(source), rasters=(world["raster"],), category_field="kind")


def test_others_stay_empty(world: dict[str, Any], tmp_path: Path) -> None:
    boxes = [*world["things"].geometry[:2], map_box(5000, 5000, 5, 5), None]
    source = write_polygons(tmp_path / "a.gpkg", boxes, category=["thing", "other", "thing", "thing"])
    model = world["folder"] / "kinds.safetensors"
    reporter = sort(source, world["raster"], model, tmp_path / "b.gpkg", categories=("thing",))
    kinds = geopandas.read_file(tmp_path / "b.gpkg")["subcategory"].tolist()
    assert kinds[0] == world["things"]["kind"][0] and all(kind is None or kind != kind for kind in kinds[1:])
    assert reporter.named("warning")[0]["message"].endswith("stay without a kind: 2")
    with pytest.raises(CategoryFieldError, match='no polygon of the category "car"'):
        sort(source, world["raster"], model, tmp_path / "c.gpkg", categories=("car",))


@pytest.mark.parametrize("format", ["tif", "png"])
def test_folders_that_cutouts_wrote_teach_as_well(world: dict[str, Any], tmp_path: Path, format: str) -> None:
    settings = CutoutsSettings(
        footprints=str(world["source"]),
        rasters=(world["raster"],),
        output=tmp_path / "cut",
        framing=Framing(padding=0.1, is_square=True, size_px=48),
        category_field="kind",
        format=format,
    )
    cutouts(settings, reporter=SilentReporter(), stop=StopFlag())
    model = tmp_path / "kinds.safetensors"
    reporter = teach(model, cutouts=tmp_path / "cut")
    assert reporter.named("result")[0]["values"]["scores"]["accuracy"] > 0.85
    card = read_classifier_card(model)
    assert card.shape_unit == "m" and card.framing == Framing(padding=0.1, is_square=True, size_px=64)
    sort(world["source"], world["raster"], model, tmp_path / "sorted.gpkg")
    found = geopandas.read_file(tmp_path / "sorted.gpkg")["subcategory"]
    assert (found == world["things"]["kind"]).mean() > 0.9


def test_folders_of_other_peoples_pictures_teach_without_measures(tmp_path: Path) -> None:
    from PIL import Image

    generator = default_rng(0)
    for kind, value in (("dark", 40), ("bright", 200)):
        (tmp_path / "pictures" / kind).mkdir(parents=True)
        for number in range(5):
            pixels = np.clip(generator.normal(value, 20, (30 + number, 40, 3)), 0, 255).astype(np.uint8)
            Image.fromarray(pixels).save(tmp_path / "pictures" / kind / f"{number}.png")
    reporter = teach(tmp_path / "m.safetensors", cutouts=tmp_path / "pictures", epochs=3)
    assert reporter.named("result")[0]["values"]["scores"]["accuracy"] == 1.0
    assert read_classifier_card(tmp_path / "m.safetensors").shape_unit == ""
    assert "do not say where they were taken" in reporter.named("warning")[0]["message"]


def test_a_stop_between_epochs_keeps_the_best(world: dict[str, Any], tmp_path: Path) -> None:
    stop = StopFlag()

    class Stopping(SilentReporter):
        def epoch(self, **values: Any) -> None:
            super().epoch(**values)
            if values["epoch"] == 2:
                stop.request()

    settings = ClassifyTrainSettings(
        model=tmp_path / "m.safetensors",
        footprints=str(world["source"]),
        rasters=(world["raster"],),
        category_field="kind",
        size_px=64,
        threads=1,
    )
    reporter = Stopping()
    with pytest.raises(Stopped, match=r"the best classifier so far \(epoch \d\)"):
        classify_train(settings, reporter=reporter, stop=stop)
    assert len(reporter.named("epoch")) == 2
    assert read_classifier_card(tmp_path / "m.safetensors").n_labels == 36


def test_a_time_limit_keeps_the_best(world: dict[str, Any], tmp_path: Path) -> None:
    options = {"footprints": str(world["source"]), "rasters": (world["raster"],), "category_field": "kind"}
    reporter = teach(tmp_path / "m.safetensors", epochs=100_000, time_limit_s=1.0, **options)
    assert 1 <= len(reporter.named("epoch")) < 1000
    assert (tmp_path / "m.safetensors").is_file()


def test_models_of_the_wrong_kind_are_refused_with_a_sentence(world: dict[str, Any], tmp_path: Path) -> None:
    classifier, other = world["folder"] / "kinds.safetensors", tmp_path / "roofs.safetensors"
    with pytest.raises(ModelFileError, match="sorts cut-outs into kinds; it finds nothing") as error:
        read_card(classifier)
    assert "deepseg classify" in error.value.hint
    save_file({"a": np.zeros(2, np.float32)}, other, metadata={"deepseg": "{}"})
    with pytest.raises(ModelFileError, match="finds things in rasters; it does not sort"):
        sort(world["source"], world["raster"], other, tmp_path / "b.gpkg")
    save_file({"a": np.zeros(2, np.float32)}, other)
    with pytest.raises(ModelFileError, match="holds weights but no card"):
        read_classifier_card(other)
    save_file({"a": np.zeros(2, np.float32)}, other, metadata={"deepseg_classifier": '{"format": 99}'})
    with pytest.raises(ModelFileError, match="card format 99, this engine reads 1"):
        read_classifier_card(other)
    other.write_bytes(b"no model")
    with pytest.raises(ModelFileError, match="is not a model file, or is damaged"):
        read_classifier_card(other)


def bad_inputs() -> dict[str, tuple[Callable[[dict[str, Any], Path], Any], type[DeepSegError], str]]:
    def taught(**options: Any) -> Callable[[dict[str, Any], Path], Any]:
        return lambda world, folder: teach(
            folder / options.pop("model", "m.safetensors"),
            **{"footprints": str(world["source"]), "rasters": (world["raster"],), **options},
        )

    def one_band(world: dict[str, Any], folder: Path) -> Any:
        raster = write_raster(folder / "gray.tif", np.zeros((1, 300, 300), np.uint8))
        sort(world["source"], raster, world["folder"] / "kinds.safetensors", folder / "b.gpkg")

    def placeless(world: dict[str, Any], folder: Path) -> Any:
        raster = write_raster(folder / "p.tif", np.zeros((3, 300, 300), np.uint8), crs=None, transform=None)
        source = write_polygons(folder / "a.gpkg", [Point(50, -50).buffer(9)], crs=None)
        sort(source, raster, world["folder"] / "kinds.safetensors", folder / "b.gpkg")

    return {
        "no field": (taught(), CategoryFieldError, 'things.gpkg has no field "subcategory"'),
        "one kind": (taught(category_field="category"), TooFewLabelsError, 'there is only "thing" in the field'),
        "numbers": (taught(category_field="height"), CategoryFieldError, "holds no categories"),
        "ending": (taught(category_field="kind", model="m.pt"), OutputError, "does not end in .safetensors"),
        "no folder": (
            lambda world, folder: teach(folder / "m.safetensors", cutouts=folder / "missing"),
            UsageError,
            "there is no folder",
        ),
        "no pictures": (
            lambda world, folder: teach(folder / "m.safetensors", cutouts=folder),
            UsageError,
            "there is no picture in the folders below",
        ),
        "bands": (one_band, BandCountError, "gray.tif has 1 band; band 2 was asked for"),
        "no metres": (placeless, ModelFileError, "learned sizes in metres, which p.tif without a coordinate system"),
    }


@pytest.mark.parametrize("name", bad_inputs())
def test_what_cannot_be_is_one_sentence(world: dict[str, Any], tmp_path: Path, name: str) -> None:
    work, error, message = bad_inputs()[name]
    with pytest.raises(error, match=message):
        work(world, tmp_path)
    assert not list(tmp_path.glob("*.safetensors")) and not list(tmp_path.glob("b.*"))
