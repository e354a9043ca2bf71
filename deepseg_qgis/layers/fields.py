"""Fields for layers; QGIS has changed how their types are named."""

from __future__ import annotations

from typing import Any

from qgis.core import NULL, Qgis, QgsField
from qgis.PyQt import QtCore

_FIRST_WITH_META_TYPES = 33800


def text_field(name: str, *, alias: str = "") -> QgsField:
    """Return a field for text of any length."""
    return _field(name, "QString", "String", alias)


def real_field(name: str, *, alias: str = "") -> QgsField:
    """Return a field for numbers with decimals."""
    return _field(name, "Double", "Double", alias)


def integer_field(name: str, *, alias: str = "") -> QgsField:
    """Return a field for whole numbers."""
    return _field(name, "Int", "Int", alias)


def null_value() -> Any:
    """Return what an empty field holds."""
    return NULL


def _field(name: str, meta_name: str, variant_name: str, alias: str) -> QgsField:
    field = QgsField(name, _type(meta_name, variant_name))
    field.setAlias(alias)
    return field


def _type(meta_name: str, variant_name: str) -> Any:
    # Looked up by name: QVariant has no types in Qt 6, and older QGIS takes no others.
    if Qgis.QGIS_VERSION_INT >= _FIRST_WITH_META_TYPES:
        return getattr(QtCore.QMetaType.Type, meta_name)
    return getattr(QtCore.QVariant, variant_name)
