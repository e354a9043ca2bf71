"""`deepseg:classifytrain`: from labeled footprints, or folders of pictures, to a model that sorts footprints."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ..engine_client import instance_commands
from ..i18n import tr
from ..layers.polygon_source import PolygonSource, polygon_source
from .engine_algorithm import EngineAlgorithm, Spans
from .inputs import raster_crs, raster_paths, work_folder
from .instance_parameters import add_field, add_flag
from .parameters import (
    MODEL_SUFFIX,
    Add,
    add_crs,
    add_device,
    add_polygon_layer,
    add_rasters,
    band_numbers,
    explained,
    has_value,
    number,
    number_or_none,
    text_or_none,
    whole_or_none,
)


class ClassifyTrainAlgorithm(EngineAlgorithm):
    """Learns to tell kinds of footprints apart."""

    NAME = "classifytrain"
    GROUP = "model"
    SPANS: ClassVar[Spans] = {"look": (0.0, 95.0)}

    def __init__(self) -> None:
        super().__init__()
        self._source: PolygonSource | None = None
        self._rasters: list[str] = []
        self._crs: str | None = None

    def title(self) -> str:
        """Return the name that people see."""
        return tr("Train a classifier of footprints")

    def help_text(self) -> str:
        """Return what it does."""
        return tr(
            "Learns to sort footprints into kinds, such as flat and gabled roofs, from a few dozen whose kind is "
            "known: polygons with a field that names it, or pictures in folders, one folder per kind.\n\n"
            "Polygons whose field is empty are left out. Every label is tested once by a classifier that has not seen "
            "its ground; the log tells how many were right and which kinds were taken for each other."
        )

    def tags(self) -> list[str]:
        """Return words that find it in the toolbox."""
        return tr("classification,subcategory,kinds,species,roof types,learn").split(",")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Add parameters and outputs."""
        polygons_text = tr("Footprints or labels. Left empty, a folder of pictures is used.")
        add_polygon_layer(
            self.addParameter, "INPUT", tr("Polygons whose kind is known"), polygons_text, is_optional=True
        )
        field_text = tr("The field that names the kind. Left empty, the field subcategory.")
        add_field(self.addParameter, "CATEGORY_FIELD", tr("Field with the kind"), field_text)
        add_rasters(self.addParameter, tr("The rasters that show the polygons."))
        folder = QgsProcessingParameterFile(
            "CUTOUTS", tr("Or a folder of pictures"), behavior=QgsProcessingParameterFile.Behavior.Folder, optional=True
        )
        self.addParameter(explained(folder, tr("One folder per kind in it, as “Cut out instances” writes it.")))
        epochs_text = tr("How often all labels are gone through; an epoch takes moments.")
        self.addParameter(number("EPOCHS", tr("Epochs"), epochs_text, default=30, least=1, is_whole=True))
        _add_look(self.addParameter)
        seed_text = tr("The same seed gives the same model, on a CPU.")
        self.addParameter(number("SEED", tr("Seed"), seed_text, default=0, least=0, is_whole=True))
        limit_text = tr("Ends after so many seconds; the best model so far is kept.")
        self.addParameter(number("TIME_LIMIT_S", tr("Time limit (s)"), limit_text, least=1.0))
        add_device(self.addParameter)
        add_crs(self.addParameter)
        model = QgsProcessingParameterFileDestination("MODEL", tr("Classifier"), tr("DeepSeg model (*.safetensors)"))
        self.addParameter(explained(model, tr("The model to write.")))
        self.addOutput(QgsProcessingOutputNumber("ACCURACY", tr("Share that was sorted right")))
        self.addOutput(QgsProcessingOutputNumber("RECALL", tr("Mean recall of the kinds")))

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why it cannot run; empty when it can."""
        has_polygons = has_value(parameters, "INPUT")
        if has_polygons == has_value(parameters, "CUTOUTS"):
            return tr("Give either polygons on rasters or a folder of pictures.")
        if has_polygons:
            polygon_source(parameters, "INPUT", self, context)
            raster_paths(self, parameters, "RASTERS", context)
        band_numbers(text_or_none(self, parameters, "BANDS", context))
        model = self.parameterAsFileOutput(parameters, "MODEL", context)
        if Path(model).suffix.lower() != f".{MODEL_SUFFIX}":
            return tr("The model {path} must end in .safetensors.").format(path=model)
        return ""

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Look at the layers."""
        self._source, self._rasters, self._crs = None, [], None
        if has_value(parameters, "INPUT"):
            self._source = polygon_source(parameters, "INPUT", self, context)
            self._rasters = raster_paths(self, parameters, "RASTERS", context)
            self._crs = raster_crs(self, parameters, context)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Learn."""
        model = self.parameterAsFileOutput(parameters, "MODEL", context)
        place = (self, parameters)
        with work_folder() as folder:
            source = self._source
            outcome = self.run_engine(
                instance_commands.classify_train(
                    model=model,
                    cutouts=None if source else self.parameterAsString(parameters, "CUTOUTS", context),
                    footprints=source.for_engine(folder, feedback) if source else None,
                    rasters=self._rasters,
                    category_field=text_or_none(*place, "CATEGORY_FIELD", context) if source else None,
                    epochs=whole_or_none(*place, "EPOCHS", context),
                    size=whole_or_none(*place, "SIZE", context),
                    padding=number_or_none(*place, "PADDING", context),
                    upright=self.parameterAsBool(parameters, "UPRIGHT", context),
                    masked=self.parameterAsBool(parameters, "MASKED", context),
                    bands=band_numbers(text_or_none(*place, "BANDS", context)),
                    encoder=text_or_none(*place, "ENCODER", context),
                    seed=whole_or_none(*place, "SEED", context),
                    time_limit_s=number_or_none(*place, "TIME_LIMIT_S", context),
                    device=text_or_none(*place, "DEVICE", context),
                    crs=self._crs,
                ),
                feedback,
            )
        scores = outcome.values.get("scores") or {}
        return {"MODEL": model, "ACCURACY": scores.get("accuracy"), "RECALL": scores.get("mean_recall")}


def _add_look(add: Add) -> None:
    """Add what the classifier sees of a polygon."""
    size_text = tr("The side of what the network sees.")
    add(number("SIZE", tr("Size (px)"), size_text, default=128, least=32, most=1024, is_whole=True))
    padding_text = tr("Ground around the polygon, as a share of its longer side.")
    add(number("PADDING", tr("Padding"), padding_text, default=0.05, least=0.0, most=10.0))
    upright_text = tr("Turns polygons so that their longer side stands.")
    add_flag(add, "UPRIGHT", tr("Upright"), upright_text, is_advanced=True)
    masked_text = tr("Where the ground around it says nothing of its kind.")
    add_flag(add, "MASKED", tr("Hide what lies outside the polygon"), masked_text, is_advanced=True)
    bands = QgsProcessingParameterString("BANDS", tr("Bands"), optional=True)
    add(explained(bands, tr("Numbers from 1, such as 4,3,2. Left empty, all."), is_advanced=True))
    encoder = QgsProcessingParameterString("ENCODER", tr("Encoder"), optional=True)
    text = tr("Any encoder that timm knows. Left empty, tf_efficientnet_lite0.")
    add(explained(encoder, text, is_advanced=True))
