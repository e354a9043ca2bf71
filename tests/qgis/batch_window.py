"""What `test_batch.py` runs in a process of its own: QGIS's batch window, with rows of our algorithms."""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox

from tests.plugin.fake_engine.use import use_fake_engine
from tests.qgis.interface import Interface, forget_deleted, registered_provider
from tests.qgis.prediction_world import write_model
from tests.qgis.processing_world import World, make_world

MOST_S = 120.0


@pytest.fixture(autouse=True)
def provider() -> Iterator[None]:
    with registered_provider():
        yield


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> World:
    world = make_world(tmp_path)
    use_fake_engine(monkeypatch, arguments=world.notes)
    return world


def run_batch(
    iface: Interface, monkeypatch: pytest.MonkeyPatch, algorithm_id: str, rows: list[dict[str, Any]], file: Path
) -> None:
    """Fill QGIS's batch window from a file, as its button Load does, and press Run."""
    dialogs = pytest.importorskip("processing.gui.BatchAlgorithmDialog")
    for name, module in list(sys.modules.items()):  # each of them keeps the one that it was loaded with
        if name.startswith("processing.") and hasattr(module, "iface"):
            monkeypatch.setattr(module, "iface", iface)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm_id)
    destinations = {each.name() for each in algorithm.destinationParameterDefinitions()}
    told = [
        {
            "PARAMETERS": {name: repr(value) for name, value in row.items() if name not in destinations},
            "OUTPUTS": {name: value for name, value in row.items() if name in destinations},
        }
        for row in rows
    ]
    file.write_text(json.dumps(told), encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    # Later ones ask whether a file of this old form may be trusted.
    monkeypatch.setattr(QMessageBox, "exec", lambda *_: QMessageBox.StandardButton.Yes)
    monkeypatch.setattr(QMessageBox, "result", lambda *_: QMessageBox.StandardButton.Yes)
    dialog = dialogs.BatchAlgorithmDialog(algorithm, iface.mainWindow())
    panel = dialog.mainWidget()
    panel.checkLoadLayersOnCompletion.setChecked(False)
    panel.load()
    assert panel.batchRowCount() == len(rows)
    dialog.show()  # one that is hidden is deleted as soon as it is done
    dialog.runAlgorithm()
    until = time.monotonic() + MOST_S
    while dialog.cancelButton().isEnabled():  # QGIS 3.22 comes back when all rows are done, later ones at once
        assert time.monotonic() < until, "the batch did not end"
        QCoreApplication.processEvents()
        time.sleep(0.02)
    dialog.close()
    dialog.deleteLater()
    forget_deleted()


def test_two_models_predict_in_two_rasters_each(
    world: World, iface: Interface, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    north = world.folder / "north.tif"
    shutil.copy(world.raster, north)
    models = [write_model(world.folder / f"{name}.safetensors") for name in ("old", "new")]
    rows = [
        {
            "MODEL": model,
            "RASTERS": [str(raster)],
            "SCORE_THRESHOLD": 0.5,
            "OUTPUT": str(world.folder / f"{Path(model).stem}-{raster.stem}.gpkg"),
            "FILE": str(world.folder / f"{Path(model).stem}-{raster.stem}.json"),
        }
        for model in models
        for raster in (world.raster, north)
    ]
    run_batch(iface, monkeypatch, "deepseg:predict", rows, tmp_path / "batch.json")
    for row in rows:
        layer = QgsVectorLayer(row["OUTPUT"], "found", "ogr")
        assert layer.isValid(), row["OUTPUT"]
        assert {feature["raster"] for feature in layer.getFeatures()} == {Path(row["RASTERS"][0]).name}
        assert Path(row["FILE"]).is_file()
        del layer
    commands = [json.loads(line)[0] for line in world.notes.read_text().splitlines()]
    assert commands.count("predict") == 4


def test_a_row_that_fails_does_not_keep_the_others_from_their_turn(
    world: World, iface: Interface, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    models = [str(world.folder / "gone.safetensors"), write_model(world.folder / "good.safetensors")]
    rows = [
        {
            "MODEL": model,
            "RASTERS": [str(world.raster)],
            "OUTPUT": str(world.folder / f"{number}.gpkg"),
            "FILE": str(world.folder / f"{number}.geojson"),
        }
        for number, model in enumerate(models, 1)
    ]
    run_batch(iface, monkeypatch, "deepseg:predict", rows, tmp_path / "batch.json")
    assert not (world.folder / "1.gpkg").exists()
    assert (world.folder / "2.gpkg").is_file()
