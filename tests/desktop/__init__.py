"""Drives the real QGIS desktop with mouse and keys, as a person would, and takes a picture of every step."""
