"""Where a raster could not be read: the file that the engine writes beside the footprints, as a red layer."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingOutputFile, QgsProcessingUtils

from ..engine_client.outcome import Outcome
from ..engine_client.prediction_files import holes_file
from ..errors import DeepSegPluginError
from ..i18n import tr
from ..layers.style import style_holes
from .result_layer import style_when_loaded


def add_holes_output(add: Callable[[QgsProcessingOutputFile], Any]) -> None:
    """Add the output that is there only when something could not be read."""
    add(QgsProcessingOutputFile("HOLES", tr("Places that could not be read")))


def keep_holes(outcome: Outcome, footprints: Path | None, context: QgsProcessingContext) -> dict[str, Any]:
    """Return the output with the holes that the engine told, moved beside the footprints and shown in QGIS; else {}.

    Args:
        outcome: of the run.
        footprints: the file of the user's; None where there is none, then the holes are temporary as well.
        context: says whether layers are shown.

    Raises:
        DeepSegPluginError: they cannot be put there.
    """
    written = next((artifact.path for artifact in outcome.artifacts if artifact.kind == "holes"), None)
    if written is None:
        return {}
    temporary = Path(QgsProcessingUtils.tempFolder()) / f"deepseg-{uuid.uuid4().hex[:12]}.gpkg"
    place = holes_file(footprints if footprints is not None else temporary)
    try:
        if written != place:
            shutil.move(str(written), str(place))
    except OSError as err:
        raise DeepSegPluginError(
            tr("{place} cannot be written: {reason}").format(place=place, reason=err.strerror or err),
            hint=tr("Choose another place or format."),
        ) from err
    if context.project() is not None:
        details = QgsProcessingContext.LayerDetails(tr("Not read"), context.project(), "HOLES")
        context.addLayerToLoadOnCompletion(str(place), details)
        style_when_loaded(str(place), context, style_holes)
    return {"HOLES": str(place)}
