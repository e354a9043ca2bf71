"""What belongs to a raster of the project, and goes with it if a person wants that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer

from ..i18n import tr
from .editing import edited, must
from .footprint_layer import clear_footprints, footprint_layers
from .label_counts import text_of
from .labels_on_raster import ids_only_on
from .plain_rasters import has_others, ids_on, is_plain, owner_names, plain_entries
from .polygon_source import OWNER_FIELD
from .project_file import AREAS, FOOTPRINTS, LABELS

if TYPE_CHECKING:
    from .project import SiteProject


@dataclass(frozen=True)
class Belongings:
    """Ids of rows by table, the names under which footprints know the raster, and how many footprints are shown."""

    ids: dict[str, list[int]] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    n_shown: int = 0

    @property
    def n_labels(self) -> int:
        """Return how many labels lie on it and on no other raster."""
        return len(self.ids.get(LABELS, ()))

    @property
    def n_areas(self) -> int:
        """Return how many areas lie on it and on no other raster."""
        return len(self.ids.get(AREAS, ()))

    @property
    def n_footprints(self) -> int:
        """Return how many footprints were found on it: shown, or kept in the project."""
        return self.n_shown + len(self.ids.get(FOOTPRINTS, ()))

    def __bool__(self) -> bool:
        return bool(self.n_labels or self.n_areas or self.n_footprints)


def belongings_of(site: SiteProject, path: str, *, without: Sequence[str] = ()) -> Belongings:
    """Return what belongs to a raster and to no other one; those `without` are as good as gone."""
    entries = {str(entry.path): entry for entry in site.rasters() if str(entry.path) not in without}
    entry = entries.pop(path, None)
    if entry is None:
        return Belongings()
    plain_names = owner_names(plain_entries(site))
    name = plain_names.get(path, PurePath(path).name)
    if path in plain_names:
        is_only_one = all(other in (path, *without) for other in plain_names)
        ids = {table: _ids_named(site.layer(table), name, is_only_one) for table in (LABELS, AREAS)}
        if has_others(site):
            # Those that name no picture, or the one that was shown just then, may lie on a raster with georeference.
            ids = {table: ids_on(entry.layer, site.layer(table), each) for table, each in ids.items()}
    elif entry.layer is not None and entry.layer.isValid():
        others = [each.layer for each in entries.values() if each.layer is not None and each.layer.isValid()]
        others = [layer for layer in others if not is_plain(layer)]
        tables = (LABELS, AREAS)
        ids = {table: ids_only_on(entry.layer, others, site.layer(table), site.qgis_project) for table in tables}
    else:  # it cannot be read, so nobody knows what lies on it
        ids = {}
    ids[FOOTPRINTS] = _ids_named(site.layer(FOOTPRINTS), name, False)
    shown = footprint_layers(site.qgis_project, name)
    return Belongings(ids, (name,), sum(max(layer.featureCount(), 0) for layer in shown))


def remove_belongings(site: SiteProject, belongings: Belongings) -> None:
    """Delete the rows, and take the footprints off the map; their files stay.

    Each table is one step of its undo history where it is in edit mode.

    Raises:
        ProjectFileError: they could not be deleted.
    """
    for table, ids in belongings.ids.items():
        if ids:
            layer = site.layer(table)
            with edited(layer, tr("Remove what belongs to {name}").format(name=", ".join(belongings.names))):
                must(layer.deleteFeatures(ids), layer)
    for name in belongings.names:
        clear_footprints(site.qgis_project, name)


def _ids_named(layer: QgsVectorLayer, name: str, with_unnamed: bool) -> list[int]:
    index = layer.fields().indexOf(OWNER_FIELD)
    if index < 0:
        return []
    wanted = {name, ""} if with_unnamed else {name}
    return [feature.id() for feature in layer.getFeatures() if text_of(feature.attribute(index)) in wanted]
