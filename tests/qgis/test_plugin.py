"""The plugin loads and unloads, with windows and without, and leaves nothing behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QMenu

import deepseg_qgis
from deepseg_qgis.about import VERSION
from deepseg_qgis.plugin import about_text
from tests.qgis.interface import Interface, forget_deleted

REPOSITORY = Path(__file__).parents[2]


def menus(iface: Interface) -> list[str]:
    return [action.text() for action in iface.pluginMenu().actions()]


def test_loading_adds_one_menu_and_unloading_takes_it_away(iface: Interface) -> None:
    children_before = len(iface.mainWindow().findChildren(QMenu))
    providers_before = [provider.id() for provider in QgsApplication.processingRegistry().providers()]
    plugin = deepseg_qgis.classFactory(iface)
    plugin.initGui()
    assert menus(iface) == ["DeepSeg"]
    plugin.unload()
    forget_deleted()
    assert menus(iface) == []
    assert len(iface.mainWindow().findChildren(QMenu)) == children_before
    assert [provider.id() for provider in QgsApplication.processingRegistry().providers()] == providers_before


def test_it_can_be_loaded_again(iface: Interface) -> None:
    for _ in range(2):
        plugin = deepseg_qgis.classFactory(iface)
        plugin.initGui()
        assert menus(iface) == ["DeepSeg"]
        plugin.unload()
        forget_deleted()


def test_unloading_twice_or_before_loading_is_harmless(iface: Interface) -> None:
    plugin = deepseg_qgis.classFactory(iface)
    plugin.unload()
    plugin.initGui()
    plugin.unload()
    plugin.unload()
    assert menus(iface) == []


def test_it_loads_where_there_are_no_windows() -> None:
    plugin = deepseg_qgis.classFactory(None)
    plugin.initGui()
    plugin.show_about()
    plugin.unload()


def test_the_about_text_says_version_and_commands() -> None:
    assert f"DeepSeg {VERSION}" in about_text()
    assert "deepseg train --help" in about_text()


def test_nothing_of_the_engine_comes_into_qgis() -> None:
    program = (
        "import sys, deepseg_qgis.plugin\n"
        "print(*sorted({'engine', 'torch', 'rasterio', 'shapely', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=REPOSITORY, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr
