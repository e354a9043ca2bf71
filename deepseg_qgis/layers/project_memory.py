"""What DeepSeg remembers inside a QGIS project, so that it is there again when the project is opened."""

from __future__ import annotations

import json
from typing import Any

from qgis.core import QgsProject

_SCOPE = "deepseg"


def remember(qgis_project: QgsProject, key: str, value: Any) -> None:
    """Keep a value (text, number, list, dict) in the QGIS project; it is on disk when the user saves the project."""
    text = json.dumps(value, ensure_ascii=False)
    if qgis_project.readEntry(_SCOPE, key, "")[0] != text:  # an equal value must not mark the project as changed
        qgis_project.writeEntry(_SCOPE, key, text)


def recall(qgis_project: QgsProject, key: str, default: Any = None) -> Any:
    """Return the value kept under `key`, else `default`."""
    text, is_there = qgis_project.readEntry(_SCOPE, key, "")
    if not is_there or not text:
        return default
    try:
        return json.loads(text)
    except ValueError:  # written by hand, or by something else
        return default


def forget(qgis_project: QgsProject, key: str) -> None:
    """Remove what is kept under `key`."""
    qgis_project.removeEntry(_SCOPE, key)
