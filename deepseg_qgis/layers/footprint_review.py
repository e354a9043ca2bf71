"""What a person says about footprints: accepted ones become labels, rejected ones are marked; both can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from qgis.core import NULL, QgsCategorizedSymbolRenderer, QgsFeature, QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt import sip

from ..domain.review import ACCEPTED, REJECTED
from ..errors import LayerNotUsableError, ProjectFileError
from ..i18n import tr
from . import category_table
from .editing import edited, link_change, must, start_editing
from .label_counts import text_of
from .label_geometry import as_label, is_known, way_between
from .project_file import CATEGORIES, FOOTPRINTS, LABELS
from .project_layers import PROVENANCE

if TYPE_CHECKING:
    from .project import SiteProject

_REVIEW = "review"


def accept_footprints(layer: QgsVectorLayer, ids: Iterable[int], site: SiteProject) -> int:
    """Make labels of footprints and mark them as accepted; return how many labels were added.

    It is one step of the labels' undo history: undone, the labels go, and so do the marks and a category that the
    project did not have. For that the labels are left in edit mode. Footprints that were accepted before are left out.
    Each label says of which model, run and score it was made.

    Raises:
        LayerNotUsableError: the project is not on the same map as the footprints, or labels cannot be edited.
        ProjectFileError: the marks could not be saved.
    """
    labels = site.layer(LABELS)
    _check_places(layer, labels)
    fresh = [each for each in _features(layer, ids) if review_of(each) != ACCEPTED]
    way = way_between(layer.crs(), labels.crs(), site.qgis_project)
    found = [(each, shape) for each in fresh if (shape := as_label(each.geometry(), way)) is not None]
    if not found:
        return 0
    start_editing(labels)
    with edited(labels, tr("Accept footprints")):
        for name in dict.fromkeys(text_of(each.attribute("category")) for each, _ in found):
            _link_category(site, labels, name, _shown_color(layer, name))
        made = []
        for each, shape in found:
            label = QgsFeature(labels.fields())
            label.setGeometry(shape)
            label.setAttribute("category", each.attribute("category"))
            for name in ("raster", *PROVENANCE):
                if each.fields().indexOf(name) >= 0 and label.fields().indexOf(name) >= 0:
                    label.setAttribute(name, each.attribute(name))
            made.append(label)
        must(labels.addFeatures(made), labels)
        still = _kept_reach(layer)
        before = {each.id(): review_of(each) for each, _ in found}
        link_change(
            labels,
            do=lambda: _write_review(still(), dict.fromkeys(before, ACCEPTED)),
            undo=lambda: _write_review(still(), before),
        )
    site.refresh_style()
    return len(found)


def reject_footprints(layer: QgsVectorLayer, ids: Iterable[int]) -> int:
    """Mark footprints as rejected; return how many. They stay in the file, and fade on the map."""
    return set_review(layer, ids, REJECTED)


def set_review(layer: QgsVectorLayer, ids: Iterable[int], review: str) -> int:
    """Mark footprints as accepted, as rejected, or, with "", as not looked at; return how many.

    Raises:
        LayerNotUsableError: the file cannot keep marks.
        ProjectFileError: they could not be saved.
    """
    if layer.fields().indexOf(_REVIEW) < 0:
        raise LayerNotUsableError(
            tr('"{name}" cannot keep what you decide, because its file is no GeoPackage or is read-only.').format(
                name=layer.name()
            ),
            hint=tr("Predict into a GeoPackage in a folder of your own."),
        )
    reviews = dict.fromkeys((int(feature_id) for feature_id in ids), review)
    _write_review(layer, reviews)
    return len(reviews)


def review_counts(layer: QgsVectorLayer) -> dict[str, int]:
    """Return how many of the footprints shown are accepted, rejected, and ("") not looked at."""
    counts = {ACCEPTED: 0, REJECTED: 0, "": 0}
    index = layer.fields().indexOf(_REVIEW)
    attributes = [index] if index >= 0 else []
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.NoGeometry).setSubsetOfAttributes(attributes)
    for feature in layer.getFeatures(request):
        review = review_of(feature)
        counts[review if review in counts else ""] += 1
    return counts


def keep_footprints(layer: QgsVectorLayer, site: SiteProject, ids: Iterable[int] | None = None) -> int:
    """Copy footprints into the project's own table, all that are shown or some; return how many.

    Raises:
        LayerNotUsableError: the project is not on the same map as the footprints.
        ProjectFileError: they could not be saved.
    """
    table = site.layer(FOOTPRINTS)
    _check_places(layer, table)
    way = way_between(layer.crs(), table.crs(), site.qgis_project)
    names = [name for name in (field.name() for field in table.fields()) if name != "fid"]
    kept = []
    for each in layer.getFeatures() if ids is None else _features(layer, ids):
        shape = as_label(each.geometry(), way)
        if shape is not None:
            copy = QgsFeature(table.fields())
            copy.setGeometry(shape)
            for name in names:
                if each.fields().indexOf(name) >= 0:
                    copy.setAttribute(name, each.attribute(name))
            kept.append(copy)
    if kept:
        with edited(table, tr("Keep footprints")):
            must(table.addFeatures(kept), table)
    return len(kept)


def _check_places(layer: QgsVectorLayer, target: QgsVectorLayer) -> None:
    if is_known(layer.crs()) != is_known(target.crs()):
        raise LayerNotUsableError(
            tr(
                '"{name}" and the project do not lie on the same map: one has a coordinate system, the other none.'
            ).format(name=layer.name()),
            hint=tr("Make a project for the raster that these footprints were found on."),
        )


def _features(layer: QgsVectorLayer, ids: Iterable[int]) -> list[QgsFeature]:
    return list(layer.getFeatures(QgsFeatureRequest().setFilterFids([int(feature_id) for feature_id in ids])))


def review_of(feature: QgsFeature) -> str:
    """Return what a person said about a footprint; empty if nobody did."""
    index = feature.fields().indexOf(_REVIEW)
    return text_of(feature.attribute(index)) if index >= 0 else ""


def _shown_color(layer: QgsVectorLayer, name: str) -> str | None:
    renderer = layer.renderer()
    for row in renderer.categories() if isinstance(renderer, QgsCategorizedSymbolRenderer) else []:
        if row.value() == name:
            return str(row.symbol().symbolLayer(0).strokeColor().name())
    return None


def _link_category(site: SiteProject, labels: QgsVectorLayer, name: str, color: str | None) -> None:
    if name and name not in {category.name for category in site.categories()}:
        link_change(
            labels,
            do=lambda: site.add_category(name, color) and None,
            undo=lambda: category_table.take_out(site.layer(CATEGORIES), name),
        )


def _kept_reach(layer: QgsVectorLayer) -> Callable[[], QgsVectorLayer]:
    """Return what gives the layer, or its file opened anew once it was taken off the map."""
    source = layer.source()
    return lambda: QgsVectorLayer(source, "", "ogr") if sip.isdeleted(layer) else layer


def _write_review(layer: QgsVectorLayer, reviews: Mapping[int, str]) -> None:
    index = layer.fields().indexOf(_REVIEW)
    if index < 0 or not reviews:
        return
    values = {feature_id: {index: review or NULL} for feature_id, review in reviews.items()}
    if layer.isEditable():
        with edited(layer, tr("Review footprints")):
            for feature_id, value in values.items():
                must(layer.changeAttributeValue(feature_id, index, value[index]), layer)
        return
    # Straight into our own result file: a review is saved at once, and needs no edit mode.
    if not layer.dataProvider().changeAttributeValues(values):
        raise ProjectFileError(
            tr('What you decided about "{name}" could not be saved.').format(name=layer.name()),
            hint=tr("Check that no other program has the file open and that it may be written to."),
        )
    layer.triggerRepaint()
