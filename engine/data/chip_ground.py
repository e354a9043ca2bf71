"""Ground to cut chips from for other programs: one raster's labels, and the part of it that is labeled."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray

from engine.data.areas import area_for
from engine.data.label_sheet import LabelSheet
from engine.geo.grid import moved

_LEAST_PX2 = 1.0  # a smaller piece of a label is nothing that can be seen


@dataclass(frozen=True, eq=False)
class ChipGround:
    """The labels of one raster inside one kind of area, in pixel coordinates of the raster.

    `polygons` (multi)polygons (n,), cut to the area; `full_areas` float (n,), of the labels before that, in square
    pixels; `category_ids` int (n,). `known` is the area, None where no areas were given; `split` is train or val, and
    empty where chance decides.
    """

    raster_number: int
    rows: int
    cols: int
    polygons: NDArray[np.object_]
    full_areas: NDArray[np.float64]
    category_ids: NDArray[np.int64]
    known: Any | None
    split: str = ""

    @cached_property
    def tree(self) -> shapely.STRtree:
        """Return the index of the labels."""
        return shapely.STRtree(self.polygons)


@dataclass(frozen=True, eq=False)
class Pieces:
    """What of the labels lies in a chip: (multi)polygons (n,) in its own pixels, and their category ids (n,)."""

    polygons: NDArray[np.object_]
    category_ids: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.polygons)


def grounds_of(sheet: LabelSheet, raster_number: int, *, has_validation: bool) -> list[ChipGround]:
    """Return the grounds of a raster: all of it without areas, else the train areas and those to validate.

    Args:
        sheet: the labels and areas on the raster.
        raster_number: which raster it is.
        has_validation: whether any raster has an area with the role validate; else the train areas are split later.
    """
    if not sheet.has_areas():
        return [_ground(sheet, raster_number, None, "")]
    train = area_for(sheet, "train")
    if not has_validation:
        return [] if train is None or train.is_empty else [_ground(sheet, raster_number, train, "")]
    validate = shapely.MultiPolygon(list(sheet.areas.get("validate", ())))
    pairs = ((train, "train"), (validate, "val"))
    return [
        _ground(sheet, raster_number, area, split) for area, split in pairs if area is not None and not area.is_empty
    ]


def _ground(sheet: LabelSheet, raster_number: int, known: Any | None, split: str) -> ChipGround:
    polygons, numbers = sheet.polygons, np.arange(len(sheet.polygons))
    if known is not None and len(polygons):
        shapely.prepare(known)
        numbers = np.flatnonzero(shapely.intersects(known, polygons))
        polygons = polygons[numbers]
        crosses = ~shapely.covers(known, polygons)
        polygons[crosses] = shapely.intersection(polygons[crosses], known)
    return ChipGround(
        raster_number=raster_number,
        rows=sheet.rows,
        cols=sheet.cols,
        polygons=polygons,
        full_areas=shapely.area(sheet.polygons[numbers]),
        category_ids=sheet.category_ids[numbers],
        known=known,
        split=split,
    )


def pieces_in(ground: ChipGround, chip_to_raster: Affine, size_px: int, min_overlap: float) -> Pieces:
    """Return the pieces of labels in a chip, without those of which too little lies there.

    Args:
        ground: whose labels.
        chip_to_raster: from (col, row) of the chip to those of the raster; turns and moves, never scales.
        size_px: side of the chip.
        min_overlap: the share of a label that must lie in the chip for it to count.
    """
    square = moved(shapely.box(0, 0, size_px, size_px), chip_to_raster)
    touched = np.sort(ground.tree.query(square))
    if not len(touched):
        return Pieces(ground.polygons[:0], ground.category_ids[:0])
    polygons = moved(ground.polygons[touched], ~chip_to_raster)
    x_min, y_min, x_max, y_max = shapely.bounds(polygons).T
    crosses = (x_min < 0) | (y_min < 0) | (x_max > size_px) | (y_max > size_px)
    if crosses.any():
        polygons[crosses] = shapely.intersection(polygons[crosses], shapely.box(0, 0, size_px, size_px))
    areas = shapely.area(polygons)
    counts = (areas >= _LEAST_PX2) & (areas >= min_overlap * ground.full_areas[touched] * (1 - 1e-9))
    return Pieces(_areal(polygons[counts]), ground.category_ids[touched[counts]])


def _areal(geometries: NDArray[np.object_]) -> NDArray[np.object_]:
    """Return the geometries without the lines and points that a cut along an edge leaves."""
    for number in np.flatnonzero(shapely.get_type_id(geometries) == shapely.GeometryType.GEOMETRYCOLLECTION):
        parts = [part for part in shapely.get_parts(geometries[number]) if part.area > 0]
        geometries[number] = shapely.union_all(parts)
    return geometries
