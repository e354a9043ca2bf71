"""Pascal VOC's masks: a picture of categories and one of objects per image, numbers of a palette."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import LabelFileError, OutputError
from engine.geo.grid import PIXEL_COORDINATES, Grid
from engine.geo.label_raster import (
    LabelRaster,
    open_label_raster,
    read_stored_window,
    traced,
    write_label_raster,
)
from engine.interchange.folders import files_below, short_text
from engine.interchange.label import Dropped, Image, Kind, Label, OpenedLabels, Progress
from engine.interchange.outlines import together
from engine.interchange.pixels import tell_burned
from engine.interchange.writing import Export, OutImage, OutLabel, check_stems, copy_raster, from_one

CLASSES, OBJECTS = "SegmentationClass", "SegmentationObject"
VOID = 255  # the rim around things, and what is not to be judged
VOC_NAMES = [
    "aeroplane",
    "bicycle",
    "bird",
    "boat",
    "bottle",
    "bus",
    "car",
    "cat",
    "chair",
    "cow",
    "diningtable",
    "dog",
    "horse",
    "motorbike",
    "person",
    "pottedplant",
    "sheep",
    "sofa",
    "train",
    "tvmonitor",
]
_BACKGROUND = "background"
_DEPTH = 4


class VocLabels(OpenedLabels):
    """The labels of a folder that holds SegmentationClass, SegmentationObject or both."""

    def __init__(self, source: Path, progress: Progress | None = None) -> None:
        super().__init__(progress=progress or Progress())
        self._root = voc_root(source)
        masks = self._root / CLASSES
        has_classes = masks.is_dir()
        self._files = files_below(masks if has_classes else self._root / OBJECTS, (".png",))
        self._has_classes = has_classes
        self._kinds, self._colors = _kinds(self._root)
        self.kinds = list(self._kinds.values())
        self._rasters = [open_label_raster(path) for path in self._files]
        self.images = [Image(each.path.stem, each.grid.cols, each.grid.rows) for each in self._rasters]
        self.progress.total = len(self._files)

    def labels(self) -> Iterator[Label]:
        """Yield the labels of all images."""
        for done, raster in enumerate(self._rasters, start=1):
            objects = self._objects_of(raster)
            yield from self._labels_by_object(raster, objects) if objects else self._labels_by_class(raster)
            self.progress.at(done)

    def _objects_of(self, raster: LabelRaster) -> LabelRaster | None:
        if not self._has_classes:
            return raster
        path = self._root / OBJECTS / raster.path.name
        if not path.is_file():
            self.notes.add("masks have no picture of objects, so that things that touch are one", path.name)
            return None
        objects = open_label_raster(path)
        if (objects.grid.rows, objects.grid.cols) != (raster.grid.rows, raster.grid.cols):
            raise LabelFileError(
                f"{CLASSES}/{raster.path.name} and {OBJECTS}/{path.name} are not of one size",
                hint="Export the masks again.",
            )
        return objects

    def _labels_by_class(self, raster: LabelRaster) -> Iterator[Label]:
        for number, polygon in traced(raster, lambda pixels: self._numbers(pixels, raster)):
            yield Label(raster.path.stem, polygon, self._kind(number, raster))

    def _labels_by_object(self, raster: LabelRaster, objects: LabelRaster) -> Iterator[Label]:
        kinds = self._kinds_of_objects(raster, objects) if self._has_classes else {}
        parts: dict[int, list[Any]] = {}
        for number, polygon in traced(objects, lambda pixels: self._object_numbers(pixels, objects)):
            parts.setdefault(number, []).append(polygon)
        for number, polygons in parts.items():
            kind = self._kind(kinds[number], raster) if number in kinds else Kind("")
            yield Label(raster.path.stem, together(polygons), kind, number=number)

    def _kinds_of_objects(self, raster: LabelRaster, objects: LabelRaster) -> dict[int, int]:
        """Return the category that most pixels of each object have."""
        votes: Counter[tuple[int, int]] = Counter()
        for window in raster.windows():
            classes = self._numbers(read_stored_window(raster, window), raster)
            numbers = self._object_numbers(read_stored_window(objects, window), objects)
            both = (numbers > 0) & (classes > 0)
            pairs, counts = np.unique(np.stack([numbers[both], classes[both]]), axis=1, return_counts=True)
            for number, kind, count in zip(*pairs.tolist(), counts.tolist(), strict=True):
                votes[number, kind] += count
        return {number: kind for (number, kind), _ in sorted(votes.items(), key=lambda vote: (vote[1], vote[0]))}

    def _numbers(self, pixels: NDArray[Any], raster: LabelRaster) -> NDArray[Any]:
        """Return the numbers of the categories, 0 for background and void."""
        self.progress.at()
        if len(pixels) == 1:
            return _without_void(pixels[0], raster)
        if not self._colors:
            raise LabelFileError(
                f"{raster.path} stores colors, and there is no labelmap.txt that says what they mean",
                hint="Export the masks with a palette, or with their labelmap.txt.",
            )
        packed = pixels[:3].astype(np.int32)
        packed = (packed[0] << 16) | (packed[1] << 8) | packed[2]
        numbers = np.zeros(packed.shape, np.int32)
        for color, number in self._colors.items():
            numbers[packed == color] = number
        return numbers

    def _object_numbers(self, pixels: NDArray[Any], objects: LabelRaster) -> NDArray[Any]:
        self.progress.at()
        if len(pixels) == 1:
            return _without_void(pixels[0], objects)
        packed = pixels[:3].astype(np.int32)  # each color is an object
        numbers = np.asarray((packed[0] << 16) | (packed[1] << 8) | packed[2])
        for color in np.unique(numbers).tolist():
            if color in _VOC_COLORS:  # of the palette that others have written out
                numbers[numbers == color] = _VOC_COLORS[color]
        return numbers

    def _kind(self, number: int, raster: LabelRaster) -> Kind:
        if number in self._kinds:
            return self._kinds[number]
        name = VOC_NAMES[number - 1] if not self._kinds and number <= len(VOC_NAMES) else f"category {number}"
        return Kind(name, number, raster.palette.get(number))


def voc_root(source: Path) -> Path:
    """Return the folder that holds the masks: the one given, or one not far below it.

    Raises:
        LabelFileError: there is none.
    """
    level = [source]
    for _ in range(_DEPTH):
        for folder in level:
            if any((folder / name).is_dir() for name in (CLASSES, OBJECTS)):
                return folder
        level = [each for folder in level for each in _folders(folder)]
    raise LabelFileError(
        f"{source} has no folder {CLASSES}", hint="Give the folder that holds it, such as VOCdevkit/VOC2012."
    )


def _folders(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(each for each in folder.iterdir() if each.is_dir() and not each.is_symlink())[:1000]


def _without_void(numbers: NDArray[Any], raster: LabelRaster) -> NDArray[Any]:
    return np.where(numbers == VOID, 0, numbers) if raster.dtype == "uint8" else numbers


def _kinds(root: Path) -> tuple[dict[int, Kind], dict[int, int]]:
    """Return the categories by number, and their numbers by packed color, as files beside the masks tell them."""
    kinds: dict[int, Kind] = {}
    colors: dict[int, int] = {}
    for place in (root, root.parent):
        if (place / "labelmap.txt").is_file():
            for number, (name, color) in enumerate(_label_map(place / "labelmap.txt")):
                if name.lower() != _BACKGROUND:
                    kinds[number] = Kind(name, number, f"#{color:06x}")
                    colors[color] = number
            return kinds, colors
        if (place / "class_names.txt").is_file():
            lines = [line.strip() for line in short_text(place / "class_names.txt").splitlines() if line.strip()]
            names = [line for line in lines if line != "__ignore__"]
            has_background = bool(names) and names[0].strip("_").lower() == _BACKGROUND
            for number, name in enumerate(names[1:] if has_background else names, start=1):
                kinds[number] = Kind(name, number)
            return kinds, colors
    return kinds, colors


def _label_map(path: Path) -> list[tuple[str, int]]:
    """Return names and packed colors of lines such as `roof:230,159,0::`; background is the first of them.

    Without a color, as in `roof:::`, it is the one that VOC's palette has for the number of the line.
    """
    found: list[tuple[str, int | None]] = []
    for line in short_text(path, most_bytes=1 << 22).splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, colon, rest = line.partition(":")
        color = rest.split(":")[0].strip()
        found.append((name.strip(), _packed_color(color, line, path) if color or not colon else None))
    if found and not any(name.lower() == _BACKGROUND for name, _ in found):
        found.insert(0, (_BACKGROUND, 0))
    return [(name, _packed(*_voc_color(n)) if color is None else color) for n, (name, color) in enumerate(found)]


def _packed_color(text: str, line: str, path: Path) -> int:
    try:
        red, green, blue = (int(part) for part in text.split(","))
    except ValueError as err:
        raise LabelFileError(
            f"{path} has a line that is not name:red,green,blue: {line[:60]!r}", hint="Correct it in an editor."
        ) from err
    if not all(0 <= each < 256 for each in (red, green, blue)):
        raise LabelFileError(f"{path} has a color beyond 255: {line[:60]!r}", hint="Correct it in an editor.")
    return _packed(red, green, blue)


def _packed(red: int, green: int, blue: int) -> int:
    return red << 16 | green << 8 | blue


class VocWriter:
    """SegmentationClass, SegmentationObject, ImageSets/Segmentation and labelmap.txt."""

    def __init__(self, export: Export) -> None:
        check_stems(export.images, "Pascal VOC")
        if len(export.kinds) > VOID - 1:
            raise OutputError(
                f"Pascal VOC holds {VOID - 1} categories; there are {len(export.kinds)}", hint="Choose another format."
            )
        self.lost = Dropped()
        self._export = export
        self._numbers = from_one(export.kinds, VOID - 1)
        for name in (CLASSES, OBJECTS, "ImageSets/Segmentation"):
            (export.beside / name).mkdir(parents=True)

    def write(self, image: OutImage, labels: Iterable[OutLabel]) -> None:
        """Write the two pictures of an image."""
        drawn = list(labels)
        if len(drawn) >= 1 << 16:
            raise OutputError(
                f"{image.name} has {len(drawn):,} labels; a picture of objects holds 65,535",
                hint="Divide the raster into tiles, or choose another format.",
            )
        shapes = np.empty(len(drawn), object)
        shapes[:] = [label.shape for label in drawn]
        classes = np.array([self._numbers[label.kind.name] for label in drawn], np.int64)
        grid = Grid(None, PIXEL_COORDINATES, image.grid.rows, image.grid.cols)  # VOC knows no map
        colors = {0: (0, 0, 0), VOID: (224, 224, 192)}
        colors |= {self._numbers[kind.name]: kind.rgb for kind in self._export.kinds}
        name = f"{image.stem}.png"
        write_label_raster(
            self._export.beside / CLASSES / name,
            grid,
            shapes,
            classes,
            dtype="uint8",
            colors=colors,
            watch=self._export.watch,
        )
        self._write_objects(self._export.beside / OBJECTS / name, grid, shapes, image)
        if self._export.copies_rasters:
            copy_raster(image, self._export.beside / "JPEGImages")

    def finish(self) -> None:
        """Write which images there are, and the names and colors of the categories."""
        stems = "".join(f"{image.stem}\n" for image in self._export.images)
        for name in ("train", "trainval"):
            path = self._export.beside / "ImageSets" / "Segmentation" / f"{name}.txt"
            path.write_text(stems, encoding="utf-8", newline="\n")
        by_number = {self._numbers[kind.name]: kind for kind in self._export.kinds}
        lines = ["# label:color_rgb:parts:actions", "background:0,0,0::"]
        for number in range(1, max(by_number, default=0) + 1):
            kind = by_number.get(number)
            red, green, blue = kind.rgb if kind else _voc_color(number)
            lines.append(f"{kind.name if kind else f'unused {number}'}:{red},{green},{blue}::")
        (self._export.beside / "labelmap.txt").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")

    def _write_objects(self, path: Path, grid: Grid, shapes: NDArray[np.object_], image: OutImage) -> None:
        n = len(shapes)
        is_small = n < VOID
        if not is_small:
            self.lost.add(
                f"pictures with more than {VOID - 1} objects are written with 16 bits and without a palette", image.name
            )
        colors = {0: (0, 0, 0), VOID: (224, 224, 192), **{i: _voc_color(i) for i in range(1, min(n, VOID - 1) + 1)}}
        report = write_label_raster(
            path,
            grid,
            shapes,
            np.arange(1, n + 1),
            dtype="uint8" if is_small else "uint16",
            colors=colors if is_small else None,
            watch=self._export.watch,
        )
        tell_burned(self.lost, report, image, word="labels")


def _voc_color(number: int) -> tuple[int, int, int]:
    """Return the color of a number in VOC's palette: its bits dealt out to red, green and blue, highest first."""
    red = green = blue = 0
    for place in range(8):
        red |= (number & 1) << (7 - place)
        green |= (number >> 1 & 1) << (7 - place)
        blue |= (number >> 2 & 1) << (7 - place)
        number >>= 3
    return red, green, blue


# Packed color -> number; the rim around things is none.
_VOC_COLORS = {_packed(*_voc_color(number)): number % VOID for number in range(256)}
