"""The ground that rasters, or areas, cover, in the coordinates of one layer of labels; asked for each label."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeatureSource,
    QgsGeometry,
    QgsRectangle,
    QgsSpatialIndex,
)

from .raster_frame import RasterFrame

ROLE = "role"
_PREDICT = "predict"
_STEPS_PER_SIDE = 20  # straight edges of a raster are bent in other projections


class Ground:
    """Polygons with a spatial index."""

    def __init__(self, polygons: Iterable[QgsGeometry]) -> None:
        self.polygons = list(polygons)
        self.bounds = QgsRectangle()
        self._index = QgsSpatialIndex()
        for number, polygon in enumerate(self.polygons):
            box = polygon.boundingBox()
            self._index.addFeature(number, box)
            self.bounds = QgsRectangle(box) if number == 0 else _joined(self.bounds, box)

    def __len__(self) -> int:
        return len(self.polygons)

    def under(self, label: QgsGeometry) -> list[int]:
        """Return the numbers of the polygons that share ground with a label; a common edge is none."""
        near = sorted(self._index.intersects(label.boundingBox()))
        return [i for i in near if self.polygons[i].intersects(label) and not self.polygons[i].touches(label)]

    def beyond(self, label: QgsGeometry, numbers: Sequence[int]) -> QgsGeometry:
        """Return the part of a label that lies on none of these polygons, empty where all of it does."""
        if any(self.polygons[i].contains(label) for i in numbers):
            return QgsGeometry()
        rest = QgsGeometry(label)
        for i in numbers:
            rest = rest.difference(self.polygons[i])
        return rest


class RasterGround(Ground):
    """The ground of rasters; also tells how many pixels a label has."""

    def __init__(
        self,
        frames: Sequence[RasterFrame],
        crs: QgsCoordinateReferenceSystem,
        transform_context: QgsCoordinateTransformContext,
    ) -> None:
        some_on_map = any(not frame.has_pixel_coordinates for frame in frames)
        self.frames: list[RasterFrame] = []
        self._ways: list[QgsCoordinateTransform] = []
        outlines = []
        for frame in frames:
            if frame.has_pixel_coordinates and crs.isValid() and some_on_map:
                continue  # as in the engine: labels on the map cannot lie on a raster that has no place there
            way = QgsCoordinateTransform(crs, frame.crs, transform_context)
            outline = brought(frame.outline().densifyByCount(_STEPS_PER_SIDE), way, is_back=True)
            if outline is not None:
                self.frames.append(frame)
                self._ways.append(way)
                outlines.append(outline)
        super().__init__(outlines)

    def sides_px(self, label: QgsGeometry, number: int) -> tuple[float, float] | None:
        """Return the (shorter, longer) side of the smallest rectangle around a label in pixels of one raster."""
        there = brought(label, self._ways[number])
        if there is None:
            return None
        _, _, _, width_px, height_px = self.frames[number].to_pixels(there).orientedMinimumBoundingBox()
        return min(width_px, height_px), max(width_px, height_px)


def area_ground(
    areas: QgsFeatureSource, crs: QgsCoordinateReferenceSystem, transform_context: QgsCoordinateTransformContext
) -> Ground:
    """Return the ground of the areas in which labels count; areas to predict in need none."""
    way = QgsCoordinateTransform(areas.sourceCrs(), crs, transform_context)
    role = areas.fields().lookupField(ROLE)
    polygons = []
    for feature in areas.getFeatures():
        is_to_predict = role >= 0 and str(feature.attribute(role)).strip().lower() == _PREDICT
        polygon = None if is_to_predict or not feature.hasGeometry() else brought(valid(feature.geometry()), way)
        if polygon is not None and not polygon.isEmpty():
            polygons.append(polygon)
    return Ground(polygons)


def brought(geometry: QgsGeometry, way: QgsCoordinateTransform, *, is_back: bool = False) -> QgsGeometry | None:
    """Return a geometry in other coordinates; None where they do not reach. Without a CRS they are the same ones."""
    there = QgsGeometry(geometry)
    direction = QgsCoordinateTransform.ReverseTransform if is_back else QgsCoordinateTransform.ForwardTransform
    try:
        there.transform(way, direction)
    except QgsCsException:
        return None
    box = there.boundingBox()
    return there if box.isFinite() else None


def valid(geometry: QgsGeometry) -> QgsGeometry:
    """Return the geometry, mended where it is broken."""
    return geometry if geometry.isGeosValid() else geometry.makeValid()


def _joined(one: QgsRectangle, other: QgsRectangle) -> QgsRectangle:
    both = QgsRectangle(one)
    both.combineExtentWith(other)
    return both
