"""From labels to polygons by rasterio and shapely, and the outlines of a binary mask by OpenCV.

python outlines.py RASTER
"""

from __future__ import annotations

import json
import sys
import time

import cv2
import numpy as np
import rasterio
import stub
from rasterio.features import shapes
from shapely.geometry import shape


def main(path: str) -> None:
    cv2.setNumThreads(1)
    with rasterio.open(path) as raster:
        bright = (raster.read(1) > stub.THRESHOLD).astype(np.uint8)
    labels = cv2.connectedComponents(bright, connectivity=4)[1].astype(np.int32)
    began = time.process_time()
    polygons = [shape(found) for found, _ in shapes(labels, mask=labels > 0)]
    drawn = time.process_time()
    contours, _ = cv2.findContours(bright, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    done = time.process_time()
    figures = {"pixels": bright.size, "rasterio_s": drawn - began, "rasterio_objects": len(polygons)}
    print(json.dumps({**figures, "opencv_s": done - drawn, "opencv_objects": len(contours)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
