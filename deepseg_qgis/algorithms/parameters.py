"""Parameters that several algorithms share, each with its help; and the small questions asked of their values."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..errors import DeepSegPluginError
from ..i18n import tr

MODEL_SUFFIX = "safetensors"
Add = Callable[[QgsProcessingParameterDefinition], Any]


def explained(
    parameter: QgsProcessingParameterDefinition, text: str, *, is_advanced: bool = False
) -> QgsProcessingParameterDefinition:
    """Return the parameter with its help, folded away with the advanced ones where few people need it."""
    parameter.setHelp(text)
    if is_advanced:
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.FlagAdvanced)
    return parameter


def number(
    name: str,
    title: str,
    text: str,
    *,
    default: float | None = None,
    least: float | None = None,
    most: float | None = None,
    is_whole: bool = False,
    is_advanced: bool = True,
) -> QgsProcessingParameterDefinition:
    """Return a number; without a default it may be left empty, and the engine chooses."""
    kind = QgsProcessingParameterNumber.Integer if is_whole else QgsProcessingParameterNumber.Double
    parameter = QgsProcessingParameterNumber(name, title, kind, default, default is None)
    if least is not None:
        parameter.setMinimum(least)
    if most is not None:
        parameter.setMaximum(most)
    return explained(parameter, text, is_advanced=is_advanced)


def add_rasters(add: Add, text: str | None = None) -> None:
    """Add the rasters; with another text of what they are for they may be left out."""
    usual = tr("Orthophotos or other rasters: layers of the project or files. They must be files on this computer.")
    kind = QgsProcessing.TypeRaster
    parameter = QgsProcessingParameterMultipleLayers("RASTERS", tr("Rasters"), kind, optional=text is not None)
    add(explained(parameter, usual if text is None else text))


def add_polygon_layer(add: Add, name: str, title: str, text: str, *, is_optional: bool = False) -> None:
    """Add a layer of polygons."""
    kinds = [QgsProcessing.TypeVectorPolygon]
    add(explained(QgsProcessingParameterFeatureSource(name, title, kinds, optional=is_optional), text))


def add_category_field(add: Add, text: str, *, layer: str = "LABELS", is_advanced: bool = False) -> None:
    """Add the field of a layer that holds the category; it may be left empty."""
    title = tr("Field with the category")
    field = QgsProcessingParameterField("CATEGORY_FIELD", title, parentLayerParameterName=layer, optional=True)
    add(explained(field, text, is_advanced=is_advanced))


def add_crs(add: Add) -> None:
    """Add the coordinate system of rasters that do not say theirs."""
    add(
        explained(
            QgsProcessingParameterCrs("CRS", tr("Coordinate system of rasters that do not say theirs"), optional=True),
            tr("Only for rasters that have a world file but do not name their coordinate system."),
            is_advanced=True,
        )
    )


def add_model(add: Add) -> None:
    """Add a model to use."""
    add(
        explained(
            QgsProcessingParameterFile("MODEL", tr("Model"), extension=MODEL_SUFFIX),
            tr("A model that was trained with DeepSeg, a .safetensors file."),
        )
    )


def add_labels(add: Add) -> None:
    """Add labels, the field with their category, and areas."""
    labels_text = tr("Polygons around what is to be found, in any coordinate system.")
    add_polygon_layer(add, "LABELS", tr("Labels"), labels_text)
    field_text = tr("The field of the labels that names their category. Left empty, all labels are of one category.")
    add_category_field(add, field_text)
    areas_text = tr(
        "Polygons inside which everything is labeled. Their text field role says train, validate, evaluate "
        "or predict; without that field they are used for whatever is being done."
    )
    add_polygon_layer(add, "AREAS", tr("Areas"), areas_text, is_optional=True)


def add_device(add: Add) -> None:
    """Add where the network runs."""
    add(
        explained(
            QgsProcessingParameterString("DEVICE", tr("Device"), "auto"),
            tr("auto (the fastest there is), cpu, cuda, cuda:1 (the second graphics card) or mps."),
            is_advanced=True,
        )
    )


def add_shape(add: Add) -> None:
    """Add which footprints are kept and how they are drawn."""
    score_text = tr("Footprints with a lower score are left out, from 0 to 1. Left empty, the model's own is taken.")
    add(number("SCORE_THRESHOLD", tr("Score threshold"), score_text, least=0.0, most=1.0, is_advanced=False))
    add(
        explained(
            QgsProcessingParameterString("CATEGORY_THRESHOLDS", tr("Score thresholds of categories"), optional=True),
            tr("Other thresholds for some categories, such as roof=0.4; tree=0.6"),
            is_advanced=True,
        )
    )
    area_text = tr("Footprints smaller than this are left out.")
    add(number("MIN_AREA_M2", tr("Smallest area (m²)"), area_text, default=0.0, least=0.0, is_advanced=False))
    simplify_text = tr(
        "How far an outline may move when it is simplified. Left empty, half a pixel; with 0 it stays as it is."
    )
    add(number("SIMPLIFY_M", tr("Simplify outlines by (m)"), simplify_text, least=0.0))


def add_workers(add: Add) -> None:
    """Add how many processes draw outlines."""
    text = tr("So many processes draw outlines beside the network. Left empty, the engine chooses.")
    add(number("WORKERS", tr("Processes for outlines"), text, least=1, is_whole=True))


def workers_of(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> int | None:
    """Return how many processes draw outlines, None where it was left empty."""
    return whole_or_none(algorithm, parameters, "WORKERS", context)


def has_value(parameters: dict[str, Any], name: str) -> bool:
    """Tell whether a parameter was given; the toolbox, scripts and models leave one out in different ways."""
    value = parameters.get(name)
    return value is not None and not (isinstance(value, str) and not value.strip()) and not _is_null(value)


def number_or_none(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> float | None:
    """Return the number, None where it was left empty."""
    return algorithm.parameterAsDouble(parameters, name, context) if has_value(parameters, name) else None


def whole_or_none(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> int | None:
    """Return the whole number, None where it was left empty."""
    return algorithm.parameterAsInt(parameters, name, context) if has_value(parameters, name) else None


def text_or_none(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> str | None:
    """Return the text, None where it was left empty."""
    return (
        algorithm.parameterAsString(parameters, name, context).strip() or None if has_value(parameters, name) else None
    )


def crs_or_none(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> str | None:
    """Return the coordinate system as the engine takes it: EPSG:N, or its description where it has no number."""
    if not has_value(parameters, name):
        return None
    crs = algorithm.parameterAsCrs(parameters, name, context)
    return crs_text(crs) if crs.isValid() else None


def crs_text(crs: Any) -> str:
    """Return a valid coordinate system as EPSG:N, or as WKT where the user made it."""
    authid = str(crs.authid())
    return authid if authid.upper().startswith("EPSG:") else str(crs.toWkt())


def category_thresholds(text: str | None) -> dict[str, float]:
    """Return the thresholds of `roof=0.4; tree=0.6`; a name may itself hold an equals sign.

    Raises:
        DeepSegPluginError: a part says no score from 0 to 1.
    """
    thresholds = {}
    for part in filter(None, (part.strip() for part in (text or "").replace("\n", ";").split(";"))):
        name, _, value = part.rpartition("=")
        try:
            score = float(value)
        except ValueError:
            score = -1.0
        if not name.strip() or not 0.0 <= score <= 1.0:
            raise DeepSegPluginError(
                tr("“{part}” gives no category a score threshold from 0 to 1").format(part=part),
                hint=tr("Write it like this: roof=0.4; tree=0.6"),
            )
        thresholds[name.strip()] = score
    return thresholds


def band_numbers(text: str | None) -> tuple[int, ...] | None:
    """Return the bands of `4,3,2`, None where none are named.

    Raises:
        DeepSegPluginError: they are no numbers from 1.
    """
    if not text:
        return None
    parts = [part.strip() for part in text.replace(";", ",").split(",")]
    if not all(part.isdigit() and int(part) > 0 for part in parts):
        raise DeepSegPluginError(
            tr("“{text}” names no bands").format(text=text), hint=tr("Give numbers from 1, such as 4,3,2.")
        )
    return tuple(map(int, parts))


def existing_model(path: str) -> Path:
    """Return the path of a model that is there.

    Raises:
        DeepSegPluginError: there is no such file.
    """
    if not Path(path).is_file():
        raise DeepSegPluginError(
            tr("The model {path} does not exist").format(path=path),
            hint=tr("Choose the .safetensors file that training wrote."),
        )
    return Path(path)


def _is_null(value: Any) -> bool:
    """Tell whether it is Qt's NULL, which QGIS on Qt 5 hands over for an empty box."""
    is_null = getattr(value, "isNull", None)
    return type(value).__name__ == "QVariant" and callable(is_null) and bool(is_null())
