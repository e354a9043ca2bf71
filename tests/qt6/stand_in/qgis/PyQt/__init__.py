"""`qgis.PyQt.X` is `PyQt6.X`, as in a QGIS that is built with Qt 6."""

from __future__ import annotations

import importlib
import sys

from PyQt6 import sip

for name in ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtXml", "QtNetwork", "QtTest"):
    sys.modules[f"{__name__}.{name}"] = importlib.import_module(f"PyQt6.{name}")
sys.modules[f"{__name__}.sip"] = sip
