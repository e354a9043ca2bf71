"""What the menu Tools of the Prediction dock offers for the footprints that are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..i18n import tr
from ..layers.footprint_layer import raster_of
from ..layers.predicted_rasters import paths_of
from .tool_menu import Tool

if TYPE_CHECKING:
    from .results_section import ResultsSection


def result_tools(results: ResultsSection) -> list[Tool]:
    """Return the tools in the order of the menu."""
    return [
        Tool(
            "deepseg:measure",
            lambda: tr("Measure…"),
            lambda: tr("Add shape, colors and texture of every footprint to its attributes."),
            lambda: measured_layer(results),
        ),
        Tool(
            "deepseg:cleanshapes",
            lambda: tr("Clean shapes…"),
            lambda: tr("Simplify, smooth or square the outlines; neighbors keep the walls they share."),
            lambda: {"INPUT": results.layers()[0]} if results.layers() else {},
        ),
        Tool(
            "deepseg:cutouts",
            lambda: tr("Cut out…"),
            lambda: tr("One picture per footprint, in a folder per category, with an index."),
            lambda: measured_layer(results),
        ),
        Tool(
            "deepseg:classifytrain",
            lambda: tr("Train a classifier…"),
            lambda: tr("Learn to sort footprints into kinds, from those whose kind is known."),
            lambda: measured_layer(results),
        ),
        Tool(
            "deepseg:classify",
            lambda: tr("Sort into kinds…"),
            lambda: tr("Add the kind of every footprint, and how sure the classifier is of it."),
            lambda: measured_layer(results),
        ),
        Tool(
            "deepseg:maskraster",
            lambda: tr("Mask the raster…"),
            lambda: tr("Take the background away, or write a raster of categories, instances or scores."),
            lambda: masked_raster(results),
        ),
    ]


def shown_layer(results: ResultsSection) -> dict[str, Any]:
    """Return the parameters for the footprints that are shown: the layer, and the raster they were found on."""
    layers = results.layers()
    return {"INPUT": layers[0], "RASTER": raster_of(layers[0])} if layers else {}


def masked_raster(results: ResultsSection) -> dict[str, Any]:
    """Return the parameters for masking with the footprints that are shown: the layer, and the file of its raster."""
    shown = measured_layer(results)
    rasters = shown.pop("RASTERS", [])
    return {**shown, "RASTER": rasters[0]} if rasters else shown


def measured_layer(results: ResultsSection) -> dict[str, Any]:
    """Return the parameters for measuring the footprints that are shown: the layer, and the files of its rasters."""
    layers = results.layers()[:1]
    return {"INPUT": layers[0], "RASTERS": paths_of(layers, results.qgis_project)} if layers else {}
