"""Names of results, one per raster."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def unique_stems(paths: Iterable[Path]) -> list[str]:
    """Return one name per file, its own without the ending; a number tells those of the same name apart."""
    taken: set[str] = set()
    names = []
    for path in paths:
        name, number = path.stem, 2
        while name.casefold() in taken:  # some disks do not tell capitals apart
            name, number = f"{path.stem}-{number}", number + 1
        taken.add(name.casefold())
        names.append(name)
    return names
