"""Footprints that were cleared from the map: kept as they were until the QGIS project is saved or closed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import QgsLayerTreeGroup, QgsLayerTreeLayer, QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..i18n import tr
from .footprint_layer import footprint_layers, raster_of
from .holes_layer import holes_of
from .project_layers import file_of, is_same_file


@dataclass
class _Taken:
    """A layer that was taken off the map, its node in the layer tree, and where that was."""

    layer: QgsMapLayer
    node: QgsLayerTreeLayer | None
    parents: list[QgsLayerTreeGroup]  # from the one that held the node upward, the root left out
    frames: list[QgsLayerTreeGroup]  # copies of these without what is in them, for those that go as well
    places: list[int]  # of the node in its parent, and of each parent in the next


class ClearedFootprints(QObject):
    """Takes layers off the map and puts them back: the same layers, with style, filter, edits and place in the tree."""

    changed = pyqtSignal()  # whether there is something to put back

    def __init__(self, qgis_project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._qgis_project = qgis_project
        self._steps: list[list[_Taken]] = []
        self._heard = [qgis_project.projectSaved, qgis_project.cleared, qgis_project.readProject]
        for signal in self._heard:
            signal.connect(self._forget)

    @property
    def n_layers(self) -> int:
        """Return how many layers of footprints the last step took; 0 where there is nothing to put back."""
        return sum(_is_footprints(taken.layer) for taken in self._steps[-1]) if self._steps else 0

    def take(self, layers: Sequence[QgsVectorLayer]) -> int:
        """Take layers of footprints off the map, and what could not be read of their rasters; return how many."""
        gone = {layer.id() for layer in layers}
        left = {file_of(layer) for layer in footprint_layers(self._qgis_project) if layer.id() not in gone}
        holes = holes_of({file_of(layer) for layer in layers} - left, self._qgis_project)
        root = self._qgis_project.layerTreeRoot()
        # All places first: they change as soon as the first layer goes.
        taken = [_noted(layer, root) for layer in (*layers, *holes)]
        for each in taken:
            self._qgis_project.takeMapLayer(each.layer)
        for each in taken:
            _remove_if_empty(each.parents[0] if each.parents else None)
        if taken:
            self._steps.append(taken)
            self.changed.emit()
        return len(layers)

    def restore(self) -> list[QgsVectorLayer]:
        """Put back what the last step took and return the layers of footprints; what shows the same now gives way."""
        taken = self._steps.pop() if self._steps else []
        for each in taken:
            self._make_way(each.layer)
        for each in sorted(taken, key=lambda each: each.places[:1]):
            self._qgis_project.addMapLayer(each.layer, False)
            self._put_into_tree(each)
        self.changed.emit()
        return [each.layer for each in taken if _is_footprints(each.layer)]

    def tear_down(self) -> None:
        """Let go of all; a second time there is nothing left to let go of."""
        for signal in self._heard:
            signal.disconnect(self._forget)
        self._heard, self._steps = [], []

    def _forget(self, *_: object) -> None:
        if self._steps:
            self._steps = []
            self.changed.emit()

    def _make_way(self, layer: QgsMapLayer) -> None:
        same = [
            other.id()
            for other in footprint_layers(self._qgis_project)
            if _is_footprints(layer)
            and is_same_file(file_of(other), file_of(layer))
            and raster_of(other) == raster_of(layer)
        ]
        self._qgis_project.removeMapLayers(same)

    def _put_into_tree(self, taken: _Taken) -> None:
        root = self._qgis_project.layerTreeRoot()
        if taken.node is None:  # the user had taken it out of the tree
            return
        parent: QgsLayerTreeGroup = root
        for group, frame, place in reversed(list(zip(taken.parents, taken.frames, taken.places[1:]))):
            if sip.isdeleted(group) or group.parent() is None:
                same = parent.findGroup(frame.name())
                parent = same if same is not None else _inserted(parent, frame, place)
            else:
                parent = group
        _inserted(parent, taken.node, taken.places[0])
        taken.node.resolveReferences(self._qgis_project)


def _noted(layer: QgsMapLayer, root: QgsLayerTreeGroup) -> _Taken:
    node = root.findLayer(layer.id())
    if node is None:
        return _Taken(layer, None, [], [], [0])
    parents, places = [], [_place_of(node)]
    above = node.parent()
    while above is not None and above is not root:
        parents.append(above)
        places.append(_place_of(above))
        above = above.parent()
    frames = []
    for parent in parents:
        frame = parent.clone()
        frame.removeAllChildren()
        frames.append(frame)
    return _Taken(layer, node.clone(), parents, frames, places)


def _place_of(node: QgsLayerTreeLayer | QgsLayerTreeGroup) -> int:
    return int(node.parent().children().index(node))


def _inserted(
    parent: QgsLayerTreeGroup, node: QgsLayerTreeLayer | QgsLayerTreeGroup, place: int
) -> QgsLayerTreeLayer | QgsLayerTreeGroup:
    parent.insertChildNode(min(place, len(parent.children())), node)
    return node


def _remove_if_empty(group: QgsLayerTreeGroup | None) -> None:
    """Take away the group of footprints when nothing is left in it; groups of the user's own stay."""
    if group is None or sip.isdeleted(group) or group.parent() is None:
        return
    if not group.children() and group.name() == tr("Footprints"):
        group.parent().removeChildNode(group)


def _is_footprints(layer: QgsMapLayer) -> bool:
    return bool(layer.customProperty("deepseg/footprints"))
