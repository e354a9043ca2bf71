"""`deepseg:chips`: cuts rasters and labels into pieces that other programs train from."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ..engine_client import command_line
from ..errors import DeepSegPluginError
from ..i18n import tr
from .engine_algorithm import EngineAlgorithm, Spans
from .inputs import work_folder
from .labeled_rasters import LabeledRasters
from .parameters import (
    add_crs,
    add_labels,
    add_rasters,
    band_numbers,
    explained,
    number,
    number_or_none,
    text_or_none,
    whole_or_none,
)
from .save_tiles import full_folder_problem

LAYOUTS = ("yolo", "coco", "mask", "arcgis")
CHIP_FORMATS = ("png", "jpg", "tif")
MASKS = ("class", "instance")
COUNTS = ("N_CHIPS", "N_TRAIN", "N_VAL", "N_EMPTY", "N_LABELS")


class ChipsAlgorithm(EngineAlgorithm):
    """Writes a folder of chips with their labels."""

    NAME = "chips"
    GROUP = "data"
    SPANS: ClassVar[Spans] = {"plan": (0.0, 5.0), "chips": (5.0, 100.0)}

    def __init__(self) -> None:
        super().__init__()
        self._given: LabeledRasters | None = None

    def title(self) -> str:
        """Return the name that people see."""
        return tr("Export training data (chips)")

    def help_text(self) -> str:
        """Return what it does."""
        return tr(
            "Cuts rasters and labels into square pieces that other programs train from. DeepSeg itself needs none: it "
            "cuts its own while it trains.\n\n"
            "yolo: what Ultralytics trains segmentation from. coco: images and COCO JSON. mask: GeoTIFFs and label "
            "rasters of the same names. arcgis: Classified Tiles of ArcGIS, or its RCNN Masks where masks number "
            "instances.\n\n"
            "With areas, chips lie where everything is labeled, and ground outside is blank. Areas with the role "
            "validate become the part that validates; without them, whole blocks of ground do."
        )

    def tags(self) -> list[str]:
        """Return words that find it in the toolbox."""
        return tr("chips,patches,export,COCO,YOLO,mask,dataset,training data").split(",")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Add parameters and outputs."""
        add_rasters(self.addParameter)
        add_labels(self.addParameter)
        self._add_choice("FORMAT", tr("Format"), LAYOUTS, tr("Which program shall read the folder."))
        size_text = tr("The side of a chip.")
        self.addParameter(
            number(
                "SIZE", tr("Size (px)"), size_text, default=512, least=16, most=8192, is_whole=True, is_advanced=False
            )
        )
        stride_text = tr("From the beginning of a chip to the next. Left empty, the size: chips lie side by side.")
        self.addParameter(number("STRIDE", tr("Stride (px)"), stride_text, least=1, is_whole=True, is_advanced=False))
        angles = QgsProcessingParameterString("ROTATION", tr("Angles (°)"), "0")
        angle_text = tr("Each chip is cut once for each of these angles, counterclockwise, such as 0, 90, 180, 270.")
        self.addParameter(explained(angles, angle_text, is_advanced=True))
        overlap_text = tr("The share of a label that must lie in a chip to count there, from 0 (any piece) to 1.")
        self.addParameter(
            number("MIN_OVERLAP", tr("Smallest share of a label"), overlap_text, default=0.0, least=0.0, most=1.0)
        )
        empty_text = tr("From 0 to 1. Left empty, a tenth where there are areas, else none.")
        self.addParameter(number("EMPTY_SHARE", tr("Share of chips without labels"), empty_text, least=0.0, most=1.0))
        val_text = tr(
            "Where no area has the role validate: the share of chips that validate, in whole blocks of ground."
        )
        self.addParameter(number("VAL_SHARE", tr("Share that validates"), val_text, default=0.2, least=0.0, most=0.8))
        self._add_rare()
        folder = QgsProcessingParameterFolderDestination("OUTPUT", tr("Folder for the chips"))
        self.addParameter(explained(folder, tr("A new or empty folder; it appears when all chips are written.")))
        for name, title in zip(COUNTS, _count_titles()):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def _add_rare(self) -> None:
        """Add what few people change."""
        file_text = tr(
            "tif keeps values and place. png and jpg have 8 bits. Left empty, tif for mask and arcgis, else png."
        )
        self._add_choice("CHIP_FORMAT", tr("Format of the pixels"), CHIP_FORMATS, file_text, is_optional=True)
        self._add_choice(
            "MASK", tr("Numbers in masks"), MASKS, tr("Categories, or instances in each chip."), is_rare=True
        )
        bands = QgsProcessingParameterString("BANDS", tr("Bands"), optional=True)
        band_text = tr("Such as 4,3,2. Left empty, all in tif, else the first three.")
        self.addParameter(explained(bands, band_text, is_advanced=True))
        seed_text = tr("The same number gives the same chips.")
        self.addParameter(number("SEED", tr("Seed"), seed_text, default=0, least=0, is_whole=True))
        add_crs(self.addParameter)

    def _add_choice(
        self,
        name: str,
        title: str,
        choices: tuple[str, ...],
        text: str,
        *,
        is_optional: bool = False,
        is_rare: bool = False,
    ) -> None:
        default = None if is_optional else choices[0]
        parameter = QgsProcessingParameterEnum(
            name, title, list(choices), defaultValue=default, optional=is_optional, usesStaticStrings=True
        )
        self.addParameter(explained(parameter, text, is_advanced=is_optional or is_rare))

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why it cannot run; empty when it can."""
        LabeledRasters.read(self, parameters, context)
        band_numbers(text_or_none(self, parameters, "BANDS", context))
        angles_in(text_or_none(self, parameters, "ROTATION", context))
        return full_folder_problem(self.parameterAsString(parameters, "OUTPUT", context))

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Look at the layers."""
        self._given = LabeledRasters.read(self, parameters, context)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Cut them."""
        assert self._given is not None, "prepare comes first"
        output = self.parameterAsString(parameters, "OUTPUT", context)
        with work_folder() as folder:
            arguments = command_line.chips(
                **self._given.arguments(folder, feedback),
                output=output,
                **self._options(parameters, context),
            )
            values = self.run_engine(arguments, feedback).values
        return {"OUTPUT": output, **{name: values.get(name.lower()) for name in COUNTS}}

    def _options(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Return how the chips are cut."""
        return {
            "format": text_or_none(self, parameters, "FORMAT", context) or LAYOUTS[0],
            "size": whole_or_none(self, parameters, "SIZE", context),
            "stride": whole_or_none(self, parameters, "STRIDE", context),
            "rotation": angles_in(text_or_none(self, parameters, "ROTATION", context)),
            "min_overlap": number_or_none(self, parameters, "MIN_OVERLAP", context),
            "empty_share": number_or_none(self, parameters, "EMPTY_SHARE", context),
            "val_share": number_or_none(self, parameters, "VAL_SHARE", context),
            "chip_format": text_or_none(self, parameters, "CHIP_FORMAT", context),
            "mask": text_or_none(self, parameters, "MASK", context),
            "bands": band_numbers(text_or_none(self, parameters, "BANDS", context)),
            "seed": whole_or_none(self, parameters, "SEED", context),
        }


def angles_in(text: str | None) -> str | None:
    """Return the angles of `0, 90; 45` as the engine takes them, None where none are given.

    Raises:
        DeepSegPluginError: they are no numbers.
    """
    if not text:
        return None
    parts = [part.strip() for part in text.replace(";", ",").split(",")]
    try:
        return ",".join(f"{float(part):g}" for part in parts)
    except ValueError:
        raise DeepSegPluginError(
            tr("“{text}” are no angles").format(text=text), hint=tr("Give degrees, such as 0, 90, 180, 270.")
        ) from None


def _count_titles() -> tuple[str, ...]:
    return (
        tr("Chips"),
        tr("Chips to train"),
        tr("Chips to validate"),
        tr("Chips without labels"),
        tr("Labels in the chips"),
    )
