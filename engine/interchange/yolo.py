"""YOLO segmentation folders: a text file per image, and the names of the categories in data.yaml or classes.txt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import shapely
import yaml  # type: ignore[import-untyped]

from engine.errors import LabelFileError
from engine.interchange.folders import files_below, short_text
from engine.interchange.label import Dropped, Image, Kind, Label, OpenedLabels, Progress
from engine.interchange.one_ring import in_one_ring, out_of_one_ring
from engine.interchange.outlines import ShapeError, numbers_of, ring
from engine.interchange.writing import Export, OutImage, OutLabel, check_stems, copy_raster

_NO_LABELS = {"classes.txt", "obj.names", "train.txt", "val.txt", "valid.txt", "test.txt", "trainval.txt", "readme.txt"}
_MOST_YAML_BYTES = 1 << 20
_MOST_KINDS = 100_000


class YoloLabels(OpenedLabels):
    """The labels below a folder. Nothing outside of it is opened, whatever data.yaml says."""

    def __init__(self, source: Path, progress: Progress | None = None) -> None:
        super().__init__(progress=progress or Progress())
        self.is_relative = True
        is_file = not source.is_dir()
        self._folder = source.parent if is_file else source
        self._names = _names(self._folder, source if is_file else None)
        self.kinds = [Kind(name, number) for number, name in sorted(self._names.items())]
        self._files = label_files(self._folder)
        self.images = [Image(str(path.relative_to(self._folder).with_suffix(""))) for path in self._files]
        self.progress.total = len(self._files)

    def labels(self) -> Iterator[Label]:
        """Yield the labels of all files."""
        for done, (path, image) in enumerate(zip(self._files, self.images, strict=True), start=1):
            for number, line in enumerate(short_text(path).splitlines(), start=1):
                if not line.strip():
                    continue
                try:
                    yield self._label(line, image.name)
                except ShapeError as err:
                    self.dropped.add(str(err), f"line {number} of {path.name}")
            self.progress.at(done)

    def _label(self, line: str, image: str) -> Label:
        words = line.split()
        try:
            number, values = float(words[0]), numbers_of([float(word) for word in words[1:]])
        except ValueError as err:
            raise err if isinstance(err, ShapeError) else ShapeError("that are no rows of numbers") from err
        if not (number.is_integer() and 0 <= number < _MOST_KINDS):
            raise ShapeError("whose category is no whole number")
        if len(values) < 4:
            raise ShapeError("with less than three points")
        has_score = len(values) % 2 == 1  # written behind the outline where a model found it
        score = float(values[-1]) if has_score and 0 <= values[-1] <= 1 else None
        values = values[:-1] if has_score else values
        if len(values) and (values.min() < -1 or values.max() > 2):
            raise ShapeError("whose coordinates are no shares of the image")
        shape = self._box(values) if len(values) == 4 else out_of_one_ring(ring(values.tolist()))
        return Label(image, shape, self._kind(int(number)), score=score)

    def _box(self, values: Any) -> shapely.Polygon:
        x, y, width, height = values
        if width <= 0 or height <= 0:
            raise ShapeError("with a negative size")
        self.notes.add("have no outline and become rectangles")
        return shapely.box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)

    def _kind(self, number: int) -> Kind:
        name = self._names.get(number)
        if name is None:
            self.notes.add("have a category that the folder does not name", f"number {number}")
            return Kind(f"category {number}", number)
        return Kind(name, number)


def label_files(folder: Path) -> list[Path]:
    """Return the files with labels: those below a folder named labels where there is one, else every text file.

    Raises:
        LabelFileError: there is none.
    """
    found = [path for path in files_below(folder, (".txt",)) if path.name.lower() not in _NO_LABELS]
    in_labels = [path for path in found if "labels" in (part.lower() for part in path.relative_to(folder).parts[:-1])]
    if not found:
        raise LabelFileError(
            f"{folder} holds no text file with labels", hint="YOLO keeps one per image, in a folder labels."
        )
    return in_labels or found


def _names(folder: Path, chosen: Path | None) -> dict[int, str]:
    """Return the names of the categories by number; nothing where no file names them."""
    candidates = [chosen] if chosen else [*sorted(folder.glob("*.yaml")), *sorted(folder.glob("*.yml"))]
    for path in candidates:
        names = _names_in_yaml(path)
        if names or chosen:
            return names
    for name in ("classes.txt", "obj.names", "labels/classes.txt"):
        path = folder / name
        if path.is_file():
            lines = [line.strip() for line in short_text(path, most_bytes=_MOST_YAML_BYTES).splitlines()]
            return {number: line for number, line in enumerate(lines) if line}
    return {}


def _names_in_yaml(path: Path) -> dict[int, str]:
    try:
        content = yaml.safe_load(short_text(path, most_bytes=_MOST_YAML_BYTES))
    except (yaml.YAMLError, RecursionError, ValueError) as err:
        reason = " ".join(str(err).split())[:200]
        raise LabelFileError(f"{path} is no YAML that can be read: {reason}", hint="Correct it in an editor.") from err
    names = content.get("names") if isinstance(content, dict) else None
    pairs = names.items() if isinstance(names, dict) else enumerate(names) if isinstance(names, list) else ()
    found = {}
    for number, name in pairs:
        if not isinstance(number, int) or isinstance(name, dict | list):
            raise LabelFileError(
                f"the names in {path} are no list of categories", hint="Write them as YOLO does: 0: roof"
            )
        found[number] = str(name).strip() or f"category {number}"
    return found


class YoloWriter:
    """data.yaml, labels/train and, where rasters are copied, images/train."""

    def __init__(self, export: Export) -> None:
        check_stems(export.images, "YOLO")
        self.lost = Dropped()
        self._export = export
        self._numbers = {kind.name: number for number, kind in enumerate(export.kinds)}
        self._labels = export.beside / "labels" / "train"
        self._labels.mkdir(parents=True)
        (export.beside / "images" / "train").mkdir(parents=True)

    def write(self, image: OutImage, labels: Iterable[OutLabel]) -> None:
        """Write the file of an image; one without labels gets an empty file."""
        with (self._labels / f"{image.stem}.txt").open("w", encoding="utf-8", newline="\n") as file:
            for label in labels:
                file.write(self._row(label, image) + "\n")
        if self._export.copies_rasters:
            copy_raster(image, self._export.beside / "images" / "train")

    def finish(self) -> None:
        """Write the names of the categories."""
        data = {
            "train": "images/train",
            "val": "images/train",
            "nc": len(self._export.kinds),
            "names": {number: kind.name for number, kind in enumerate(self._export.kinds)},
        }
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        (self._export.beside / "data.yaml").write_text(text, encoding="utf-8", newline="\n")

    def _row(self, label: OutLabel, image: OutImage) -> str:
        if label.has_holes or len(label.parts) > 1:
            self.lost.add("labels with holes or several parts are written as one ring, joined by lines without width")
        xy = np.clip(in_one_ring(label.shape) / (image.grid.cols, image.grid.rows), 0.0, 1.0)
        numbers = " ".join(f"{value:.8f}".rstrip("0").rstrip(".") for value in xy.ravel())
        return f"{self._numbers[label.kind.name]} {numbers}"
