"""`deepseg:train`: learns from labels and writes a model."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ..engine_client import command_line
from ..engine_client.record_files import RECORD
from ..i18n import tr
from .engine_algorithm import EngineAlgorithm, Spans
from .labeled_rasters import LabeledRasters
from .parameters import (
    MODEL_SUFFIX,
    Add,
    add_crs,
    add_device,
    add_labels,
    add_rasters,
    band_numbers,
    existing_model,
    explained,
    has_value,
    number,
    number_or_none,
    text_or_none,
    whole_or_none,
)
from .project_history import ProjectHistory


class TrainAlgorithm(EngineAlgorithm):
    """Learns from labels and writes a model."""

    NAME = "train"
    GROUP = "model"
    SPANS: ClassVar[Spans] = {"train": (0.0, 100.0)}

    def __init__(self) -> None:
        super().__init__()
        self._given: LabeledRasters | None = None
        self._history = ProjectHistory(None)

    def title(self) -> str:
        """Return the name that people see."""
        return tr("Train a model")

    def help_text(self) -> str:
        """Return what it does."""
        return tr(
            "Learns from polygons that you drew on a raster, and writes a model: one file that knows its categories, "
            "bands and resolution. Use it to predict on other rasters.\n\n"
            "Areas say where everything is labeled. Without them, what lies outside the labels and a ring around each "
            "teaches nothing.\n\n"
            "When it is stopped, the best model so far is kept. Run it again with the same values and “Go on with an "
            "earlier run” to finish it."
        )

    def tags(self) -> list[str]:
        """Return words that find it in the toolbox."""
        return tr("deep learning,machine learning,segmentation,learn,fit").split(",")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Add parameters and outputs."""
        add_rasters(self.addParameter)
        add_labels(self.addParameter)
        epochs_text = tr("How often the labels are gone through.")
        self.addParameter(
            number("EPOCHS", tr("Epochs"), epochs_text, default=20, least=1, is_whole=True, is_advanced=False)
        )
        _add_network(self.addParameter)
        _add_recipe(self.addParameter)
        add_device(self.addParameter)
        add_crs(self.addParameter)
        _add_run(self.addParameter)
        self.addOutput(QgsProcessingOutputNumber("F1", tr("F1 on the validation ground")))
        self.addOutput(QgsProcessingOutputNumber("MAP50", tr("mAP50 on the validation ground")))

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why it cannot run; empty when it can."""
        LabeledRasters.read(self, parameters, context)
        band_numbers(text_or_none(self, parameters, "BANDS", context))
        if has_value(parameters, "FROM_MODEL"):
            existing_model(self.parameterAsString(parameters, "FROM_MODEL", context))
        model = self.parameterAsFileOutput(parameters, "MODEL", context)
        if Path(model).suffix.lower() != f".{MODEL_SUFFIX}":
            return tr("The model {path} must end in .safetensors.").format(path=model)
        return ""

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Look at the layers."""
        self._given = LabeledRasters.read(self, parameters, context)
        self._history = ProjectHistory.of(context)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Train."""
        assert self._given is not None, "prepare comes first"
        model = Path(self.parameterAsFileOutput(parameters, "MODEL", context))
        run_dir = text_or_none(self, parameters, "RUN_DIR", context)
        folder = Path(run_dir) if run_dir else model.with_suffix(".run")
        # Beside the run, not in a temporary folder: to go on, the engine must find them under the same name.
        inputs = folder.with_name(f"{folder.name}-inputs")
        arguments = command_line.train(
            **self._given.arguments(inputs, feedback),
            model=model,
            run_dir=folder,
            resume=self.parameterAsBool(parameters, "RESUME", context),
            **self._recipe(parameters, context),
        )
        with self._history.keeping(folder / RECORD, feedback):
            outcome = self.run_engine(arguments, feedback)
        scores = outcome.values.get("scores") or {}
        return {"MODEL": str(model), "RUN_DIR": str(folder), "F1": scores.get("f1"), "MAP50": scores.get("map50")}

    def _recipe(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Return the options that are only passed on; what was left empty is the engine's choice."""
        place = (self, parameters)
        texts = ("FAMILY", "ENCODER", "ENCODER_WEIGHTS", "FROM_MODEL", "DEVICE")
        wholes = ("EPOCHS", "PATIENCE", "BATCH_SIZE", "CHIP_SIZE", "STEPS_PER_EPOCH", "MEMBERS", "SEED", "THREADS")
        numbers = ("VAL_FRACTION", "LEARNING_RATE", "TIME_LIMIT_S")
        return {
            **{name.lower(): text_or_none(*place, name, context) for name in texts},
            **{name.lower(): whole_or_none(*place, name, context) for name in wholes},
            **{name.lower(): number_or_none(*place, name, context) for name in numbers},
            "bands": band_numbers(text_or_none(*place, "BANDS", context)),
        }


def _add_network(add: Add) -> None:
    texts = (
        ("FAMILY", tr("Kind of network"), "unet", tr("unet is the only kind so far.")),
        ("ENCODER", tr("Encoder"), None, tr("Any encoder that timm knows. Left empty, tf_efficientnet_lite0.")),
        ("BANDS", tr("Bands"), None, tr("Numbers from 1, in the order to use them, such as 4,3,2. Left empty, all.")),
    )
    for name, title, default, text in texts:
        parameter = QgsProcessingParameterString(name, title, default, optional=default is None)
        add(explained(parameter, text, is_advanced=True))
    weights_text = tr("A file with pretrained weights of that encoder, where it cannot be downloaded.")
    weights = QgsProcessingParameterFile("ENCODER_WEIGHTS", tr("Weights of the encoder"), optional=True)
    add(explained(weights, weights_text, is_advanced=True))
    model = QgsProcessingParameterFile("FROM_MODEL", tr("Start from this model"), extension=MODEL_SUFFIX, optional=True)
    add(explained(model, tr("Goes on learning from a model of yours instead of starting anew."), is_advanced=True))


def _add_recipe(add: Add) -> None:
    add(
        number(
            "PATIENCE",
            tr("End after so many epochs without a better score"),
            tr("Left empty, all epochs are done."),
            least=1,
            is_whole=True,
        )
    )
    share_text = tr("The share of the ground that is kept aside to choose the best epoch, from 0 to 0.8.")
    add(number("VAL_FRACTION", tr("Share kept to validate on"), share_text, least=0.0, most=0.8))
    add(number("BATCH_SIZE", tr("Chips per step"), tr("Fewer need less memory."), least=1, is_whole=True))
    chip_text = tr("The side of a training sample, in pixels of the network.")
    add(number("CHIP_SIZE", tr("Chip size (px)"), chip_text, least=64, is_whole=True))
    add(number("LEARNING_RATE", tr("Learning rate"), tr("The highest, of the decoder."), least=0.0, most=1.0))
    add(number("STEPS_PER_EPOCH", tr("Steps per epoch"), tr("Fewer make epochs shorter."), least=1, is_whole=True))
    members_text = tr("Networks that vote. One predicts twice as fast and finds less.")
    add(number("MEMBERS", tr("Members"), members_text, least=1, is_whole=True))
    seed_text = tr("The same seed gives the same model, on a CPU.")
    add(number("SEED", tr("Seed"), seed_text, default=0, least=0, is_whole=True))
    limit_text = tr("Ends after so many seconds; the best model so far is kept.")
    add(number("TIME_LIMIT_S", tr("Time limit (s)"), limit_text, least=1.0))
    add(number("THREADS", tr("Processor threads"), tr("Left empty, one per core."), least=1, is_whole=True))


def _add_run(add: Add) -> None:
    resume_text = tr("Goes on in the run folder where an earlier run with the same values was stopped.")
    resume = QgsProcessingParameterBoolean("RESUME", tr("Go on with an earlier run"), False)
    add(explained(resume, resume_text, is_advanced=True))
    model = QgsProcessingParameterFileDestination("MODEL", tr("Model"), tr("DeepSeg model (*.safetensors)"))
    add(explained(model, tr("The model to write.")))
    folder = QgsProcessingParameterFolderDestination("RUN_DIR", tr("Run folder"), optional=True, createByDefault=False)
    folder_text = tr("Where settings, history and checkpoints go. Left empty, beside the model, ending in .run.")
    add(explained(folder, folder_text, is_advanced=True))
