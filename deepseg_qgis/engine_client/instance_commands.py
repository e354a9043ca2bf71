"""The command lines that cut instances out of rasters, sort them, and mask rasters with them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from .command_line import _begin, _options, _repeated

if TYPE_CHECKING:
    from .command_line import PathLike


def cutouts(
    *,
    footprints: str,
    rasters: Sequence[PathLike],
    output: PathLike,
    size: int | None = None,
    padding: float | None = None,
    upright: bool = False,
    square: bool = False,
    masked: bool = False,
    format: str | None = None,
    bands: Sequence[int] | None = None,
    category_field: str | None = None,
    categories: Iterable[str] = (),
    crs: str | None = None,
) -> list[str]:
    """Return the arguments that cut one picture per footprint out of rasters."""
    return [
        *_begin("cutouts"),
        *_repeated("raster", rasters),
        *_options(output=output, size=size, padding=padding, upright=upright, square=square, masked=masked),
        *_options(format=format, bands=_numbers(bands), category_field=category_field, crs=crs),
        *_repeated("category", categories),
        "--",
        footprints,
    ]


def classify_train(
    *,
    model: PathLike,
    cutouts: PathLike | None = None,
    footprints: str | None = None,
    rasters: Sequence[PathLike] = (),
    category_field: str | None = None,
    epochs: int | None = None,
    size: int | None = None,
    padding: float | None = None,
    upright: bool = False,
    masked: bool = False,
    bands: Sequence[int] | None = None,
    encoder: str | None = None,
    encoder_weights: PathLike | None = None,
    seed: int | None = None,
    time_limit_s: float | None = None,
    device: str | None = None,
    threads: int | None = None,
    crs: str | None = None,
) -> list[str]:
    """Return the arguments that teach a classifier of footprints."""
    return [
        *_begin("classify-train"),
        *_options(cutouts=cutouts, footprints=footprints),
        *_repeated("raster", rasters),
        *_options(category_field=category_field, model=model, epochs=epochs, size=size, padding=padding),
        *_options(upright=upright, masked=masked, bands=_numbers(bands)),
        *_options(encoder=encoder, encoder_weights=encoder_weights, seed=seed, time_limit_s=time_limit_s),
        *_options(device=device, threads=threads, crs=crs),
    ]


def classify(
    *,
    footprints: str,
    rasters: Sequence[PathLike],
    model: PathLike,
    output: PathLike,
    categories: Iterable[str] = (),
    category_field: str | None = None,
    truth_field: str | None = None,
    views: int | None = None,
    batch_size: int | None = None,
    device: str | None = None,
    threads: int | None = None,
    crs: str | None = None,
) -> list[str]:
    """Return the arguments that sort footprints into kinds."""
    return [
        *_begin("classify"),
        *_repeated("raster", rasters),
        *_options(model=model, output=output, category_field=category_field, truth_field=truth_field),
        *_repeated("category", categories),
        *_options(views=views, batch_size=batch_size, device=device, threads=threads, crs=crs),
        "--",
        footprints,
    ]


def mask(
    *,
    raster: PathLike,
    polygons: str,
    output: PathLike,
    kind: str | None = None,
    keep: str | None = None,
    fill: str | None = None,
    categories: Iterable[str] = (),
    category_field: str | None = None,
    score_field: str | None = None,
    all_touched: bool = False,
    colors: Mapping[str, str] | None = None,
    crs: str | None = None,
) -> list[str]:
    """Return the arguments that mask a raster, or paint polygons into one."""
    return [
        *_begin("mask"),
        *_options(raster=os.fspath(raster), polygons=polygons, output=output, kind=kind, keep=keep, fill=fill),
        *_repeated("category", categories),
        *_options(category_field=category_field, score_field=score_field, all_touched=all_touched),
        *_repeated("color", [f"{name}={color}" for name, color in (colors or {}).items()]),
        *_options(crs=crs),
    ]


def _numbers(bands: Sequence[int] | None) -> str | None:
    return ",".join(str(band) for band in bands) if bands else None
