"""The formats of labels that the engine reads and writes, and what each writes to."""

from __future__ import annotations

from dataclasses import dataclass

PIXELS = ("auto", "category", "label")


@dataclass(frozen=True)
class LabelFormat:
    """A format: its name for people, and the endings of its files; empty where it is a folder.

    `needs_rasters` says that it keeps labels in the pixels of images.
    """

    title: str
    endings: tuple[str, ...]
    needs_rasters: bool = True
    has_copies: bool = False  # whether rasters may be put into its folder


FORMATS = {
    "coco": LabelFormat("COCO JSON", (".json",)),
    "yolo": LabelFormat("YOLO", (), has_copies=True),
    "voc": LabelFormat("Pascal VOC", (), has_copies=True),
    "labelme": LabelFormat("LabelMe", (), has_copies=True),
    "via": LabelFormat("VGG Image Annotator", (".json", ".csv")),
    "vector": LabelFormat("GeoPackage, GeoJSON, Shapefile", (".gpkg", ".geojson", ".shp"), needs_rasters=False),
    "raster": LabelFormat("Label raster", ()),
}
