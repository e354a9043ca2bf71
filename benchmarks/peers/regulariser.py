"""Buildings with right angles by buildingregulariser, in one process.

python regulariser.py DRAWN.wkb FOUND.wkb
"""

from __future__ import annotations

import json
import sys
import time
from importlib.metadata import version
from pathlib import Path

import geopandas
import shapely
from buildingregulariser import regularize_geodataframe


def main(given: str, found: str) -> None:
    drawn = shapely.get_parts(shapely.from_wkb(Path(given).read_bytes()))
    frame = geopandas.GeoDataFrame(geometry=drawn, crs="EPSG:32632")
    began = time.process_time()
    after = regularize_geodataframe(frame, num_cores=1, include_metadata=False)
    seconds = time.process_time() - began
    Path(found).write_bytes(shapely.to_wkb(shapely.multipolygons(after.geometry.to_numpy())))
    print(json.dumps({"seconds": seconds, "version": version("buildingregulariser")}))


if __name__ == "__main__":
    main(*sys.argv[1:])
