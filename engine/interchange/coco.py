"""COCO JSON: one file for many images, or a folder of files; read annotation by annotation, whatever the size."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from engine.errors import LabelFileError
from engine.geo.footprint_coco import run_lengths
from engine.interchange.folders import files_below
from engine.interchange.json_pieces import JsonPieces, unreadable
from engine.interchange.label import Dropped, Image, Kind, Label, OpenedLabels, Progress, stated_size
from engine.interchange.outlines import ShapeError, box, numbers_of, ring, together
from engine.interchange.run_lengths import polygon_of_runs
from engine.interchange.writing import (
    PIXEL_DECIMALS,
    Export,
    OutImage,
    OutLabel,
    check_stems,
    copy_raster,
    flat,
    told_names,
)

_MOST_MASK_PX = 1 << 28
_MEMBERS = ("images", "annotations", "categories")


@dataclass
class _File:
    """What one file says beside its annotations."""

    path: Path
    images: dict[Any, Image] = field(default_factory=dict)
    kinds: dict[Any, Kind] = field(default_factory=dict)


class CocoLabels(OpenedLabels):
    """The labels of COCO files."""

    def __init__(self, source: Path, progress: Progress | None = None) -> None:
        super().__init__(progress=progress or Progress())
        paths = files_below(source, (".json",)) if source.is_dir() else [source]
        self.progress.unit = "byte"
        self.progress.total = sum(path.stat().st_size for path in paths)
        self._files = [self._opened(path) for path in paths]
        known: dict[str, Kind] = {}
        for file in self._files:
            for kind in file.kinds.values():
                known.setdefault(kind.name, kind)
        self.kinds = list(known.values())
        self.images = [image for file in self._files for image in file.images.values()]

    def labels(self) -> Iterator[Label]:
        """Yield the labels of all files."""
        before = 0
        for file in self._files:
            yield from self._labels_of(file, before)
            before += file.path.stat().st_size

    def _opened(self, path: Path) -> _File:
        """Return what a file says beside its annotations; the members may come in any order."""
        file, found = _File(path), set()
        with _text(path) as text:
            pieces = JsonPieces(path, text, lambda _: self.progress.at())
            if not pieces.opens("{"):
                raise LabelFileError(
                    f"{path} is a list and not a COCO file, which names images and categories as well",
                    hint="Files of results have no images; give the file with the annotations.",
                )
            for name in pieces.members():
                if name in _MEMBERS and pieces.opens("["):
                    found.add(name)
                if name == "images" and name in found:
                    self._read_images(file, pieces)
                elif name == "categories" and name in found:
                    self._read_kinds(file, pieces)
                else:
                    pieces.skip()
        if not {"images", "annotations"} <= found:
            raise LabelFileError(
                f"{path} is no COCO file: it has no list of {'images' if 'images' not in found else 'annotations'}",
                hint="Name its format with --format if it comes from another program.",
            )
        return file

    def _read_images(self, file: _File, pieces: JsonPieces) -> None:
        for item in pieces.items():
            if not isinstance(item, dict) or not isinstance(item.get("file_name"), str) or not _is_id(item.get("id")):
                self.dropped.add("images without a name or an id")
                continue
            cols, rows = item.get("width"), item.get("height")
            image = stated_size(item["file_name"], cols, rows, self.dropped)
            known = file.images.setdefault(item["id"], image)
            if known.name != image.name:
                raise LabelFileError(
                    f"{file.path.name} gives the id {item['id']} to two images, {known.name} and {image.name}",
                    hint="Which labels belong to which cannot be known; export the labels again.",
                )

    def _read_kinds(self, file: _File, pieces: JsonPieces) -> None:
        for item in pieces.items():
            if not isinstance(item, dict) or not _is_id(item.get("id")):
                self.dropped.add("categories without an id")
                continue
            number = item["id"] if isinstance(item["id"], int) else None
            name = str(item.get("name") or "").strip() or f"category {item['id']}"
            kind = Kind(name, number, color_of(item.get("color")))
            known = file.kinds.setdefault(item["id"], kind)
            if known.name != kind.name:
                raise LabelFileError(
                    f"{file.path.name} gives the id {item['id']} to two categories, {known.name} and {kind.name}",
                    hint="Which labels are of which cannot be known; export the labels again.",
                )

    def _labels_of(self, file: _File, before: int) -> Iterator[Label]:
        seen: set[Any] = set()

        def told(n_bytes: int) -> None:
            self.progress.at(before + n_bytes)

        with _text(file.path) as text:
            pieces = JsonPieces(file.path, text, told)
            for name in pieces.members():
                if name != "annotations":
                    pieces.skip()
                    continue
                for item in pieces.items():
                    label = self._label(item, file)
                    if label is None:
                        continue
                    if label.number is not None:
                        if label.number in seen:
                            self.notes.add("repeat the id of another", f"{label.number} in {file.path.name}")
                        seen.add(label.number)
                    yield label

    def _label(self, item: Any, file: _File) -> Label | None:
        if not isinstance(item, dict):
            self.dropped.add("that are no annotations")
            return None
        image = file.images.get(item.get("image_id")) if _is_id(item.get("image_id")) else None
        if image is None:
            self.dropped.add("of an image that the file does not list", f"image_id {item.get('image_id')}")
            return None
        try:
            shape = self._shape(item, image)
        except ShapeError as err:
            self.dropped.add(str(err), f"annotation {item.get('id')}")
            return None
        number, score = item.get("id"), item.get("score")
        return Label(
            image=image.name,
            shape=shape,
            kind=self._kind(item.get("category_id"), file),
            number=number if _is_count(number, least=0) else None,
            score=float(score) if isinstance(score, int | float) and 0 <= score <= 1 else None,
            is_crowd=item.get("iscrowd") in (1, True),
        )

    def _kind(self, number: Any, file: _File) -> Kind:
        kind = file.kinds.get(number) if _is_id(number) else None
        if kind is None:
            self.notes.add("have a category that the file does not name", f"category_id {number}")
            return Kind(f"category {number}", number if _is_count(number, least=0) else None)
        return kind

    def _shape(self, item: dict[str, Any], image: Image) -> Any:
        segmentation = item.get("segmentation")
        if isinstance(segmentation, dict):
            size = numbers_of(segmentation.get("size"))
            if len(size) != 2:
                raise ShapeError("with a mask of impossible size")
            rows, cols = (int(value) for value in size)
            if (image.rows, image.cols) not in ((None, None), (rows, cols)):
                raise ShapeError("with a mask of another size than its image")
            return polygon_of_runs(segmentation.get("counts"), rows, cols)
        if isinstance(segmentation, list) and segmentation:
            is_flat = not isinstance(segmentation[0], list)  # some programs leave the outer brackets out
            return together([ring(part) for part in ([segmentation] if is_flat else segmentation)])
        bounds = numbers_of(item.get("bbox"))
        if len(bounds) != 4:
            raise ShapeError("without an outline or a box")
        rectangle = box(*bounds)
        self.notes.add("have no outline and become rectangles")
        return rectangle


def color_of(value: Any) -> str | None:
    """Return #rrggbb of a color as text or as three numbers, None where it is neither."""
    if (
        isinstance(value, str)
        and len(value) == 7
        and value[0] == "#"
        and set(value[1:]) <= set("0123456789abcdefABCDEF")
    ):
        return value.lower()
    if isinstance(value, list) and len(value) == 3 and all(_is_count(each, least=0) and each < 256 for each in value):
        return "#{:02x}{:02x}{:02x}".format(*value)
    return None


def _text(path: Path) -> Any:
    try:
        return path.open(encoding="utf-8-sig")
    except OSError as err:
        raise unreadable(path, err) from err


def _is_id(value: Any) -> bool:
    return isinstance(value, int | str)  # lists and objects cannot be looked up


def _is_count(value: Any, least: int = 1) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value < 1 << 53


class CocoWriter:
    """One file for all images, or one per image where the output is a folder."""

    def __init__(self, export: Export) -> None:
        self.lost = Dropped()
        self._export = export
        self._is_folder = export.is_folder
        self._image_ids = {image.path: i for i, image in enumerate(export.images, start=1)}
        self._names = told_names(export.images)
        self._n_written = 0
        self._file: TextIO | None = None
        if self._is_folder:
            check_stems(export.images, "COCO")
        else:
            self._file = self._begun(export.beside, export.images)

    def write(self, image: OutImage, labels: Iterable[OutLabel]) -> None:
        """Write the annotations of an image."""
        file = self._file or self._begun(self._export.beside / f"{image.stem}.json", [image])
        for label in labels:
            file.write(",\n" if self._n_written else "\n")
            self._n_written += 1
            file.write(json.dumps(self._annotation(label, image), allow_nan=False))
        if self._is_folder:
            self._end(file)
            if self._export.copies_rasters:
                copy_raster(image, self._export.beside)

    def finish(self) -> None:
        """Write the end."""
        if self._file is not None:
            self._end(self._file)

    def _begun(self, path: Path, images: Iterable[OutImage]) -> TextIO:
        self._n_written = 0
        head = {
            "info": {"description": "Labels from DeepSeg"},
            "images": [
                {
                    "id": self._image_ids[each.path],
                    "file_name": self._names[each.path],
                    "width": each.grid.cols,
                    "height": each.grid.rows,
                }
                for each in images
            ],
            "categories": [
                {"id": kind.number, "name": kind.name, "supercategory": "", "color": list(kind.rgb)}
                for kind in self._export.kinds
            ],
        }
        file = path.open("w", encoding="utf-8", newline="\n")
        file.write(json.dumps(head, ensure_ascii=False)[:-1] + ', "annotations": [')
        return file

    def _end(self, file: TextIO) -> None:
        file.write("\n]}\n")
        file.close()

    def _annotation(self, label: OutLabel, image: OutImage) -> dict[str, Any]:
        x_min, y_min, x_max, y_max = label.shape.bounds
        annotation = {
            "id": label.number,
            "image_id": self._image_ids[image.path],
            "category_id": label.kind.number,
            "segmentation": self._segmentation(label, image),
            "area": round(label.shape.area, PIXEL_DECIMALS),
            "bbox": [round(value, PIXEL_DECIMALS) for value in (x_min, y_min, x_max - x_min, y_max - y_min)],
            "iscrowd": int(label.is_crowd),
        }
        return annotation if label.score is None else {**annotation, "score": label.score}

    def _segmentation(self, label: OutLabel, image: OutImage) -> Any:
        """Return polygons, or run lengths of the pixels where there are holes, which COCO's polygons know none of."""
        if label.has_holes or label.is_crowd:
            x_min, y_min, x_max, y_max = label.shape.bounds
            if (x_max - x_min + 2) * (y_max - y_min + 2) < _MOST_MASK_PX:
                runs = run_lengths(label.shape, image.grid.rows, image.grid.cols)
                if len(runs["counts"]) > 1:
                    return runs
            if label.has_holes:
                self.lost.add("labels too large or too thin for a mask lost their holes", f"label {label.number}")
        return [flat(part.exterior) for part in label.parts]
