"""What a training or an evaluation is given: the labels and areas as they are seen, kept in the folder of the run.

The copy lets a run be resumed after more labels were drawn, and tells later what a model was taught.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsGeometryEngine,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

from ..domain.roles import AREA_ROLES, TRAIN
from ..engine_client.run_files import RunPlace
from .label_counts import text_of
from .plain_rasters import owner_names, plain_entries
from .polygon_source import OWNER_FIELD, source_of_layer
from .project import SiteProject

ROLE_FIELD = "role"
CATEGORY_FIELD = "category"


@dataclass(frozen=True)
class Area:
    """An area, and the raster that it names where several lie on one another; empty where it names none."""

    geometry: QgsGeometry
    raster: str = ""


def training_data(site: SiteProject, place: RunPlace) -> dict[str, Any]:
    """Return the parameters that say what is learned from and where the model goes; labels and areas are copied.

    Raises:
        LayerNotUsableError: they cannot be copied.
    """
    return {
        **labeled_data(site, place.folder),
        "RASTERS": rasters_for(site, TRAIN),
        "MODEL": str(place.model),
        "RUN_DIR": str(place.engine_folder),
    }


def labeled_data(site: SiteProject, folder: Path) -> dict[str, Any]:
    """Return the parameters with the labels and areas of the site, copied into the folder.

    Raises:
        LayerNotUsableError: they cannot be copied.
    """
    parameters = {"LABELS": keep_copy(site.layer("labels"), folder), "CATEGORY_FIELD": CATEGORY_FIELD}
    if site.layer("areas").featureCount():
        parameters["AREAS"] = keep_copy(site.layer("areas"), folder)
    return parameters


def rasters_for(site: SiteProject, role: str) -> list[str]:
    """Return the paths of the rasters with a role."""
    return [str(raster.path) for raster in site.rasters() if raster.role == role]


def label_counts(site: SiteProject) -> dict[str, int]:
    """Return how many labels each category has to learn from: with training areas, those inside them.

    Those without a category teach nothing.
    """
    counts = {name: n for name, n in site.label_counts().items() if name}
    areas, labels = owned_areas(site.layer("areas"), TRAIN), site.layer("labels")
    if not areas and not plain_entries(site):
        return counts
    inside = dict.fromkeys(counts, 0)
    for feature in labels_in(labels, areas) if areas else labels_on(site, labels, TRAIN):
        name = feature.attribute(CATEGORY_FIELD)
        if name in inside:
            inside[name] += 1
    return inside


def n_outside_areas(site: SiteProject) -> int:
    """Return how many labels with a category reach into no area, though there are areas for training."""
    areas, labels = site.layer("areas"), site.layer("labels")
    if not owned_areas(areas, TRAIN):
        return 0
    shares = shares_in(labels, [area for role in AREA_ROLES for area in owned_areas(areas, role)])
    used = QgsFeatureRequest().setFilterFids(list(shares)).setFlags(QgsFeatureRequest.NoGeometry)
    n_labels = sum(n for name, n in site.label_counts().items() if name)
    return n_labels - sum(1 for label in labels.getFeatures(used) if text_of(label.attribute(CATEGORY_FIELD)))


def labels_on(site: SiteProject, labels: QgsVectorLayer, role: str) -> list[QgsFeature]:
    """Return the labels on rasters of a role: all but those that name another raster without georeference."""
    entries = plain_entries(site)
    names = owner_names(entries)
    others = {names[str(entry.path)] for entry in entries if entry.role != role}
    return [label for label in labels.getFeatures() if _owner(label) not in others]


def keep_copy(layer: QgsVectorLayer, folder: Path) -> str:
    """Return the source string, as QGIS writes it, of a copy of what the layer shows, with edits that are not saved.

    Raises:
        LayerNotUsableError: the copy cannot be written.
    """
    source = source_of_layer(layer, QgsFeatureRequest())  # a request asks for a copy, also of a layer that is a file
    path, _, table = source.for_engine(folder, QgsProcessingFeedback()).rpartition("|")
    return f"{path}|layername={table}"


def areas_of(layer: QgsVectorLayer, role: str) -> list[QgsGeometry]:
    """Return the areas with a role, those that are not saved as well."""
    if layer.fields().indexOf(ROLE_FIELD) < 0:
        return []
    return [area.geometry for area in owned_areas(layer, role)]


def owned_areas(layer: QgsVectorLayer, role: str) -> list[Area]:
    """Return the areas with a role and the raster that each names, those that are not saved as well."""
    if layer.fields().indexOf(ROLE_FIELD) < 0:
        return []
    return [
        Area(feature.geometry(), _owner(feature))
        for feature in layer.getFeatures()
        if feature.attribute(ROLE_FIELD) == role and not feature.geometry().isEmpty()
    ]


def n_overlapping(areas: Sequence[Area], others: Sequence[Area]) -> int:
    """Return how many of the areas share ground with any of the others; a common border is none."""
    return sum(
        any(_may_meet(area.raster, other.raster) and _shares_ground(area.geometry, other.geometry) for other in others)
        for area in areas
    )


def _owner(feature: QgsFeature) -> str:
    index = feature.fieldNameIndex(OWNER_FIELD)
    return text_of(feature.attribute(index)) if index >= 0 else ""


def _may_meet(raster: str, other: str) -> bool:
    return not raster or not other or raster == other


def _shares_ground(area: QgsGeometry, other: QgsGeometry) -> bool:
    if not area.boundingBox().intersects(other.boundingBox()):
        return False
    shared = area.intersection(other)
    return not shared.isEmpty() and shared.area() > 1e-6 * min(area.area(), other.area())


def n_judged(labels: QgsVectorLayer, areas: Sequence[Area], ground: QgsGeometry | None) -> int:
    """Return how many labels an evaluation on the areas counts: at least half of what rasters show lies inside.

    All are in the same coordinate system; `ground` is what rasters show, None where nobody knows.
    """
    return sum(share >= 0.5 - 1e-9 for share in shares_in(labels, areas, ground).values())


def shares_in(labels: QgsVectorLayer, areas: Sequence[Area], ground: QgsGeometry | None = None) -> dict[int, float]:
    """Return by id which share of its surface each label has in the areas, where it has any; with ground, on that."""
    shares: dict[int, float] = {}
    for area, shape, label in _near(labels, areas):
        whole = label.geometry()  # named: a geometry must outlive its `constGet`
        share = 1.0 if shape.contains(whole.constGet()) else _share(whole, area.geometry, ground)
        if share > 0:
            shares[label.id()] = min(shares.get(label.id(), 0.0) + share, 1.0)
    return shares


def _share(whole: QgsGeometry, area: QgsGeometry, ground: QgsGeometry | None) -> float:
    whole = whole if whole.isGeosValid() else whole.makeValid()
    seen = whole if ground is None else whole.intersection(ground)
    surface = seen.area() if not seen.isEmpty() else 0.0
    return seen.intersection(area).area() / surface if surface > 0 else 0.0


def labels_in(labels: QgsVectorLayer, areas: Sequence[Area]) -> list[QgsFeature]:
    """Return the labels that lie in the areas by their middle, each once."""
    found: dict[int, QgsFeature] = {}
    for _area, shape, label in _near(labels, areas):
        middle = label.geometry().pointOnSurface()  # named: a geometry must outlive its `constGet`
        if not middle.isNull() and shape.contains(middle.constGet()):
            found[label.id()] = label
    return list(found.values())


def _near(labels: QgsVectorLayer, areas: Sequence[Area]) -> Iterator[tuple[Area, QgsGeometryEngine, QgsFeature]]:
    """Yield each area, prepared to be asked about geometries, with each label that may lie in it."""
    for area in areas:
        shape = QgsGeometry.createGeometryEngine(area.geometry.constGet())
        shape.prepareGeometry()
        for label in labels.getFeatures(QgsFeatureRequest().setFilterRect(area.geometry.boundingBox())):
            if _may_meet(area.raster, _owner(label)):
                yield area, shape, label
