"""Which raster an image of a file of labels is, and where it lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from engine.geo.grid import Grid
from engine.geo.raster import open_raster
from engine.interchange.label import Image

_ALIKE = 0.01  # sides may differ by so much from being scaled alike


@dataclass(frozen=True)
class Found:
    """A raster for an image: its grid, and how many pixels of it go on one pixel of the image along (x, y)."""

    path: Path
    grid: Grid
    scale: tuple[float, float] = (1.0, 1.0)

    @property
    def is_scaled(self) -> bool:
        """Tell whether the labels were drawn on a picture of another size."""
        return self.scale != (1.0, 1.0)


class RasterBook:
    """Finds rasters by the names of images: file name before stem, folders where names are not enough, any case."""

    def __init__(self, paths: Sequence[Path], crs: str | None = None) -> None:
        self.paths = list(paths)
        self._crs = crs
        self._grids: dict[Path, Grid] = {}
        self._by_name: dict[str, list[Path]] = {}
        self._by_stem: dict[str, list[Path]] = {}
        for path in paths:
            self._by_name.setdefault(path.name.casefold(), []).append(path)
            self._by_stem.setdefault(path.stem.casefold(), []).append(path)

    def grid(self, path: Path) -> Grid:
        """Return where a raster's pixels lie.

        Raises:
            RasterOpenError: it cannot be opened.
        """
        if path not in self._grids:
            with open_raster(path, crs=self._crs) as raster:
                self._grids[path] = raster.native_grid
        return self._grids[path]

    def named(self, name: str) -> tuple[Path | None, str]:
        """Return the raster of an image's name, or None and why there is none."""
        pure = _pure(name)
        stems = {pure.stem.casefold(), pure.name.casefold()}  # a name without an ending may hold a point
        candidates = self._by_name.get(pure.name.casefold()) or [
            path for stem in sorted(stems) for path in self._by_stem.get(stem, [])
        ]
        candidates = list(dict.fromkeys(candidates))
        if not candidates:
            return None, "no raster has this name"
        best = max(_n_shared(path, pure) for path in candidates)
        nearest = [path for path in candidates if _n_shared(path, pure) == best]
        exact = [path for path in nearest if path.name == pure.name] or nearest
        if len(exact) > 1:
            return None, f"{len(exact)} rasters have this name"
        return exact[0], ""

    def find(self, image: Image) -> tuple[Found | None, str]:
        """Return the raster of an image, or None and why there is none.

        Raises:
            RasterOpenError: the raster cannot be opened.
        """
        path, reason = self.named(image.name)
        if path is None:
            return None, reason
        grid = self.grid(path)
        if image.cols is None or image.rows is None or (image.cols, image.rows) == (grid.cols, grid.rows):
            return Found(path, grid), ""
        across, down = grid.cols / image.cols, grid.rows / image.rows
        if abs(across / down - 1) > _ALIKE:
            return None, f"it has {image.cols} x {image.rows} pixels, but {path.name} {grid.cols} x {grid.rows}"
        return Found(path, grid, (across, down)), ""


def _pure(name: str) -> PurePosixPath:
    """Return a name as path, also where Windows wrote it; only its parts are looked at, nothing is opened."""
    return PurePosixPath(name.replace("\\", "/").replace("\0", "").strip() or "?")


def _n_shared(path: Path, pure: PurePosixPath) -> int:
    """Return how many folders above the file the two paths have in common."""
    shared = 0
    for ours, theirs in zip(reversed(path.absolute().parts[:-1]), reversed(pure.parts[:-1]), strict=False):
        if ours.casefold() != theirs.casefold():
            break
        shared += 1
    return shared
