"""`deepseg:estimate`: says what a prediction will take, before it is begun."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
)

from ..domain.estimate import estimate_of
from ..engine_client import command_line
from ..i18n import tr
from .engine_algorithm import Spans
from .inputs import work_folder
from .parameters import add_crs, add_device, add_model, add_rasters, add_workers, explained, text_or_none
from .predict import PredictAlgorithm, add_places, add_tiling

_MEGABYTE = 1e6


class EstimateAlgorithm(PredictAlgorithm):
    """Tries a few tiles and says what the whole will take; writes nothing."""

    NAME = "estimate"
    SPANS: ClassVar[Spans] = {}

    def title(self) -> str:
        """Return the name that people see."""
        return tr("Estimate a prediction")

    def help_text(self) -> str:
        """Return what it does."""
        return tr(
            "Says how many tiles a prediction has, how long it will take on this computer, and how much memory and "
            "disk. A few tiles are tried for that; nothing is written.\n\n"
            "Give it what you are going to give to the prediction."
        )

    def tags(self) -> list[str]:
        """Return words that find it in the toolbox."""
        return tr("time,duration,memory,disk,dry run").split(",")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Add parameters and outputs."""
        add_model(self.addParameter)
        add_rasters(self.addParameter)
        add_places(self.addParameter)
        add_tiling(self.addParameter)
        add_device(self.addParameter)
        add_crs(self.addParameter)
        add_workers(self.addParameter)
        folder = QgsProcessingParameterFile(
            "FOLDER", tr("Folder for the footprints"), behavior=QgsProcessingParameterFile.Folder, optional=True
        )
        text = tr("Where the footprints will go: the free room of that disk is looked at.")
        self.addParameter(explained(folder, text, is_advanced=True))
        for name, title in (
            ("N_TILES", tr("Tiles")),
            ("SECONDS", tr("Time (s)")),
            ("MEMORY_MB", tr("Memory (MB)")),
            ("SCRATCH_MB", tr("Disk while it works (MB)")),
            ("OUTPUT_MB", tr("Size of the footprints (MB)")),
            ("FREE_MB", tr("Free room on the disk (MB)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))
        self.addOutput(QgsProcessingOutputString("TEXT", tr("In words")))

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why it cannot run; empty when it can."""
        return self.input_problem(parameters, context)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Try a few tiles."""
        with work_folder() as folder:
            place = Path(text_or_none(self, parameters, "FOLDER", context) or folder)
            arguments = command_line.predict(
                output=place / "footprints.gpkg",
                dry_run=True,
                **self.inputs(parameters, context, feedback, folder),
            )
            values = self.run_engine(arguments, feedback).values
        estimate = estimate_of(values)
        return {
            "N_TILES": estimate.n_tiles,
            "SECONDS": estimate.seconds,
            "MEMORY_MB": _megabytes(estimate.memory_bytes),
            "SCRATCH_MB": _megabytes(estimate.scratch_bytes),
            "OUTPUT_MB": _megabytes(estimate.output_bytes),
            "FREE_MB": _megabytes(estimate.free_bytes),
            "TEXT": str(values.get("text") or ""),
        }


def _megabytes(size: float | None) -> float | None:
    return None if size is None else size / _MEGABYTE
