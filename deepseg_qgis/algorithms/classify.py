"""`deepseg:classify`: adds the kind of each footprint to its attributes."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
)

from ..engine_client import instance_commands
from ..i18n import tr
from ..layers.kind_style import style_kinds
from ..layers.polygon_source import PolygonSource, polygon_source
from .engine_algorithm import EngineAlgorithm, Spans
from .inputs import destination_problem, raster_crs, raster_paths, work_folder
from .instance_parameters import add_categories, add_field, add_polygons, is_placeless, named_categories
from .parameters import (
    MODEL_SUFFIX,
    add_crs,
    add_device,
    add_rasters,
    existing_model,
    explained,
    number,
    text_or_none,
    whole_or_none,
)
from .placeless import keep_without_crs
from .result_layer import pour, style_when_loaded


class ClassifyAlgorithm(EngineAlgorithm):
    """Sorts footprints with a classifier."""

    NAME = "classify"
    GROUP = "result"
    SPANS: ClassVar[Spans] = {"classify": (0.0, 95.0)}

    def __init__(self) -> None:
        super().__init__()
        self._source: PolygonSource | None = None
        self._rasters: list[str] = []
        self._crs: str | None = None

    def title(self) -> str:
        """Return the name that people see."""
        return tr("Sort footprints into kinds")

    def help_text(self) -> str:
        """Return what it does."""
        return tr(
            "Adds the fields subcategory and subcategory_score to footprints, with a classifier that “Train a "
            "classifier of footprints” wrote. All of their other fields are kept.\n\n"
            "With a field that says what they really are, the log tells how many were right and which kinds were taken "
            "for each other."
        )

    def tags(self) -> list[str]:
        """Return words that find it in the toolbox."""
        return tr("classification,subcategory,kinds,species,roof types").split(",")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Add parameters and outputs."""
        add_polygons(self.addParameter)
        add_rasters(self.addParameter)
        model = QgsProcessingParameterFile("MODEL", tr("Classifier"), extension=MODEL_SUFFIX)
        self.addParameter(explained(model, tr("The file that “Train a classifier of footprints” wrote.")))
        add_categories(self.addParameter, tr("Names parted by semicolons; others stay as they are. Left empty, all."))
        truth_text = tr("Only to tell how many were right.")
        add_field(self.addParameter, "TRUTH_FIELD", tr("Field with the true kind"), truth_text, is_advanced=True)
        views_text = tr("Ways to turn each picture, of which the mean is taken; each takes its time.")
        self.addParameter(number("VIEWS", tr("Views"), views_text, default=1, least=1, most=8, is_whole=True))
        add_device(self.addParameter)
        add_crs(self.addParameter)
        self.addParameter(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Sorted footprints"), QgsProcessing.TypeVectorPolygon)
        )
        self.addOutput(QgsProcessingOutputNumber("N_SORTED", tr("Number of sorted footprints")))
        self.addOutput(QgsProcessingOutputNumber("ACCURACY", tr("Share that is right")))

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why it cannot run; empty when it can."""
        raster_paths(self, parameters, "RASTERS", context)
        polygon_source(parameters, "INPUT", self, context)
        existing_model(self.parameterAsString(parameters, "MODEL", context))
        return destination_problem(parameters.get("OUTPUT"), context)

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Look at the layers."""
        self._source = polygon_source(parameters, "INPUT", self, context)
        self._rasters = raster_paths(self, parameters, "RASTERS", context)
        self._crs = raster_crs(self, parameters, context)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Sort them."""
        assert self._source is not None, "prepare comes first"
        with work_folder() as folder:
            file = folder / "sorted.gpkg"
            outcome = self.run_engine(
                instance_commands.classify(
                    footprints=self._source.for_engine(folder / "input", feedback),
                    rasters=self._rasters,
                    model=self.parameterAsString(parameters, "MODEL", context),
                    output=file,
                    categories=named_categories(self, parameters, context),
                    category_field=text_or_none(self, parameters, "CATEGORY_FIELD", context),
                    truth_field=text_or_none(self, parameters, "TRUTH_FIELD", context),
                    views=whole_or_none(self, parameters, "VIEWS", context),
                    device=text_or_none(self, parameters, "DEVICE", context),
                    crs=self._crs,
                ),
                feedback,
            )
            output = pour(file, self, parameters, "OUTPUT", context, feedback)
        if is_placeless(self._source):
            keep_without_crs(output, QgsCoordinateReferenceSystem(), context)
        style_when_loaded(output, context, style_kinds)
        scores = outcome.values.get("scores") or {}
        return {"OUTPUT": output, "N_SORTED": outcome.values.get("n_sorted"), "ACCURACY": scores.get("accuracy")}
