"""Connected components of a category's mask, also those that lie in several blocks."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from engine.domain.thresholds import Thresholds
from engine.geo.window import Window
from engine.inference.instances import level
from engine.inference.walk import BlockGrid, Place

Pixel = tuple[int, int]  # row and column in the raster


@dataclass(frozen=True, order=True)
class Component:
    """A connected component of a mask: its first pixel in reading order, and the smallest window around it."""

    anchor: Pixel
    window: Window


def label_components(body: NDArray[np.uint8], thresholds: Thresholds) -> NDArray[np.int32]:
    """Return numbered components of the mask, int32 (rows, cols); pixels belong together along their edges.

    `instances.separate` floods along edges as well, so no instance lies in two components.
    """
    labels = np.empty(body.shape, np.int32)
    ndimage.label(body >= level(thresholds.mask_threshold), output=labels)
    return labels


def components_of(labels: NDArray[np.int32], origin: Window) -> list[Component]:
    """Return the component of each label in their order; `origin` is the window that the labels fill."""
    found = []
    for number, (rows, cols) in enumerate(ndimage.find_objects(labels), start=1):
        first_col = cols.start + int(np.argmax(labels[rows.start, cols] == number))
        window = Window(
            origin.row + rows.start, origin.col + cols.start, rows.stop - rows.start, cols.stop - cols.start
        )
        found.append(Component((window.row, origin.col + first_col), window))
    return found


class ComponentBook:
    """Joins the components of one category's blocks where pixels lie side by side across a border.

    Blocks are added row by row. Only components at the border of a block are remembered; those inside one
    block are found again when it is read. So memory grows with the borders and not with the area.
    """

    def __init__(self, grid: BlockGrid, places: Set[Place]) -> None:
        """Take the places of all blocks that will be added."""
        self._grid = grid
        self._places = places
        self._parents = [0]  # node 0 is nothing
        self._members = [Component((0, 0), Window(0, 0, 0, 0))]
        self._missing: dict[int, set[Place]] = {}  # by node: neighbors of its block that are not among the places
        self._bottoms: dict[Place, NDArray[np.int64]] = {}  # nodes along the last row of a block
        self._rights: dict[Place, NDArray[np.int64]] = {}  # and along its last column
        self._border_labels: dict[Place, NDArray[np.int32]] = {}

    def add(self, place: Place, labels: NDArray[np.int32]) -> None:
        """Add the labels of the block at `place`, as `label_components` numbers them."""
        row, col = place
        sides = {
            (row - 1, col): labels[0],
            (row + 1, col): labels[-1],
            (row, col - 1): labels[:, 0],
            (row, col + 1): labels[:, -1],
        }
        sides = {other: side for other, side in sides.items() if other in self._grid}
        numbers = np.unique(np.concatenate([np.zeros(1, np.int32), *sides.values()]))[1:]
        nodes = self._remember(place, labels, numbers)
        self._border_labels[place] = numbers
        for other, side in sides.items():
            if other not in self._places:
                for node in set(nodes[side].tolist()) - {0}:
                    self._missing.setdefault(node, set()).add(other)
        self._unite(self._bottoms.pop((row - 1, col), None), nodes[labels[0]])
        self._unite(self._rights.pop((row, col - 1), None), nodes[labels[:, 0]])
        self._bottoms[place], self._rights[place] = nodes[labels[-1]], nodes[labels[:, -1]]

    def border_labels(self, place: Place) -> NDArray[np.int32]:
        """Return which labels of a block touch its border with another block, whether that one is there or not."""
        return self._border_labels[place]

    def joined(self) -> dict[Place, list[Component]]:
        """Return the components at borders, whole, in reading order by the block that holds their anchor."""
        owned: dict[Place, list[Component]] = {}
        for component in sorted(self._whole().values()):
            owned.setdefault(self._grid.place_of(component.anchor), []).append(component)
        return owned

    def missing(self, matters: Callable[[Window], bool]) -> set[Place]:
        """Return the blocks that are not there and that components may go on into, if their window matters."""
        whole = self._whole()
        missing: set[Place] = set()
        for node, places in self._missing.items():
            if not places <= missing and matters(whole[self._root(node)].window):
                missing |= places
        return missing

    def _remember(self, place: Place, labels: NDArray[np.int32], numbers: NDArray[np.int32]) -> NDArray[np.int64]:
        """Return the new node of each label of the block, 0 for those that touch no border."""
        nodes = np.zeros(int(labels.max(initial=0)) + 1, np.int64)
        nodes[numbers] = np.arange(len(self._parents), len(self._parents) + len(numbers))
        self._parents.extend(nodes[numbers].tolist())
        if len(numbers):
            found = components_of(labels, self._grid.window_of(place))
            self._members.extend(found[number - 1] for number in numbers)
        return nodes

    def _unite(self, one: NDArray[np.int64] | None, other: NDArray[np.int64]) -> None:
        """Join the nodes that lie side by side along a shared border."""
        if one is None:
            return
        touching = (one > 0) & (other > 0)
        for a, b in set(zip(one[touching].tolist(), other[touching].tolist(), strict=True)):
            first, second = sorted((self._root(a), self._root(b)))
            self._parents[second] = first

    def _root(self, node: int) -> int:
        while self._parents[node] != node:
            self._parents[node] = self._parents[self._parents[node]]
            node = self._parents[node]
        return node

    def _whole(self) -> dict[int, Component]:
        """Return every joined component by its root node."""
        whole: dict[int, Component] = {}
        for node in range(1, len(self._parents)):
            root, part = self._root(node), self._members[node]
            whole[root] = _together(whole[root], part) if root in whole else part
        return whole


def _together(one: Component, other: Component) -> Component:
    row, col = min(one.window.row, other.window.row), min(one.window.col, other.window.col)
    rows = max(one.window.row_stop, other.window.row_stop) - row
    cols = max(one.window.col_stop, other.window.col_stop) - col
    return Component(min(one.anchor, other.anchor), Window(row, col, rows, cols))
