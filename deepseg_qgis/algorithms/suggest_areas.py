"""`deepseg:suggestareas`: which ground to label next."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
)

from ..engine_client import command_line
from ..i18n import tr
from ..layers.suggestion_layer import style_suggestions
from .engine_algorithm import EngineAlgorithm, Spans
from .inputs import destination_problem, work_folder
from .labeled_rasters import LabeledRasters
from .parameters import (
    add_crs,
    add_device,
    add_model,
    add_polygon_layer,
    add_rasters,
    existing_model,
    explained,
    number,
    number_or_none,
    text_or_none,
)
from .result_layer import pour, style_when_loaded

MANIFEST = "prediction.json"


class SuggestAreasAlgorithm(EngineAlgorithm):
    """Ranks ground that is not labeled."""

    NAME = "suggestareas"
    GROUP = "model"
    SPANS: ClassVar[Spans] = {"fields": (0.0, 30.0), "look": (30.0, 100.0)}

    def __init__(self) -> None:
        super().__init__()
        self._given: LabeledRasters | None = None

    def title(self) -> str:
        """Return the name that people see."""
        return tr("Where to label next")

    def help_text(self) -> str:
        """Return what it does."""
        return tr(
            "Ranks ground that is not labeled by how much a model would learn from labels there: where it is unsure, "
            "and where the ground looks otherwise than what is labeled. Each area after the first is of another kind "
            "than those before it.\n\n"
            "Label everything in the first few areas, make them areas with the role train, and train again."
        )

    def tags(self) -> list[str]:
        """Return words that find it in the toolbox."""
        return tr("active learning,uncertainty,entropy,labels,areas,next").split(",")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Add parameters and outputs."""
        add_model(self.addParameter)
        add_rasters(self.addParameter)
        add_polygon_layer(self.addParameter, "LABELS", tr("Labels"), tr("What is labeled already."), is_optional=True)
        text = tr("Polygons inside which everything is labeled; those whose field role says predict do not count.")
        add_polygon_layer(self.addParameter, "AREAS", tr("Areas"), text, is_optional=True)
        count_text = tr("How many areas are suggested.")
        self.addParameter(
            number("COUNT", tr("Areas"), count_text, default=10, least=1, is_whole=True, is_advanced=False)
        )
        size_text = tr("About how long the side of an area is. Left empty, what the model looks at in one piece.")
        self.addParameter(number("SIZE_M", tr("Side of an area (m)"), size_text, least=0.0, is_advanced=False))
        sample_text = tr("How many places are looked at, spread evenly. More take longer and find better ones.")
        self.addParameter(number("SAMPLE", tr("Places to look at"), sample_text, default=200, least=1, is_whole=True))
        folder = QgsProcessingParameterFile(
            "RUN_DIR",
            tr("Run folder of a prediction"),
            behavior=QgsProcessingParameterFile.Folder,
            optional=True,
        )
        text = tr("The folder in which a prediction with this model kept its fields: then all places are compared.")
        self.addParameter(explained(folder, text, is_advanced=True))
        add_device(self.addParameter)
        add_crs(self.addParameter)
        output = QgsProcessingParameterFeatureSink("OUTPUT", tr("Where to label next"), QgsProcessing.TypeVectorPolygon)
        self.addParameter(explained(output, tr("The areas with rank, score, uncertainty, difference and raster.")))
        self.addOutput(QgsProcessingOutputNumber("N_AREAS", tr("Number of areas")))

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why it cannot run; empty when it can."""
        existing_model(self.parameterAsString(parameters, "MODEL", context))
        LabeledRasters.read(self, parameters, context)
        run_dir = text_or_none(self, parameters, "RUN_DIR", context)
        if run_dir is not None and not (Path(run_dir) / MANIFEST).is_file():
            return tr(
                "{folder} holds no prediction. Choose the run folder of a prediction that kept its fields."
            ).format(folder=run_dir)
        return destination_problem(parameters.get("OUTPUT"), context)

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Look at the layers."""
        self._given = LabeledRasters.read(self, parameters, context)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Rank them."""
        assert self._given is not None, "prepare comes first"
        with work_folder() as folder:
            given = self._given.arguments(folder, feedback)
            given.pop("category_field")  # what is labeled counts, not as what
            file = folder / "suggestions.gpkg"
            count = self.parameterAsInt(parameters, "COUNT", context)
            sample = max(self.parameterAsInt(parameters, "SAMPLE", context), count)
            outcome = self.run_engine(
                command_line.suggest_areas(
                    model=self.parameterAsString(parameters, "MODEL", context),
                    output=file,
                    **given,
                    count=count,
                    size_m=number_or_none(self, parameters, "SIZE_M", context) or None,
                    sample=sample,
                    run_dir=text_or_none(self, parameters, "RUN_DIR", context),
                    device=text_or_none(self, parameters, "DEVICE", context),
                ),
                feedback,
            )
            output = pour(file, self, parameters, "OUTPUT", context, feedback)
            style_when_loaded(output, context, style_suggestions)
        return {"OUTPUT": output, "N_AREAS": outcome.values.get("n_suggestions")}
