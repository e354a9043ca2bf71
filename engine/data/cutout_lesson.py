"""What a classifier learns from: labeled instances on rasters, or pictures in folders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.random import Generator
from numpy.typing import NDArray

from engine.data.bands import choose_bands, measure_scaling
from engine.data.category_names import category_name, natural_key
from engine.data.classifier_sample import Sample, make_sample, measures_of
from engine.data.cutout import boxes_around, cut_out, frame_around
from engine.data.cutout_index import read_cutout_index
from engine.data.raster_choice import RasterChoice
from engine.domain.cutout_settings import Framing
from engine.domain.scaling import Scaling
from engine.errors import BandCountError, CategoryFieldError, TooFewLabelsError, UsageError
from engine.events import Reporter
from engine.geo.burn import burn_mask
from engine.geo.polygon_stream import PolygonStream
from engine.geo.raster import Raster, open_raster
from engine.stop import StopFlag

PICTURE_ENDINGS = (".tif", ".tiff", ".png", ".jpg", ".jpeg", ".webp", ".bmp")
EIGHT_BITS = (0.0, 255.0)
_BATCH = 5000
_MOST_PER_CATEGORY = 2000  # more teaches a head nothing new, and would fill memory
_N_SCALING_PICTURES = 100
Ready = Callable[[Sequence[Raster], Sequence[Any], Sequence[int]], Sequence[Raster]]


@dataclass(frozen=True, eq=False)
class Lesson:
    """Labeled instances, and how a classifier has to look at others.

    Attributes:
        names: the categories.
        labels: int64 (n,), which of `names` each instance is.
        grounds: object (n,) of boxes, what each picture shows of the map, or None (n,) where that is not known.
        worlds: int64 (n,), instances of different worlds (coordinate systems, placeless rasters) share no ground.
        sample: makes what the network sees of instance number i.
        shape_unit: m, px, or empty where no polygons are known.
    """

    names: tuple[str, ...]
    labels: NDArray[np.int64]
    grounds: NDArray[np.object_] | None
    worlds: NDArray[np.int64]
    sample: Callable[[int], Sample]
    bands: tuple[int, ...]
    scaling: Scaling
    framing: Framing
    is_masked: bool
    shape_unit: str

    def __len__(self) -> int:
        return len(self.labels)


def _labeled(
    stream: PolygonStream,
    rasters: Sequence[Raster],
    field: str,
    generator: Generator,
    reporter: Reporter,
    stop: StopFlag,
) -> tuple[list[tuple[str, tuple[int, Any]]], int]:
    """Return the kind of each labeled polygon, the number of its raster, and the polygon in that raster's pixels.

    How many others lie on no raster comes with them.
    """
    choice, column = RasterChoice(rasters, stream, reporter=reporter), stream.field(field)
    reservoir, n_outside = _Reservoir(generator), 0
    for batch in stream.batches(_BATCH):
        stop.check()
        chosen, names = choice.place(batch), _names(batch.column(column), field, stream)
        for name, number, polygon in zip(names, chosen.rasters, chosen.polygons, strict=True):
            if name is not None and number >= 0:
                reservoir.add(name, (int(number), polygon))
            n_outside += name is not None and number < 0
    _tell(reservoir.seen, n_outside, stream.name, reporter)
    return list(reservoir.things()), n_outside


class _Reservoir:
    """Keeps a fair share of what comes by, at most so many of each category."""

    def __init__(self, generator: Generator) -> None:
        self._generator = generator
        self._kept: dict[str, list[tuple[int, Any]]] = {}
        self.seen: Counter[str] = Counter()

    def add(self, name: str, thing: Any) -> None:
        kept = self._kept.setdefault(name, [])
        number = self.seen[name]
        self.seen[name] += 1
        if number < _MOST_PER_CATEGORY:
            kept.append((number, thing))
        elif (place := int(self._generator.integers(number + 1))) < _MOST_PER_CATEGORY:
            kept[place] = number, thing

    def things(self) -> Iterator[tuple[str, Any]]:
        for name in sorted(self._kept, key=natural_key):
            for _, thing in sorted(self._kept[name], key=lambda pair: pair[0]):
                yield name, thing


def lesson_from_footprints(
    stream: PolygonStream,
    rasters: Sequence[Raster],
    field: str,
    framing: Framing,
    *,
    size_px: int,
    is_masked: bool,
    bands: Sequence[int] | None,
    ready: Ready,
    generator: Generator,
    reporter: Reporter,
    stop: StopFlag,
) -> Lesson:
    """Return the polygons that have a value in the field, cut live from their rasters.

    `ready` makes rasters ready to be read: it takes them, what is read of each, and the bands.

    Raises:
        DeepSegError: there are too few, or an input does not hold what it should.
    """
    kept, n_outside = _labeled(stream, rasters, field, generator, reporter, stop)
    if n_outside and not kept:
        raise TooFewLabelsError(
            f"none of the {n_outside} labeled polygons of {stream.name} lies on {rasters[0].name}"
            f"{' or another raster' if len(rasters) > 1 else ''}",
            hint="Give the rasters that show them, and check the coordinate systems.",
        )
    names = _checked_names([name for name, _ in kept], stream.name, field)
    chosen_bands = choose_bands(rasters[0], bands)
    for raster in rasters[1:]:
        raster.check_bands(chosen_bands)
    stop.check()
    framing = replace(framing, size_px=size_px)
    places = [thing for _, thing in kept]
    rasters = ready(rasters, _read_of_each(len(rasters), places, framing), chosen_bands)
    scaling = _scaling(rasters, chosen_bands, generator)
    unit = "m" if all(raster.native_grid.metres_per_pixel for raster in rasters) else "px"

    def sample(number: int) -> Sample:
        raster_number, polygon = places[number]
        raster = rasters[raster_number]
        cutout = cut_out(raster, polygon, framing, bands=chosen_bands)
        metres = raster.native_grid.metres_per_pixel if unit == "m" else None
        return make_sample(
            cutout.values, cutout.valid, cutout.inside, measures_of(polygon, metres),
            scaling=scaling, size_px=size_px, is_masked=is_masked,
        )  # fmt: skip

    return Lesson(
        names,
        np.array([names.index(name) for name, _ in kept], np.int64),
        _grounds([rasters[number] for number, _ in places], [polygon for _, polygon in places], framing, stop),
        _worlds([rasters[number] for number, _ in places]),
        sample,
        chosen_bands,
        scaling,
        framing,
        is_masked,
        unit,
    )


def _read_of_each(n: int, places: Sequence[tuple[int, Any]], framing: Framing) -> list[Any]:
    """Return what is read of each of n rasters, in its pixels: a rectangle, empty for nothing."""
    boxes: list[NDArray[np.float64]] = [np.zeros((0, 4))] * n
    for number in {number for number, _ in places}:
        polygons = np.array([polygon for owner, polygon in places if owner == number], object)
        boxes[number] = boxes_around(shapely.bounds(polygons), framing)
    return [
        shapely.box(*each[:, :2].min(axis=0), *each[:, 2:].max(axis=0)) if len(each) else shapely.Polygon()
        for each in boxes
    ]


def lesson_from_folder(
    folder: Path,
    framing: Framing,
    *,
    size_px: int,
    is_masked: bool,
    generator: Generator,
    reporter: Reporter,
    stop: StopFlag,
) -> Lesson:
    """Return the pictures in the folders below a folder, each folder a category; with our index, also what it knows.

    Raises:
        DeepSegError: there are too few, or they do not fit each other.
        Stopped: when `stop` was requested.
    """
    index = read_cutout_index(folder)
    rows = {row["file"]: row for row in index["cutouts"]} if index else {}
    if index and any(raster.get("black") for raster in index["rasters"]):
        raise UsageError(
            f"the pictures in {folder} were brightened from more than 8 bits, which footprints on a raster are not",
            hint="Cut them out with --format tif, or train with --footprints and --raster.",
        )
    real_names = {value: key for key, value in index["folders"].items()} if index else {}
    reservoir = _Reservoir(generator)
    for path in _pictures(folder):
        stop.check()
        row = rows.get(f"{path.parent.name}/{path.name}")
        reservoir.add(real_names.get(path.parent.name, path.parent.name), (path, row))
    kept = list(reservoir.things())
    _tell(reservoir.seen, 0, folder.name, reporter)
    names = _checked_names([name for name, _ in kept], str(folder), "")
    pictures = [thing for _, thing in kept]
    has_rows = all(row is not None for _, row in pictures)
    metres = {raster["name"]: raster["metres_per_pixel"] for raster in index["rasters"]} if index else {}
    unit = "" if not has_rows else "m" if all(metres.values()) else "px"
    bands, scaling = _picture_form([path for path, _ in pictures], stop)
    if index is not None:
        framing, is_masked = replace(Framing(**index["framing"]), size_px=size_px), bool(index["is_masked"])
        bands = tuple(index["rasters"][0]["bands"]) if len(index["rasters"][0]["bands"]) == len(bands) else bands

    def sample(number: int) -> Sample:
        path, row = pictures[number]
        return _picture_sample(path, row, metres, unit, len(bands), scaling, size_px, is_masked)

    return Lesson(
        names,
        np.array([names.index(name) for name, _ in kept], np.int64),
        _row_grounds([row for _, row in pictures]) if has_rows else None,
        _row_worlds([row for _, row in pictures]) if has_rows else np.arange(len(kept)),
        sample,
        bands,
        scaling,
        replace(framing, size_px=size_px),
        is_masked,
        unit,
    )


def _picture_sample(
    path: Path,
    row: dict[str, Any] | None,
    metres: dict[str, float | None],
    unit: str,
    n_bands: int,
    scaling: Scaling,
    size_px: int,
    is_masked: bool,
) -> Sample:
    with open_raster(path) as picture:
        if picture.n_bands != n_bands:
            raise BandCountError(
                f"{path.name} has {picture.n_bands} bands and other pictures have {n_bands}",
                hint="Give pictures with the same bands.",
            )
        pixels = picture.read(picture.native_grid.window, picture.default_bands)
    inside, measures = np.ones(pixels.valid.shape, bool), None
    if row is not None and unit:
        rings = [ring for ring in row["outline"] if len(ring) >= 4]
        polygon = shapely.make_valid(shapely.Polygon(rings[0], rings[1:])) if rings else shapely.Polygon()
        inside = burn_mask([polygon], pixels.valid.shape)
        per_pixel = (metres.get(row["raster"]) or 1.0) if unit == "m" else 1.0
        measures = measures_of(polygon, per_pixel / float(row["scale"]))
    return make_sample(
        pixels.values, pixels.valid, inside, measures, scaling=scaling, size_px=size_px, is_masked=is_masked
    )


def _pictures(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise UsageError(f"there is no folder {folder}", hint="Give a folder that `deepseg cutouts` wrote.")
    found = [
        path
        for below in sorted(folder.iterdir())
        if below.is_dir() and not below.name.startswith(".")
        for path in sorted(below.iterdir())
        if path.suffix.lower() in PICTURE_ENDINGS and not path.name.startswith(".")
    ]
    if not found:
        raise UsageError(
            f"there is no picture in the folders below {folder}",
            hint="Give a folder that holds one folder of pictures per category.",
        )
    return found


def _picture_form(paths: Sequence[Path], stop: StopFlag) -> tuple[tuple[int, ...], Scaling]:
    """Return the bands of pictures, and what scales them: the whole range of 8 bits, else what they hold."""
    low: list[NDArray[np.float64]] = []
    high: list[NDArray[np.float64]] = []
    with open_raster(paths[0]) as first:
        bands = first.default_bands
        if first.dtype == "uint8":
            return bands, Scaling(low=EIGHT_BITS[:1] * len(bands), high=EIGHT_BITS[1:] * len(bands))
    for path in paths[:: max(1, len(paths) // _N_SCALING_PICTURES)]:
        stop.check()
        with open_raster(path) as picture:
            picture.check_bands(bands)
            pixels = picture.read(picture.native_grid.window, bands)
        if pixels.valid.any():
            limits = np.percentile(pixels.values[:, pixels.valid].astype(np.float64), [2, 98], axis=1)
            low.append(limits[0])
            high.append(limits[1])
    if not low:
        raise TooFewLabelsError("the pictures hold no valid pixel", hint="Check their nodata value.")
    lows, highs = np.median(low, axis=0), np.median(high, axis=0)
    highs = np.where(highs > lows, highs, lows + 1)
    return bands, Scaling(low=tuple(lows.tolist()), high=tuple(highs.tolist()))


def _scaling(rasters: Sequence[Raster], bands: tuple[int, ...], generator: Generator) -> Scaling:
    if all(raster.file.dtype_of(bands) == np.uint8 for raster in rasters):
        return Scaling(low=EIGHT_BITS[:1] * len(bands), high=EIGHT_BITS[1:] * len(bands))
    return measure_scaling(rasters, bands, generator=generator)


def _names(values: NDArray[np.object_], field: str, stream: PolygonStream) -> list[str | None]:
    try:
        return [category_name(value) for value in values]
    except ValueError as err:
        raise CategoryFieldError(
            f'the field "{field}" of {stream.name} holds no categories: {err}',
            hint="Choose a field of text or whole numbers.",
        ) from err


def _checked_names(names: Sequence[str], file: str, field: str) -> tuple[str, ...]:
    unique = sorted(set(names), key=natural_key)
    where = f'in the field "{field}" of {file}' if field else f"in {file}"
    if len(unique) < 2:
        has = f'only "{unique[0]}"' if unique else "no kind at all"
        raise TooFewLabelsError(
            f"there is {has} {where}, and sorting needs at least two kinds",
            hint="Give footprints of each kind a value, a dozen of each to begin with.",
        )
    if len(unique) > 255 or (len(unique) == len(names) > 10):
        raise CategoryFieldError(
            f"there are {len(unique)} different values {where} for {len(names)} labels: those are no kinds",
            hint="Choose the field that names the kind of thing.",
        )
    return tuple(unique)


def _tell(seen: Counter[str], n_outside: int, file: str, reporter: Reporter) -> None:
    if n_outside:
        reporter.warning("outside_rasters", f"{n_outside} labeled polygons of {file} lie on none of the rasters")
    for name, number in sorted(seen.items()):
        if number > _MOST_PER_CATEGORY:
            reporter.warning(
                "labels_sampled", f'of {number} labels of "{name}" a sample of {_MOST_PER_CATEGORY} is learned from'
            )


def _grounds(
    rasters: Sequence[Raster], polygons: Sequence[Any], framing: Framing, stop: StopFlag
) -> NDArray[np.object_]:
    boxes = np.empty(len(polygons), object)
    for i, (raster, polygon) in enumerate(zip(rasters, polygons, strict=True)):
        stop.check()
        frame = frame_around(polygon, framing)
        corners = ((0, 0), (frame.cols, 0), (frame.cols, frame.rows), (0, frame.rows))
        outline = shapely.Polygon([frame.to_raster * corner for corner in corners])
        boxes[i] = shapely.box(*raster.native_grid.to_map(outline).bounds)
    return boxes


def _worlds(rasters: Sequence[Raster]) -> NDArray[np.int64]:
    keys = [raster.native_grid.crs_wkt or str(raster.path) for raster in rasters]
    return np.unique(keys, return_inverse=True)[1].astype(np.int64)


def _row_grounds(rows: Sequence[Any]) -> NDArray[np.object_]:
    boxes = np.empty(len(rows), object)
    boxes[:] = [shapely.box(*(float(row[side]) for side in ("x_min", "y_min", "x_max", "y_max"))) for row in rows]
    return boxes


def _row_worlds(rows: Sequence[Any]) -> NDArray[np.int64]:
    keys = [str(row["crs"] or row["raster"]) for row in rows]
    return np.unique(keys, return_inverse=True)[1].astype(np.int64)
