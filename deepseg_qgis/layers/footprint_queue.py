"""The footprints that nobody has looked at yet, one after the other; never all of them at once."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsVectorLayer
from qgis.PyQt import sip

from . import footprint_review
from .footprint_base import TABLE, asked
from .footprint_layer import raster_of
from .label_counts import text_of

_N_AT_ONCE = 100
_FIELDS = ("category", "raster", "score", "area_m2")
_NOT_LOOKED_AT = '"review" IS NULL OR "review" = \'\''
LEAST_SURE, SUREST, LARGEST = "least_sure", "surest", "largest"


@dataclass(frozen=True)
class ReviewItem:
    """One footprint to be looked at; `score` and `area_m2` are None where the file has none."""

    layer: QgsVectorLayer
    feature_id: int
    category: str
    raster: str
    score: float | None
    area_m2: float | None


class FootprintQueue:
    """Gives footprints of some layers in an order, and goes back over those it gave."""

    def __init__(self, layers: Sequence[QgsVectorLayer], order: str, *, first: ReviewItem | None = None) -> None:
        """`first` is given first and is the current one already: what a person is looking at stays."""
        self._layers = list(layers)
        self._order = order
        self._items: list[ReviewItem] = [] if first is None else [first]
        self._at = len(self._items) - 1
        self._is_at_end = False

    @property
    def current(self) -> ReviewItem | None:
        """Return the footprint that is looked at; None before the first, and where its layer is gone."""
        item = self._items[self._at] if 0 <= self._at < len(self._items) else None
        return item if item is not None and not sip.isdeleted(item.layer) else None

    @property
    def has_previous(self) -> bool:
        """Return whether there is one to go back to."""
        return self._at > 0

    @property
    def is_at_end(self) -> bool:
        """Return whether all have been given."""
        return self._is_at_end

    def forward(self) -> ReviewItem | None:
        """Go to the next one; None where all have been looked at."""
        while True:
            if self._at + 1 >= len(self._items) and not self._fetch():
                self._at = len(self._items)  # behind the last: going back shows that one
                self._is_at_end = True
                return None
            self._at += 1
            if feature_of(self.current) is not None:
                return self.current

    def back(self) -> ReviewItem | None:
        """Go back to the one before."""
        if self._at > 0:
            self._at -= 1
            self._is_at_end = False
        return self.current

    def _fetch(self) -> bool:
        """Read some more that were not given yet; return whether there are any."""
        given = {(item.layer.id(), item.feature_id) for item in self._items if not sip.isdeleted(item.layer)}
        found: list[ReviewItem] = []
        for layer in self._layers:
            if sip.isdeleted(layer):
                continue
            n_given = sum(layer_id == layer.id() for layer_id, _ in given)
            items = _read(layer, self._order, n_given + _N_AT_ONCE)
            found += [item for item in items if (layer.id(), item.feature_id) not in given]
        found.sort(key=lambda item: _rank(item, self._order))
        self._items += found[:_N_AT_ONCE]
        return bool(found)


def feature_of(item: ReviewItem | None) -> QgsFeature | None:
    """Return the footprint itself; None where it is not shown any more."""
    if item is None or sip.isdeleted(item.layer):
        return None
    feature = item.layer.getFeature(item.feature_id)
    return feature if feature.isValid() else None


def shape_of(item: ReviewItem | None) -> QgsGeometry | None:
    """Return the outline of a footprint; None where it is not shown any more."""
    feature = feature_of(item)
    return feature.geometry() if feature is not None and feature.hasGeometry() else None


def review_of(item: ReviewItem | None) -> str:
    """Return what a person said about a footprint; empty if nobody did."""
    feature = feature_of(item)
    return "" if feature is None else footprint_review.review_of(feature)


def _read(layer: QgsVectorLayer, order: str, n: int) -> list[ReviewItem]:
    """Return the first `n` footprints of a layer in an order; no more than these are ever in memory."""
    items = _read_from_file(layer, order, n)
    if items is not None:
        return items
    # QGIS sorts only what it has read whole: of a million footprints that would be more than a gigabyte.
    return heapq.nsmallest(n, _read_all(layer), key=lambda item: _rank(item, order))


def _read_from_file(layer: QgsVectorLayer, order: str, n: int) -> list[ReviewItem] | None:
    """Return them as the file itself sorts them; None where it cannot be asked."""
    names = layer.fields().names()
    columns = ", ".join(f'"{name}"' if name in names else f'NULL AS "{name}"' for name in _FIELDS)
    field = _sorted_by(order)
    sorted_by = f'"{field}" {"ASC" if order == LEAST_SURE else "DESC"}, ' if field in names else ""
    question = f'SELECT "fid" + 0 AS "number", {columns} FROM {TABLE}{{where}} ORDER BY {sorted_by}"fid" LIMIT {n:d}'  # noqa: S608
    rows = asked(layer, question, condition=_NOT_LOOKED_AT if "review" in names else "")
    if rows is None:
        return None
    return [_item(layer, row[0], {name: row[i] for i, name in enumerate(_FIELDS, start=1)}) for row in rows]


def _read_all(layer: QgsVectorLayer) -> Iterator[ReviewItem]:
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.NoGeometry)
    names = layer.fields().names()
    known = [name for name in _FIELDS if name in names]
    if "review" in names:
        request.setFilterExpression(_NOT_LOOKED_AT)
    request.setSubsetOfAttributes([*known, "review"] if "review" in names else known, layer.fields())
    for feature in layer.getFeatures(request):
        yield _item(layer, feature.id(), {name: feature.attribute(name) for name in known})


def _item(layer: QgsVectorLayer, feature_id: int, values: Mapping[str, object]) -> ReviewItem:
    return ReviewItem(
        layer=layer,
        feature_id=int(feature_id),
        category=text_of(values.get("category")),
        raster=text_of(values.get("raster")) or raster_of(layer) or layer.name(),
        score=_number(values.get("score")),
        area_m2=_number(values.get("area_m2")),
    )


def _sorted_by(order: str) -> str:
    return "area_m2" if order == LARGEST else "score"


def _rank(item: ReviewItem, order: str) -> float:
    value = (item.area_m2 if order == LARGEST else item.score) or 0.0
    return value if order == LEAST_SURE else -value


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, (int, float)) else None
