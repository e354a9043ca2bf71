"""SAHI's sliced prediction of a picture in memory, with the stub for a network.

python sahi_predict.py RASTER SIDE
"""

from __future__ import annotations

import json
import sys
import time

import cv2
import numpy as np
import rasterio
import stub
from rasterio.windows import Window
from sahi.models.base import DetectionModel
from sahi.predict import get_sliced_prediction
from sahi.prediction import ObjectPrediction
from sahi.utils.cv import get_coco_segmentation_from_bool_mask

TILE_PX, OVERLAP_SHARE = 512, 0.25


class StubModel(DetectionModel):
    """What SAHI asks of a network."""

    num_categories = 1
    has_mask = True
    category_names = ("thing",)

    def load_model(self):
        self.set_model("stub")

    def set_model(self, model, **_):
        self.model = model
        self.category_mapping = {"0": "thing"}

    def perform_inference(self, image):
        self._original_predictions = [stub.find(image)]

    def perform_batch_inference(self, images):
        self._original_predictions = [stub.find(image) for image in images]

    def _create_object_prediction_list_from_original_predictions(self, shift_amount_list=None, full_shape_list=None):
        n = len(self._original_predictions)
        shifts = _one_each(shift_amount_list or [[0, 0]], n)
        shapes = _one_each(full_shape_list, n) if full_shape_list else [None] * n
        self._object_prediction_list_per_image = [
            list(_predictions(*answer, shift, shape))
            for answer, shift, shape in zip(self._original_predictions, shifts, shapes, strict=True)
        ]


def _one_each(given, n):
    """Return one list per picture: where there is one picture, SAHI gives a list of numbers."""
    return given if isinstance(given[0], (list, tuple)) else [given] * n


def _predictions(boxes, masks, scores, shift, shape):
    for box, mask, score in zip(boxes, masks, scores, strict=True):
        outline = get_coco_segmentation_from_bool_mask(mask)
        if outline:
            yield ObjectPrediction(
                bbox=box.tolist(),
                segmentation=outline,
                score=float(score),
                category_id=0,
                category_name="thing",
                shift_amount=shift,
                full_shape=shape,
            )


def main(path: str, side: str) -> None:
    cv2.setNumThreads(1)
    with rasterio.open(path) as raster:
        pixels = np.moveaxis(raster.read(window=Window(0, 0, int(side), int(side))), 0, -1).copy()
    model = StubModel(model_path="stub", device="cpu", confidence_threshold=0.5)
    began = time.perf_counter()
    found = get_sliced_prediction(
        pixels,
        model,
        slice_height=TILE_PX,
        slice_width=TILE_PX,
        overlap_height_ratio=OVERLAP_SHARE,
        overlap_width_ratio=OVERLAP_SHARE,
        verbose=0,
        batch_size=4,
    )
    seconds = time.perf_counter() - began
    print(json.dumps({"seconds": seconds, "pixels": int(side) ** 2, "objects": len(found.object_prediction_list)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
