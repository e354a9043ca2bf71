"""Where everything is labeled, and what is known where nobody said so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely

from engine.data.label_sheet import EVERY_ROLE, LabelSheet
from engine.data.owners import find_owners, listed, tell_ownerless
from engine.data.placement import extents, place_on_rasters, raster_names
from engine.errors import AreaError
from engine.events import Reporter
from engine.geo.polygons import polygon_parts
from engine.geo.raster import Raster
from engine.geo.vector import PolygonTable, read_polygons

__all__ = [
    "EVERY_ROLE",
    "ROLES",
    "AreasByRole",
    "area_for",
    "check_role",
    "check_train_areas",
    "known_area",
    "read_areas",
    "ring_px",
]

ROLES = ("train", "validate", "evaluate", "predict")
ROLE_FIELD = "role"
_LEAST_RING_PX = 8.0

AreasByRole = dict[str, tuple[shapely.Polygon, ...]]


def read_areas(
    rasters: Sequence[Raster], source: str, *, crs: str | None = None, reporter: Reporter
) -> list[AreasByRole]:
    """Return the areas on each raster by role, in its pixel coordinates, cut to it and without overlap.

    Args:
        rasters: where the areas lie.
        source: a vector file, or `FILE|layer`, with a field `role`; without it, every area is for every role.
        crs: the coordinate system of a file that does not say its own.
        reporter: is told what was assumed or left out.

    Raises:
        AreaError: when there is no area, none on a raster, or a role is unknown.
        VectorOpenError, CrsError: when the file cannot be read or brought onto the raster.
    """
    table, roles = _read_roles(source, crs, reporter)
    owned = find_owners(table.owners, rasters)
    placed = place_on_rasters(table.polygons, table.crs, rasters, owned=owned, file=table.name, reporter=reporter)
    if any(table.owners):  # without any, one area is meant for all of them
        tell_ownerless(table.owners, rasters, file=table.name, word="areas", reporter=reporter)
    found = np.unique(np.concatenate([on.numbers for on in placed]))
    if not len(found) and owned.n_elsewhere == len(table.polygons):
        raise AreaError(
            f"no area of {table.name} lies on {raster_names(rasters)}: they belong to {listed(owned.others)}",
            hint="Draw areas on these rasters, or leave the areas out.",
        )
    if not len(found):
        raise AreaError(
            f"no area of {table.name} lies on {raster_names(rasters)}: "
            f"{extents(table.polygons, table.crs, rasters, word='areas')}",
            hint="Check that the areas were drawn for these rasters, and their coordinate system.",
        )
    n_outside = len(table.polygons) - len(found) - owned.n_elsewhere
    if n_outside:
        reporter.warning("areas_outside", f"{n_outside} of {len(table.polygons)} areas lie outside every raster")
    names = (EVERY_ROLE,) if EVERY_ROLE in roles else ROLES
    answer = []
    for raster, on in zip(rasters, placed, strict=True):
        outline = shapely.box(0, 0, raster.native_grid.cols, raster.native_grid.rows)
        mine = np.array([roles[number] for number in on.numbers], dtype=object)
        answer.append({name: _cut(on.polygons[mine == name], outline) for name in names})
    return answer


def _read_roles(source: str, crs: str | None, reporter: Reporter) -> tuple[PolygonTable, list[str]]:
    table = read_polygons(source, crs=crs)
    if not len(table.polygons):
        raise AreaError(f"{table.name} holds no polygon", hint="Draw the areas, or leave the file out.")
    if table.n_skipped:
        reporter.warning("areas_skipped", f"{table.n_skipped} of {table.n_rows} rows in {table.name} gave no area")
    if not any(column.lower() == ROLE_FIELD for column in table.columns):
        reporter.warning(
            "areas_without_role",
            f'{table.name} has no field "{ROLE_FIELD}", so its areas are used for whatever is being done',
            hint=f"Add a text field {ROLE_FIELD} with {', '.join(ROLES)} to tell them apart.",
        )
        return table, [EVERY_ROLE] * len(table.polygons)
    table = read_polygons(source, field=ROLE_FIELD, crs=crs)
    return table, [_role(value, table, row) for value, row in zip(table.values, table.rows, strict=True)]


def _role(value: Any, table: PolygonTable, row: int) -> str:
    role = value.strip().lower() if isinstance(value, str) else value
    if role in ROLES:
        return str(role)
    said = "has no role" if role in (None, "") else f'has the role "{value}"'
    raise AreaError(
        f"area {row + 1} of {table.name} {said}; an area's role is {', '.join(ROLES[:-1])} or {ROLES[-1]}",
        hint="Correct it in the attribute table.",
    )


def _cut(polygons: Any, outline: shapely.Polygon) -> tuple[shapely.Polygon, ...]:
    parts, _ = polygon_parts([shapely.intersection(shapely.union_all(polygons), outline)])
    return tuple(parts)


def area_for(sheet: LabelSheet, role: str) -> Any | None:
    """Return the ground of a role on the raster as one multipolygon, empty where it has none.

    None means that no areas were given at all: then nothing says where everything is labeled.
    """
    if role not in ROLES:
        raise ValueError(f"a role is one of {', '.join(ROLES)}, got {role!r}")
    if not sheet.has_areas():
        return None
    return shapely.MultiPolygon([*sheet.areas.get(role, ()), *sheet.areas.get(EVERY_ROLE, ())])


def known_area(sheet: LabelSheet) -> Any:
    """Return the ground that may be learned from: the train areas, else the labels and a ring around each.

    Outside it, nobody knows what lies there. In the ring, what is no label is taken to be background.
    """
    area = area_for(sheet, "train")
    if area is not None:
        return area
    if not len(sheet.polygons):
        return shapely.MultiPolygon()
    rings = shapely.buffer(sheet.polygons, ring_px(sheet), quad_segs=3)
    parts, _ = polygon_parts([shapely.intersection(shapely.union_all(rings), sheet.outline)])
    return shapely.MultiPolygon(list(parts))


def ring_px(sheet: LabelSheet) -> float:
    """Return how far around a lone label the ground counts as background: half a typical label, at least 8 px."""
    if not len(sheet.polygons):
        return _LEAST_RING_PX
    return max(_LEAST_RING_PX, 0.5 * float(np.median(np.sqrt(shapely.area(sheet.polygons)))))


def check_train_areas(sheets: Sequence[LabelSheet], *, reporter: Reporter) -> None:
    """Accept areas that can be learned from, and tell about those that say little.

    Raises:
        AreaError: when areas were given but none is for training, or no label lies in those that are.
    """
    if not any(sheet.has_areas() for sheet in sheets):
        reporter.warning(
            "sparse_labels",
            "no areas were given: the labels and a narrow ring around each are learned from, the rest is left out",
            hint="Draw areas with the role train in which everything is labeled; the model gets better by far.",
        )
        return
    check_role(sheets, "train")
    n_labels = [n for sheet in sheets for n in _labels_per_part(sheet)]
    if not any(n_labels):
        raise AreaError(
            f"the {'train area holds' if len(n_labels) == 1 else f'{len(n_labels)} train areas hold'} no label",
            hint="Label everything inside, or draw the areas where the labels are.",
        )
    n_empty = n_labels.count(0)
    if n_empty:
        reporter.warning(
            "area_without_labels",
            f"{n_empty} of {len(n_labels)} train areas hold no label: all of their ground is learned as background",
            hint="Label what is there, or delete the area.",
        )


def check_role(sheets: Sequence[LabelSheet], role: str) -> None:
    """Accept sheets of which one has ground for the role.

    Raises:
        AreaError: when areas were given but none has the role.
    """
    if any(sheet.has_areas(role) for sheet in sheets) or not any(sheet.has_areas() for sheet in sheets):
        return
    there = [name for name in ROLES if any(sheet.has_areas(name) for sheet in sheets)]
    raise AreaError(
        f"no area on the rasters has the role {role}; there are areas to {', '.join(there)}",
        hint=f"Give one of them the role {role}, or leave the areas out.",
    )


def _labels_per_part(sheet: LabelSheet) -> list[int]:
    parts = shapely.get_parts(area_for(sheet, "train"))
    if not len(sheet.polygons):
        return [0] * len(parts)
    tree = shapely.STRtree(shapely.point_on_surface(sheet.polygons))
    return np.bincount(tree.query(parts, predicate="intersects")[0], minlength=len(parts)).tolist()
