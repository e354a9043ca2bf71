"""Labels and footprints to evaluate: 8,000 labels and 11,214 footprints on 200 pictures, made by chance."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import shapely
from pycocotools import mask as coco_mask

from engine.domain.category import Category, categories_named
from engine.domain.shapes import Shapes
from engine.evaluation.coco import as_coco
from engine.evaluation.matching import Matches, Pair

SIDE_PX = 512
CATEGORIES: tuple[Category, ...] = categories_named(["house", "tree"])
_N_LABELS, _N_DREAMS = 40, 20  # per picture
_FOUND_SHARE = 0.9


def coco_world(n_pictures: int) -> list[Pair]:
    """Return what was labeled and found on each picture: most labels found nearly, and some things dreamt."""
    generator = np.random.default_rng(0)
    return [_picture(generator) for _ in range(n_pictures)]


def write_coco(matches: Sequence[Matches], folder: Path) -> tuple[Path, Path]:
    """Write the very masks that were compared as the two files that COCO's evaluators read."""
    labels, found = as_coco(matches, CATEGORIES)
    for annotation in [*labels["annotations"], *found["annotations"]]:
        annotation["segmentation"] = _packed(annotation["segmentation"])
        annotation["area"] = annotation.pop("area_px")
        del annotation["ignore"]
    paths = folder / "labels.json", folder / "results.json"
    results = [
        {key: each[key] for key in ("image_id", "category_id", "segmentation", "score")}
        for each in found["annotations"]
    ]
    paths[0].write_text(json.dumps(labels), encoding="utf-8")
    paths[1].write_text(json.dumps(results), encoding="utf-8")
    return paths


def _packed(segmentation: dict[str, object]) -> dict[str, object]:
    """Return counts as the compressed text in which results are usually exchanged."""
    rows, cols = segmentation["size"]  # type: ignore[misc]
    packed = coco_mask.frPyObjects(segmentation, rows, cols)
    return {"size": [rows, cols], "counts": packed["counts"].decode("ascii")}


def _picture(generator: np.random.Generator) -> Pair:
    labels, label_ids, found, found_ids, scores = [], [], [], [], []
    for _ in range(_N_LABELS):
        center, radius = generator.uniform(20, SIDE_PX - 20, 2), generator.uniform(6, 20)
        category = int(generator.integers(1, len(CATEGORIES) + 1))
        labels.append(_blob(generator, center, radius))
        label_ids.append(category)
        if generator.random() < _FOUND_SHARE:
            found.append(_blob(generator, center + generator.normal(0, 1.5, 2), radius))
            found_ids.append(category)
            scores.append(generator.uniform(0.5, 1.0))
    for _ in range(_N_DREAMS):
        found.append(_blob(generator, generator.uniform(20, SIDE_PX - 20, 2), 10.0))
        found_ids.append(int(generator.integers(1, len(CATEGORIES) + 1)))
        scores.append(generator.uniform(0.0, 0.6))
    return Pair(Shapes.of(labels, label_ids), Shapes.of(found, found_ids, scores), None, (SIDE_PX, SIDE_PX))


def _blob(generator: np.random.Generator, center: np.ndarray, radius: float) -> shapely.Polygon:
    """Return a ragged disk of 20 corners around a center (x, y)."""
    angles = np.linspace(0, 2 * np.pi, 20, endpoint=False)
    radii = radius * (1 + 0.15 * generator.standard_normal(20))
    corners = center + np.stack([np.cos(angles), np.sin(angles)], axis=1) * radii[:, None]
    return shapely.Polygon(corners.clip(0, SIDE_PX - 1))
