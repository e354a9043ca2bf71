"""The label doctor: finds what would teach a model something wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsRectangle,
    QgsSpatialIndex,
    QgsWkbTypes,
)

from ..domain import label_finding as find
from ..domain.label_finding import NO_LABEL, CheckRules, judge_pair
from ..i18n import tr
from .ground import Ground, RasterGround
from .label_words import extents_text, label_text, raster_extent_text

MOST_EXTENTS = 3  # rasters whose place is told
Progress = Callable[[float], bool]  # is given 0..1 and returns whether to go on


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: the label, its place in the labels' coordinates, and what can be done.

    `geometry` is also what the repair `clip` cuts away; `other_id` is the second label of a pair.
    """

    kind: str
    message: str
    category: str
    label_id: int
    geometry: QgsGeometry
    repair: str = find.NONE
    other_id: int = NO_LABEL


@dataclass(frozen=True)
class LabelSheet:
    """The labels to be checked: their features, coordinate system and field of the category; -1: all are alike."""

    features: Iterable[QgsFeature]
    n_features: int
    crs: QgsCoordinateReferenceSystem
    category_index: int = -1


@dataclass(frozen=True)
class _Label:
    id: int
    category: str
    polygon: QgsGeometry  # valid
    area: float
    raster: str = ""  # the one that it names, where coordinates do not tell

    @property
    def text(self) -> str:
        return label_text(self.id, self.category)


@dataclass
class _Read:
    """What the first walk over the features leaves."""

    labels: list[_Label] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    bounds: dict[str, QgsRectangle] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)


class CheckStopped(Exception):  # noqa: N818  (nothing went wrong)
    """The check was asked to stop."""


def check_labels(
    sheet: LabelSheet,
    *,
    rasters: RasterGround | None = None,
    areas: Ground | None = None,
    rules: CheckRules | None = None,
    categories: Sequence[str] = (),
    progress: Progress = lambda done: True,
) -> list[Finding]:
    """Return what is wrong, kind by kind.

    Args:
        sheet: the labels.
        rasters: None: nothing is said about places and sizes.
        areas: None, or none of them: nothing is said about areas.
        rules: where the limits are.
        categories: names that should have labels; those of the labels themselves are known.
        progress: is told how far the check is, and says whether to go on.

    Raises:
        CheckStopped: when `progress` says so.
    """
    rules = rules or CheckRules()
    read = _read(sheet, _part(progress, 0.0, 0.3))
    findings = list(read.findings)
    on_rasters = read.labels
    if rasters is not None and read.labels:
        placed, on_rasters = _check_places(read.labels, rasters, sheet, rules, _part(progress, 0.3, 0.6))
        findings += placed
    if areas is not None and len(areas):
        findings += _check_areas(on_rasters, areas)
    is_apart = rasters is not None and any(frame.has_pixel_coordinates for frame in rasters.frames)
    findings += _check_pairs(read.labels, rules, _part(progress, 0.6, 1.0), is_apart=is_apart)
    findings += _check_counts(read, categories, rules)
    order = {kind: number for number, kind in enumerate(find.KINDS)}
    return sorted(findings, key=lambda each: (order[each.kind], each.label_id))


def _part(progress: Progress, start: float, end: float) -> Progress:
    """Return the progress of one part of the work; it raises where the whole should stop."""

    def tell(done: float) -> bool:
        if not progress(start + (end - start) * min(done, 1.0)):
            raise CheckStopped
        return True

    return tell


def _read(sheet: LabelSheet, progress: Progress) -> _Read:
    """Return the labels, each with a valid polygon, and what is wrong with single ones."""
    read = _Read()
    for number, feature in enumerate(sheet.features):
        progress(number / max(sheet.n_features, 1))
        label_id, geometry = feature.id(), feature.geometry()
        category = _text(feature.attribute(sheet.category_index)) if sheet.category_index >= 0 else ""
        if geometry.isNull() or geometry.isEmpty():
            text = tr("{label} has no polygon.").format(label=label_text(label_id, category))
            read.findings.append(Finding(find.EMPTY, text, category, label_id, QgsGeometry(), find.DELETE))
            continue
        if sheet.category_index >= 0 and not category:
            text = tr("{label} has no category. Give it one in its form.").format(label=label_text(label_id, ""))
            read.findings.append(Finding(find.NO_CATEGORY, text, "", label_id, geometry))
        else:
            read.counts[category] = read.counts.get(category, 0) + 1
            read.bounds.setdefault(category, QgsRectangle()).combineExtentWith(geometry.boundingBox())
        polygon = geometry
        if not geometry.isGeosValid():
            polygon = polygons_of(geometry.makeValid())
            read.findings.append(_invalid(label_id, category, geometry, polygon))
        if not polygon.isEmpty():
            owner = feature.fieldNameIndex("raster")
            raster = _text(feature.attribute(owner)) if owner >= 0 else ""
            read.labels.append(_Label(label_id, category, polygon, polygon.area(), raster))
    return read


def _invalid(label_id: int, category: str, geometry: QgsGeometry, mended: QgsGeometry) -> Finding:
    label = label_text(label_id, category)
    if mended.isEmpty():
        text = tr("{label} encloses no ground.").format(label=label)
        return Finding(find.INVALID, text, category, label_id, geometry, find.DELETE)
    text = tr("The outline of {label} crosses or touches itself.").format(label=label)
    return Finding(find.INVALID, text, category, label_id, geometry, find.MAKE_VALID)


def _check_places(
    labels: Sequence[_Label], rasters: RasterGround, sheet: LabelSheet, rules: CheckRules, progress: Progress
) -> tuple[list[Finding], Sequence[_Label]]:
    """Return what is wrong with where labels lie and how large they are there, and the labels on rasters."""
    outside, findings, inside = [], [], []
    for number, label in enumerate(labels):
        progress(number / len(labels))
        under = rasters.under(label.polygon)
        if not under:
            text = tr("{label} lies on none of the rasters.").format(label=label.text)
            outside.append(Finding(find.OUTSIDE_RASTERS, text, label.category, label.id, label.polygon, find.DELETE))
            continue
        inside.append(label)
        findings += _check_edge(label, rasters, under, rules)
        findings += _check_size(label, rasters, under, rules)
    if not inside:
        return [_wrong_crs(labels, rasters, sheet)], labels
    return [*outside, *findings], inside


def _check_edge(label: _Label, rasters: RasterGround, under: Sequence[int], rules: CheckRules) -> Iterator[Finding]:
    beyond = rasters.beyond(label.polygon, under)
    share = beyond.area() / label.area if label.area > 0 and not beyond.isNull() else 0.0
    if share > rules.max_outside:
        text = tr("{label} reaches over the edge of the raster, with {percent} % of its ground.").format(
            label=label.text, percent=max(1, round(100 * share))
        )
        yield Finding(find.CROSSES_EDGE, text, label.category, label.id, beyond, find.CLIP)


def _check_size(label: _Label, rasters: RasterGround, under: Sequence[int], rules: CheckRules) -> Iterator[Finding]:
    # Of several rasters, the finest counts: there it may still be learned.
    sides = [sides for sides in (rasters.sides_px(label.polygon, number) for number in under) if sides is not None]
    shorter_px, longer_px = max(sides, default=(rules.min_side_px, rules.min_side_px))
    if shorter_px < rules.min_side_px - 1e-6:
        text = tr("{label} is only {width} × {height} px large, too small to be learned at this resolution.").format(
            label=label.text, width=f"{longer_px:.1f}", height=f"{shorter_px:.1f}"
        )
        yield Finding(find.TOO_SMALL, text, label.category, label.id, label.polygon, find.DELETE)


def _wrong_crs(labels: Sequence[_Label], rasters: RasterGround, sheet: LabelSheet) -> Finding:
    bounds = QgsRectangle(labels[0].polygon.boundingBox())
    for label in labels:
        bounds.combineExtentWith(label.polygon.boundingBox())
    frames = rasters.frames
    where = [raster_extent_text(f.name, f.outline().boundingBox(), f.crs) for f in frames[:MOST_EXTENTS]]
    if len(frames) > MOST_EXTENTS:
        where.append(tr("and so on for {n} more").format(n=len(frames) - MOST_EXTENTS))
    text = tr("None of the {n} labels lies on a raster.").format(n=len(labels))
    if len(labels) == 1:
        text = tr("The only label lies on none of the rasters.")
    if where:
        text += " " + extents_text(bounds, sheet.crs, where)
    text += " " + tr("Check that both have the right coordinate system and belong together.")
    return Finding(find.WRONG_CRS, text, "", NO_LABEL, QgsGeometry.fromRect(bounds))


def _check_areas(labels: Sequence[_Label], areas: Ground) -> list[Finding]:
    outside = [label for label in labels if not areas.under(label.polygon)]
    if len(outside) == len(labels) and len(labels) > 1:
        text = tr("None of the {n} labels lies in an area, so none would be used.").format(n=len(labels))
        return [Finding(find.OUTSIDE_AREAS, text, "", NO_LABEL, QgsGeometry.fromRect(areas.bounds))]
    text = tr("{label} lies outside all areas, so it is not used.")
    return [
        Finding(find.OUTSIDE_AREAS, text.format(label=label.text), label.category, label.id, label.polygon)
        for label in outside
    ]


def _check_pairs(labels: Sequence[_Label], rules: CheckRules, progress: Progress, *, is_apart: bool) -> list[Finding]:
    """Return labels that share ground; only those whose boxes meet are compared.

    Where rasters lie on one another (`is_apart`), labels of two of them have nothing in common.
    """
    index = QgsSpatialIndex()
    for number, label in enumerate(labels):
        index.addFeature(number, label.polygon.boundingBox())
    findings: list[Finding] = []
    twice: set[int] = set()  # said to be copies; what they share with others is said of the first one
    for number, label in enumerate(labels):
        progress(number / len(labels))
        if number in twice:
            continue
        engine = QgsGeometry.createGeometryEngine(label.polygon.constGet())
        engine.prepareGeometry()
        for other_number in sorted(index.intersects(label.polygon.boundingBox())):
            other = labels[other_number]
            if other_number <= number or other_number in twice or (is_apart and _are_apart(label, other)):
                continue
            if not engine.intersects(other.polygon.constGet()):
                continue
            found = _check_pair(label, other, rules)
            if found is not None:
                findings.append(found)
                if found.kind == find.DUPLICATE:
                    twice.add(other_number)
    return findings


def _are_apart(label: _Label, other: _Label) -> bool:
    return bool(label.raster and other.raster and label.raster != other.raster)


def _check_pair(label: _Label, other: _Label, rules: CheckRules) -> Finding | None:
    shared = polygons_of(label.polygon.intersection(other.polygon))
    verdict = judge_pair(
        label.area, other.area, shared.area(), is_same_category=label.category == other.category, rules=rules
    )
    if verdict is None:
        return None
    if verdict.kind == find.DUPLICATE:
        text = tr("{label} is drawn a second time as {other}.").format(label=label.text, other=other.text)
        if verdict.repair == find.NONE:
            text = tr("{label} and {other} are the same polygon. Delete the wrong one.").format(
                label=label.text, other=other.text
            )
        return Finding(find.DUPLICATE, text, other.category, other.id, other.polygon, verdict.repair, label.id)
    larger, smaller = (label, other) if label.area >= other.area else (other, label)
    text = tr("{label} and {other} share {percent} % of the smaller one.").format(
        label=larger.text, other=smaller.text, percent=round(100 * shared.area() / smaller.area)
    )
    return Finding(find.OVERLAP, text, larger.category, larger.id, shared, verdict.repair, smaller.id)


def _check_counts(read: _Read, categories: Sequence[str], rules: CheckRules) -> Iterator[Finding]:
    for category in sorted({*read.counts, *categories}):
        n = read.counts.get(category, 0)
        if n >= rules.min_per_category:
            continue
        name = tr("The category {category}").format(category=category) if category else tr("The layer")
        text = tr("{category} has too few labels to be learned: {n}. Draw at least {least}.").format(
            category=name, n=n, least=rules.min_per_category
        )
        place = QgsGeometry.fromRect(read.bounds[category]) if category in read.bounds else QgsGeometry()
        yield Finding(find.TOO_FEW, text, category, NO_LABEL, place)


def polygons_of(geometry: QgsGeometry) -> QgsGeometry:
    """Return the polygons of a geometry without the lines and points that mending and cutting leave."""
    polygons = QgsGeometry(geometry)
    if not polygons.isNull() and QgsWkbTypes.flatType(polygons.wkbType()) == QgsWkbTypes.GeometryCollection:
        polygons.convertGeometryCollectionToSubclass(QgsWkbTypes.PolygonGeometry)
    has_polygons = not polygons.isNull() and polygons.type() == QgsWkbTypes.PolygonGeometry
    return polygons if has_polygons else QgsGeometry.fromWkt("MultiPolygon EMPTY")


def _text(value: Any) -> str:
    is_null = getattr(value, "isNull", None)
    return "" if value is None or (callable(is_null) and is_null()) else str(value).strip()
