"""Rasters with labels and areas: what training, evaluation, chips and suggestions are given, and what the engine gets.

The parameters themselves are added by `add_rasters` and `add_labels` of `parameters`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingFeedback

from ..layers.polygon_source import OWNER_FIELD, ROLE_FIELD, PolygonSource, polygon_source
from .inputs import raster_crs, raster_paths
from .parameters import has_value, text_or_none


@dataclass(frozen=True)
class LabeledRasters:
    """Files of rasters, the coordinate system of those that name none, labels with their field, and areas."""

    rasters: list[str]
    crs: str | None
    labels: PolygonSource | None
    category_field: str | None
    areas: PolygonSource | None

    @classmethod
    def read(
        cls, algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> LabeledRasters:
        """Return what the parameters say, on the main thread; labels and areas may be left out where they are optional.

        Raises:
            DeepSegPluginError: one of them cannot be used.
        """
        rasters = raster_paths(algorithm, parameters, "RASTERS", context)
        definition = algorithm.parameterDefinition("LABELS")
        needs_labels = not definition.flags() & definition.FlagOptional
        labels, areas = (
            polygon_source(parameters, name, algorithm, context) if is_needed or has_value(parameters, name) else None
            for name, is_needed in (("LABELS", needs_labels), ("AREAS", False))
        )
        field = text_or_none(algorithm, parameters, "CATEGORY_FIELD", context)
        return cls(rasters, raster_crs(algorithm, parameters, context), labels, field, areas)

    def arguments(self, folder: Path, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Return what the engine is told; layers that are no files are copied into `folder`."""
        labels, areas = self.labels, self.areas
        return {
            "rasters": self.rasters,
            "crs": self.crs,
            "labels": labels
            and labels.for_engine(folder / "labels", feedback, kept_fields=[self.category_field, OWNER_FIELD]),
            "category_field": self.category_field,
            "areas": areas and areas.for_engine(folder / "areas", feedback, kept_fields=[ROLE_FIELD, OWNER_FIELD]),
        }
