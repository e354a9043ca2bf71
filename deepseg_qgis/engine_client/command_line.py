"""What is asked of the engine, as argument lists; `docs/command-line.md` is the contract.

None leaves an option out, so that the engine's own default holds.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # Python 3.9 cannot evaluate these
    PathLike = str | os.PathLike[str]
    Value = PathLike | int | float | bool | None


def train(
    *,
    rasters: Sequence[PathLike],
    labels: str,
    model: PathLike,
    category_field: str | None = None,
    areas: str | None = None,
    epochs: int | None = None,
    family: str | None = None,
    encoder: str | None = None,
    encoder_weights: PathLike | None = None,
    from_model: PathLike | None = None,
    bands: Sequence[int] | None = None,
    patience: int | None = None,
    val_fraction: float | None = None,
    batch_size: int | None = None,
    chip_size: int | None = None,
    learning_rate: float | None = None,
    steps_per_epoch: int | None = None,
    members: int | None = None,
    seed: int | None = None,
    time_limit_s: float | None = None,
    run_dir: PathLike | None = None,
    resume: bool = False,
    device: str | None = None,
    threads: int | None = None,
    crs: str | None = None,
) -> list[str]:
    """Return the arguments that learn from labels and write a model."""
    return [
        *_begin("train"),
        *_repeated("raster", rasters),
        *_options(labels=labels, model=model, category_field=category_field, areas=areas, epochs=epochs),
        *_options(family=family, encoder=encoder, encoder_weights=encoder_weights, from_model=from_model),
        *_options(bands=",".join(str(band) for band in bands) if bands else None),
        *_options(patience=patience, val_fraction=val_fraction, batch_size=batch_size, chip_size=chip_size),
        *_options(learning_rate=learning_rate, steps_per_epoch=steps_per_epoch, members=members, seed=seed),
        *_options(time_limit_s=time_limit_s, run_dir=run_dir, resume=resume),
        *_options(device=device, threads=threads, crs=crs),
    ]


def evaluate(
    *,
    model: PathLike,
    rasters: Sequence[PathLike],
    labels: str,
    report: PathLike,
    category_field: str | None = None,
    areas: str | None = None,
    html: PathLike | None = None,
    matches: PathLike | None = None,
    score_threshold: float | None = None,
    device: str | None = None,
    threads: int | None = None,
    crs: str | None = None,
) -> list[str]:
    """Return the arguments that compare what a model finds with labels."""
    return [
        *_begin("evaluate"),
        *_options(model=model),
        *_repeated("raster", rasters),
        *_options(labels=labels, category_field=category_field, areas=areas),
        *_options(report=report, html=html, matches=matches, score_threshold=score_threshold),
        *_options(device=device, threads=threads, crs=crs),
    ]


def predict(
    *,
    model: PathLike,
    rasters: Sequence[PathLike],
    output: PathLike,
    area: str | None = None,
    score_threshold: float | None = None,
    category_thresholds: Mapping[str, float] | None = None,
    min_area_m2: float | None = None,
    simplify_m: float | None = None,
    fill_holes_m2: float | None = None,
    right_angles: bool = False,
    wall_shift_m: float | None = None,
    smooth_m: float | None = None,
    tile_size: int | None = None,
    overlap: int | None = None,
    rows: int | None = None,
    columns: int | None = None,
    run_dir: PathLike | None = None,
    keep_fields: bool = False,
    skip_bad_blocks: bool = False,
    dry_run: bool = False,
    batch_size: int | None = None,
    workers: int | None = None,
    device: str | None = None,
    threads: int | None = None,
    crs: str | None = None,
) -> list[str]:
    """Return the arguments that find things in rasters and write footprints, or only tell what that takes."""
    return [
        *_begin("predict"),
        *_options(model=model),
        *_repeated("raster", rasters),
        *_options(output=output, area=area),
        *_shape(score_threshold, category_thresholds, min_area_m2, simplify_m),
        *_changes(fill_holes_m2, right_angles, wall_shift_m, smooth_m),
        *_options(tile_size=tile_size, overlap=overlap, rows=rows, columns=columns),
        *_options(run_dir=run_dir, keep_fields=keep_fields, skip_bad_blocks=skip_bad_blocks, dry_run=dry_run),
        *_options(batch_size=batch_size, workers=workers, device=device, threads=threads, crs=crs),
    ]


def vectorize(
    *,
    run_dir: PathLike,
    output: PathLike,
    score_threshold: float | None = None,
    category_thresholds: Mapping[str, float] | None = None,
    min_area_m2: float | None = None,
    simplify_m: float | None = None,
    fill_holes_m2: float | None = None,
    right_angles: bool = False,
    wall_shift_m: float | None = None,
    smooth_m: float | None = None,
    workers: int | None = None,
) -> list[str]:
    """Return the arguments that draw footprints again with other thresholds."""
    return [
        *_begin("vectorize"),
        *_options(run_dir=run_dir, output=output, workers=workers),
        *_shape(score_threshold, category_thresholds, min_area_m2, simplify_m),
        *_changes(fill_holes_m2, right_angles, wall_shift_m, smooth_m),
    ]


def suggest_areas(
    *,
    model: PathLike,
    rasters: Sequence[PathLike],
    output: PathLike,
    labels: str | None = None,
    areas: str | None = None,
    count: int | None = None,
    size_m: float | None = None,
    sample: int | None = None,
    run_dir: PathLike | None = None,
    device: str | None = None,
    threads: int | None = None,
    crs: str | None = None,
) -> list[str]:
    """Return the arguments that rank ground by how much a model would learn from labels there."""
    return [
        *_begin("suggest-areas"),
        *_options(model=model),
        *_repeated("raster", rasters),
        *_options(labels=labels, areas=areas, output=output, count=count, size_m=size_m, sample=sample),
        *_options(run_dir=run_dir, device=device, threads=threads, crs=crs),
    ]


def capture(
    *,
    source: str,
    output: PathLike | None = None,
    every_s: float | None = None,
    count: int | None = None,
    format: str | None = None,
    preview: PathLike | None = None,
    timeout_s: float | None = None,
    look: bool = False,
) -> list[str]:
    """Return the arguments that take frames from a camera, a video or a stream, or only look at it."""
    return [
        *_begin("capture"),
        *_options(source=source, output=output, every_s=every_s, count=count),
        *_options(format=format, preview=preview, timeout_s=timeout_s, look=look),
    ]


def measure(
    *,
    polygons: str,
    output: PathLike,
    rasters: Sequence[PathLike] = (),
    bands: str | None = None,
    percentiles: str | None = None,
    texture: bool = False,
    crs: str | None = None,
) -> list[str]:
    """Return the arguments that add the shape of polygons, and what pixels below them hold, to their attributes."""
    return [
        *_begin("measure"),
        *_repeated("raster", rasters),
        *_options(output=output, bands=bands, percentiles=percentiles, texture=texture, crs=crs),
        # After `--`, so that a layer whose name begins with a dash is none of the options.
        "--",
        polygons,
    ]


def clean_shapes(
    *,
    polygons: str,
    output: PathLike,
    simplify_m: float | None = None,
    min_area_m2: float | None = None,
    fill_holes_m2: float | None = None,
    right_angles: bool = False,
    wall_shift_m: float | None = None,
    least_iou: float | None = None,
    smooth_m: float | None = None,
    inside: str | None = None,
    crs: str | None = None,
) -> list[str]:
    """Return the arguments that make outlines simpler, smoother and square."""
    return [
        *_begin("clean-shapes"),
        *_options(output=output, simplify_m=simplify_m, min_area_m2=min_area_m2),
        *_changes(fill_holes_m2, right_angles, wall_shift_m, smooth_m),
        *_options(least_iou=least_iou, inside=inside, crs=crs),
        "--",
        polygons,
    ]


def tile(
    *,
    rasters: Sequence[PathLike],
    output: PathLike | None = None,
    grid: PathLike | None = None,
    rows: int | None = None,
    columns: int | None = None,
    tile_size: int | None = None,
    overlap: int | None = None,
    format: str | None = None,
    crs: str | None = None,
) -> list[str]:
    """Return the arguments that divide rasters into tiles."""
    return [
        *_begin("tile"),
        *_options(output=output, grid=grid, rows=rows, columns=columns, tile_size=tile_size, overlap=overlap),
        *_options(format=format, crs=crs),
        "--",
        *(os.fspath(raster) for raster in rasters),
    ]


def join_tiles(*, tiles: PathLike, output: PathLike) -> list[str]:
    """Return the arguments that put the tiles of a raster together."""
    return [*_begin("join-tiles"), *_options(output=output), "--", os.fspath(tiles)]


def chips(
    *,
    rasters: Sequence[PathLike],
    labels: str,
    output: PathLike,
    format: str,
    category_field: str | None = None,
    areas: str | None = None,
    size: int | None = None,
    stride: int | None = None,
    rotation: str | None = None,
    min_overlap: float | None = None,
    empty_share: float | None = None,
    val_share: float | None = None,
    chip_format: str | None = None,
    mask: str | None = None,
    bands: Sequence[int] | None = None,
    seed: int | None = None,
    threads: int | None = None,
    crs: str | None = None,
) -> list[str]:
    """Return the arguments that cut chips for other programs."""
    return [
        *_begin("chips"),
        *_repeated("raster", rasters),
        *_options(labels=labels, category_field=category_field, areas=areas, output=output, format=format),
        *_options(size=size, stride=stride, rotation=rotation, min_overlap=min_overlap, empty_share=empty_share),
        *_options(val_share=val_share, chip_format=chip_format, mask=mask),
        *_options(bands=",".join(str(band) for band in bands) if bands else None),
        *_options(seed=seed, threads=threads, crs=crs),
    ]


def statistics(
    *,
    footprints: str,
    output: PathLike | None = None,
    by: str | None = None,
    format: str | None = None,
    category_field: str | None = None,
    area: str | None = None,
    rasters: Sequence[PathLike] = (),
    bins: str | None = None,
    sizes: PathLike | None = None,
    colors: Mapping[str, str] | None = None,
    crs: str | None = None,
) -> list[str]:
    """Return the arguments that count polygons, with densities and sizes."""
    return [
        *_begin("statistics"),
        *_options(by=by, format=format, output=output, category_field=category_field, area=area),
        *_repeated("raster", rasters),
        *_options(bins=bins, sizes=sizes, crs=crs),
        *_repeated("color", [f"{name}={color}" for name, color in (colors or {}).items()]),
        "--",
        footprints,
    ]


def info(rasters: Sequence[PathLike], crs: str | None = None) -> list[str]:
    """Return the arguments that tell what rasters are."""
    # After `--`, so that a raster whose name begins with a dash is none of the options.
    return [*_begin("info"), *_options(crs=crs), "--", *(os.fspath(raster) for raster in rasters)]


def check(device: str | None = None) -> list[str]:
    """Return the arguments that tell whether everything is installed, and which device will be used."""
    return [*_begin("check"), *_options(device=device)]


def _begin(command: str) -> list[str]:
    return [command, "--events"]


def _shape(
    score_threshold: float | None,
    category_thresholds: Mapping[str, float] | None,
    min_area_m2: float | None,
    simplify_m: float | None,
) -> list[str]:
    own = [f"{name}={_text(value)}" for name, value in (category_thresholds or {}).items()]
    return [
        *_options(score_threshold=score_threshold),
        *_repeated("category_threshold", own),
        *_options(min_area_m2=min_area_m2, simplify_m=simplify_m),
    ]


def _changes(
    fill_holes_m2: float | None, right_angles: bool, wall_shift_m: float | None, smooth_m: float | None
) -> list[str]:
    return _options(
        fill_holes_m2=fill_holes_m2, right_angles=right_angles, wall_shift_m=wall_shift_m, smooth_m=smooth_m
    )


def _options(**values: Value) -> list[str]:
    """Return `--name=value` for each that is given; a flag that is True is `--name` alone."""
    words = []
    for name, value in values.items():
        if value is None or value is False or value == "":
            continue
        option = "--" + name.replace("_", "-")
        # Joined, so that a value that begins with a dash is not read as an option.
        words.append(option if value is True else f"{option}={_text(value)}")
    return words


def _repeated(name: str, values: Iterable[PathLike]) -> list[str]:
    return [f"--{name.replace('_', '-')}={_text(value)}" for value in values]


def _text(value: Value) -> str:
    if isinstance(value, float):
        return f"{value:.10g}"
    return os.fspath(value) if isinstance(value, os.PathLike) else str(value)
