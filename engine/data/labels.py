"""What people drew, brought onto the pixels of each raster."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from engine.data.areas import AreasByRole, read_areas
from engine.data.category_names import alike, category_names, find_categories, numbered
from engine.data.label_sheet import LabelSheet
from engine.data.owners import Owned, find_owners, listed, tell_ownerless
from engine.data.placement import extents, place_on_rasters, raster_names
from engine.domain.category import Category
from engine.domain.settings import LabelSource
from engine.errors import LabelsOutsideError, TooFewLabelsError
from engine.events import Reporter
from engine.geo.raster import Raster
from engine.geo.vector import PolygonTable, read_polygons

__all__ = ["LabelFindings", "LabelSet", "LabelSheet", "load_labels"]

_HASH_DECIMALS = 2  # a hundredth of a pixel: finer differences come from the projection library


@dataclass(frozen=True)
class LabelFindings:
    """What was found in the file of labels.

    `n_labels` polygons lie on a raster, `n_outside` on none; `n_twice` were drawn twice. Of the file's rows,
    `n_repaired` were invalid, `n_skipped` gave no polygon and `n_without_category` no category.
    """

    n_labels: int = 0
    n_outside: int = 0
    n_twice: int = 0
    n_repaired: int = 0
    n_skipped: int = 0
    n_without_category: int = 0


@dataclass(frozen=True, eq=False)
class LabelSet:
    """The labels of all rasters: one sheet per raster in the same order; `data_hash` names exactly these labels."""

    categories: tuple[Category, ...]
    sheets: tuple[LabelSheet, ...]
    findings: LabelFindings
    data_hash: str

    @property
    def n_per_category(self) -> dict[str, int]:
        """Return how many labels each category has on the rasters, each label counted once."""
        pairs = {
            (int(label), int(category))
            for sheet in self.sheets
            for label, category in zip(sheet.label_ids, sheet.category_ids, strict=True)
        }
        return {each.name: sum(category == each.id for _, category in pairs) for each in self.categories}


@dataclass(frozen=True, eq=False)
class _Named:
    """The polygons of a file with a category: `polygons` (n,), one of `names` and `owners` each; what was left out."""

    polygons: NDArray[np.object_]
    names: list[str]
    owners: list[str | None]
    n_twice: int
    n_without_category: int


def load_labels(
    rasters: Sequence[Raster],
    source: LabelSource,
    *,
    categories: tuple[Category, ...] | None = None,
    crs: str | None = None,
    reporter: Reporter,
) -> LabelSet:
    """Return the labels on the rasters, with their categories and areas.

    Args:
        rasters: a sheet is in the pixel coordinates of its raster's own grid, whatever the scale of the view.
        source: the files, and the field of the category; without a field there is one category.
        categories: given when a model fixes them.
        crs: the coordinate system of files that do not say their own.
        reporter: is told what was repaired, skipped or assumed.

    Raises:
        VectorOpenError, CategoryFieldError, CrsError, AreaError: when a file does not hold what it should.
        TooFewLabelsError: when there is no polygon at all.
        LabelsOutsideError: when none lies on a raster.
    """
    field = source.category_field
    table = read_polygons(source.labels, field=field, crs=crs)
    _report_rows(table, reporter)
    named = _named(table, field, _owners(table, rasters), reporter)
    chosen = categories or find_categories(named.names, field=field, file=table.name)
    ids = numbered(named.names, chosen, field=field, file=table.name)
    owned = find_owners(named.owners, rasters)
    tell_ownerless(named.owners, rasters, file=table.name, word="labels", reporter=reporter)
    placed = place_on_rasters(named.polygons, table.crs, rasters, owned=owned, file=table.name, reporter=reporter)
    n_inside = len(np.unique(np.concatenate([on.numbers for on in placed])))
    _check_inside(named.polygons, n_inside, owned, table, rasters, reporter)
    areas: list[AreasByRole] = [{} for _ in rasters]
    if source.areas:
        areas = read_areas(rasters, source.areas, crs=crs, reporter=reporter)
    sheets = tuple(
        LabelSheet(on.polygons, ids[on.numbers], on.numbers + 1, area, raster.native_grid.rows, raster.native_grid.cols)
        for raster, on, area in zip(rasters, placed, areas, strict=True)
    )
    findings = LabelFindings(
        n_labels=n_inside,
        n_outside=len(named.polygons) - n_inside,
        n_twice=named.n_twice,
        n_repaired=table.n_repaired,
        n_skipped=table.n_skipped,
        n_without_category=named.n_without_category,
    )
    return LabelSet(chosen, sheets, findings, _data_hash(rasters, sheets, chosen))


def _owners(table: PolygonTable, rasters: Sequence[Raster]) -> Sequence[str | None]:
    """Return the raster that each polygon names; None for all where every raster has a place on the map."""
    if any(raster.native_grid.has_pixel_coordinates for raster in rasters):
        return table.owners
    return [None] * len(table.polygons)


def _named(table: PolygonTable, field: str | None, owners: Sequence[str | None], reporter: Reporter) -> _Named:
    """Return the polygons with a category, each once."""
    names = category_names(table.values, field=field, file=table.name)
    with_name = [i for i, name in enumerate(names) if name is not None]
    n_rows = len({int(table.rows[i]) for i, name in enumerate(names) if name is None})
    if n_rows:
        reporter.warning(
            "labels_without_category",
            f'the field "{field}" is empty for {n_rows} of {table.n_rows} labels in {table.name}, which are left out',
            hint="Give each a category, or delete it; left out, it is learned as background inside an area.",
        )
    if not with_name:
        raise TooFewLabelsError(
            f"{table.name} holds no polygon" + (f' with a value in the field "{field}"' if n_rows else ""),
            hint="Draw some polygons of what is to be found first.",
        )
    shapes = shapely.to_wkb(shapely.normalize(table.polygons[with_name]))
    # The same outline on two rasters in pixel coordinates is two labels.
    first = {(names[i], owners[i], shape): i for i, shape in zip(reversed(with_name), reversed(shapes), strict=True)}
    kept = sorted(first.values())
    n_twice = len(with_name) - len(kept)
    if n_twice:
        reporter.warning(
            "labels_twice", f"{n_twice} of {len(with_name)} labels in {table.name} repeat another and are left out"
        )
    kept_names = [name for i in kept if (name := names[i]) is not None]
    for one, other in alike(sorted(set(kept_names))):
        reporter.warning(
            "categories_alike",
            f'"{one}" and "{other}" are taken as two categories, though they are written almost alike',
            hint="If they are the same thing, write them the same.",
        )
    return _Named(table.polygons[kept], kept_names, [owners[i] for i in kept], n_twice, n_rows)


def _report_rows(table: PolygonTable, reporter: Reporter) -> None:
    if table.n_repaired:
        reporter.warning(
            "labels_repaired",
            f"{table.n_repaired} of {table.n_rows} labels in {table.name} were repaired: their outline crosses itself",
            hint="Look at them with Check Validity in QGIS.",
        )
    if table.n_skipped:
        causes = ", ".join(f"{number} {cause}" for cause, number in table.skipped.items())
        reporter.warning(
            "labels_skipped",
            f"{table.n_skipped} of {table.n_rows} rows in {table.name} gave no polygon and are left out ({causes})",
        )


def _check_inside(
    polygons: Any, n_inside: int, owned: Owned, table: PolygonTable, rasters: Sequence[Raster], reporter: Reporter
) -> None:
    if owned.n_elsewhere == len(polygons):
        raise LabelsOutsideError(
            f"no label in {table.name} belongs to {raster_names(rasters)}: their field raster names "
            f"{listed(owned.others)}",
            hint="Give the rasters that the labels name, or correct the field.",
        )
    if owned.n_elsewhere:
        reporter.warning(
            "labels_of_other_rasters",
            f"{owned.n_elsewhere} of {len(polygons)} labels in {table.name} belong to other rasters: "
            f"{listed(owned.others)}",
        )
    n_outside = len(polygons) - n_inside - owned.n_elsewhere
    if not n_inside:
        what = f"none of the {len(polygons)} labels in {table.name} lies"
        if len(polygons) == 1:
            what = f"the label in {table.name} does not lie"
        raise LabelsOutsideError(
            f"{what} on {raster_names(rasters)}: {extents(polygons, table.crs, rasters, word='labels')}",
            hint="Check that the labels belong to this raster, and that both have the right coordinate system.",
        )
    if n_outside:
        reporter.warning(
            "labels_outside",
            f"{n_outside} of {len(polygons)} labels in {table.name} lie outside {raster_names(rasters)}",
        )


def _data_hash(rasters: Sequence[Raster], sheets: Sequence[LabelSheet], categories: Sequence[Category]) -> str:
    """Return a name for these labels on these rasters, whatever the order of rows or vertices, as hex digits."""
    digest = hashlib.sha256(repr([(each.id, each.name) for each in categories]).encode())
    for raster, sheet in zip(rasters, sheets, strict=True):
        digest.update(repr((raster.name, sheet.rows, sheet.cols)).encode())
        shapes = _rounded_wkb(sheet.polygons)
        lines = [b"%d " % category + shape for category, shape in zip(sheet.category_ids, shapes, strict=True)]
        for role, areas in sorted(sheet.areas.items()):
            lines += [role.encode() + b" " + shape for shape in _rounded_wkb(np.array(areas, dtype=object))]
        digest.update(b"\n".join(sorted(lines)))
    return digest.hexdigest()


def _rounded_wkb(polygons: NDArray[np.object_]) -> list[bytes]:
    # Adding zero turns -0.0 into 0.0, which has other bytes.
    rounded = shapely.transform(polygons, lambda xy: np.round(xy, _HASH_DECIMALS) + 0.0)
    return list(shapely.to_wkb(shapely.normalize(rounded), byte_order=1))
