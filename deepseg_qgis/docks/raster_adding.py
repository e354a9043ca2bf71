"""Adding rasters to the project, whichever dock they come by."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import Qgis

from ..errors import DeepSegPluginError
from ..i18n import tr
from ..layers.map_place import zoom_to
from ..layers.plain_rasters import name_the_only_raster, plain_entries, show_raster_alone

if TYPE_CHECKING:
    from .workbench import Workbench


def add_rasters(workbench: Workbench, paths: Sequence[str], role: str) -> None:
    """Add rasters; those that are there already, or cannot be read, are told.

    Of rasters without georeference the first new one is shown alone: they lie on one another.
    """
    before = _plain_paths(workbench)
    for path in paths:
        _add(workbench, str(path), role)
    new = [path for path in _plain_paths(workbench) if path not in before]
    if new:
        show_alone(workbench, new[0])
    workbench.data_changed.emit()


def show_alone(workbench: Workbench, path: str) -> bool:
    """Show a raster without georeference with what lies on it, and no other; return whether it is such a raster."""
    site = workbench.site
    if site is None or not show_raster_alone(site, path):
        return False
    zoom_to_raster(workbench, path)
    return True


def zoom_to_raster(workbench: Workbench, path: str) -> None:
    """Show all of a raster on the map."""
    site = workbench.site
    for entry in site.rasters() if site is not None and workbench.canvas is not None else []:
        if str(entry.path) == path and entry.layer is not None:
            zoom_to(workbench.canvas, entry.layer.extent(), entry.layer.crs())


def _add(workbench: Workbench, path: str, role: str) -> None:
    site = workbench.site
    if site is None:
        return
    if path in [str(entry.path) for entry in site.rasters()]:
        workbench.say(tr("{name} is in the project already.").format(name=Path(path).name), Qgis.MessageLevel.Info)
        return
    try:
        site.add_raster(path, role)
    except DeepSegPluginError as error:
        workbench.say_error(error)


def _plain_paths(workbench: Workbench) -> list[str]:
    """Return the rasters without georeference; what lies on the only one notes that, since others may come."""
    site = workbench.site
    if site is None:
        return []
    try:
        name_the_only_raster(site)
    except DeepSegPluginError as error:
        workbench.say_error(error)
    return [str(entry.path) for entry in plain_entries(site)]
