"""A label on its way from one program to another, and what it may carry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

import pyproj

from engine.geo.grid import Grid


@dataclass(frozen=True)
class Kind:
    """A category as another program knows it: its name, and number and #rrggbb color where the format has them."""

    name: str
    number: int | None = None
    color: str | None = None


@dataclass(frozen=True)
class Image:
    """A picture that labels belong to, as a file of labels names it; sizes None where it does not say."""

    name: str
    cols: int | None = None
    rows: int | None = None


@dataclass(frozen=True, eq=False)
class Label:
    """One thing: `shape` is a Polygon or MultiPolygon, valid or not.

    In pixels of the image (x to the right, y down, from its corner), unless its source says otherwise. `image` is
    empty where the source names none.
    """

    image: str
    shape: Any
    kind: Kind
    number: int | None = None
    score: float | None = None
    is_crowd: bool = False


class Dropped:
    """What could not be taken over: how many of each cause, and one example of each."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.examples: dict[str, str] = {}

    def add(self, cause: str, example: str = "", number: int = 1) -> None:
        """Count `number` more of a cause."""
        self.counts[cause] += number
        if example:
            self.examples.setdefault(cause, example)

    def __bool__(self) -> bool:
        return bool(self.counts)

    @property
    def total(self) -> int:
        """Return how many were dropped."""
        return sum(self.counts.values())

    def listed(self) -> str:
        """Return the causes, each with its number behind it."""
        return ", ".join(f"{cause} ({number:,})" for cause, number in self.counts.most_common())

    def text(self) -> str:
        """Return the causes as half a sentence, the most frequent first."""
        parts = []
        for cause, number in self.counts.most_common():
            example = self.examples.get(cause)
            parts.append(f"{number} {cause}" + (f" (such as {example})" if example else ""))
        return ", ".join(parts)


@dataclass
class Progress:
    """How much of a source has been read; `watch` is called with it, and may end the reading by an exception."""

    done: float = 0
    total: float = 0
    unit: str = "file"
    watch: Callable[[Progress], None] | None = None

    def at(self, done: float | None = None) -> None:
        """Tell that so much is done, or that the work goes on."""
        self.done = self.done if done is None else done
        if self.watch is not None:
            self.watch(self)


class LabelSource(Protocol):
    """Labels of another program, opened: what is known before the labels are read, and the labels one by one.

    Shapes are in map coordinates of `crs` where `is_placed`, in shares of their image's sides where `is_relative`,
    else in pixels of their image. `grids` says where images lie that know it themselves. `notes` counts labels that
    were taken over in another way than they were meant.
    """

    kinds: list[Kind]
    images: list[Image]
    dropped: Dropped
    notes: Dropped
    progress: Progress
    is_placed: bool
    is_relative: bool
    grids: dict[str, Grid]
    crs: pyproj.CRS | None

    def labels(self) -> Iterator[Label]:
        """Yield the labels; what cannot be one is counted in `dropped`."""


@dataclass
class OpenedLabels:
    """The common part of every source."""

    kinds: list[Kind] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    dropped: Dropped = field(default_factory=Dropped)
    notes: Dropped = field(default_factory=Dropped)
    progress: Progress = field(default_factory=Progress)
    is_placed: bool = False
    is_relative: bool = False
    grids: dict[str, Grid] = field(default_factory=dict)
    crs: pyproj.CRS | None = None


def stated_size(name: str, cols: Any, rows: Any, dropped: Dropped) -> Image:
    """Return an image with the size that a file states; a size that is none is told, and then the raster's counts."""
    if all(isinstance(each, int) and 0 < each < 1 << 31 for each in (cols, rows)):
        return Image(name, cols, rows)
    if (cols, rows) != (None, None):
        dropped.add("image sizes that are none", f"{name}, {str(cols)[:20]} x {str(rows)[:20]}")
    return Image(name)
