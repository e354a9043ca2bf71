"""A site with a model, and a Prediction dock on it; the fake engine finds twelve things in each raster.

Their scores go down from 0.95 in steps of 0.07, the first is a roof, the second a pool, and so on: at 50 % there are
four roofs and three pools.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from deepseg_qgis.docks.prediction_dock import PredictionDock
from deepseg_qgis.docks.workbench import Workbench
from deepseg_qgis.layers.footprint_counts import n_shown
from tests.qgis.interface import Interface, forget_deleted
from tests.qgis.site_world import METRES, wait_until

CATEGORIES = (("roof", "#e69f00"), ("pool", "#56b4e9"))


def write_model(path: Path, *, bands: tuple[int, ...] = (1, 2, 3), metres: float = METRES) -> str:
    """Write a model file whose card the plugin and the fake engine read."""
    card = {
        "bands": list(bands),
        "categories": [{"id": i, "name": name, "color": color} for i, (name, color) in enumerate(CATEGORIES, start=1)],
        "chip_size_px": 256,
        "dtype": "uint8",
        "encoder": "tf_efficientnet_lite0",
        "family": "unet",
        "format": 1,
        "n_members": 2,
        "name": path.stem,
        "raster_resolution_m": metres,
        "resolution_m": metres,
        "score_threshold": 0.5,
        "scores": {"f1": 0.63, "map50": 0.71},
    }
    header = {
        "__metadata__": {"deepseg": json.dumps(card)},
        "weights": {"dtype": "F32", "shape": [8], "data_offsets": [0, 32]},
    }
    text = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + bytes(32))
    return str(path)


@contextmanager
def shown_dock(workbench: Workbench, iface: Interface) -> Iterator[PredictionDock]:
    """Give a Prediction dock in the main window, and take it away again."""
    dock = PredictionDock(workbench)
    iface.mainWindow().addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.show()
    yield dock
    dock.tear_down()
    iface.mainWindow().removeDockWidget(dock)
    dock.deleteLater()
    forget_deleted()


def predict(dock: PredictionDock) -> None:
    """Click PREDICT, and wait until it is over."""
    wait_until(dock.predict_button.isEnabled)
    QTest.mouseClick(dock.predict_button, Qt.MouseButton.LeftButton)
    assert dock.workbench.is_busy
    wait_until(lambda: not dock.workbench.is_busy)
    wait_until(dock.predict_button.isEnabled)


def shown(dock: PredictionDock) -> int:
    """Return how many footprints the map shows."""
    return n_shown(dock.results.layers(is_all=True))


def move_threshold(dock: PredictionDock, percent: int) -> None:
    dock.threshold.slider.setValue(percent)
    wait_until(lambda: not dock.results._filter_soon.isActive() and not dock.results._count_soon.isActive())


def table(dock: PredictionDock) -> list[list[str]]:
    """Return the statistics as they stand there."""
    tree = dock.results.statistics.tree
    rows = [tree.topLevelItem(i) for i in range(tree.topLevelItemCount())]
    return [[row.text(column) for column in range(2)] for row in rows]
