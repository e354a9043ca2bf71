"""What footprints call the raster that they were found on: its file name, after folders where two have the same."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath

import numpy as np
from numpy.typing import NDArray


def distinct_names(paths: Sequence[Path]) -> list[str]:
    """Return file names, with as many folders before them as it takes to tell them apart."""
    parts = [path.parts for path in paths]
    n_parts = 1
    names = [path.name for path in paths]
    while len(set(names)) < len(set(paths)) and n_parts < max(map(len, parts)):
        n_parts += 1
        names = ["/".join(each[-n_parts:]) for each in parts]
    return names


def is_named(path: PurePath, name: str) -> bool:
    """Tell whether footprints mean a raster by a name: its file name, or that with folders before it."""
    return bool(name) and f"/{path.as_posix()}".endswith(f"/{name}")


def named_rasters(paths: Sequence[Path], names: NDArray[np.object_]) -> NDArray[np.bool_]:
    """Tell which rasters (m) are meant by names (n) as footprints carry them, (m, n); None and "" mean none.

    A name with folders that none of the paths has means the rasters of its file name.
    """
    texts = np.array(["" if name is None else str(name).replace("\\", "/") for name in names], str)
    unique, codes = np.unique(texts, return_inverse=True)
    whole = [path.absolute() for path in paths]
    meant = np.zeros((len(paths), len(unique)), bool)
    for place, name in enumerate(unique.tolist()):
        for text in (name, name.rpartition("/")[2]):
            meant[:, place] = [is_named(path, text) for path in whole]
            if meant[:, place].any():
                break
    return meant[:, codes]
