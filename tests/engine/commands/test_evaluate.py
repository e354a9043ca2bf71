"""`deepseg evaluate` from files to files, with a network that sees bright things."""

import json

import numpy as np
import pyogrio
import pytest
import shapely
from affine import Affine

from engine.commands.evaluate import evaluate
from engine.commands.predict import predict
from engine.domain.settings import EvaluateSettings, LabelSource, PredictSettings
from engine.errors import AreaError, DeepSegError, OutputError, Stopped, TooFewLabelsError, UsageError
from engine.events import SilentReporter
from engine.geo.raster import open_raster
from engine.inference.in_area import footprints_in
from engine.models.device import choose_device
from engine.models.model_file import load_model
from engine.models.registry import FAMILIES
from engine.stop import StopFlag
from tests.engine.inference.tiny_model import TinyFamily, picture, write_tiny_model
from tests.factories import map_box, write_polygons, write_raster

# On a raster of 200 x 300: seen and labeled, seen but not labeled, on the border of the area, beyond it.
SEEN = [(20, 20, 20, 30), (100, 30, 20, 20), (60, 140, 20, 20), (20, 220, 20, 20)]
LABELED = [SEEN[0], (150, 30, 20, 20), SEEN[2], SEEN[3]]
AREA = (0, 0, 200, 155)  # holds 15 of the 20 columns of the third


@pytest.fixture(autouse=True)
def _tiny_family(monkeypatch):
    monkeypatch.setitem(FAMILIES, "tiny", TinyFamily())


class World:
    """Files of one small site, and the settings to evaluate it."""

    def __init__(self, folder):
        self.folder = folder
        self.raster = write_raster(folder / "site.tif", picture(200, 300, *SEEN))
        self.labels = write_polygons(folder / "labels.gpkg", [map_box(*each) for each in LABELED])
        self.model = write_tiny_model(folder / "bright.safetensors")
        self.report = folder / "out" / "report.json"

    def areas(self, *areas):
        """Write areas as (role, rectangle) and return the file."""
        return str(
            write_polygons(
                self.folder / "areas.gpkg",
                [map_box(*rectangle) for _, rectangle in areas],
                role=[role for role, _ in areas],
            )
        )

    def settings(self, *, areas=None, **changes):
        values = {
            "model": self.model,
            "rasters": (self.raster,),
            "source": LabelSource(labels=str(self.labels), areas=areas),
            "report": self.report,
            "device": "cpu",
        }
        return EvaluateSettings(**{**values, **changes})


@pytest.fixture
def world(tmp_path):
    return World(tmp_path)


def run(settings):
    reporter = SilentReporter()
    evaluate(settings, reporter=reporter, stop=StopFlag())
    return reporter


def test_report_page_and_matches_are_written(world):
    matches = world.folder / "out" / "matches.gpkg"
    reporter = run(world.settings(areas=world.areas(("evaluate", AREA)), matches=matches))
    values = json.loads(world.report.read_text(encoding="utf-8"))
    overall = values["overall"]
    assert (overall["tp"], overall["fp"], overall["fn"], overall["n_labels"]) == (2, 1, 1, 3)
    assert overall["precision"] == overall["recall"] == overall["f1"] == pytest.approx(2 / 3)
    assert values["categories"]["roof"]["map50"] == overall["map50"]
    assert overall["score_threshold"] == 0.3  # the one in the model
    # Seen and labeled inside: 600 and 15 x 20 pixels, smoothing takes corners off; missed 400, false 400.
    assert overall["pixel_iou"] == pytest.approx(900 / 1700, abs=0.03)
    assert values["rasters"][0]["name"] == "site.tif"
    page = world.report.with_suffix(".html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert sorted(pyogrio.read_dataframe(matches)["match"]) == ["FN", "FP", "TP", "TP"]
    assert [event["kind"] for event in reporter.named("artifact")] == ["report", "page", "matches"]
    assert sorted(each.name for each in world.report.parent.iterdir()) == ["matches.gpkg", "report.html", "report.json"]


def test_result_carries_numbers_for_programs_and_a_table_for_people(world):
    reporter = run(world.settings(areas=world.areas(("evaluate", AREA))))
    (result,) = reporter.named("result")
    assert result["values"]["overall"]["tp"] == 2
    assert result["values"]["categories"]["roof"]["f1"] == pytest.approx(2 / 3)
    assert "pixel IoU" in result["values"]["text"]
    assert reporter.named("warning") == []
    stages = [event["name"] for event in reporter.named("stage")]
    assert stages == ["prepare", "predict", "evaluate"]


def test_without_areas_the_whole_raster_counts_and_that_is_said(world):
    reporter = run(world.settings())
    assert "no_areas" in {event["code"] for event in reporter.named("warning")}
    overall = json.loads(world.report.read_text())["overall"]
    assert (overall["tp"], overall["fp"], overall["fn"]) == (3, 1, 1)


def test_areas_that_the_model_learned_from_are_warned_about(world):
    reporter = run(world.settings(areas=world.areas(("evaluate", AREA), ("train", (0, 0, 100, 155)))))
    (warning,) = reporter.named("warning")
    assert warning["code"] == "areas_overlap"
    assert warning["message"].startswith("50% of the ground to evaluate lies in areas to train")


def test_areas_without_an_area_to_evaluate_are_refused(world):
    with pytest.raises(AreaError, match="no area on the rasters has the role evaluate") as told:
        run(world.settings(areas=world.areas(("train", AREA))))
    assert "evaluate" in told.value.hint


def test_area_without_a_label_is_refused_before_anything_is_predicted(world):
    with pytest.raises(TooFewLabelsError, match="none of the 4 labels lies in an area to evaluate"):
        run(world.settings(areas=world.areas(("evaluate", (0, 60, 50, 60)))))
    assert not world.report.parent.exists()


def test_score_threshold_may_be_chosen(world):
    run(world.settings(areas=world.areas(("evaluate", AREA)), score_threshold=1.0))
    overall = json.loads(world.report.read_text())["overall"]
    assert (overall["tp"], overall["fn"], overall["precision"]) == (0, 3, None)
    assert overall["map"] > 0  # which looks at all scores


def test_category_without_labels_is_null_and_told(world):
    model = write_tiny_model(world.folder / "two.safetensors", n_categories=2)
    raster = write_raster(world.folder / "three.tif", picture(200, 300, *SEEN, n_bands=3))
    labels = write_polygons(world.folder / "named.gpkg", [map_box(*each) for each in LABELED], kind=["roof"] * 4)
    source = LabelSource(labels=str(labels), category_field="kind", areas=world.areas(("evaluate", AREA)))
    reporter = run(world.settings(model=model, rasters=(raster,), source=source))
    values = json.loads(world.report.read_text())
    assert values["categories"]["tree"]["map"] is None
    assert values["overall"]["map"] == values["categories"]["roof"]["map"]
    assert any("tree has no label" in note for note in values["notes"])
    assert "tree has no label" in reporter.named("result")[0]["values"]["text"]


def test_pixels_without_data_are_no_ground_to_be_wrong_on(world):
    """Half of the missed label lies where nothing was measured: only its other half is missing in the pixel IoU."""
    mask = np.ones((200, 300), bool)
    mask[160:170] = False
    raster = write_raster(world.folder / "masked.tif", picture(200, 300, *SEEN), mask=mask)
    run(world.settings(rasters=(raster,), areas=world.areas(("evaluate", AREA))))
    assert json.loads(world.report.read_text())["overall"]["pixel_iou"] == pytest.approx(900 / 1500, abs=0.03)


def test_picture_without_a_valid_pixel_is_warned_about(world):
    raster = write_raster(world.folder / "blank.tif", picture(200, 300, *SEEN), mask=np.zeros((200, 300), bool))
    reporter = run(world.settings(rasters=(raster,), areas=world.areas(("evaluate", AREA))))
    warning = next(event for event in reporter.named("warning") if event["code"] == "no_valid_pixel")
    assert warning["message"] == "no label lies on a valid pixel of blank.tif, so all count as missed"
    overall = json.loads(world.report.read_text())["overall"]
    assert (overall["recall"], overall["pixel_iou"]) == (0.0, None)


def test_several_rasters_are_pooled_and_one_may_have_no_area(world):
    elsewhere = Affine(1, 0, 600_000, 0, -1, 5_600_000)
    other = write_raster(world.folder / "other.tif", picture(64, 64, (5, 5, 9, 9)), transform=elsewhere)
    reporter = run(world.settings(rasters=(world.raster, other), areas=world.areas(("evaluate", AREA))))
    values = json.loads(world.report.read_text())
    assert [(each["tp"], each["fp"], each["fn"]) for each in values["rasters"]] == [(2, 1, 1), (0, 0, 0)]
    assert reporter.named("warning") == []


def test_what_cannot_be_is_said_before_the_work(world):
    with pytest.raises(UsageError, match="is given twice"):
        run(world.settings(rasters=(world.raster, world.raster)))
    with pytest.raises(UsageError, match="cannot be both the report and its page"):
        run(world.settings(report=world.folder / "report.html"))
    with pytest.raises(OutputError, match="has an ending that no layer of polygons has"):
        run(world.settings(matches=world.folder / "matches.docx"))
    with pytest.raises(DeepSegError, match="there is no model file"):
        run(world.settings(model=world.folder / "none.safetensors"))


def test_stop_leaves_nothing_behind(world):
    stop = StopFlag()
    stop.request()
    with pytest.raises(Stopped) as told:
        evaluate(world.settings(), reporter=SilentReporter(), stop=stop)
    assert told.value.saved == "Stopped; nothing was kept."
    assert not world.report.parent.exists()


@pytest.mark.parametrize("scale", [1.0, 0.5])
def test_footprints_are_those_that_predict_draws(world, scale):
    card = {"scale": scale, "resolution_m": 1.0 / scale}
    model = write_tiny_model(world.folder / "model.safetensors", **card)
    output = world.folder / "footprints.gpkg"
    predict(
        PredictSettings(model=model, rasters=(world.raster,), output=output, device="cpu"),
        reporter=SilentReporter(),
        stop=StopFlag(),
    )
    drawn = pyogrio.read_dataframe(output)
    device = choose_device("cpu")
    with open_raster(world.raster) as raster:
        (found,) = footprints_in(
            load_model(model, device), [raster], [None], device=device, reporter=SilentReporter(), stop=StopFlag()
        )
        found_on_map = raster.grid.to_map(found.polygons)
    assert len(found) == len(drawn) == 4
    assert shapely.equals_exact(
        shapely.normalize(found_on_map), shapely.normalize(drawn.geometry.to_numpy()), tolerance=1e-6
    ).all()
    assert found.scores == pytest.approx(drawn["score"].to_numpy(), abs=1e-3)


def test_shape_across_the_border_of_an_area_is_whole(world):
    device = choose_device("cpu")
    with open_raster(world.raster) as raster:
        (found,) = footprints_in(
            load_model(world.model, device),
            [raster],
            [shapely.box(0, 0, 155, 200)],
            device=device,
            reporter=SilentReporter(),
            stop=StopFlag(),
        )
    across = found.polygons[2]
    assert across.bounds == pytest.approx((140, 60, 160, 80), abs=1)
