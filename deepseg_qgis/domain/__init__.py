"""Frozen values of the plugin; nothing here knows QGIS."""
