"""Adding rasters to the project, whichever dock they come by."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import Qgis

from ..domain.roles import PREDICT
from ..errors import DeepSegPluginError
from ..i18n import tr
from ..layers.map_place import zoom_to
from ..layers.plain_rasters import (
    has_others,
    name_the_only_raster,
    owner_names,
    plain_entries,
    raster_named,
    rename_owners,
    show_raster_alone,
    show_what_was_found_on,
    shown_raster,
)
from .wording import number

if TYPE_CHECKING:
    from .workbench import Workbench

_MOST_ERRORS = 3  # a folder full of broken files must not fill the screen


def add_rasters(workbench: Workbench, paths: Sequence[str], role: str) -> None:
    """Add rasters; those that are there already, or cannot be read, are told.

    Of rasters without georeference the first new one is shown alone: they lie on one another.
    """
    before = _plain_names(workbench)
    _add(workbench, paths, role)
    after = _plain_names(workbench)
    if workbench.site is not None:
        rename_owners(workbench.site, before, after)
    new = [path for path in after if path not in before]
    if new:
        show_alone(workbench, new[0])
        _warn_of_pictures(workbench, new, role)
    workbench.data_changed.emit()


def show_alone(workbench: Workbench, path: str) -> bool:
    """Show a raster without georeference with what lies on it, and no other; return whether it is such a raster."""
    site = workbench.site
    if site is None or not show_raster_alone(site, path):
        return False
    zoom_to_raster(workbench, path)
    workbench.raster_shown.emit(path)
    return True


def show_raster_of(workbench: Workbench, name: str) -> None:
    """Show the raster without georeference of this name, before something on it is looked at; the map stays put."""
    site = workbench.site
    path = raster_named(site, name) if site is not None and name else ""
    if path and path != raster_named(site, shown_raster(site)) and show_raster_alone(site, path):
        workbench.raster_shown.emit(path)


def show_one_of(workbench: Workbench, names: Sequence[str]) -> None:
    """Show one of the rasters without georeference in which something was found: the shown one, else the first."""
    site = workbench.site
    paths = [raster_named(site, name) for name in names] if site is not None else []
    shown = raster_named(site, shown_raster(site)) if any(paths) else ""
    if shown and shown in paths:
        show_what_was_found_on(site, shown)
    elif any(paths):
        show_alone(workbench, next(path for path in paths if path))


def zoom_to_raster(workbench: Workbench, path: str) -> None:
    """Show all of a raster on the map."""
    site = workbench.site
    for entry in site.rasters() if site is not None and workbench.canvas is not None else []:
        if str(entry.path) == path and entry.layer is not None:
            zoom_to(workbench.canvas, entry.layer.extent(), entry.layer.crs())


def _add(workbench: Workbench, paths: Sequence[str], role: str) -> None:
    site = workbench.site
    if site is None:
        return
    known = {str(entry.path) for entry in site.rasters()}
    new: list[str] = []
    for path in map(str, paths):
        if path in known:
            workbench.say(tr("{name} is in the project already.").format(name=Path(path).name), Qgis.MessageLevel.Info)
        else:
            new.append(path)
            known.add(path)
    try:
        errors = site.add_rasters(new, role)
    except DeepSegPluginError as error:
        errors = [error]
    for error in errors[:_MOST_ERRORS]:
        workbench.say_error(error)
    if len(errors) > _MOST_ERRORS:
        text = tr("{n} more files could not be added either.").format(n=number(len(errors) - _MOST_ERRORS))
        workbench.say(text, Qgis.MessageLevel.Warning)


def _warn_of_pictures(workbench: Workbench, paths: Sequence[str], role: str) -> None:
    """Say that labels on rasters without georeference are not used where the project's labels have coordinates."""
    site = workbench.site
    if site is None or role == PREDICT or not site.crs.isValid() or not has_others(site):
        return
    text = tr(
        "{names}: without coordinates, while the labels of this project have some ({crs}). "
        "Labels on them are not learned from: make a project of their own for them."
    )
    names = ", ".join(Path(path).name for path in paths[:_MOST_ERRORS])
    names += f" (+ {number(len(paths) - _MOST_ERRORS)})" if len(paths) > _MOST_ERRORS else ""
    workbench.say(text.format(names=names, crs=site.crs.authid()), Qgis.MessageLevel.Warning)


def _plain_names(workbench: Workbench) -> dict[str, str]:
    """Return the names of the rasters without georeference; what lies on the only one notes it: others may come."""
    site = workbench.site
    if site is None:
        return {}
    try:
        name_the_only_raster(site)
    except DeepSegPluginError as error:
        workbench.say_error(error)
    return owner_names(plain_entries(site))
