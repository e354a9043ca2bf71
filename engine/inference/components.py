"""Connected components of a category's mask, also those that lie in several blocks."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.domain.thresholds import Thresholds
from engine.geo.labels import Labels
from engine.geo.window import Window, window_around
from engine.inference.instances import level
from engine.inference.walk import BlockGrid, Place

Pixel = tuple[int, int]  # row and column in the raster
Parts = Mapping[Place, list[int]]  # which labels of which blocks a component is made of
MOST_PX = 1 << 23  # of a window that is read as one piece
LONGEST_PX = 4096  # and of its sides


@dataclass(frozen=True, order=True)
class Component:
    """A connected component of a mask: its first pixel in reading order, and the smallest window around it."""

    anchor: Pixel
    window: Window


@dataclass(frozen=True, eq=False)
class Giant:
    """A component that is too large to be read as one piece, and what it is made of, block by block."""

    component: Component
    parts: Parts


def is_giant(window: Window) -> bool:
    """Tell whether a component with this window is cut along the ridges of the fields instead of read at once."""
    return max(window.rows, window.cols) > LONGEST_PX or window.rows * window.cols > MOST_PX


def label_components(body: NDArray[np.uint8], thresholds: Thresholds) -> Labels:
    """Return the numbered components of the mask of a body (rows, cols); pixels belong together along their edges.

    `instances.separate` floods along edges as well, so no instance lies in two components.
    """
    return Labels.of_mask(body >= level(thresholds.mask_threshold))


def components_of(labels: Labels, origin: Window) -> list[Component]:
    """Return the component of each label in their order; `origin` is the window that the labels fill."""
    return [component for _, component in numbered_components(labels, origin)]


def numbered_components(labels: Labels, origin: Window) -> list[tuple[int, Component]]:
    """Return each label that is there and its component; some numbers may be missing."""
    runs = labels.runs
    if not len(runs.values):
        return []
    rows, cols = labels.places
    order = np.argsort(runs.values, kind="stable")
    begins = np.flatnonzero(np.diff(runs.values[order], prepend=0))
    first, last = order[begins], order[np.append(begins[1:], len(order)) - 1]
    lefts = np.minimum.reduceat(cols[order], begins)
    widths = np.maximum.reduceat((cols + runs.counts)[order], begins) - lefts
    anchors = zip((rows[first] + origin.row).tolist(), (cols[first] + origin.col).tolist(), strict=True)
    lists = (lefts + origin.col, rows[last] - rows[first] + 1, widths, runs.values[first])
    return [
        (number, Component(anchor, Window(anchor[0], left, height, width)))
        for anchor, left, height, width, number in zip(anchors, *(each.tolist() for each in lists), strict=True)
    ]


def mask_of(component: Component, labels: Labels) -> NDArray[np.bool_]:
    """Return where a component is in its own window, bool (rows, cols), which the labels fill."""
    row, col = component.anchor
    first = (row - component.window.row) * labels.cols + col - component.window.col
    return labels.mask(int(labels.at(np.array([first]))[0]))


def border_labels(labels: Labels, place: Place, grid: BlockGrid) -> NDArray[np.int32]:
    """Return which labels of a block touch its border with another block, in order."""
    sides = [side for other, side in _sides(labels, place) if other in grid]
    numbers: NDArray[np.int32] = np.unique(np.concatenate([np.zeros(1, np.int32), *sides]))[1:]
    return numbers


class ComponentBook:
    """Joins the components of one category's blocks where pixels lie side by side across a border.

    Blocks are added in any order. A component is closed when all blocks are there that it may go on into; it is
    then kept, as six numbers, until it is taken. Components inside one block are not kept at all: they are found
    again when it is read. So what is held grows with the front between blocks that are there and blocks that are not.
    """

    def __init__(self, grid: BlockGrid, places: Container[Place] | None = None) -> None:
        """Take the blocks that may be added: all of the grid, or those among `places`."""
        self._grid = grid
        self._places = grid if places is None else places
        self._front: dict[tuple[Place, Place], _Side] = {}  # from a block that is there to one that is not
        self._open: Counter[Place] = Counter()  # by the block that an open component begins in, as far as is known
        self._closed: dict[Place, array[int]] = {}
        self._giants: list[Giant] = []

    def add(self, place: Place, labels: Labels) -> None:
        """Add the labels of the block at `place`; some numbers may be missing."""
        nodes, numbers = self._nodes(place, labels)
        touched = list(nodes)
        for other, along in _sides(labels, place):
            if other not in self._places:
                continue
            here = _Side(_numbered(along, numbers), nodes)
            there = self._front.pop((other, place), None)
            if there is None:
                self._front[place, other] = here
                for node in here.distinct():
                    _root(node).n_open += 1
            else:
                for one, two in here.pairs(there):
                    self._unite(one, two)
                for node in there.distinct():
                    _root(node).n_open -= 1
                    touched.append(node)
        for root in {id(root): root for root in map(_root, touched)}.values():
            if root.n_open == 0:
                self._close(root)

    def finish(self) -> None:
        """Close all components as they are: no other block will be added."""
        open_nodes = [node for side in self._front.values() for node in side.distinct()]
        self._front.clear()
        for root in {id(root): root for root in map(_root, open_nodes)}.values():
            self._close(root)

    def is_open(self, place: Place) -> bool:
        """Tell whether a component that begins in a block may still grow; those that are giants do not count."""
        return self._open[place] > 0

    def take(self, place: Place) -> list[Component]:
        """Return the closed components at borders that begin in a block, in reading order, and forget them."""
        values = np.array(self._closed.pop(place, ()), np.int64).reshape(-1, 6).tolist()
        return sorted(Component((row, col), Window(*window)) for row, col, *window in values)

    def take_giants(self) -> list[Giant]:
        """Return the closed components that are too large for one piece, in reading order, and forget them."""
        giants, self._giants = self._giants, []
        return sorted(giants, key=lambda giant: giant.component)

    def missing(self, matters: Callable[[Window], bool]) -> set[Place]:
        """Return the blocks that are not there and that open components may go on into, if their window matters."""
        missing: set[Place] = set()
        for (_, other), side in self._front.items():
            if other not in missing and any(matters(_root(node).window) for node in side.distinct()):
                missing.add(other)
        return missing

    @property
    def n_held(self) -> int:
        """Return how many components, and parts of them, are held."""
        nodes = {id(node) for side in self._front.values() for node in side.nodes}
        return len(nodes) + sum(len(values) // 6 for values in self._closed.values())

    def _nodes(self, place: Place, labels: Labels) -> tuple[list[_Node], NDArray[np.int32]]:
        """Return new nodes for the labels that touch the border, or are giants, and the numbers of these labels."""
        window = self._grid.window_of(place)
        numbers = border_labels(labels, place, self._grid)
        if is_giant(window):
            found = dict(numbered_components(labels, window))
            large = [number for number, component in found.items() if is_giant(component.window)]
            numbers = np.union1d(numbers, np.array(large, np.int32)).astype(np.int32)
        else:
            found = dict(numbered_components(labels.among(numbers), window))
        nodes = [_Node(found[number], array("q", (*place, number))) for number in numbers.tolist()]
        for node in nodes:
            self._count(node, 1)
        return nodes, numbers

    def _unite(self, one: _Node, two: _Node) -> None:
        first, second = _root(one), _root(two)
        if first is second:
            return
        self._count(first, -1)
        self._count(second, -1)
        if len(first.parts) < len(second.parts):
            first, second = second, first
        first.take_in(second)
        self._count(first, 1)

    def _close(self, root: _Node) -> None:
        self._count(root, -1)
        if is_giant(root.window):
            self._giants.append(Giant(Component(root.anchor, root.window), _by_place(root.parts)))
        else:
            window = root.window
            values = (*root.anchor, window.row, window.col, window.rows, window.cols)
            self._closed.setdefault(self._grid.place_of(root.anchor), array("q")).extend(values)

    def _count(self, root: _Node, change: int) -> None:
        if not is_giant(root.window):
            place = self._grid.place_of(root.anchor)
            self._open[place] += change
            if not self._open[place]:
                del self._open[place]


class _Node:
    """What one block knows of a component, or, at the root, what all blocks know of it that are there."""

    __slots__ = ("anchor", "n_open", "parent", "parts", "window")

    def __init__(self, component: Component, parts: array[int]) -> None:
        self.parent: _Node | None = None
        self.anchor = component.anchor
        self.window = component.window
        self.parts = parts  # row and column of a block and a label there, one after the other
        self.n_open = 0  # sides of blocks across which it may go on

    def take_in(self, other: _Node) -> None:
        """Make another root a part of this one."""
        other.parent = self
        self.anchor = min(self.anchor, other.anchor)
        self.window = window_around((self.window, other.window))
        self.parts.extend(other.parts)
        self.n_open += other.n_open
        other.parts = array("q")


@dataclass(frozen=True, eq=False)
class _Side:
    """The pixels along one side of a block: for each the number of its node from 1, or 0."""

    numbers: NDArray[np.int32]
    nodes: list[_Node]

    def distinct(self) -> list[_Node]:
        """Return each node once."""
        return [self.nodes[number - 1] for number in np.unique(self.numbers).tolist() if number]

    def pairs(self, other: _Side) -> Iterable[tuple[_Node, _Node]]:
        """Return the nodes that lie side by side, each pair once."""
        touching = (self.numbers > 0) & (other.numbers > 0)
        pairs = np.unique(np.column_stack([self.numbers[touching], other.numbers[touching]]), axis=0)
        return [(self.nodes[one - 1], other.nodes[two - 1]) for one, two in pairs.tolist()]


def _sides(labels: Labels, place: Place) -> list[tuple[Place, NDArray[np.int32]]]:
    """Return the labels along the four sides, each with the place of the block beyond it."""
    row, col = place
    beyond = ((row - 1, col), (row, col - 1), (row, col + 1), (row + 1, col))
    return list(zip(beyond, labels.border(), strict=True))


def _numbered(along: NDArray[np.int32], numbers: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return for each label its place among `numbers`, from 1; 0 stays 0."""
    return np.where(along > 0, np.searchsorted(numbers, along) + 1, 0).astype(np.int32)


def _root(node: _Node) -> _Node:
    while node.parent is not None:
        if node.parent.parent is not None:
            node.parent = node.parent.parent
        node = node.parent
    return node


def _by_place(parts: array[int]) -> dict[Place, list[int]]:
    found: dict[Place, list[int]] = {}
    for row, col, number in np.array(parts, np.int64).reshape(-1, 3).tolist():
        found.setdefault((row, col), []).append(number)
    return dict(sorted(found.items()))
