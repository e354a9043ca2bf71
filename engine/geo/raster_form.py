"""What a raster is beside its pixels: types, colors, names, nodata, and how it is placed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from affine import Affine
from rasterio.control import GroundControlPoint
from rasterio.enums import ColorInterp

from engine.geo.grid import PIXEL_COORDINATES
from engine.geo.raster_file import RasterFile
from engine.geo.window import Window

_PRIVATE_TAGS = ("TIFFTAG_RESOLUTIONUNIT", "TIFFTAG_XRESOLUTION", "TIFFTAG_YRESOLUTION", "AREA_OR_POINT")


@dataclass(frozen=True)
class RasterForm:
    """Everything that a copy of a part of a raster keeps; `transform` is None where the raster has none."""

    dtype: str
    nodata: float | None
    colors: tuple[ColorInterp, ...]
    descriptions: tuple[str | None, ...]
    units: tuple[str | None, ...]
    scales: tuple[float, ...]
    offsets: tuple[float, ...]
    palette: dict[int, tuple[int, ...]] | None
    tags: dict[str, str]
    band_tags: tuple[dict[str, str], ...]
    has_mask: bool
    crs: Any  # rasterio's own, so that nothing is lost on the way
    transform: Affine | None
    gcps: tuple[GroundControlPoint, ...] = ()
    gcps_crs: Any = None
    rpcs: dict[str, str] = field(default_factory=dict)

    @property
    def n_bands(self) -> int:
        """Return how many bands there are, alpha among them."""
        return len(self.colors)

    def transform_of(self, window: Window) -> Affine | None:
        """Return the transform of a part.

        Parts of a raster without georeference lie where QGIS shows them on it: in its pixel coordinates. None for the
        whole of such a raster, and where control points place it.
        """
        if self.transform is None and (self.gcps or self.rpcs or (window.row, window.col) == (0, 0)):
            return None
        return (self.transform or PIXEL_COORDINATES) * Affine.translation(window.col, window.row)

    def gcps_of(self, window: Window) -> list[GroundControlPoint]:
        """Return the control points, with rows and columns counted in a part."""
        return [
            GroundControlPoint(
                row=g.row - window.row, col=g.col - window.col, x=g.x, y=g.y, z=g.z, id=g.id, info=g.info
            )
            for g in self.gcps
        ]

    def of_bands(self, bands: Sequence[int], dtype: str) -> RasterForm:
        """Return the form of some bands, from 1, in one type and without a mask."""
        places = [band - 1 for band in bands]
        return replace(
            self,
            dtype=dtype,
            has_mask=False,
            colors=tuple(self.colors[i] for i in places),
            descriptions=tuple(self.descriptions[i] for i in places),
            units=tuple(self.units[i] for i in places),
            scales=tuple(self.scales[i] for i in places),
            offsets=tuple(self.offsets[i] for i in places),
            band_tags=tuple(self.band_tags[i] for i in places),
        )

    def bare(
        self, dtype: str, colors: Sequence[ColorInterp], palette: dict[int, tuple[int, ...]] | None = None
    ) -> RasterForm:
        """Return the form of other values on the same ground, of which nothing is known but type and colors."""
        return RasterForm(
            dtype=dtype,
            nodata=None,
            colors=tuple(colors),
            descriptions=(None,) * len(colors),
            units=(None,) * len(colors),
            scales=(1.0,) * len(colors),
            offsets=(0.0,) * len(colors),
            palette=palette,
            tags={},
            band_tags=({},) * len(colors),
            has_mask=False,
            crs=self.crs,
            transform=self.transform,
            gcps=self.gcps,
            gcps_crs=self.gcps_crs,
            rpcs=self.rpcs,
        )

    def rpcs_of(self, window: Window) -> dict[str, str]:
        """Return the rational polynomials for a part."""
        if not self.rpcs:
            return {}
        shifted = {"LINE_OFF": window.row, "SAMP_OFF": window.col}
        return {k: repr(float(v) - shifted[k]) if k in shifted else v for k, v in self.rpcs.items()}


def read_form(file: RasterFile) -> RasterForm:
    """Return what an open raster is beside its pixels."""
    with file.handles.borrowed() as handle:
        return form_of(handle, has_mask=file.has_mask, fallback_wkt=file.grid.crs_wkt)


def form_of(handle: Any, *, has_mask: bool, fallback_wkt: str | None = None) -> RasterForm:
    """Return what a rasterio dataset is beside its pixels.

    Args:
        handle: the open dataset.
        has_mask: whether a mask in the file or beside it says which pixels are valid.
        fallback_wkt: the CRS of a file that has a place on the map but does not say in which.
    """
    has_palette = handle.count == 1 and handle.colorinterp[0] == ColorInterp.palette
    gcps, gcps_crs = handle.gcps
    is_placed = handle.transform != Affine.identity()
    tags = {key: value for key, value in handle.tags().items() if key not in _PRIVATE_TAGS}
    if handle.tags().get("AREA_OR_POINT") == "Point":
        tags["AREA_OR_POINT"] = "Point"
    return RasterForm(
        dtype=str(np.result_type(*handle.dtypes)),
        nodata=_nodata(handle),
        colors=tuple(handle.colorinterp),
        descriptions=tuple(handle.descriptions),
        units=tuple(handle.units),
        scales=tuple(handle.scales),
        offsets=tuple(handle.offsets),
        palette=handle.colormap(1) if has_palette else None,
        tags=tags,
        band_tags=tuple(_own_tags(handle.tags(band)) for band in handle.indexes),
        has_mask=has_mask,
        crs=handle.crs or (fallback_wkt if is_placed else None),
        transform=handle.transform if is_placed else None,
        gcps=tuple(gcps),
        gcps_crs=gcps_crs,
        rpcs=dict(handle.tags(ns="RPC")),
    )


def _nodata(handle: Any) -> float | None:
    """Return the first nodata value that a band has; None for one that the type cannot hold, which marks nothing."""
    value = next((value for value in handle.nodatavals if value is not None), None)
    dtype = np.result_type(*handle.dtypes)
    if value is None or dtype.kind not in "iu":
        return value
    limits = np.iinfo(dtype)
    return value if float(value).is_integer() and limits.min <= value <= limits.max else None


def _own_tags(tags: dict[str, str]) -> dict[str, str]:
    """Return a band's tags without statistics, which hold for the whole raster only."""
    return {key: value for key, value in tags.items() if not key.startswith("STATISTICS_")}
