"""From the pixels of images to the map: labels of another program on the rasters that they were drawn on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray

from engine.errors import CrsError
from engine.geo.grid import PIXEL_COORDINATES, Grid
from engine.geo.polygons import transform_polygons
from engine.interchange.label import Image, Label, LabelSource
from engine.interchange.raster_book import Found, RasterBook


@dataclass(frozen=True, eq=False)
class PlacedLabel:
    """A label with its shape in the coordinates of the output, and the name of its raster."""

    label: Label
    shape: Any
    raster: str


class Places:
    """Where the images of a source lie; tells which were found, which were not and why.

    Raises:
        CrsError: rasters with and without coordinate system are mixed.
    """

    def __init__(self, source: LabelSource, book: RasterBook) -> None:
        self.matched: dict[str, Path] = {}
        self.unmatched: dict[str, str] = {}
        self.scaled: dict[str, None] = {}
        self.n_unplaced = 0
        self._source = source
        self._book = book
        self._images: dict[str, Image] = {}
        self._found: dict[str, tuple[Grid, tuple[float, float], str] | None] = {}
        self._outlines: tuple[list[Path], shapely.STRtree] | None = None
        self.crs = self._output_crs()
        for image in source.images:  # so that what does not match is told also where there are no labels on it
            self._place_of(image.name)

    def placed(self, labels: list[Label]) -> list[PlacedLabel]:
        """Return the labels that have a place."""
        if self._source.is_placed:
            return self._on_map(labels)
        by_image: dict[str, list[Label]] = {}
        for label in labels:
            by_image.setdefault(label.image, []).append(label)
        answer: list[PlacedLabel] = []
        for image, own in by_image.items():
            place = self._place_of(image)
            if place is None:
                self.n_unplaced += len(own)
                continue
            grid, scale, raster = place
            shapes = self._in_output(_array([self._in_pixels(label, grid, scale) for label in own]), grid)
            answer += [PlacedLabel(label, shape, raster) for label, shape in zip(own, shapes, strict=True)]
        return answer

    def rasters_without_image(self) -> list[Path]:
        """Return the rasters that no image of the source names."""
        named = set(self.matched.values())
        return [path for path in self._book.paths if path not in named]

    def _place_of(self, image: str) -> tuple[Grid, tuple[float, float], str] | None:
        if len(self._images) < len(self._source.images):
            self._images = {each.name: each for each in self._source.images}
        if image not in self._found:
            self._found[image] = self._searched(self._images.get(image, Image(image)))
        return self._found[image]

    def _searched(self, image: Image) -> tuple[Grid, tuple[float, float], str] | None:
        own = self._source.grids.get(image.name)
        found, reason = self._book.find(image) if own is None else self._by_name(image, own)
        if found is None and not self._book.paths:
            grid = own or Grid(None, PIXEL_COORDINATES, image.rows or 1, image.cols or 1)
            return (grid, (1.0, 1.0), image.name) if own or not self._is_relative(image) else None
        if found is None:
            if own is not None:
                return own, (1.0, 1.0), image.name
            self.unmatched[image.name] = reason
            return None
        self.matched[image.name] = found.path
        if found.is_scaled:
            self.scaled[image.name] = None
        self._check_crs(found.grid, found.path)
        return found.grid, found.scale, found.path.name

    def _by_name(self, image: Image, own: Grid) -> tuple[Found | None, str]:
        """Return a raster by name alone: the image knows itself where it lies."""
        path, reason = self._book.named(image.name)
        return (Found(path, own), "") if path is not None else (None, reason)

    def _is_relative(self, image: Image) -> bool:
        """Tell whether labels are in shares of an image whose size nobody knows."""
        if self._source.is_relative:
            self.unmatched[image.name] = "its size is not known without its raster"
            return True
        return False

    def _output_crs(self) -> pyproj.CRS | None:
        if self._source.is_placed and (self._source.crs is not None or not self._book.paths):
            return self._source.crs
        if self._book.paths:
            return self._book.grid(self._book.paths[0]).crs
        return next((grid.crs for grid in self._source.grids.values()), None)

    def _check_crs(self, grid: Grid, path: Path) -> None:
        if (grid.crs is None) != (self.crs is None):
            with_crs, without = (path.name, self._book.paths[0].name) if self.crs is None else ("others", path.name)
            raise CrsError(
                f"{without} has no coordinate system and {with_crs} have one; they do not fit into one file",
                hint="Give the missing one with --crs, or import the labels of each kind by themselves.",
            )

    def _in_pixels(self, label: Label, grid: Grid, scale: tuple[float, float]) -> Any:
        factor = (float(grid.cols), float(grid.rows)) if self._source.is_relative else scale
        return label.shape if factor == (1.0, 1.0) else shapely.transform(label.shape, lambda xy: xy * factor)

    def _in_output(self, shapes: NDArray[np.object_], grid: Grid) -> NDArray[np.object_]:
        on_map: NDArray[np.object_] = grid.to_map(shapes)
        if grid.crs is None or self.crs is None or grid.crs == self.crs:
            return on_map
        return transform_polygons(on_map, grid.crs, self.crs)

    def _on_map(self, labels: list[Label]) -> list[PlacedLabel]:
        """Return labels in map coordinates, with the raster that they name or lie on."""
        shapes = _array([label.shape for label in labels])
        names = [label.image for label in labels]
        if self._book.paths:
            lying = self._lying_on(shapes)
            names = [name or raster for name, raster in zip(names, lying, strict=True)]
        return [PlacedLabel(*each) for each in zip(labels, shapes, names, strict=True)]

    def _lying_on(self, shapes: NDArray[np.object_]) -> list[str]:
        if self._outlines is None:
            paths, outlines = [], []
            for path in self._book.paths:
                grid = self._book.grid(path)
                outline = _array([grid.outline])
                if grid.crs is not None and self.crs is not None:
                    outline = transform_polygons(outline, grid.crs, self.crs)
                elif (grid.crs is None) != (self.crs is None) and self.crs is not None:
                    continue  # a raster without a place has none of them
                paths.append(path)
                outlines.append(outline[0])
            self._outlines = paths, shapely.STRtree(outlines)
        paths, tree = self._outlines
        answer = [""] * len(shapes)
        points = shapely.centroid(shapes)
        rows, rasters = tree.query(points, predicate="intersects")
        for row, raster in sorted(zip(rows.tolist(), rasters.tolist(), strict=True), reverse=True):
            answer[row] = paths[raster].name
            self.matched.setdefault(paths[raster].name, paths[raster])
        return answer


def _array(shapes: list[Any]) -> NDArray[np.object_]:
    answer = np.empty(len(shapes), object)
    answer[:] = shapes
    return answer
