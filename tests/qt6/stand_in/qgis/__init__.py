"""Stands in for QGIS on Qt 6: `qgis.PyQt` is PyQt6, everything else is a name that can be subclassed."""
