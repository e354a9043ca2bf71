"""`deepseg:maskraster`: a raster without its background, or a raster of what polygons say."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ..engine_client import instance_commands
from ..errors import DeepSegPluginError
from ..i18n import tr
from ..layers.kind_style import style_classes
from ..layers.polygon_source import PolygonSource, polygon_source
from .engine_algorithm import EngineAlgorithm, Spans
from .inputs import destination_problem, raster_paths, work_folder
from .instance_parameters import (
    add_categories,
    add_choice,
    add_field,
    add_flag,
    add_polygons,
    crs_of_one_raster,
    named_categories,
)
from .parameters import add_crs, explained, text_or_none
from .result_layer import style_raster_when_loaded

KINDS = ("pixels", "class", "instance", "score")
KEEPS = ("inside", "outside")


class MaskRasterAlgorithm(EngineAlgorithm):
    """Hides pixels, or paints polygons."""

    NAME = "maskraster"
    GROUP = "result"
    SPANS: ClassVar[Spans] = {"read": (0.0, 15.0), "mask": (15.0, 100.0), "paint": (15.0, 80.0)}

    def __init__(self) -> None:
        super().__init__()
        self._source: PolygonSource | None = None
        self._raster = ""
        self._crs: str | None = None

    def title(self) -> str:
        """Return the name that people see."""
        return tr("Mask a raster")

    def help_text(self) -> str:
        """Return what it does."""
        return tr(
            "Takes the background away from a raster: what lies outside the polygons, or inside, becomes nodata, "
            "transparent or a number of yours.\n\n"
            "Or writes a raster of what the polygons say: the number of their category (with a color table), of their "
            "row, or their score. Where they overlap, the smaller lies on top, or the one with the higher score.\n\n"
            "A polygon covers the pixels whose center lies in it."
        )

    def tags(self) -> list[str]:
        """Return words that find it in the toolbox."""
        return tr("background,subtract,clip,extract,rasterize,nodata,transparent").split(",")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Add parameters and outputs."""
        raster = QgsProcessingParameterRasterLayer("RASTER", tr("Raster"))
        self.addParameter(explained(raster, tr("It must be a file on this computer.")))
        add_polygons(self.addParameter)
        kind_text = tr("pixels: the raster itself. class, instance, score: what the polygons say.")
        add_choice(self.addParameter, "KIND", tr("What to write"), KINDS, kind_text)
        add_choice(self.addParameter, "KEEP", tr("Keep"), KEEPS, tr("Which pixels of the raster stay."))
        fill = QgsProcessingParameterString("FILL", tr("Fill the rest with"), "nodata", optional=True)
        self.addParameter(explained(fill, tr("nodata, transparent or a number.")))
        add_categories(self.addParameter, tr("Names parted by semicolons; they are numbered so. Left empty, all."))
        score_text = tr("For a raster of scores. Left empty, the field score.")
        add_field(self.addParameter, "SCORE_FIELD", tr("Field with the score"), score_text, is_advanced=True)
        touched_text = tr("A polygon covers every pixel that it touches, not only those whose center it covers.")
        add_flag(self.addParameter, "ALL_TOUCHED", tr("All touched pixels"), touched_text, is_advanced=True)
        colors = QgsProcessingParameterString("COLORS", tr("Colors of categories"), optional=True)
        self.addParameter(explained(colors, tr("Such as roof=#e69f00; tree=#009e73"), is_advanced=True))
        add_crs(self.addParameter)
        self.addParameter(QgsProcessingParameterRasterDestination("OUTPUT", tr("Masked raster")))
        self.addOutput(QgsProcessingOutputNumber("N_POLYGONS", tr("Number of polygons on the raster")))

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why it cannot run; empty when it can."""
        raster_paths(self, parameters, "RASTER", context)
        polygon_source(parameters, "INPUT", self, context)
        fill = self._fill(parameters, context)
        if self._kind(parameters, context) != KINDS[0]:
            colors_in(text_or_none(self, parameters, "COLORS", context))
        elif fill not in ("nodata", "transparent") and not _is_number(fill):
            return tr("“{text}” is neither nodata nor transparent nor a number.").format(text=fill)
        return destination_problem(parameters.get("OUTPUT"), context)

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Look at the layers."""
        self._source = polygon_source(parameters, "INPUT", self, context)
        self._raster = raster_paths(self, parameters, "RASTER", context)[0]
        self._crs = crs_of_one_raster(self, parameters, context)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Write it."""
        assert self._source is not None, "prepare comes first"
        output = self.parameterAsOutputLayer(parameters, "OUTPUT", context)
        kind = self._kind(parameters, context)
        is_pixels = kind == KINDS[0]
        with work_folder() as folder:
            outcome = self.run_engine(
                instance_commands.mask(
                    raster=self._raster,
                    polygons=self._source.for_engine(folder, feedback),
                    output=output,
                    kind=kind,
                    keep=self.parameterAsString(parameters, "KEEP", context) or None if is_pixels else None,
                    fill=self._fill(parameters, context) if is_pixels else None,
                    categories=named_categories(self, parameters, context),
                    category_field=text_or_none(self, parameters, "CATEGORY_FIELD", context),
                    score_field=text_or_none(self, parameters, "SCORE_FIELD", context),
                    all_touched=self.parameterAsBool(parameters, "ALL_TOUCHED", context),
                    colors=colors_in(text_or_none(self, parameters, "COLORS", context)),
                    crs=self._crs,
                ),
                feedback,
            )
        classes = outcome.values.get("classes") or []
        style_raster_when_loaded(output, context, lambda layer: style_classes(layer, classes))
        return {"OUTPUT": output, "N_POLYGONS": outcome.values.get("n_polygons")}

    def _kind(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        return self.parameterAsString(parameters, "KIND", context) or KINDS[0]

    def _fill(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        return text_or_none(self, parameters, "FILL", context) or "nodata"


def colors_in(text: str | None) -> dict[str, str]:
    """Return the colors of `roof=#e69f00; tree=#009e73`.

    Raises:
        DeepSegPluginError: it says something else.
    """
    colors = {}
    for part in filter(None, (part.strip() for part in (text or "").split(";"))):
        name, _, color = part.rpartition("=")
        digits = color.strip().lower()
        if not name.strip() or len(digits) != 7 or digits[0] != "#" or not set(digits[1:]) <= set("0123456789abcdef"):
            raise DeepSegPluginError(
                tr("“{part}” gives no category a color").format(part=part),
                hint=tr("Write it like this: roof=#e69f00; tree=#009e73"),
            )
        colors[name.strip()] = digits
    return colors


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
