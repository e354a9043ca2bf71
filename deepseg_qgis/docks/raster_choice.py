"""Choosing rasters: files, all of a folder, or layers of the QGIS project."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from qgis.PyQt.QtWidgets import QFileDialog, QMenu, QWidget

from ..i18n import tr

ENDINGS = ("tif", "tiff", "vrt", "jp2", "jpg", "jpeg", "png", "webp", "img", "ecw", "sid", "bmp", "gif", "asc", "gpkg")


def choose_files(parent: QWidget, start_folder: str) -> list[str]:
    """Return the rasters that a person picks; none if they think better of it."""
    endings = " ".join(f"*.{ending}" for ending in ENDINGS)
    kinds = f"{tr('Rasters')} ({endings});;{tr('All files')} (*)"
    paths, _ = QFileDialog.getOpenFileNames(parent, tr("Add rasters"), start_folder, kinds)
    return list(paths)


def choose_folder(parent: QWidget, start_folder: str) -> list[str] | None:
    """Return the rasters in the folder that a person picks, perhaps none; None if they think better of it."""
    folder = QFileDialog.getExistingDirectory(parent, tr("Add all rasters of a folder"), start_folder)
    return rasters_in(Path(folder)) if folder else None


def list_layers(menu: QMenu, layers: Sequence[tuple[str, str]], chosen: Callable[[str], None]) -> None:
    """Fill the menu with layers, each an id and a name; `chosen` is given the id."""
    menu.clear()
    for layer_id, name in layers:
        menu.addAction(name, lambda *_, layer_id=layer_id: chosen(layer_id))
    if not layers:
        menu.addAction(tr("There is no other raster layer")).setEnabled(False)


def rasters_in(folder: Path) -> list[str]:
    """Return the rasters that lie in a folder, not in those below it, in order of their names."""
    # A GeoPackage found in a folder is nearly always vectors: those are added one by one.
    endings = {f".{ending}" for ending in ENDINGS if ending != "gpkg"}
    try:
        paths = sorted(folder.iterdir())
    except OSError:  # a folder that may not be read shows nothing, as an empty one
        return []
    return [str(path) for path in paths if path.suffix.lower() in endings and path.is_file()]


def rasters_below(urls: Sequence[Any]) -> int:
    """Return how many rasters lie in the folders inside those that were dropped: these are not opened."""
    folders = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return sum(len(rasters_in(below)) for folder in folders if folder.is_dir() for below in _folders_in(folder))


def _folders_in(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if path.is_dir()]
    except OSError:  # one that may not be read
        return []


def dropped_rasters(urls: Sequence[Any]) -> list[str]:
    """Return the rasters among what was dropped, those of folders included."""
    paths: list[str] = []
    for url in urls:
        path = Path(url.toLocalFile()) if url.isLocalFile() else None
        if path is not None and path.is_dir():
            paths += rasters_in(path)
        elif path is not None and path.suffix.lower().lstrip(".") in ENDINGS:
            paths.append(str(path))
    return paths
