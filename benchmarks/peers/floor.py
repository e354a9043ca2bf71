"""The floor: read windows and run the stub on them, one thread, and do nothing with what comes out.

python floor.py RASTER
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

TILE_PX, OVERLAP_PX = 512, 128


def main(path: str) -> None:
    cv2.setNumThreads(1)
    began = time.perf_counter()
    n_found = 0
    with rasterio.open(path) as raster:
        step = TILE_PX - OVERLAP_PX
        for row in range(0, raster.height - OVERLAP_PX + 1, step):
            for col in range(0, raster.width - OVERLAP_PX + 1, step):
                window = Window(min(col, raster.width - TILE_PX), min(row, raster.height - TILE_PX), TILE_PX, TILE_PX)
                n_found += len(stub.find(np.moveaxis(raster.read(window=window), 0, -1).copy())[0])
        n_pixels = raster.height * raster.width
    print(json.dumps({"seconds": time.perf_counter() - began, "pixels": n_pixels, "objects": n_found}))


if __name__ == "__main__":
    main(*sys.argv[1:])
