"""The algorithms inside QGIS, with the fake engine: what they ask of it, what they give back, how they fail."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsGeometry,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QEventLoop, QObject, QTimer

from deepseg_qgis.algorithms.provider import DeepSegProvider
from tests.qgis.processing_world import (
    ALGORITHMS,
    LEFT,
    PIXEL_M,
    SIDE_PX,
    TOP,
    Feedback,
    World,
    run,
    why_not,
    write_raster,
)

pytestmark = pytest.mark.usefixtures("provider")

NEED_ENGINE = ("train", "evaluate", "estimate", "predict", "vectorize", "suggestareas")
IDS = tuple(sorted(name.partition(":")[2] for name in ALGORITHMS))


@pytest.fixture
def trained(world: World) -> World:
    done = run("deepseg:train", training(world))
    assert done.is_done, done.feedback.errors
    return world


def training(world: World, **more: object) -> dict[str, object]:
    parameters = {"RASTERS": [str(world.raster)], "LABELS": world.labels, "CATEGORY_FIELD": "category", "EPOCHS": 2}
    return {**parameters, "MODEL": str(world.model), **more}


def prediction(world: World, **more: object) -> dict[str, object]:
    return {"MODEL": str(world.model), "RASTERS": [str(world.raster)], "OUTPUT": "TEMPORARY_OUTPUT", **more}


def algorithms() -> list[QgsProcessingAlgorithm]:
    return [QgsApplication.processingRegistry().algorithmById(f"deepseg:{name}") for name in IDS]


# Registered


def test_all_are_there(provider: DeepSegProvider) -> None:
    assert {each.id() for each in provider.algorithms()} == ALGORITHMS


def test_each_has_help_and_a_page_and_every_parameter_has_its_own() -> None:
    for algorithm in algorithms():
        assert algorithm.shortHelpString().startswith("<p>"), algorithm.id()
        assert algorithm.helpUrl().endswith(f"#deepseg{algorithm.name()}")
        assert algorithm.displayName() and algorithm.group() and algorithm.groupId()
        for parameter in algorithm.parameterDefinitions():
            assert parameter.help() or parameter.isDestination(), f"{algorithm.id()} {parameter.name()}"


def test_the_docs_tell_of_every_parameter_and_output() -> None:
    page = (Path(__file__).parents[2] / "docs" / "processing.md").read_text(encoding="utf-8")
    for algorithm in algorithms():
        section = page.partition(f"\n## deepseg:{algorithm.name()}\n")[2].partition("\n## ")[0]
        assert f"qgis_process run deepseg:{algorithm.name()}" in section, algorithm.id()
        for each in (*algorithm.parameterDefinitions(), *algorithm.outputDefinitions()):
            assert f"`{each.name()}`" in section, f"{algorithm.id()} {each.name()}"


def test_promised_parameters_are_there() -> None:
    promised = {
        "train": "RASTERS LABELS CATEGORY_FIELD AREAS EPOCHS MODEL FAMILY ENCODER FROM_MODEL BANDS PATIENCE "
        "VAL_FRACTION BATCH_SIZE CHIP_SIZE LEARNING_RATE MEMBERS SEED TIME_LIMIT_S RUN_DIR RESUME DEVICE CRS",
        "evaluate": "MODEL RASTERS LABELS CATEGORY_FIELD AREAS SCORE_THRESHOLD DEVICE CRS REPORT HTML MATCHES",
        "predict": "MODEL RASTERS AREA EXTENT SCORE_THRESHOLD CATEGORY_THRESHOLDS MIN_AREA_M2 SIMPLIFY_M TILE_SIZE "
        "OVERLAP ROWS COLUMNS RUN_DIR KEEP_FIELDS BATCH_SIZE DEVICE CRS OUTPUT FILE SKIP_BAD_BLOCKS WORKERS",
        "estimate": "MODEL RASTERS AREA EXTENT TILE_SIZE OVERLAP ROWS COLUMNS BATCH_SIZE DEVICE CRS WORKERS FOLDER",
        "vectorize": "RUN_DIR SCORE_THRESHOLD CATEGORY_THRESHOLDS MIN_AREA_M2 SIMPLIFY_M OUTPUT FILE WORKERS",
        "capture": "SOURCE EVERY_S COUNT FORMAT TIMEOUT_S PREVIEW OUTPUT",
        "tile": "RASTER ROWS COLUMNS TILE_SIZE OVERLAP OUTPUT",
        "statistics": "INPUT BY_RASTER OUTPUT",
        "measure": "INPUT RASTERS BANDS PERCENTILES TEXTURE CRS OUTPUT",
        "cleanshapes": "INPUT RIGHT_ANGLES SMOOTH_M FILL_HOLES_M2 WALL_SHIFT_M SIMPLIFY_M MIN_AREA_M2 INSIDE "
        "LEAST_IOU OUTPUT",
        "checklabels": "LABELS CATEGORY_FIELD RASTERS AREAS MIN_SIDE_PX MIN_PER_CATEGORY OUTPUT",
        "setup": "PYTHON WHEELS DEVICE",
        "suggestareas": "MODEL RASTERS LABELS AREAS COUNT SIZE_M SAMPLE RUN_DIR DEVICE CRS OUTPUT",
    }
    for algorithm in algorithms():
        names = {parameter.name() for parameter in algorithm.parameterDefinitions()}
        assert set(promised.get(algorithm.name(), "").split()) <= names, algorithm.id()


def test_few_parameters_are_in_the_way_of_a_beginner() -> None:
    for algorithm in algorithms():
        plain = [
            each
            for each in algorithm.parameterDefinitions()
            if not each.flags() & QgsProcessingParameterDefinition.FlagAdvanced and not each.isDestination()
        ]
        assert len(plain) <= 7, algorithm.id()


def test_without_an_engine_they_are_there_and_say_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DEEPSEG_PYTHON", raising=False)
    monkeypatch.setenv("DEEPSEG_HOME", str(tmp_path))
    for algorithm in algorithms():
        can_run, reason = algorithm.canExecute()
        assert not (can_run and algorithm.name() in NEED_ENGINE), algorithm.id()
        assert can_run or "Set up DeepSeg" in reason


# Train


def test_training_gives_model_run_folder_and_scores(world: World) -> None:
    done = run("deepseg:train", training(world, AREAS=world.areas, MEMBERS=1, BANDS="3, 2,1"))
    assert done.is_done, done.feedback.errors
    assert Path(done.values["MODEL"]).is_file()
    assert done.values["RUN_DIR"] == str(world.model.with_suffix(".run"))
    assert done.values["F1"] == pytest.approx(0.2041, abs=1e-3)
    assert done.values["MAP50"] > 0
    asked = world.asked()
    assert asked["raster"] == [str(world.raster)]
    assert asked["labels"] == [f"{world.site}|labels"]
    assert asked["areas"] == [f"{world.site}|areas"]
    assert (asked["epochs"], asked["members"], asked["bands"]) == (["2"], ["1"], ["3,2,1"])
    assert not {"resume", "chip-size", "learning-rate", "crs"} & set(asked)  # left empty: the engine's own


def test_progress_goes_forward_to_the_end_and_the_command_comes_first(world: World) -> None:
    done = run("deepseg:train", training(world))
    assert done.feedback.progress == sorted(done.feedback.progress)
    assert done.feedback.progress[-1] == 100.0
    assert "engine_launcher.py" in done.feedback.commands[0] and " train " in done.feedback.commands[0]
    assert any(line.startswith("Epoch 2 of 2: ") and line.endswith("(best so far)") for line in done.feedback.lines)


def test_labels_that_must_be_copied_lie_beside_the_run_to_go_on_with(world: World) -> None:
    layer = QgsVectorLayer(world.labels, "labels", "ogr")
    QgsProject.instance().addMapLayer(layer)
    layer.selectByExpression("category = 'roof'")
    definition = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    assert run("deepseg:train", training(world, LABELS=definition)).is_done
    first = world.asked()["labels"]
    assert first == [f"{world.folder / 'roofs.run-inputs' / 'labels' / 'labels.gpkg'}|labels"]
    done = run("deepseg:train", training(world, LABELS=definition, EPOCHS=3, RESUME=True))
    assert done.is_done, done.feedback.errors
    assert world.asked()["labels"] == first
    assert "resume" in world.asked()


# Predict and vectorize


def test_prediction_fills_a_layer_with_fields_and_crs(trained: World) -> None:
    done = run("deepseg:predict", prediction(trained))
    assert done.is_done, done.feedback.errors
    layer = QgsProcessingUtils.mapLayerFromString(done.values["OUTPUT"], done.context)
    assert layer.featureCount() == done.values["N_FOOTPRINTS"] == 7
    assert layer.crs().authid() == "EPSG:32636"
    names = [field.name() for field in layer.fields()]
    assert names[:3] == ["category", "score", "area_m2"] and "fid" not in names
    assert {feature["raster"] for feature in layer.getFeatures()} == {"city.tif"}


def test_thresholds_area_and_tiles_reach_the_engine(trained: World) -> None:
    options = {"SCORE_THRESHOLD": 0.7, "CATEGORY_THRESHOLDS": "roof=0.9; tree = 0.4", "MIN_AREA_M2": 2, "SIMPLIFY_M": 0}
    done = run("deepseg:predict", prediction(trained, **options, ROWS=2, COLUMNS=3, DEVICE="cpu"))
    assert done.is_done, done.feedback.errors
    asked = trained.asked()
    assert asked["score-threshold"] == ["0.7"]
    assert asked["category-threshold"] == ["roof=0.9", "tree=0.4"]
    assert (asked["min-area-m2"], asked["simplify-m"]) == (["2"], ["0"])
    assert (asked["rows"], asked["columns"], asked["device"]) == (["2"], ["3"], ["cpu"])


def test_an_extent_becomes_an_area(trained: World) -> None:
    done = run("deepseg:predict", prediction(trained, EXTENT="450000,450010,39990,40000 [EPSG:32636]"))
    assert done.is_done, done.feedback.errors
    assert trained.asked()["area"][0].endswith("extent.gpkg|extent")
    assert 0 < done.values["N_FOOTPRINTS"] < 7


@pytest.mark.parametrize("ending", [".geojson", ".gpkg"])
def test_a_file_besides_the_layer_holds_the_same_and_nothing_is_left_over(trained: World, ending: str) -> None:
    file = trained.folder / f"footprints{ending}"
    done = run("deepseg:predict", prediction(trained, FILE=str(file)))
    assert done.is_done, done.feedback.errors
    assert QgsVectorLayer(str(file), "file", "ogr").featureCount() == done.values["N_FOOTPRINTS"]
    assert not (trained.folder / "footprints.run").exists()
    assert "RUN_DIR" not in done.values


def test_a_file_alone_is_written_by_the_engine_itself(trained: World) -> None:
    file = trained.folder / "footprints.geojson"
    done = run("deepseg:predict", {**prediction(trained, FILE=str(file)), "OUTPUT": None})
    assert done.is_done, done.feedback.errors
    assert trained.asked()["output"] == [str(file)]
    assert file.is_file() and "OUTPUT" not in done.values


def test_kept_fields_are_drawn_again_without_the_model(trained: World) -> None:
    run_dir = trained.folder / "runs" / "1"
    done = run("deepseg:predict", prediction(trained, RUN_DIR=str(run_dir), KEEP_FIELDS=True))
    assert done.is_done, done.feedback.errors
    assert done.values["RUN_DIR"] == str(run_dir)
    again = run("deepseg:vectorize", {"RUN_DIR": str(run_dir), "SCORE_THRESHOLD": 0.2, "OUTPUT": "TEMPORARY_OUTPUT"})
    assert again.is_done, again.feedback.errors
    assert again.values["N_FOOTPRINTS"] > done.values["N_FOOTPRINTS"]
    assert trained.asked()["command"] == ["vectorize"]


def test_the_work_of_a_prediction_is_kept_beside_its_result(trained: World) -> None:
    run("deepseg:predict", prediction(trained, OUTPUT=str(trained.folder / "out.gpkg")))
    assert trained.asked()["run-dir"] == [str(trained.folder / "out.run")]
    run("deepseg:predict", prediction(trained))
    run("deepseg:predict", prediction(trained))
    assert trained.asked(-1)["run-dir"] == trained.asked(-2)["run-dir"]  # goes on also with a temporary layer


def test_layers_of_the_project_are_passed_as_files(trained: World) -> None:
    layer = QgsRasterLayer(str(trained.raster), "ortho")
    QgsProject.instance().addMapLayer(layer)
    other = write_raster(trained.folder / "semi;colon.tif")
    done = run("deepseg:predict", prediction(trained, RASTERS=[layer.id(), str(other)]))
    assert done.is_done, done.feedback.errors
    assert trained.asked()["raster"] == [str(trained.raster), str(other)]
    for one in (layer, [layer], "ortho", str(trained.raster), str(other)):
        done = run("deepseg:predict", prediction(trained, RASTERS=one))
        assert done.is_done, (one, done.feedback.errors)


def test_a_loaded_result_has_the_colors_of_its_categories(trained: World) -> None:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("deepseg:predict")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    output = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", QgsProject.instance())
    values, is_done = algorithm.run(prediction(trained, OUTPUT=output), context, Feedback())
    assert is_done
    layer = QgsProcessingUtils.mapLayerFromString(values["OUTPUT"], context)
    context.layerToLoadOnCompletionDetails(values["OUTPUT"]).postProcessor().postProcessLayer(
        layer, context, Feedback()
    )
    colors = {each.value(): each.symbol().color().name() for each in layer.renderer().categories() if each.value()}
    assert {"roof": "#56b4e9", "tree": "#e69f00"}.items() <= colors.items()


# In the background, as docks and the toolbox run them


class Ended(QObject):
    """Waits for a task, with Qt's own loop."""

    def __init__(self, task: QgsProcessingAlgRunnerTask) -> None:
        super().__init__()
        self.is_done: bool | None = None
        self.values: dict[str, object] = {}
        self._loop = QEventLoop()
        task.executed.connect(self._note)

    def _note(self, is_done: bool, values: dict[str, object]) -> None:
        self.is_done, self.values = is_done, values
        self._loop.quit()

    def wait(self) -> None:
        if self.is_done is None:
            QTimer.singleShot(30_000, self._loop.quit)
            self._loop.exec()


def test_it_runs_in_the_background_with_edits_that_are_not_saved(trained: World) -> None:
    layer = QgsVectorLayer(trained.areas, "areas", "ogr")
    QgsProject.instance().addMapLayer(layer)
    layer.startEditing()
    first = next(layer.getFeatures()).id()
    layer.changeAttributeValue(first, layer.fields().indexOf("role"), "predict")
    everywhere = QgsGeometry.fromRect(QgsRectangle(LEFT, TOP - SIDE_PX * PIXEL_M, LEFT + SIDE_PX * PIXEL_M, TOP))
    layer.changeGeometry(first, everywhere)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("deepseg:predict")
    context, feedback = QgsProcessingContext(), Feedback()
    context.setProject(QgsProject.instance())
    output = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", QgsProject.instance())
    parameters = prediction(trained, AREA=layer.id(), OUTPUT=output)
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    ended = Ended(task)
    QgsApplication.taskManager().addTask(task)
    ended.wait()
    assert ended.is_done, feedback.errors
    assert trained.asked()["area"][0].endswith("areas.gpkg|areas")
    assert ended.values["N_FOOTPRINTS"] == 7
    assert context.willLoadLayerOnCompletion(ended.values["OUTPUT"])
    layer.rollBack()


# Evaluate


def test_evaluation_gives_scores_report_page_and_matches(trained: World) -> None:
    report = trained.folder / "report.json"
    parameters = {"MODEL": str(trained.model), "RASTERS": [str(trained.raster)], "LABELS": trained.labels}
    done = run(
        "deepseg:evaluate",
        {**parameters, "CATEGORY_FIELD": "category", "REPORT": str(report), "MATCHES": "TEMPORARY_OUTPUT"},
    )
    assert done.is_done, done.feedback.errors
    assert report.is_file() and Path(done.values["HTML"]).is_file()
    assert all(0 <= done.values[name] <= 1 for name in ("MAP", "MAP50", "PRECISION", "RECALL", "F1"))
    layer = QgsProcessingUtils.mapLayerFromString(done.values["MATCHES"], done.context)
    assert {feature["match"] for feature in layer.getFeatures()} <= {"TP", "FP", "FN", "ignored"}
    assert layer.featureCount() > 0


# Refused before they begin


@pytest.mark.parametrize(
    "more, sentence",
    [
        ({"MODEL": "nothing.safetensors"}, "The model nothing.safetensors does not exist."),
        ({"RASTERS": ["/nowhere/city.tif"]}, "The raster /nowhere/city.tif does not exist."),
        ({"TILE_SIZE": 256, "OVERLAP": 256}, "The overlap of 256 px must be smaller than the tile of 256 px."),
        ({"ROWS": 2}, "Give both rows and columns, or neither."),
        ({"ROWS": 2, "COLUMNS": 2, "TILE_SIZE": 256}, "Give either rows and columns, or a tile size, not both."),
        ({"CATEGORY_THRESHOLDS": "roof=1.4"}, "“roof=1.4” gives no category a score threshold from 0 to 1."),
        ({"OUTPUT": None}, "The footprints would go nowhere."),
        ({"OUTPUT": "/nowhere/a.gpkg"}, "The folder /nowhere does not exist. Make it, or choose another."),
        ({"FILE": "/tmp/footprints.docx"}, "footprints.docx must end in .geojson, .gpkg, .parquet, .json."),
        ({"EXTENT": "0,1,0,1 [EPSG:32636]", "AREA": "areas"}, "Both an area and an extent were given."),
    ],
)
def test_a_prediction_that_cannot_be_is_refused_in_words(
    trained: World, more: dict[str, object], sentence: str
) -> None:
    QgsProject.instance().addMapLayer(QgsVectorLayer(trained.areas, "areas", "ogr"))
    assert why_not("deepseg:predict", prediction(trained, **more)).startswith(sentence)


def test_a_prediction_that_can_be_is_not_refused(trained: World) -> None:
    table = f"ogr:dbname='{trained.site}' table=\"found\" (geom)"
    for output in ("TEMPORARY_OUTPUT", "memory:found", table, str(trained.folder / "found.gpkg"), "found.gpkg"):
        assert why_not("deepseg:predict", prediction(trained, OUTPUT=output)) == "", output


def test_footprints_go_into_a_table_of_a_geopackage(trained: World) -> None:
    table = f"ogr:dbname='{trained.site}' table=\"found\" (geom)"
    done = run("deepseg:predict", prediction(trained, OUTPUT=table))
    assert done.is_done, done.feedback.errors
    assert QgsVectorLayer(f"{trained.site}|layername=found", "found", "ogr").featureCount() == 7
    assert QgsVectorLayer(trained.labels, "labels", "ogr").featureCount() == 3


def test_a_raster_from_the_web_is_refused_in_words(trained: World) -> None:
    source = "type=xyz&url=http://127.0.0.1:9/{z}/{x}/{y}.png&zmax=19&zmin=0"
    layer = QgsRasterLayer(source, "streets", "wms")
    QgsProject.instance().addMapLayer(layer)
    reason = why_not("deepseg:predict", prediction(trained, RASTERS=[layer]))
    assert reason.startswith("streets comes from a web service, which DeepSeg cannot read. Save the part you need")


def test_training_without_labels_is_refused_in_words(world: World) -> None:
    QgsProject.instance().addMapLayer(QgsVectorLayer("Polygon?crs=EPSG:32636", "empty", "memory"))
    assert why_not("deepseg:train", training(world, LABELS="empty")) == "empty holds no polygon. Draw some first."
    assert why_not("deepseg:train", training(world, MODEL="/tmp/model.pt")).startswith("The model /tmp/model.pt must")
    assert why_not("deepseg:train", training(world, BANDS="red")).startswith("“red” names no bands.")


def test_a_folder_without_prediction_is_refused_in_words(world: World) -> None:
    parameters = {"RUN_DIR": str(world.folder), "OUTPUT": "TEMPORARY_OUTPUT"}
    assert "holds no prediction" in why_not("deepseg:vectorize", parameters)


# Failures while it works


@pytest.mark.parametrize(
    "kind, words",
    [
        ("error", "City.tif has 3 bands; the model reads 4. Choose the raster with 4 bands."),
        ("crash", "DeepSeg's engine crashed"),
        ("killed", "The system ended DeepSeg's engine"),
        ("wrong_version", "speaks protocol 99"),
        ("no_start", "did not start"),
    ],
)
def test_a_failure_is_a_sentence_and_no_traceback(
    world: World, monkeypatch: pytest.MonkeyPatch, kind: str, words: str
) -> None:
    monkeypatch.setenv("DEEPSEG_FAKE", kind)
    done = run("deepseg:train", training(world))
    assert not done.is_done
    text = "\n".join(done.feedback.errors)
    assert words.lower() in text.lower()
    assert "Traceback" not in text


def test_a_warning_shows_with_what_to_do(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEEPSEG_FAKE", "warn")
    done = run("deepseg:train", training(world))
    assert done.feedback.warnings == ["3 of 65 labels lie outside every raster. Look at them."]


def test_stopping_says_what_was_kept_and_is_no_success(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEEPSEG_FAKE", "slow")

    class StopsAfterAnEpoch(Feedback):
        def pushInfo(self, info: str) -> None:
            super().pushInfo(info)
            if info.startswith("Epoch 1"):
                self.cancel()

    done = run("deepseg:train", training(world, EPOCHS=200), StopsAfterAnEpoch())
    assert not done.is_done
    assert any("the best model so far (epoch" in error for error in done.feedback.errors), done.feedback.errors
    assert world.model.is_file()


def test_a_dock_that_listens_gets_events_and_the_error(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEEPSEG_FAKE", "error")
    feedback = Feedback()
    events: list[str] = []
    errors: list[str] = []
    feedback.engine_event = lambda event: events.append(event.kind)
    feedback.plugin_error = lambda error: errors.append(error.code)
    assert not run("deepseg:train", training(world), feedback).is_done
    assert events == ["start", "stage", "error"]
    assert errors == ["BandCountError"]


def test_a_result_that_cannot_be_written_is_told(trained: World) -> None:
    done = run("deepseg:predict", prediction(trained, OUTPUT="postgis:nowhere table=found"))
    assert not done.is_done
    assert done.feedback.errors and "Traceback" not in "".join(done.feedback.errors)
