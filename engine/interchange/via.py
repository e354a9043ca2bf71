"""VGG Image Annotator: JSON of VIA 1 and 2, as a project or as annotations alone, and CSV; projects of VIA 3."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from engine.errors import CategoryFieldError, LabelFileError
from engine.interchange.json_pieces import not_utf8, opened_pieces, unreadable
from engine.interchange.label import Dropped, Image, Kind, Label, OpenedLabels, Progress
from engine.interchange.one_ring import in_one_ring, out_of_one_ring
from engine.interchange.outlines import ShapeError, box, ellipse, ring, together
from engine.interchange.via3 import LEFT_OUT, Region, Via3Project, is_via_3
from engine.interchange.writing import PIXEL_DECIMALS, Export, OutImage, OutLabel, told_names

_LIKELY = ("category", "class", "classname", "class_name", "label", "type", "kind", "name")
_CSV_COLUMNS = {"filename", "region_shape_attributes", "region_attributes"}
_CSV_HEAD = (
    "filename",
    "file_size",
    "file_attributes",
    "region_count",
    "region_id",
    "region_shape_attributes",
    "region_attributes",
)
_TOLD_EVERY = 1000
_LONGEST_CELL = 1 << 26
_PART_OF = "label_id"  # regions of an image with the same one are the parts of one thing


class ViaLabels(OpenedLabels):
    """The labels of one file."""

    def __init__(self, source: Path, category_field: str | None = None, progress: Progress | None = None) -> None:
        super().__init__(progress=progress or Progress())
        self._path = source
        self._is_csv = source.suffix.lower() == ".csv"
        self._options: dict[str, dict[str, str]] = {}  # attribute -> option -> what people see
        self._field = category_field
        self._names: dict[str, Image] = {}
        self._attributes: set[str] = set()
        self.progress.unit = "byte"
        self.progress.total = source.stat().st_size
        self._project: Via3Project | None = None
        for _ in self._regions():  # once through: which attributes are there, and which images
            pass
        self.dropped = Dropped()  # what has to be told is counted on the way to the labels
        self.images = list(self._names.values())
        self._field = self._chosen_field()
        options = self._options.get(self._field or "", {})
        self.kinds = [Kind(shown) for shown in options.values()]

    def labels(self) -> Iterator[Label]:
        """Yield the labels; the parts of one thing follow each other, image by image."""
        waiting: dict[tuple[str, Any], list[Any]] = {}
        image, number = "", 0
        for name, shape_attributes, attributes in self._regions():
            if name != image:
                yield from self._grouped(waiting)
                waiting, image, number = {}, name, 0
            number += 1
            try:
                shape = _shape(shape_attributes)
            except ShapeError as err:
                self.dropped.add(str(err), f"region {number} of {name}")
                continue
            part_of = attributes.get(_PART_OF)
            key = (
                self._kind_name(attributes),
                part_of if isinstance(part_of, int | str) and part_of != "" else -number,
            )
            waiting.setdefault((name, key), []).append(shape)
        yield from self._grouped(waiting)

    def _grouped(self, waiting: dict[tuple[str, Any], list[Any]]) -> Iterator[Label]:
        for (image, (kind, part_of)), shapes in waiting.items():
            is_number = str(part_of).isdigit() and len(str(part_of)) < 16
            yield Label(image, together(shapes), Kind(kind), number=int(part_of) if is_number else None)

    def _kind_name(self, attributes: dict[str, Any]) -> str:
        value = attributes.get(self._field) if self._field else None
        if isinstance(value, dict):  # boxes that can be ticked: the first that is
            value = next((key for key, is_ticked in value.items() if is_ticked), None)
        text = "" if value is None or isinstance(value, list) else str(value).strip()
        return self._options.get(self._field or "", {}).get(text) or text

    def _chosen_field(self) -> str | None:
        there = sorted(self._attributes - {_PART_OF})
        if self._field is not None:
            if self._field not in there:
                raise CategoryFieldError(
                    f'the regions in {self._path.name} have no attribute "{self._field}"',
                    hint=f"They have {', '.join(there)}." if there else "They have no attributes.",
                )
            return self._field
        by_lower = {name.lower(): name for name in there}
        likely = next((by_lower[name] for name in _LIKELY if name in by_lower), None)
        return likely or (there[0] if len(there) == 1 else None)

    def _regions(self) -> Iterator[Region]:
        if self._project is not None:
            found = self._project.regions(self.progress.at)
        else:
            found = self._csv_regions() if self._is_csv else self._json_regions()
        for name, shape, attributes in found:
            self._attributes.update(attributes)
            yield name, shape, attributes

    def _json_regions(self) -> Iterator[Region]:
        def told(n_bytes: int) -> None:
            self.progress.at(n_bytes)

        with opened_pieces(self._path, told) as pieces:
            n_images = 0
            for name in pieces.members():
                if name == "_via_img_metadata" and pieces.opens("{"):
                    for _, item in pieces.pairs():
                        n_images += isinstance(item, dict)
                        yield from self._regions_of(item)
                    continue
                item = pieces.value()
                if name == "project" and is_via_3(item):
                    yield from self._regions_of_via_3()
                    return
                if name == "_via_attributes":
                    self._options = _options(item)
                elif isinstance(item, dict) and "filename" in item:
                    n_images += 1
                    yield from self._regions_of(item)
            if not n_images:
                raise LabelFileError(
                    f"{self._path} lists no images as VIA does",
                    hint="Export the annotations from VIA 2 as JSON or CSV, or save the project of VIA 3.",
                )

    def _regions_of_via_3(self) -> Iterator[Region]:
        self._project = Via3Project(self._path)
        self._options = self._project.options
        self._names = {name: Image(name) for name in self._project.images}
        yield from self._project.regions(self.progress.at)

    def _regions_of(self, item: Any) -> Iterator[Region]:
        if not isinstance(item, dict) or not isinstance(item.get("filename"), str):
            self.dropped.add("images without a name")
            return
        name, regions = item["filename"], item.get("regions")
        self._names.setdefault(name, Image(name))
        for region in regions.values() if isinstance(regions, dict) else regions if isinstance(regions, list) else ():
            shape = region.get("shape_attributes") if isinstance(region, dict) else None
            attributes = region.get("region_attributes") if isinstance(region, dict) else None
            yield name, shape if isinstance(shape, dict) else {}, attributes if isinstance(attributes, dict) else {}

    def _csv_regions(self) -> Iterator[Region]:
        limit = csv.field_size_limit(_LONGEST_CELL)
        try:
            with self._path.open(encoding="utf-8-sig", newline="") as file:
                rows = csv.DictReader(file)
                rows.fieldnames = [name.lstrip("#") for name in rows.fieldnames or ()]  # VIA 1 begins with a #
                if not set(rows.fieldnames) >= _CSV_COLUMNS:
                    raise LabelFileError(
                        f"{self._path} lacks the columns {', '.join(sorted(_CSV_COLUMNS))}",
                        hint="Export the annotations from VIA 2 as CSV; of VIA 3, give the project (JSON).",
                    )
                for n, row in enumerate(rows):
                    if n % _TOLD_EVERY == 0:
                        self.progress.at()
                    name = row["filename"] or ""
                    self._names.setdefault(name, Image(name))
                    shape = _object(row["region_shape_attributes"])
                    if shape:  # an image without regions has one row
                        yield name, shape, _object(row["region_attributes"])
        except UnicodeDecodeError as err:
            raise not_utf8(self._path) from err
        except csv.Error as err:
            raise LabelFileError(f"{self._path} is no CSV: {err}", hint="Export the annotations again.") from err
        except OSError as err:
            raise unreadable(self._path, err) from err
        finally:
            csv.field_size_limit(limit)


def _object(text: str | None) -> dict[str, Any]:
    try:
        value = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return {"name": "broken"}
    return value if isinstance(value, dict) else {}


def _options(attributes: Any) -> dict[str, dict[str, str]]:
    """Return what people see for each option of each attribute of regions."""
    regions = attributes.get("region") if isinstance(attributes, dict) else None
    found = {}
    for name, what in regions.items() if isinstance(regions, dict) else ():
        options = what.get("options") if isinstance(what, dict) else None
        if isinstance(options, dict):
            found[str(name)] = {str(key): str(shown).strip() or str(key) for key, shown in options.items()}
    return found


def _shape(shape: dict[str, Any]) -> Any:
    kind = shape.get("name")
    if LEFT_OUT in shape:
        raise ShapeError(str(shape[LEFT_OUT]))
    if kind == "polygon":
        x, y = shape.get("all_points_x"), shape.get("all_points_y")
        if not isinstance(x, list) or not isinstance(y, list) or len(x) != len(y):
            raise ShapeError("without coordinates")
        return out_of_one_ring(ring([value for point in zip(x, y, strict=True) for value in point]))
    if kind == "rect":
        return box(*(shape.get(key) for key in ("x", "y", "width", "height")))
    if kind == "circle":
        return ellipse(shape.get("cx"), shape.get("cy"), shape.get("r"), shape.get("r"))
    if kind == "ellipse":
        return ellipse(shape.get("cx"), shape.get("cy"), shape.get("rx"), shape.get("ry"), shape.get("theta") or 0.0)
    raise ShapeError("that are points or lines" if kind in ("point", "polyline") else "of an unknown shape")


class ViaWriter:
    """A project for VIA 2 as JSON, or its annotations as CSV, by the ending of the output."""

    def __init__(self, export: Export) -> None:
        self.lost = Dropped()
        self._export = export
        self._names = told_names(export.images)
        self._is_csv = export.output.suffix.lower() == ".csv"
        self._file = export.beside.open("w", encoding="utf-8", newline="" if self._is_csv else "\n")
        self._n_images = 0
        if self._is_csv:
            self._rows = csv.writer(self._file)
            self._rows.writerow(_CSV_HEAD)
        else:
            self._file.write(json.dumps(self._head(), ensure_ascii=False)[:-1] + ', "_via_img_metadata": {')

    def write(self, image: OutImage, labels: Iterable[OutLabel]) -> None:
        """Write the regions of an image."""
        regions = (region for label in labels for region in self._regions(label))
        if self._is_csv:
            self._write_rows(image, list(regions))
            return
        key = json.dumps(f"{self._names[image.path]}{image.n_bytes}", ensure_ascii=False)
        head = json.dumps({"filename": self._names[image.path], "size": image.n_bytes}, ensure_ascii=False)
        self._file.write(f'{"," if self._n_images else ""}\n{key}: {head[:-1]}, "regions": [')
        for n, (shape, attributes) in enumerate(regions):
            region = {"shape_attributes": shape, "region_attributes": attributes}
            self._file.write((",\n" if n else "\n") + json.dumps(region, ensure_ascii=False, allow_nan=False))
        self._file.write('], "file_attributes": {}}')
        self._n_images += 1

    def finish(self) -> None:
        """Write the end."""
        if not self._is_csv:
            names = [f"{self._names[image.path]}{image.n_bytes}" for image in self._export.images]
            tail = json.dumps({"_via_data_format_version": "2.0.10", "_via_image_id_list": names}, ensure_ascii=False)
            self._file.write("\n}, " + tail[1:] + "\n")
        self._file.close()

    def _head(self) -> dict[str, Any]:
        options = {kind.name: kind.name for kind in self._export.kinds}
        category = {"type": "dropdown", "description": "", "options": options, "default_options": {}}
        part_of = {"type": "text", "description": "regions with the same number are one label", "default_value": ""}
        return {
            "_via_settings": {
                "ui": {"image": {"region_label": "category", "region_color": "category"}},
                "core": {"buffer_size": 18, "filepath": {}, "default_filepath": ""},
                "project": {"name": self._export.output.stem},
            },
            "_via_attributes": {"region": {"category": category, _PART_OF: part_of}, "file": {}},
        }

    def _regions(self, label: OutLabel) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
        if label.has_holes:
            self.lost.add("labels with holes are written as one ring, joined by lines without width")
        for part in label.parts:
            x, y = (np.round(in_one_ring(part), PIXEL_DECIMALS) + 0.0).T.tolist()
            shape = {"name": "polygon", "all_points_x": x, "all_points_y": y}
            yield shape, {"category": label.kind.name, _PART_OF: str(label.number)}

    def _write_rows(self, image: OutImage, regions: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
        for n, (shape, attributes) in enumerate(regions):
            texts = [json.dumps(each, ensure_ascii=False, allow_nan=False) for each in (shape, attributes)]
            self._rows.writerow([self._names[image.path], image.n_bytes, "{}", len(regions), n, *texts])
        if not regions:
            self._rows.writerow([self._names[image.path], image.n_bytes, "{}", 0, 0, "{}", "{}"])
