"""PyQt6 without a screen, and a stand-in for QGIS: no QGIS for Qt 6 is packaged yet."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).parent / "stand_in"))

from PyQt6.QtWidgets import QApplication


@pytest.fixture(scope="session", autouse=True)
def application() -> Iterator[QApplication]:
    yield QApplication.instance() or QApplication([])
