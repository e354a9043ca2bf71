"""Folders of chips as programs that train read them: COCO, YOLO segmentation, and pictures beside masks.

Each layout says where a chip's picture goes (`picture`), writes what belongs to one chip (`write_labels`, called from
several threads), keeps what comes of it in the order of the chips (`keep`), and ends the folder (`finish`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TextIO

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray

from engine.data.chip_file import write_mask
from engine.data.chip_ground import Pieces
from engine.data.keyhole import one_ring
from engine.domain.category import Category
from engine.geo.burn import burn_instances
from engine.geo.footprint_coco import run_lengths
from engine.geo.raster_form import RasterForm

SPLITS = ("train", "val")
_DECIMALS = 2
_SHARE_DECIMALS = 6
_MOST_INSTANCES = 65_535


@dataclass(frozen=True, eq=False)
class CutChip:
    """A chip whose picture is written: `values` (bands, rows, cols) as they lie in the file, `valid` (rows, cols)."""

    name: str
    split: str
    pieces: Pieces
    values: NDArray[np.generic]
    valid: NDArray[np.bool_]
    form: RasterForm
    to_raster: Affine


class ChipLayout(Protocol):
    """Where the files of a chip go, and what else the folder holds."""

    def picture(self, name: str, split: str) -> Path:
        """Return where the pixels of a chip go."""

    def write_labels(self, chip: CutChip) -> list[str]:
        """Write the labels of a chip, or return them as lines to keep."""

    def keep(self, name: str, split: str, lines: Sequence[str]) -> None:
        """Take up a chip that is written."""

    def finish(self) -> None:
        """Write what the folder holds beside chips."""


class CocoLayout:
    """`images/` and `annotations/instances_train.json`, `instances_val.json`."""

    def __init__(self, folder: Path, categories: Sequence[Category], *, ending: str, size_px: int) -> None:
        self._folder, self._categories, self._ending, self._size_px = folder, categories, ending, size_px
        (folder / "images").mkdir()
        (folder / "annotations").mkdir()
        self._n_images = dict.fromkeys(SPLITS, 0)
        self._n_annotations = dict.fromkeys(SPLITS, 0)
        # Annotations wait in files: a million of them fill no memory.
        self._parts = {(split, kind): self._open(split, kind) for split in SPLITS for kind in ("images", "annotations")}

    def _open(self, split: str, kind: str) -> TextIO:
        return self._part(split, kind).open("w+", encoding="utf-8", newline="\n")

    def _part(self, split: str, kind: str) -> Path:
        return self._folder / "annotations" / f".{split}.{kind}"

    def picture(self, name: str, split: str) -> Path:
        """Return where the pixels of a chip go."""
        return self._folder / "images" / f"{name}.{self._ending}"

    def write_labels(self, chip: CutChip) -> list[str]:
        """Return one annotation a line, without its numbers."""
        return [json.dumps(each)[1:] for each in _annotations(chip.pieces, self._size_px)]

    def keep(self, name: str, split: str, lines: Sequence[str]) -> None:
        """Take up a chip and its annotations."""
        self._n_images[split] += 1
        image_id = self._n_images[split]
        image = {
            "id": image_id,
            "file_name": f"{name}.{self._ending}",
            "width": self._size_px,
            "height": self._size_px,
        }
        self._add(split, "images", json.dumps(image, ensure_ascii=False), is_first=image_id == 1)
        for line in lines:
            self._n_annotations[split] += 1
            number = self._n_annotations[split]
            self._add(split, "annotations", f'{{"id": {number}, "image_id": {image_id}, {line}', is_first=number == 1)

    def _add(self, split: str, kind: str, text: str, *, is_first: bool) -> None:
        self._parts[split, kind].write(text if is_first else f",\n{text}")

    def finish(self) -> None:
        """Write the annotations of both parts; none for a part without chips."""
        categories = [{"id": each.id, "name": each.name, "supercategory": ""} for each in self._categories]
        for split in SPLITS:
            if self._n_images[split]:
                path = self._folder / "annotations" / f"instances_{split}.json"
                with path.open("w", encoding="utf-8", newline="\n") as file:
                    file.write('{"info": {"description": "DeepSeg chips"}, "licenses": [],\n"categories": ')
                    json.dump(categories, file, ensure_ascii=False)
                    for kind in ("images", "annotations"):
                        file.write(f',\n"{kind}": [\n')
                        _pour(self._parts[split, kind], file)
                        file.write("\n]")
                    file.write("}\n")
        for (split, kind), part in self._parts.items():
            part.close()
            self._part(split, kind).unlink()


class YoloLayout:
    """`data.yaml`, `images/train`, `images/val`, `labels/train`, `labels/val`: what Ultralytics trains from."""

    def __init__(self, folder: Path, categories: Sequence[Category], *, ending: str, size_px: int) -> None:
        self._folder, self._categories, self._ending, self._size_px = folder, categories, ending, size_px
        self._n_val = 0
        for kind in ("images", "labels"):
            for split in SPLITS:
                (folder / kind / split).mkdir(parents=True)

    def picture(self, name: str, split: str) -> Path:
        """Return where the pixels of a chip go."""
        return self._folder / "images" / split / f"{name}.{self._ending}"

    def write_labels(self, chip: CutChip) -> list[str]:
        """Write one line per label: the category, counted from 0, and its outline in shares of the chip's side."""
        rings = [np.clip(one_ring(polygon) / self._size_px, 0.0, 1.0) for polygon in chip.pieces.polygons]
        lines = [
            f"{category_id - 1} " + " ".join(map(str, np.round(ring, _SHARE_DECIMALS).ravel().tolist()))
            for ring, category_id in zip(rings, chip.pieces.category_ids.tolist(), strict=True)
        ]
        text = "".join(f"{line}\n" for line in lines)
        (self._folder / "labels" / chip.split / f"{chip.name}.txt").write_text(text, encoding="ascii", newline="\n")
        return []

    def keep(self, name: str, split: str, lines: Sequence[str]) -> None:
        """Count the chips that test."""
        self._n_val += split == "val"

    def finish(self) -> None:
        """Write `data.yaml`; paths in it count from its own folder, so that the folder may be moved."""
        val = "images/val" if self._n_val else "images/train"
        # A text in JSON is one in YAML.
        names = [f"  {each.id - 1}: {json.dumps(each.name, ensure_ascii=False)}" for each in self._categories]
        lines = ["# Chips of DeepSeg for YOLO segmentation", "train: images/train", f"val: {val}", "names:", *names]
        (self._folder / "data.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


class MaskLayout:
    """`images/` and `labels/` with files of the same name, `classes.csv`, `train.txt` and `val.txt`."""

    def __init__(
        self, folder: Path, categories: Sequence[Category], *, ending: str, size_px: int, is_instance: bool
    ) -> None:
        self._folder, self._categories, self._ending, self._size_px = folder, categories, ending, size_px
        self._is_instance = is_instance
        self._names: dict[str, list[str]] = {split: [] for split in SPLITS}
        (folder / "images").mkdir()
        (folder / "labels").mkdir()

    def picture(self, name: str, split: str) -> Path:
        """Return where the pixels of a chip go."""
        return self._folder / "images" / f"{name}.{self._ending}"

    def write_labels(self, chip: CutChip) -> list[str]:
        """Write the mask: 0 for background, else the category, or the number of the label in this chip."""
        burned: NDArray[np.uint8 | np.uint16] = burned_instances(chip.pieces.polygons, self._size_px)
        if not self._is_instance:
            burned = np.concatenate([[0], chip.pieces.category_ids]).astype(np.uint8)[burned]
        categories = () if self._is_instance else self._categories
        write_mask(self._folder / "labels" / f"{chip.name}.tif", burned, chip.form, chip.to_raster, categories)
        return []

    def keep(self, name: str, split: str, lines: Sequence[str]) -> None:
        """Remember which part a chip belongs to."""
        self._names[split].append(name)

    def finish(self) -> None:
        """Write the names of the categories, and of the chips that train and test."""
        rows = [f'{each.id},{_quoted(each.name)},"{each.color}"' for each in self._categories]
        self._write("classes.csv", ["value,name,color", '0,"background","#000000"', *rows])
        for split in SPLITS:
            self._write(f"{split}.txt", self._names[split])

    def _write(self, name: str, lines: Sequence[str]) -> None:
        text = "".join(f"{line}\n" for line in lines)
        (self._folder / name).write_text(text, encoding="utf-8", newline="\n")


def burned_instances(polygons: NDArray[np.object_], size_px: int) -> NDArray[np.uint16]:
    """Return a mask of 0 for background, else the number of the label, from 1; those beyond 16 bits are left out."""
    ids = np.arange(1, min(len(polygons), _MOST_INSTANCES) + 1)
    return burn_instances(polygons[: len(ids)], ids, (size_px, size_px)).astype(np.uint16)


def _annotations(pieces: Pieces, size_px: int) -> Iterator[dict[str, Any]]:
    """Yield what COCO says of each piece, without numbers."""
    areas = np.round(shapely.area(pieces.polygons), _DECIMALS).tolist()
    corners = shapely.bounds(pieces.polygons)  # (n, 4)
    boxes = np.round(np.column_stack([corners[:, :2], corners[:, 2:] - corners[:, :2]]), _DECIMALS).tolist()
    outlines = _segmentations(pieces.polygons, size_px)
    for outline, area, box, category_id in zip(outlines, areas, boxes, pieces.category_ids.tolist(), strict=True):
        yield {"category_id": category_id, "segmentation": outline, "area": area, "bbox": box, "iscrowd": 0}


def _segmentations(polygons: NDArray[np.object_], size_px: int) -> list[Any]:
    """Return COCO's outline of each (multi)polygon: rings, and run lengths where one has holes."""
    parts, owners = shapely.get_parts(polygons, return_index=True)
    rings, numbers = shapely.get_coordinates(shapely.get_exterior_ring(parts), return_index=True)
    flat = np.round(rings, _DECIMALS).tolist()
    stops = np.cumsum(np.bincount(numbers, minlength=len(parts))).tolist()
    outlines: list[Any] = [[] for _ in polygons]
    first = 0
    for owner, stop in zip(owners.tolist(), stops, strict=True):
        outlines[owner].append([value for point in flat[first : stop - 1] for value in point])  # open, as COCO has it
        first = stop
    for owner in np.unique(owners[shapely.get_num_interior_rings(parts) > 0]).tolist():
        outlines[owner] = run_lengths(polygons[owner], size_px, size_px)  # COCO's polygons know no holes
    return outlines


def _pour(source: TextIO, target: TextIO) -> None:
    source.seek(0)
    while text := source.read(1 << 20):
        target.write(text)


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
