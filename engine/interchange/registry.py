"""The formats, listed; and which of them a file or folder is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import LabelFileError
from engine.interchange.coco import CocoLabels, CocoWriter
from engine.interchange.folders import MOST_FILES, files_below
from engine.interchange.json_pieces import JsonPieces, unreadable
from engine.interchange.label import LabelSource, Progress
from engine.interchange.labelme import LabelMeLabels, LabelMeWriter
from engine.interchange.pixels import RASTER_ENDINGS, PixelLabels, PixelWriter
from engine.interchange.vector import VectorLabels
from engine.interchange.via import ViaLabels, ViaWriter
from engine.interchange.via3 import is_via_3
from engine.interchange.voc import VocLabels, VocWriter, voc_root
from engine.interchange.writing import Export, LabelWriter
from engine.interchange.yolo import YoloLabels, YoloWriter

_VECTOR_ENDINGS = (".gpkg", ".shp", ".geojson", ".geojsonl", ".fgb", ".kml", ".gml", ".parquet", ".sqlite", ".gdb")
_ZIPPED = (".zip", ".gz", ".tar", ".7z", ".rar", ".tgz")
_FILE_ENDING = re.compile(r"\.[a-z]{2,5}")
_LOOKED_AT = 20  # files of a folder, before it is given up


@dataclass(frozen=True)
class ImportOptions:
    """What a person may say beside the source, and who is told how far the reading is."""

    category_field: str | None = None
    pixels: str = "auto"
    progress: Progress | None = None


@dataclass(frozen=True)
class Format:
    """A format: its name for people, how it is opened and written; the endings of its output, "" for a folder."""

    title: str
    open: Callable[[str, ImportOptions], LabelSource]
    writer: Callable[[Export], LabelWriter] | None
    endings: tuple[str, ...]

    def place(self, output: Path) -> str:
        """Return what a path to write is: file, folder, or nothing where the format writes no such file.

        Folders may have a point in their names, unless it looks like the ending of a file.
        """
        ending = output.suffix.lower()
        if ending and ending in self.endings:
            return "file"
        return "folder" if "" in self.endings and not _FILE_ENDING.fullmatch(ending) else ""


FORMATS: dict[str, Format] = {
    "coco": Format(
        "COCO", lambda source, options: CocoLabels(Path(source), options.progress), CocoWriter, (".json", "")
    ),
    "yolo": Format("YOLO", lambda source, options: YoloLabels(Path(source), options.progress), YoloWriter, ("",)),
    "voc": Format("Pascal VOC", lambda source, options: VocLabels(Path(source), options.progress), VocWriter, ("",)),
    "labelme": Format(
        "LabelMe", lambda source, options: LabelMeLabels(Path(source), options.progress), LabelMeWriter, ("",)
    ),
    "via": Format(
        "VIA",
        lambda source, options: ViaLabels(Path(source), options.category_field, options.progress),
        ViaWriter,
        (".json", ".csv"),
    ),
    "vector": Format(
        "vector",
        lambda source, options: VectorLabels(source, options.category_field, options.progress),
        None,
        (".gpkg", ".geojson", ".shp"),
    ),
    "raster": Format(
        "raster",
        lambda source, options: PixelLabels(Path(source), options.pixels, options.progress),
        PixelWriter,
        (".tif", ".png", ""),
    ),
}


def open_labels(source: str, name: str, options: ImportOptions) -> LabelSource:
    """Return labels of another program, opened.

    Args:
        source: a file or folder; of vector files also FILE|LAYER.
        name: of the format, or auto.
        options: what the person says.

    Raises:
        LabelFileError: it is missing, or no such format.
    """
    path = Path(source.split("|")[0])
    try:
        is_there = path.exists()
    except OSError:  # a link that leads to itself
        is_there = False
    if not is_there:
        raise LabelFileError(f"{path} does not exist", hint="Check the path of the labels.")
    if path.suffix.lower() in _ZIPPED:
        raise LabelFileError(f"{path} is packed", hint="Unpack it, and give the file or folder that comes out.")
    return FORMATS[recognized(path) if name == "auto" else name].open(source, options)


def recognized(path: Path) -> str:
    """Return the name of the format of a file or folder.

    Raises:
        LabelFileError: it is none of ours.
    """
    ending = path.suffix.lower()
    found: str | None = None
    if path.is_dir():
        found = _of_folder(path)
    elif ending in (".json", ".geojson"):
        found = _of_json(path)
    elif ending in (".yaml", ".yml"):
        found = "yolo"
    elif ending in RASTER_ENDINGS:
        found = "raster"
    elif ending in _VECTOR_ENDINGS:
        found = "vector"
    elif ending == ".csv":
        found = "via"
    if found is None:
        raise LabelFileError(
            f"{path} is of no format of labels that is known", hint=f"Name one with --format: {', '.join(FORMATS)}."
        )
    return found


def _of_folder(folder: Path) -> str | None:
    try:
        voc_root(folder)
        return "voc"
    except LabelFileError:
        pass  # not that one
    if any((folder / name).is_file() for name in ("data.yaml", "dataset.yaml", "classes.txt", "obj.names")):
        return "yolo"
    jsons = _some(folder, (".json",))
    for path in jsons[:_LOOKED_AT]:
        found = _of_json(path)
        if found:
            return found
    if _some(folder, (".txt",)):
        return "yolo"
    return "raster" if _some(folder, RASTER_ENDINGS) else None


def _some(folder: Path, endings: tuple[str, ...]) -> list[Path]:
    try:
        return files_below(folder, endings)
    except LabelFileError as err:
        if f"{MOST_FILES:,}" in err.message:
            raise
        return []


def _of_json(path: Path) -> str | None:
    try:
        with path.open(encoding="utf-8-sig") as file:
            return _of_members(JsonPieces(path, file))
    except OSError as err:
        raise unreadable(path, err) from err


def _of_members(pieces: JsonPieces) -> str | None:
    """Return what the first telling member of a JSON file says."""
    if not pieces.opens("{"):
        return "coco"  # which then says that results have no images
    for name in pieces.members():
        if name.startswith("_via_"):
            return "via"
        if name in ("images", "annotations", "categories") and pieces.opens("["):
            return "coco"
        if name in ("shapes", "imagePath"):
            return "labelme"
        if name == "features" and pieces.opens("["):
            return "vector"
        value: Any = pieces.value()
        if name == "project" and is_via_3(value):
            return "via"
        if name == "type" and value in ("FeatureCollection", "Feature"):
            return "vector"
        if isinstance(value, dict) and "filename" in value and "regions" in value:
            return "via"
    return None
