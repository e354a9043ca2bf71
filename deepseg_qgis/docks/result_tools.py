"""What the menu Tools of the Prediction dock offers for the footprints that are shown."""

from __future__ import annotations

from typing import Any, Protocol

from qgis.core import QgsProject, QgsVectorLayer

from ..i18n import tr
from ..layers.predicted_rasters import paths_of
from .tool_menu import Tool


class ShownFootprints(Protocol):
    """The footprints that a person looks at."""

    @property
    def qgis_project(self) -> QgsProject:
        """Return the project that has their layers."""
        ...

    def one_layer(self) -> QgsVectorLayer | None:
        """Return the layer that a tool works on; None where nothing is shown. Where several are, the user is asked.

        Raises:
            NotAnsweredError: the user did not say which.
        """
        ...


def result_tools(results: ShownFootprints) -> list[Tool]:
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
            lambda: polygons_only(results),
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


def polygons_only(results: ShownFootprints) -> dict[str, Any]:
    """Return the parameters for what needs no raster: the layer."""
    layer = results.one_layer()
    return {} if layer is None else {"INPUT": layer}


def masked_raster(results: ShownFootprints) -> dict[str, Any]:
    """Return the parameters for masking with the footprints that are shown: the layer, and the file of its raster."""
    shown = measured_layer(results)
    rasters = shown.pop("RASTERS", [])
    return {**shown, "RASTER": rasters[0]} if rasters else shown


def measured_layer(results: ShownFootprints) -> dict[str, Any]:
    """Return the parameters for measuring the footprints that are shown: the layer, and the files of its rasters."""
    layer = results.one_layer()
    return {} if layer is None else {"INPUT": layer, "RASTERS": paths_of([layer], results.qgis_project)}
