"""The same labels and footprints for pycocotools, so that anybody can check our numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from engine.domain.category import Category
from engine.evaluation.matching import Matches, Side
from engine.evaluation.runs import Masks, dense

# COCOeval ignores what is larger than its range "all" (1e10), as our rule ignores what the area's border cuts.
_AREA_OF_IGNORED = 2e10

Values = dict[str, Any]


def as_coco(
    matches: Sequence[Matches], categories: Sequence[Category], names: Sequence[str] | None = None
) -> tuple[Values, Values]:
    """Return labels and footprints as two COCO datasets, ready for JSON.

    Load each with `COCO()`, `.dataset = ...`, `.createIndex()`, give both to `COCOeval(..., "segm")` and set
    `params.maxDets` above the number of footprints: its AP equals ours. `area` of whatever the rule ignores is
    set beyond COCO's range; `area_px` is the true one.

    Args:
        matches: what was compared, one for each raster.
        categories: as they were evaluated.
        names: of the rasters.
    """
    names = names or [f"raster {i + 1}" for i in range(len(matches))]
    images = [
        {"id": i + 1, "file_name": name, "height": one.labels.masks.shape[0], "width": one.labels.masks.shape[1]}
        for i, (one, name) in enumerate(zip(matches, names, strict=True))
    ]
    kinds = [{"id": category.id, "name": category.name} for category in categories]
    labels: list[Values] = []
    footprints: list[Values] = []
    for i, one in enumerate(matches):
        labels += _annotations(one.labels, image_id=i + 1, first_id=len(labels) + 1)
        found = _annotations(one.footprints, image_id=i + 1, first_id=len(footprints) + 1)
        for annotation, score in zip(found, one.footprints.shapes.scores, strict=True):
            annotation["score"] = float(score)
        footprints += found
    return (
        {"info": {}, "images": images, "categories": kinds, "annotations": labels},
        {"info": {}, "images": images, "categories": kinds, "annotations": footprints},
    )


def run_lengths(masks: Masks, mask: int) -> tuple[list[int], list[float]]:
    """Return one mask as COCO's counts, column after column, and its box as [x, y, width, height]."""
    pixels, row, col = dense(masks, mask)
    rows, cols = masks.shape
    edges = np.diff(np.pad(pixels, ((1, 1), (0, 0))).astype(np.int8), axis=0)
    first_col, first_row = np.nonzero(edges.T == 1)
    last_col, last_row = np.nonzero(edges.T == -1)
    starts = (first_col + col) * rows + first_row + row
    stops = (last_col + col) * rows + last_row + row
    # A run that ends at the raster's foot and one that begins at the next column's head are one run.
    is_joint = starts[1:] == stops[:-1]
    starts = starts[np.append(True, ~is_joint)[: len(starts)]]
    stops = stops[np.append(~is_joint, True)[: len(stops)]]
    turns = np.concatenate([[0], np.stack([starts, stops], axis=1).ravel(), [rows * cols]])
    return np.diff(turns).tolist(), [float(v) for v in (col, row, pixels.shape[1], pixels.shape[0])]


def _annotations(side: Side, *, image_id: int, first_id: int) -> list[Values]:
    annotations = []
    for i in range(len(side.shapes)):
        counts, box = run_lengths(side.masks, i)
        counts_here = bool(side.is_inside[i])
        area_px = int(side.masks.areas[i])
        annotations.append(
            {
                "id": first_id + i,
                "image_id": image_id,
                "category_id": int(side.shapes.category_ids[i]),
                "segmentation": {"size": list(side.masks.shape), "counts": counts},
                "area": area_px if counts_here else _AREA_OF_IGNORED,
                "area_px": area_px,
                "bbox": box,
                "iscrowd": 0,
                "ignore": int(not counts_here),
            }
        )
    return annotations
