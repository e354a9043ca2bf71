"""Takes polygons of a layer or a file over as labels, with their categories, into the project's CRS."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsFeature, QgsFeatureRequest, QgsVectorLayer, QgsWkbTypes

from ..errors import LayerNotUsableError
from ..i18n import tr
from .editing import edited, must
from .fields import null_value
from .label_counts import text_of
from .label_geometry import as_label, is_known, way_between
from .plain_rasters import shown_raster
from .polygon_source import OWNER_FIELD
from .project_file import LABELS

if TYPE_CHECKING:
    from .project import SiteProject


@dataclass(frozen=True)
class ImportResult:
    """What came of an import, and what a person should know about it.

    Attributes:
        n_added: labels that were added.
        n_skipped: rows without a surface, or that are labels already.
        categories_added: names that the project did not have.
        n_repaired: labels whose outline crossed itself.
        n_without_category: labels that were added without one.
        warning: what was assumed about where they are; else nothing.
    """

    n_added: int
    n_skipped: int
    categories_added: tuple[str, ...] = ()
    n_repaired: int = 0
    n_without_category: int = 0
    warning: str = ""


@dataclass
class _Taken:
    """What has been read so far."""

    labels: list[QgsFeature]
    names: list[str]
    n_skipped: int = 0
    n_repaired: int = 0
    n_without_category: int = 0


def import_labels(
    site: SiteProject,
    source: QgsVectorLayer | str | Path,
    category_field: str | None,
    *,
    category: str = "",
) -> ImportResult:
    """Add the polygons of a layer or file to the labels, in one step of their undo history.

    Args:
        site: gets the labels, and the categories that it lacks, with the next colors.
        source: a layer, as it is filtered and edited, or a file, or `FILE|layername=NAME`.
        category_field: the field that holds the category; None: all are of `category`.
        category: for all without a value in the field too; empty: without a field the project's first category.

    Raises:
        LayerNotUsableError: it cannot be opened, holds no polygons, or has no such field.
        ProjectFileError: the labels could not be saved.
    """
    layer = source if isinstance(source, QgsVectorLayer) else _open(str(source))
    _check(layer, category_field)
    if not category and category_field is None:
        categories = site.categories()
        category = categories[0].name if categories else layer.name()
    taken = _read(layer, site, category_field, category.strip())
    known = {each.name for each in site.categories()}
    added = tuple(name for name in taken.names if name not in known)
    for name in added:
        site.add_category(name)
    if taken.labels:
        _add(site.layer(LABELS), taken, tr("Import labels from {name}").format(name=layer.name()))
    return ImportResult(
        len(taken.labels), taken.n_skipped, added, taken.n_repaired, taken.n_without_category, _warning(layer, site)
    )


def _open(source: str) -> QgsVectorLayer:
    path = source.split("|")[0]
    layer = QgsVectorLayer(source, Path(path).stem, "ogr")
    if layer.isValid():
        return layer
    raise LayerNotUsableError(
        tr("{name} cannot be opened as a layer of polygons.").format(name=Path(path).name),
        hint=tr("Check that the file is there and whole, and that QGIS can show it."),
    )


def _check(layer: QgsVectorLayer, category_field: str | None) -> None:
    if layer.geometryType() != QgsWkbTypes.PolygonGeometry:
        raise LayerNotUsableError(
            tr('"{name}" holds no polygons.').format(name=layer.name()),
            hint=tr("Labels are polygons; points and lines can be made into polygons with Buffer."),
        )
    if category_field is not None and layer.fields().lookupField(category_field) < 0:
        raise LayerNotUsableError(
            tr('"{name}" has no field {field}.').format(name=layer.name(), field=category_field),
            hint=tr("Choose one of: {fields}.").format(fields=", ".join(each.name() for each in layer.fields())),
        )


def _read(layer: QgsVectorLayer, site: SiteProject, category_field: str | None, category: str) -> _Taken:
    labels = site.layer(LABELS)
    way = way_between(layer.crs(), labels.crs(), site.qgis_project)
    spelled = {each.name.casefold(): each.name for each in site.categories()}
    taken = _Taken([], [])
    shown = shown_raster(site)
    there = _there(labels, by_raster=bool(shown))
    owner_field = layer.fields().lookupField(OWNER_FIELD)
    for feature in layer.getFeatures():
        geometry = feature.geometry()
        shape = as_label(geometry, way)
        if shape is None:
            taken.n_skipped += 1
            continue
        name = text_of(feature.attribute(category_field)) if category_field is not None else ""
        name = name or category
        # "Roof" and "roof" are one category; the project's way of writing it stays.
        name = spelled.setdefault(name.casefold(), name)
        owner = (text_of(feature.attribute(owner_field)) if owner_field >= 0 else "") or shown
        mark = (name, owner if shown else "", bytes(shape.asWkb()))
        if mark in there:
            taken.n_skipped += 1
            continue
        there.add(mark)
        taken.n_repaired += not geometry.isGeosValid()
        taken.n_without_category += not name
        if name and name not in taken.names:
            taken.names.append(name)
        label = QgsFeature(labels.fields())
        label.setGeometry(shape)
        label.setAttribute("category", name or null_value())
        label.setAttribute(OWNER_FIELD, owner or null_value())
        taken.labels.append(label)
    return taken


def _there(labels: QgsVectorLayer, *, by_raster: bool) -> set[tuple[str, str, bytes]]:
    """Return category, raster if that matters, and shape of every label: importing twice adds nothing twice."""
    names = ("category", OWNER_FIELD)
    request = QgsFeatureRequest().setSubsetOfAttributes([labels.fields().indexOf(name) for name in names])
    return {
        (
            text_of(label.attribute("category")),
            text_of(label.attribute(OWNER_FIELD)) if by_raster else "",
            bytes(label.geometry().asWkb()),
        )
        for label in labels.getFeatures(request)
        if label.hasGeometry()
    }


def _add(labels: QgsVectorLayer, taken: _Taken, text: str) -> None:
    with edited(labels, text):
        must(labels.addFeatures(taken.labels), labels)


def _warning(layer: QgsVectorLayer, site: SiteProject) -> str:
    """Return what was assumed about where the labels are; empty where nothing was."""
    has_source, has_target = is_known(layer.crs()), is_known(site.layer(LABELS).crs())
    if has_target and not has_source:
        return tr(
            '"{name}" does not say its coordinate system, so its coordinates were taken as those of the project '
            "({crs}). If the labels lie in the wrong place, undo, set the layer's CRS and import again."
        ).format(name=layer.name(), crs=site.layer(LABELS).crs().userFriendlyIdentifier())
    if has_source and not has_target:
        return tr(
            'The project is in pixel coordinates, so the coordinates of "{name}" were taken as pixels of the raster. '
            "If the labels lie in the wrong place, undo the import."
        ).format(name=layer.name())
    return ""
