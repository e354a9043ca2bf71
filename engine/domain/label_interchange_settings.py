"""What `deepseg import-labels` and `deepseg export-labels` were asked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

LABEL_FORMATS = ("coco", "yolo", "voc", "labelme", "via", "vector", "raster")
PIXEL_MEANINGS = ("auto", "category", "label")  # what the numbers in a raster of labels count


@dataclass(frozen=True, kw_only=True)
class ImportLabelsSettings:
    """What `deepseg import-labels` was asked; `images` are rasters and folders, looked through to the bottom.

    Without any, labels keep the pixel coordinates of their images.
    """

    source: str
    output: Path
    format: str = "auto"
    images: tuple[Path, ...] = ()
    category_field: str | None = None
    category: str | None = None
    pixels: str = "auto"
    crs: str | None = None


@dataclass(frozen=True, kw_only=True)
class ExportLabelsSettings:
    """What `deepseg export-labels` was asked."""

    labels: str
    output: Path
    format: str
    images: tuple[Path, ...] = ()
    category_field: str | None = None
    pixels: str = "auto"
    copy_rasters: bool = False
    crs: str | None = None

    def __post_init__(self) -> None:
        if self.format != "vector" and not self.images:
            raise ValueError(f"raster must be given, since {self.format} keeps labels in the pixels of images")
