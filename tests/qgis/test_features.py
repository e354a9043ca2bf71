"""docs/features.md names what QGIS shows: every algorithm has a row, and every row's algorithm and widget exist."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QDockWidget

import deepseg_qgis
from deepseg_qgis.plugin import Plugin
from tests.feature_rows import feature_rows
from tests.qgis.interface import Interface, forget_deleted

ROWS = feature_rows()


@pytest.fixture
def plugin(iface: Interface) -> Iterator[Plugin]:
    plugin = deepseg_qgis.classFactory(iface)
    plugin.initGui()
    plugin.show_docks()
    yield plugin
    plugin.unload()
    forget_deleted()


def parameters() -> dict[str, set[str]]:
    """Return the parameters of every algorithm of ours."""
    provider = QgsApplication.processingRegistry().providerById("deepseg")
    return {
        algorithm.id(): {definition.name() for definition in algorithm.parameterDefinitions()}
        for algorithm in provider.algorithms()
    }


def test_every_algorithm_has_a_row(plugin: Plugin) -> None:
    assert {word.split()[0] for row in ROWS for word in row.algorithms} == set(parameters())


def test_algorithms_and_their_parameters_exist(plugin: Plugin) -> None:
    known = parameters()
    words = [word.split() for row in ROWS for word in row.algorithms]
    assert [word for word in words if word[0] not in known] == []
    assert [word for word in words if not set(word[1:]) <= known[word[0]]] == []


def test_widgets_are_in_the_docks(plugin: Plugin, iface: Interface) -> None:
    places = {
        name: iface.mainWindow().findChild(QDockWidget, f"deepseg_{name.lower()}_dock")
        for name in ("Labels", "Training", "Evaluation", "Prediction")
    }
    places["Menu"] = iface.pluginMenu().actions()[0].menu()
    missing = [
        f"{row.name}: {row.dock} > {row.widget}"
        for row in ROWS
        if row.widget and places[row.dock].findChild(QObject, row.widget) is None
    ]
    assert missing == []
