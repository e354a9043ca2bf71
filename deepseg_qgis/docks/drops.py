"""What a person dropped on a dock: rasters and folders of them, videos, labels, projects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from osgeo import ogr

from .raster_choice import dropped_rasters

VIDEO_ENDINGS = ("mp4", "avi", "mov", "mkv", "webm", "m4v", "mpg", "mpeg", "wmv")
_LABEL_ENDINGS = ("gpkg", "geojson", "json", "shp", "kml", "gml", "fgb", "parquet")
_PROJECT_TABLES = ("categories", "areas", "labels")


@dataclass(frozen=True)
class Dropped:
    """Paths by what they are; a GeoPackage is a project, labels or a raster by what it holds."""

    rasters: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    videos: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rasters or self.labels or self.projects or self.videos)


def has_something(urls: Sequence[Any]) -> bool:
    """Tell whether any of it may be of use, by name: while a person is still dragging, nothing is opened."""
    endings = (*VIDEO_ENDINGS, *_LABEL_ENDINGS)
    # Any folder: dropped, it is told what is in it.
    return bool(dropped_rasters(urls)) or any(_ending(path) in endings or path.is_dir() for path in _paths(urls))


def what_was_dropped(urls: Sequence[Any]) -> Dropped:
    """Return the paths among what was dropped by what they are."""
    packages = {str(path): _tables(path) for path in _paths(urls) if _ending(path) == "gpkg"}
    projects = [path for path, tables in packages.items() if set(_PROJECT_TABLES) <= set(tables)]
    with_polygons = [path for path, tables in packages.items() if tables and path not in projects]
    files = [str(path) for path in _paths(urls) if _ending(path) in _LABEL_ENDINGS and _ending(path) != "gpkg"]
    rasters = [path for path in dropped_rasters(urls) if path not in (*projects, *with_polygons)]
    videos = [str(path) for path in _paths(urls) if _ending(path) in VIDEO_ENDINGS]
    return Dropped(tuple(rasters), (*with_polygons, *files), tuple(projects), tuple(videos))


def _paths(urls: Sequence[Any]) -> list[Path]:
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def _ending(path: Path) -> str:
    return path.suffix.lower().lstrip(".")


def _tables(path: Path) -> list[str]:
    """Return the layers of vectors in a GeoPackage; none where there is none, or it cannot be read."""
    try:
        source = ogr.Open(str(path))
    except RuntimeError:  # where other plugins have switched exceptions on
        return []
    return [] if source is None else [source.GetLayerByIndex(i).GetName() for i in range(source.GetLayerCount())]
