"""Draws footprints on the raster they were found in, as the picture in the README was drawn.

.venv/bin/python examples/draw_footprints.py examples/kampala/kampala.tif demo/footprints.gpkg docs/images/result.jpg
"""

import sys

import numpy as np
import pyogrio
import rasterio
from PIL import Image, ImageDraw

OUTLINE, HALO = (255, 214, 10), (40, 30, 0)
WIDTH_PX = 1152

raster_path, footprints_path, picture_path = sys.argv[1:4]
with rasterio.open(raster_path) as raster:
    rows, cols = round(raster.height * WIDTH_PX / raster.width), WIDTH_PX
    pixels = raster.read([1, 2, 3], out_shape=(3, rows, cols))
    to_picture = rasterio.Affine.scale(cols / raster.width, rows / raster.height) * ~raster.transform
    crs = raster.crs
footprints = pyogrio.read_dataframe(footprints_path).to_crs(crs)
picture = Image.fromarray(np.moveaxis(pixels, 0, -1).copy())
draw = ImageDraw.Draw(picture)
for color, width in ((HALO, 5), (OUTLINE, 2)):
    for polygon in footprints.geometry:
        for ring in (polygon.exterior, *polygon.interiors):
            draw.line([to_picture * (x, y) for x, y in ring.coords], fill=color, width=width)
picture.save(picture_path, quality=82)
