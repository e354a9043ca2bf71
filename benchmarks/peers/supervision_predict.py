"""supervision's InferenceSlicer over a picture in memory, doubles removed by their masks, with the stub for a network.

python supervision_predict.py RASTER SIDE
"""

from __future__ import annotations

import json
import sys
import time

import cv2
import numpy as np
import rasterio
import stub
import supervision
from rasterio.windows import Window

TILE_PX, OVERLAP_PX = 512, 128


def answer(pixels: np.ndarray) -> supervision.Detections:
    boxes, masks, scores = stub.find(pixels)
    if not masks:
        return supervision.Detections.empty()
    return supervision.Detections(
        xyxy=boxes, mask=np.array(masks), confidence=scores, class_id=np.zeros(len(masks), int)
    )


def main(path: str, side: str) -> None:
    cv2.setNumThreads(1)
    with rasterio.open(path) as raster:
        pixels = np.moveaxis(raster.read(window=Window(0, 0, int(side), int(side))), 0, -1).copy()
    slicer = supervision.InferenceSlicer(
        callback=answer,
        slice_wh=(TILE_PX, TILE_PX),
        overlap_wh=(OVERLAP_PX, OVERLAP_PX),
        overlap_filter=supervision.OverlapFilter.NON_MAX_SUPPRESSION,
        iou_threshold=0.5,
    )
    began = time.perf_counter()
    found = slicer(pixels)
    seconds = time.perf_counter() - began
    print(json.dumps({"seconds": seconds, "pixels": int(side) ** 2, "objects": len(found)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
