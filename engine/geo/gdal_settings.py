"""What GDAL is told before it opens and reads rasters, in one place, with the reasons.

What GDAL does well by itself stays as it is: it lists folders of up to 1000 files only (world files, masks and .aux.xml
files are looked for by name in larger ones), and it writes no files beside rasters that are only read.
"""

from __future__ import annotations

import os

import rasterio
from rasterio.env import get_gdal_config, set_gdal_config

# GDAL takes 5 % of the machine's memory otherwise. This holds the strips under a row of windows of 2700 px from a
# raster 33,000 px wide with 3 bands of 8 bits; tiled files need far less.
CACHE_BYTES = 128 << 20
_MOST_THREADS = 4  # each decodes a tile of its own, up to 64 MB in JPEG 2000


def reading(n_threads: int = 1) -> rasterio.Env:
    """Return the settings to open and read a raster under, for a `with`; `n_threads` decode its tiles."""
    bound_cache()
    return rasterio.Env(GDAL_NUM_THREADS=str(n_threads))


def bound_cache() -> None:
    """Keep GDAL's cache of decoded blocks, which belongs to the whole process, at `CACHE_BYTES` or below.

    This outlives the `with`: the cache is shared by all threads, and one that ends must not let it grow for others.
    """
    current = get_gdal_config("GDAL_CACHEMAX")
    if not isinstance(current, int) or current > CACHE_BYTES:
        set_gdal_config("GDAL_CACHEMAX", CACHE_BYTES)


def n_decoding_threads() -> int:
    """Return how many threads decode the tiles of one window."""
    return min(_MOST_THREADS, os.cpu_count() or 1)
