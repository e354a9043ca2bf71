"""GeoAI's instance prediction of a raster, with the stub for a network.

python geoai_predict.py RASTER OUTPUT
"""

from __future__ import annotations

import json
import logging
import sys
import time

import cv2
import geoai.train
import numpy as np
import rasterio
import stub
import torch

TILE_PX, OVERLAP_PX = 512, 128


class StubNetwork(torch.nn.Module):
    """Answers as a Mask R-CNN of torchvision does."""

    def forward(self, tiles):
        return [self._answer(tile) for tile in tiles]

    def _answer(self, tile):
        boxes, masks, scores = stub.find((tile.permute(1, 2, 0).numpy() * 255).astype(np.uint8))
        found = np.array(masks, np.float32) if masks else np.zeros((0, *tile.shape[1:]), np.float32)
        return {
            "boxes": torch.from_numpy(boxes),
            "masks": torch.from_numpy(found)[:, None],
            "scores": torch.from_numpy(scores),
            "labels": torch.ones(len(scores), dtype=torch.int64),
        }


def main(path: str, output: str) -> None:
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    logging.disable(logging.CRITICAL)
    with rasterio.open(path) as raster:
        n_pixels = raster.height * raster.width
    began = time.perf_counter()
    *_, found = geoai.train.instance_segmentation_inference_on_geotiff(
        StubNetwork(), path, output, window_size=TILE_PX, overlap=OVERLAP_PX, device=torch.device("cpu")
    )
    print(json.dumps({"seconds": time.perf_counter() - began, "pixels": n_pixels, "objects": len(found)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
