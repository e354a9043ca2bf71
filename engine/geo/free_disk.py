"""How much room the disk has where something will be written."""

from __future__ import annotations

import shutil
from pathlib import Path


def nearest_there(path: Path) -> Path:
    """Return the path, or the nearest of the folders above it that is there."""
    path = path.absolute()
    return next(each for each in (path, *path.parents) if each.exists())


def free_bytes(path: Path) -> int:
    """Return the bytes that are free on the disk where the path is, or will be."""
    there = nearest_there(path)
    return shutil.disk_usage(there if there.is_dir() else there.parent).free
