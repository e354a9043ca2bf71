"""LabelMe's JSON: one file per image."""

from __future__ import annotations

import base64
import binascii
import io
import json
import math
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import PIL.Image
import shapely
from affine import Affine

from engine.errors import LabelFileError
from engine.geo.burn import burn_mask
from engine.interchange.folders import files_below
from engine.interchange.json_pieces import whole_json
from engine.interchange.label import Dropped, Image, Kind, Label, OpenedLabels, Progress, stated_size
from engine.interchange.outlines import ShapeError, box, ellipse, numbers_of, ring, together
from engine.interchange.run_lengths import polygon_of_mask
from engine.interchange.writing import PIXEL_DECIMALS, Export, OutImage, OutLabel, check_stems, copy_raster

_MOST_BYTES = 1 << 29  # the picture may be inside, as text
_MOST_MASK_PX = 1 << 28


class LabelMeLabels(OpenedLabels):
    """The labels of one file, or of all files below a folder."""

    def __init__(self, source: Path, progress: Progress | None = None) -> None:
        super().__init__(progress=progress or Progress())
        self._files = files_below(source, (".json",)) if source.is_dir() else [source]
        self._is_folder = source.is_dir()
        self.progress.total = len(self._files)

    def labels(self) -> Iterator[Label]:
        """Yield the labels of all files; images and categories are known when they are through."""
        known: dict[str, Kind] = {}
        for done, path in enumerate(self._files, start=1):
            content = whole_json(path, most_bytes=_MOST_BYTES)
            if not isinstance(content, dict) or not isinstance(content.get("shapes"), list):
                if not self._is_folder:
                    raise LabelFileError(
                        f"{path} is no LabelMe file: it has no list of shapes", hint="Name its format."
                    )
                self.dropped.add("files that are not LabelMe's", path.name)
                continue
            image = _image(content, path, self.dropped)
            self.images.append(image)
            for label in self._labels_of(content["shapes"], image.name):
                known.setdefault(label.kind.name, label.kind)
                yield label
            self.progress.at(done)
        self.kinds = list(known.values())

    def _labels_of(self, items: list[Any], image: str) -> Iterator[Label]:
        """Yield the labels of an image; shapes of one name and one group are the parts of one thing."""
        parts: dict[tuple[Any, ...], list[Any]] = {}
        for n, item in enumerate(items):
            if not isinstance(item, dict):
                self.dropped.add("that are no shapes")
                continue
            try:
                shape = _shape(item)
            except ShapeError as err:
                self.dropped.add(str(err), f"shape {n + 1} of {image}")
                continue
            name, group = str(item.get("label") or "").strip(), item.get("group_id")
            is_grouped = isinstance(group, int | str)
            parts.setdefault((name, group) if is_grouped else (name, None, n), []).append(shape)
        for (name, *_), shapes in parts.items():
            yield Label(image, together(shapes), Kind(name))


def _image(content: dict[str, Any], path: Path, dropped: Dropped) -> Image:
    name, cols, rows = content.get("imagePath"), content.get("imageWidth"), content.get("imageHeight")
    name = name if isinstance(name, str) and name.strip() else path.stem
    return stated_size(name, cols, rows, dropped)


def _shape(item: dict[str, Any]) -> Any:
    kind, points = item.get("shape_type") or "polygon", item.get("points")
    if not isinstance(points, list) or any(not isinstance(point, list) or len(point) != 2 for point in points):
        raise ShapeError("without coordinates")
    flat = [value for point in points for value in point]
    if kind in ("polygon", "oriented_rectangle"):
        return ring(flat)
    if kind not in ("rectangle", "circle", "mask"):
        raise ShapeError("that are points or lines")
    if len(points) == 4 and kind == "rectangle":  # a turned one, as some programs of the family write it
        return ring(flat)
    if len(points) != 2:
        raise ShapeError(f"that are no {kind}: it needs two points")
    x1, y1, x2, y2 = numbers_of(flat)
    if kind == "circle":
        radius = math.hypot(x2 - x1, y2 - y1)
        return ellipse(x1, y1, radius, radius)
    if kind == "mask":
        return _mask(item.get("mask"), x1, y1)
    return box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))


def _mask(text: Any, x: float, y: float) -> Any:
    """Return the polygon of a mask, a picture of ones in text whose corner is at x, y."""
    if not isinstance(text, str):
        raise ShapeError("with a mask that cannot be unpacked")
    try:
        with PIL.Image.open(io.BytesIO(base64.b64decode(text)), formats=["PNG"]) as picture:
            if picture.width * picture.height > _MOST_MASK_PX:
                raise ShapeError("with a mask of more than 268 million pixels")
            mask = np.array(picture.convert("L")) > 0
    except (binascii.Error, ValueError, OSError, SyntaxError, PIL.Image.DecompressionBombError) as err:
        raise err if isinstance(err, ShapeError) else ShapeError("with a mask that cannot be unpacked") from err
    return polygon_of_mask(mask, round(x), round(y))


def _packed_mask(mask: Any) -> str:
    """Return a mask, bool (rows, cols), as the text in which LabelMe keeps it."""
    stream = io.BytesIO()
    PIL.Image.fromarray(mask.astype(np.uint8)).save(stream, format="PNG")
    return base64.b64encode(stream.getvalue()).decode("ascii")


class LabelMeWriter:
    """One file per image; a label with a hole becomes a mask, one of several parts a group of polygons."""

    def __init__(self, export: Export) -> None:
        check_stems(export.images, "LabelMe")
        self.lost = Dropped()
        self._export = export
        export.beside.mkdir(parents=True, exist_ok=True)

    def write(self, image: OutImage, labels: Iterable[OutLabel]) -> None:
        """Write the file of an image."""
        head = {"version": "5.5.0", "flags": {}}
        tail = {
            "imagePath": self._image_path(image),
            "imageData": None,
            "imageHeight": image.grid.rows,
            "imageWidth": image.grid.cols,
        }
        with (self._export.beside / f"{image.stem}.json").open("w", encoding="utf-8", newline="\n") as file:
            file.write(json.dumps(head)[:-1] + ', "shapes": [')
            is_first = True
            for label in labels:
                for shape in self._shapes(label, image):
                    file.write("\n" if is_first else ",\n")
                    file.write(json.dumps(shape, ensure_ascii=False, allow_nan=False))
                    is_first = False
            file.write("\n], " + json.dumps(tail, ensure_ascii=False)[1:] + "\n")
        if self._export.copies_rasters:
            copy_raster(image, self._export.beside)

    def finish(self) -> None:
        """Every file is written by now."""

    def _image_path(self, image: OutImage) -> str:
        if self._export.copies_rasters:
            return image.name
        try:
            return Path(os.path.relpath(image.path.absolute(), self._export.output.absolute())).as_posix()
        except ValueError:  # on another drive
            return image.path.absolute().as_posix()

    def _shapes(self, label: OutLabel, image: OutImage) -> Iterator[dict[str, Any]]:
        parts = label.parts
        group = label.number if len(parts) > 1 else None
        for part in parts:
            found = self._mask_shape(part, label, image) if part.interiors else None
            if found is None:
                points = np.round(shapely.get_coordinates(part.exterior)[:-1], PIXEL_DECIMALS).tolist()
                found = {"points": points, "shape_type": "polygon", "mask": None}
            yield {"label": label.kind.name, **found, "group_id": group, "description": "", "flags": {}}

    def _mask_shape(self, part: Any, label: OutLabel, image: OutImage) -> dict[str, Any] | None:
        x_min, y_min, x_max, y_max = part.bounds
        col, row = max(math.floor(x_min), 0), max(math.floor(y_min), 0)
        rows, cols = min(math.ceil(y_max), image.grid.rows) - row, min(math.ceil(x_max), image.grid.cols) - col
        if rows * cols <= _MOST_MASK_PX:
            mask = burn_mask([part], (rows, cols), transform=Affine.translation(col, row))
            if mask.any():
                corners = [[col, row], [col + cols - 1, row + rows - 1]]
                return {"points": corners, "shape_type": "mask", "mask": _packed_mask(mask)}
        self.lost.add("labels too large or too thin for a mask lost their holes", f"label {label.number}")
        return None
