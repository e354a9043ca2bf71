"""The plugin loads and unloads, with windows and without, and leaves nothing behind."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QMenu, QToolBar, QWidget

import deepseg_qgis
from deepseg_qgis.about import VERSION
from deepseg_qgis.docks import every_tool
from deepseg_qgis.plugin import Plugin, about_text
from deepseg_qgis.settings import Settings
from tests.plugin.fake_engine.use import use_fake_engine
from tests.qgis.interface import Interface, forget_deleted
from tests.qgis.processing_world import ALGORITHMS
from tests.qgis.trial import TrialProvider, wait_until

REPOSITORY = Path(__file__).parents[2]
NAMES = ["labels", "training", "evaluation", "prediction"]


@pytest.fixture
def plugin(iface: Interface) -> Iterator[Plugin]:
    plugin = deepseg_qgis.classFactory(iface)
    plugin.initGui()
    yield plugin
    plugin.unload()
    forget_deleted()


def providers() -> list[str]:
    return [provider.id() for provider in QgsApplication.processingRegistry().providers()]


def docks(iface: Interface) -> list[QDockWidget]:
    return iface.mainWindow().findChildren(QDockWidget)


def dock(iface: Interface, name: str) -> QDockWidget:
    return iface.mainWindow().findChild(QDockWidget, f"deepseg_{name}_dock")


def click(iface: Interface, name: str) -> None:
    iface.mainWindow().findChild(QToolBar, "deepseg_toolbar").findChild(QAction)
    action = next(
        a for a in iface.pluginMenu().actions()[0].menu().actions() if a.objectName() == f"deepseg_{name}_action"
    )
    action.trigger()


def belongings(iface: Interface) -> Counter[str]:
    """Count all that hangs on the window, the project and the application."""
    wait_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0)  # the set-up looks for Pythons meanwhile
    forget_deleted()
    gc.collect()
    window, project = iface.mainWindow(), QgsProject.instance()
    things = Counter(type(child).__name__ for child in window.findChildren(QObject))
    del things["QPropertyAnimation"]  # the window's own: tabs glide into their places
    things["top levels"] = len(QgsApplication.topLevelWidgets())
    things["providers"] = len(providers())
    things["tasks"] = len(QgsApplication.taskManager().tasks())
    things["messages"] = len(iface.messageBar().items())
    for signal in (project.readProject, project.cleared, project.layersAdded, project.layersWillBeRemoved):
        things[signal.signal] = project.receivers(signal)
    canvas = iface.mapCanvas()
    for signal in (canvas.mapToolSet, canvas.extentsChanged, canvas.currentLayerChanged, canvas.keyPressed):
        things[f"canvas {signal.signal}"] = canvas.receivers(signal)
    things["map items"] = len(canvas.scene().items())
    return things


def test_one_click_opens_four_docks_as_tabs_on_the_right(plugin: Plugin, iface: Interface) -> None:
    assert docks(iface) == []  # until then nothing is in the way, and nothing has been read
    click(iface, "deepseg")
    assert sorted(dock.objectName() for dock in docks(iface)) == sorted(f"deepseg_{name}_dock" for name in NAMES)
    labels = dock(iface, "labels")
    others = {other.objectName() for other in iface.mainWindow().tabifiedDockWidgets(labels)}
    assert others == {f"deepseg_{name}_dock" for name in NAMES[1:]}
    assert iface.mainWindow().dockWidgetArea(labels) == 2  # the right


@pytest.mark.parametrize("name", NAMES)
def test_each_dock_has_its_button(plugin: Plugin, iface: Interface, name: str) -> None:
    click(iface, name)
    forget_deleted()
    assert not dock(iface, name).visibleRegion().isEmpty()


def test_no_dock_is_wider_than_360_pixels_at_its_smallest(plugin: Plugin, iface: Interface) -> None:
    click(iface, "deepseg")
    widths = {dock.objectName(): dock.minimumSizeHint().width() for dock in docks(iface)}
    assert {name: width for name, width in widths.items() if width > 360} == {}
    bodies = {
        dock.objectName(): dock.findChild(QWidget, "dock_body").minimumSizeHint().width() for dock in docks(iface)
    }
    assert {name: width for name, width in bodies.items() if width > 360} == {}


def test_every_tool_is_in_the_menu(plugin: Plugin, iface: Interface, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(every_tool, "open_tool", lambda _, tool: opened.append(tool.algorithm))
    menu = iface.pluginMenu().actions()[0].menu().findChild(QMenu, "deepseg_tools_menu")
    for _ in range(2):  # opened twice, it is filled once
        menu.aboutToShow.emit()
    tools = [action for action in menu.actions() if not action.isSeparator()]
    names = {f"{name.partition(':')[2]}_action" for name in ALGORITHMS} - {"setup_action"}
    assert sorted(action.objectName() for action in tools) == sorted(names)
    assert [action.text() for action in menu.actions() if action.isSeparator()] == ["Data", "Model", "Results"]
    next(action for action in tools if action.text() == "Export training data (chips)…").trigger()
    assert opened == ["deepseg:chips"]


def test_a_closed_dock_comes_back(plugin: Plugin, iface: Interface) -> None:
    click(iface, "deepseg")
    dock(iface, "training").close()
    click(iface, "training")
    assert not dock(iface, "training").isHidden()


def test_docks_stand_where_they_were_in_the_last_session(iface: Interface) -> None:
    plugin = deepseg_qgis.classFactory(iface)
    plugin.initGui()
    click(iface, "deepseg")
    iface.mainWindow().addDockWidget(
        iface.mainWindow().dockWidgetArea(dock(iface, "labels")).__class__(1), dock(iface, "training")
    )
    state = iface.mainWindow().saveState()
    plugin.unload()
    forget_deleted()
    plugin = deepseg_qgis.classFactory(iface)
    plugin.initGui()
    iface.mainWindow().restoreState(state)  # as QGIS does, before the docks are there
    wait_until(lambda: docks(iface))  # they were open, and open again by themselves
    assert iface.mainWindow().dockWidgetArea(dock(iface, "training")) == 1
    assert iface.mainWindow().dockWidgetArea(dock(iface, "labels")) == 2
    plugin.unload()


def load_and_unload(iface: Interface) -> None:
    plugin = deepseg_qgis.classFactory(iface)
    plugin.initGui()
    click(iface, "deepseg")
    plugin.show_setup()
    plugin.unload()
    Settings.set("docks/were_open", None)


def test_three_reloads_leave_nothing_behind(iface: Interface) -> None:
    load_and_unload(iface)
    before = belongings(iface)  # only now: a window keeps the bar of its first tabs for the next ones
    for _ in range(3):
        load_and_unload(iface)
    assert belongings(iface) - before == Counter()


def test_of_what_is_ours_nothing_is_left(iface: Interface) -> None:
    load_and_unload(iface)
    forget_deleted()
    names = [child.objectName() for child in iface.mainWindow().findChildren(QObject)]
    assert [name for name in names if name.startswith("deepseg")] == []
    assert iface.pluginMenu().actions() == []
    assert "deepseg" not in providers()


def test_unloading_while_the_engine_works_ends_it(
    iface: Interface, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    use_fake_engine(monkeypatch, "silent", pids=tmp_path / "pids")
    trial = TrialProvider()
    QgsApplication.processingRegistry().addProvider(trial)
    load_and_unload(iface)
    before = belongings(iface)
    plugin = deepseg_qgis.classFactory(iface)
    plugin.initGui()
    click(iface, "training")
    plugin._workbench.run("trial:child", {}, kind="training")
    wait_until(lambda: (tmp_path / "pids").exists())
    plugin.unload()
    assert [pid for pid in (tmp_path / "pids").read_text().split() if Path(f"/proc/{pid}").exists()] == []
    assert "ends its work" in iface.messageBar().currentItem().text(), "told, and still to be read"
    iface.messageBar().clearWidgets()
    assert belongings(iface) - before == Counter()
    QgsApplication.processingRegistry().removeProvider(trial)


def test_unloading_twice_or_before_loading_is_harmless(iface: Interface) -> None:
    plugin = deepseg_qgis.classFactory(iface)
    plugin.unload()
    plugin.initGui()
    plugin.unload()
    plugin.unload()
    assert iface.pluginMenu().actions() == []


def test_it_loads_where_there_are_no_windows() -> None:
    plugin = deepseg_qgis.classFactory(None)
    plugin.initProcessing()
    assert "deepseg" in providers()
    plugin.initGui()
    plugin.show_about()
    plugin.show_docks()
    plugin.show_setup()
    plugin.unload()
    assert "deepseg" not in providers()


def test_the_algorithms_are_there_once(plugin: Plugin) -> None:
    plugin.initProcessing()
    assert providers().count("deepseg") == 1
    ids = {algorithm.id() for algorithm in QgsApplication.processingRegistry().providerById("deepseg").algorithms()}
    assert ids == ALGORITHMS


def test_drawing_takes_the_tool_of_qgis(plugin: Plugin, iface: Interface, tmp_path: Path) -> None:
    triggered: list[bool] = []
    iface.actionAddFeature().triggered.connect(lambda: triggered.append(True))
    plugin._workbench.digitize("a layer")
    assert iface.activeLayer() == "a layer"
    assert triggered == [True]


def test_the_about_text_says_version_and_commands() -> None:
    assert f"DeepSeg {VERSION}" in about_text()
    assert "deepseg train --help" in about_text()


def test_nothing_of_the_engine_comes_into_qgis() -> None:
    program = (
        "import sys, qgis.core, qgis.gui\n"  # QGIS itself brings numpy from 3.40 on
        "before = set(sys.modules)\n"
        "import deepseg_qgis.plugin\n"
        "print(*sorted({'engine', 'torch', 'rasterio', 'shapely', 'numpy'} & set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=REPOSITORY, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr
