"""`deepseg:vectorize`: draws footprints again with other thresholds, without running the model."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
)

from ..engine_client import command_line
from ..i18n import tr
from .engine_algorithm import EngineAlgorithm, Spans
from .footprint_output import FootprintOutput, add_footprint_outputs, destination_of, file_problem, shape_options
from .holes import add_holes_output, keep_holes
from .inputs import work_folder
from .parameters import add_shape, add_workers, explained, workers_of
from .result_layer import footprint_style
from .shape_changes import add_changes

MANIFEST = "prediction.json"


class VectorizeAlgorithm(EngineAlgorithm):
    """Draws footprints again with other thresholds."""

    NAME = "vectorize"
    GROUP = "result"
    SPANS: ClassVar[Spans] = {"vectorize": (0.0, 100.0)}

    def title(self) -> str:
        """Return the name that people see."""
        return tr("Draw footprints again")

    def help_text(self) -> str:
        """Return what it does."""
        return tr(
            "Draws footprints again with other score thresholds, another smallest area or other outlines. The model "
            "does not run, so this takes seconds.\n\n"
            "The prediction must have kept its fields: tick “Keep what is needed to move thresholds” there."
        )

    def tags(self) -> list[str]:
        """Return words that find it in the toolbox."""
        return tr("threshold,outline,polygonize,simplify").split(",")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Add parameters and outputs."""
        folder = QgsProcessingParameterFile(
            "RUN_DIR", tr("Run folder of a prediction"), behavior=QgsProcessingParameterFile.Folder
        )
        self.addParameter(explained(folder, tr("The folder in which a prediction kept its fields.")))
        add_shape(self.addParameter)
        add_changes(self.addParameter)
        add_footprint_outputs(self.addParameter)
        add_workers(self.addParameter)
        self.addOutput(QgsProcessingOutputNumber("N_FOOTPRINTS", tr("Footprints")))
        add_holes_output(self.addOutput)

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why it cannot run; empty when it can."""
        shape_options(self, parameters, context)
        folder = Path(self.parameterAsString(parameters, "RUN_DIR", context))
        if not (folder / MANIFEST).is_file():
            return tr(
                "{folder} holds no prediction. Choose the run folder of a prediction that kept its fields."
            ).format(folder=folder)
        return file_problem(self, parameters, context)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Draw them."""
        run_dir = Path(self.parameterAsString(parameters, "RUN_DIR", context))
        shape = shape_options(self, parameters, context)
        with work_folder() as folder:
            output = FootprintOutput.chosen(self, parameters, context, folder)
            workers = workers_of(self, parameters, context)
            for file in output.files:
                arguments = command_line.vectorize(run_dir=run_dir, output=file, workers=workers, **shape)
                outcome = self.run_engine(arguments, feedback)
            style = footprint_style(_categories(run_dir))
            outputs = output.pour(self, parameters, context, feedback, style=style)
            outputs |= keep_holes(outcome, destination_of(parameters, context), context)
        return {**outputs, "N_FOOTPRINTS": outcome.values.get("n_footprints")}


def _categories(run_dir: Path) -> tuple[tuple[str, str], ...]:
    """Return name and color of the categories that were predicted; nothing where the folder is damaged."""
    try:
        card = json.loads((run_dir / MANIFEST).read_text(encoding="utf-8"))["card"]
        return tuple((str(each["name"]), str(each["color"])) for each in card["categories"])
    except (OSError, ValueError, KeyError, TypeError):
        return ()
