"""The footprints that nobody has looked at yet, one after the other; never all of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsVectorLayer
from qgis.PyQt import sip

from .footprint_layer import raster_of
from .label_counts import text_of

_N_AT_ONCE = 100
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
    if feature is None or feature.fields().indexOf("review") < 0:
        return ""
    return text_of(feature.attribute("review"))


def _read(layer: QgsVectorLayer, order: str, n: int) -> list[ReviewItem]:
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.NoGeometry).setLimit(n)
    names = layer.fields().names()
    if "review" in names:
        request.setFilterExpression(_NOT_LOOKED_AT)
    field = "area_m2" if order == LARGEST else "score"
    if field in names:
        request.addOrderBy(f'"{field}"', order == LEAST_SURE)
    return [_item(layer, feature) for feature in layer.getFeatures(request)]


def _item(layer: QgsVectorLayer, feature: QgsFeature) -> ReviewItem:
    names = feature.fields().names()
    raster = text_of(feature.attribute("raster")) if "raster" in names else ""
    return ReviewItem(
        layer=layer,
        feature_id=feature.id(),
        category=text_of(feature.attribute("category")) if "category" in names else "",
        raster=raster or raster_of(layer) or layer.name(),
        score=_number(feature, "score"),
        area_m2=_number(feature, "area_m2"),
    )


def _rank(item: ReviewItem, order: str) -> float:
    value = (item.area_m2 if order == LARGEST else item.score) or 0.0
    return value if order == LEAST_SURE else -value


def _number(feature: QgsFeature, name: str) -> float | None:
    value = feature.attribute(name) if name in feature.fields().names() else None
    return float(value) if isinstance(value, (int, float)) else None
