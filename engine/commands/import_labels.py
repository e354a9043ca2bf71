"""`deepseg import-labels`: labels of another program become polygons on the map."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from engine.commands.label_places import Places
from engine.commands.label_rasters import rasters_below
from engine.domain.category import OKABE_ITO
from engine.domain.label_interchange_settings import ImportLabelsSettings
from engine.errors import ImagesUnmatchedError, TooFewLabelsError
from engine.events import Reporter
from engine.geo.label_file import LabelFile, check_label_path
from engine.geo.polygons import polygon_parts
from engine.interchange.label import Kind, Label, LabelSource, Progress
from engine.interchange.raster_book import RasterBook
from engine.interchange.registry import FORMATS, ImportOptions, open_labels, recognized
from engine.stop import StopFlag
from engine.whole_file import check_no_input

_BATCH = 10_000
_LISTED = 50
COLUMNS = ("category", "category_id", "color", "raster", "label_id", "score", "crowd")


def import_labels(settings: ImportLabelsSettings, *, reporter: Reporter, stop: StopFlag) -> None:
    """Write the labels of a source to `settings.output`.

    Raises:
        LabelFileError, VectorOpenError, RasterOpenError, CategoryFieldError: the source is not what it should be.
        ImagesUnmatchedError: none of its images is among the rasters.
        TooFewLabelsError: there is nothing in it that could be a label.
        CrsError: rasters with and without coordinate system are mixed.
        OutputError: the output cannot be written.
        Stopped: when `stop` was requested.
    """
    check_no_input(settings.output, Path(settings.source.split("|")[0]))
    check_label_path(settings.output)
    reporter.stage("import", f"reading labels from {settings.source}")

    def watch(progress: Progress) -> None:
        stop.check()
        reporter.progress("import", progress.done, progress.total, progress.unit)

    options = ImportOptions(settings.category_field, settings.pixels, Progress(watch=watch))
    source = open_labels(settings.source, settings.format, options)
    places = Places(source, RasterBook(rasters_below(settings.images, reporter=reporter, stop=stop), settings.crs))
    counts: Counter[str] = Counter()
    kinds: dict[str, Kind] = {}
    with LabelFile(settings.output, places.crs) as file:
        file.write(np.zeros(0, object), dict.fromkeys(COLUMNS, ()))
        for batch in _batches(source.labels()):
            source.progress.at()
            _write(batch, file, places, source, settings, kinds, counts)
        _check_any(file, source, places, settings)
        for kind in source.kinds:
            kinds.setdefault(kind.name, kind)
        named = _in_order([kind for kind in kinds.values() if kind.name], source)
        colors = [kind.color or OKABE_ITO[i % len(OKABE_ITO)] for i, kind in enumerate(named)]
        file.write_categories([kind.name for kind in named], colors, [kind.number for kind in named])
    _warn(source, places, counts, reporter)
    reporter.artifact("labels", settings.output)
    name = recognized_name(settings)
    reporter.result(_result(name, source, places, named, colors, counts, file.n_labels))


def recognized_name(settings: ImportLabelsSettings) -> str:
    """Return the name of the format that was read."""
    return recognized(Path(settings.source.split("|")[0])) if settings.format == "auto" else settings.format


def _batches(labels: Iterator[Label]) -> Iterator[list[Label]]:
    while batch := list(itertools.islice(labels, _BATCH)):
        yield batch


def _write(
    batch: list[Label],
    file: LabelFile,
    places: Places,
    source: LabelSource,
    settings: ImportLabelsSettings,
    kinds: dict[str, Kind],
    counts: Counter[str],
) -> None:
    """Write the labels of a batch that have a place and an area."""
    placed = places.placed(batch)
    shapes = np.empty(len(placed), object)
    shapes[:] = [each.shape for each in placed]
    shapes, n_repaired = cleaned(shapes)
    if n_repaired:
        source.notes.add("crossed themselves and were repaired", number=n_repaired)
    has_area = ~shapely.is_empty(shapes)
    if not has_area.all():
        source.dropped.add("without an area", number=int((~has_area).sum()))
    columns: dict[str, list[Any]] = {name: [] for name in COLUMNS}
    for each in itertools.compress(placed, has_area.tolist()):
        label, kind = each.label, each.label.kind
        if not kind.name and settings.category:
            kind = Kind(settings.category, kind.number, kind.color)
        if kind.name not in kinds:
            kinds[kind.name] = kind
        counts[kind.name] += 1
        values = (kind.name or None, kind.number, kind.color, each.raster or None, label.number, label.score)
        for name, value in zip(COLUMNS, (*values, int(label.is_crowd)), strict=True):
            columns[name].append(value)
    file.write(shapes[has_area], columns)


def cleaned(shapes: NDArray[np.object_]) -> tuple[NDArray[np.object_], int]:
    """Return the shapes (n,) valid and made of polygons only, empty where no area is left, and how many were broken."""
    answer = shapes.copy()
    broken = np.flatnonzero(~shapely.is_valid(shapes))
    if len(broken):
        repaired = shapely.make_valid(shapes[broken], method="structure", keep_collapsed=False)
        parts, owners = polygon_parts(repaired)
        answer[broken] = shapely.MultiPolygon()
        for owner in np.unique(owners).tolist():
            own = parts[owners == owner]
            answer[broken[owner]] = own[0] if len(own) == 1 else shapely.MultiPolygon(list(own))
    answer[shapely.area(answer) == 0] = shapely.MultiPolygon()
    return answer, int((~shapely.is_empty(answer[broken])).sum())


def _in_order(kinds: list[Kind], source: LabelSource) -> list[Kind]:
    """Return categories as their source lists them, then the others by their number."""
    listed = {kind.name: i for i, kind in enumerate(source.kinds)}
    return sorted(kinds, key=lambda kind: (listed.get(kind.name, len(listed)), kind.number or 0, kind.name))


def _check_any(file: LabelFile, source: LabelSource, places: Places, settings: ImportLabelsSettings) -> None:
    if file.n_labels:
        return
    if places.unmatched and not places.matched:
        image, reason = next(iter(places.unmatched.items()))
        raise ImagesUnmatchedError(
            f"none of the {len(places.unmatched)} images in {settings.source} is among the rasters: {image}: {reason}",
            hint="Give the rasters that the labels were drawn on; they are found by their file names.",
        )
    what = f": {source.dropped.text()}" if source.dropped else ""
    raise TooFewLabelsError(
        f"{settings.source} holds no label that could be taken over{what}", hint="Check the file and its format."
    )


def _warn(source: LabelSource, places: Places, counts: Counter[str], reporter: Reporter) -> None:
    if source.dropped:
        reporter.warning("labels_dropped", f"left out: {source.dropped.text()}")
    if source.notes:
        reporter.warning("labels_changed", f"of the labels, {source.notes.text()}")
    if places.scaled:
        names = _some(list(places.scaled))
        reporter.warning(
            "labels_scaled",
            f"the labels of {names} were drawn on a picture of another size and are scaled",
            hint="Check on the map that they lie where they should.",
        )
    if places.unmatched:
        told = [f"{image} ({reason})" for image, reason in places.unmatched.items()]
        reporter.warning(
            "images_unmatched",
            f"{_counted(len(places.unmatched), 'image')} with {_counted(places.n_unplaced, 'label')} left out, "
            f"because the raster is not there: {_some(told)}",
            hint="Give these rasters as well; they are found by their file names.",
        )
    lonely = places.rasters_without_image()
    if lonely and not source.is_placed:
        reporter.warning("rasters_unmatched", f"the file names no image for {_some([path.name for path in lonely])}")
    if counts[""]:
        reporter.warning(
            "labels_without_category",
            f"{_counted(counts[''], 'label')} without a category",
            hint="Give them one with --category, or name the field that holds it with --category-field.",
        )


def _result(
    name: str,
    source: LabelSource,
    places: Places,
    kinds: list[Kind],
    colors: list[str],
    counts: Counter[str],
    n_labels: int,
) -> dict[str, Any]:
    lines = [f"{_counted(n_labels, 'label')} from {FORMATS[name].title}"]
    lines += [f"  {kind.name}: {counts[kind.name]}" for kind in kinds]
    lonely = [] if source.is_placed else places.rasters_without_image()
    return {
        "format": name,
        "n_labels": n_labels,
        "n_dropped": source.dropped.total + places.n_unplaced,
        "dropped": dict(source.dropped.counts),
        "n_images": len(source.images),
        "n_images_unmatched": len(places.unmatched),
        "images_unmatched": list(places.unmatched)[:_LISTED],
        "n_rasters_unmatched": len(lonely),
        "rasters_unmatched": [path.name for path in lonely[:_LISTED]],
        "categories": [
            {"name": kind.name, "category_id": kind.number, "color": color, "n_labels": counts[kind.name]}
            for kind, color in zip(kinds, colors, strict=True)
        ],
        "text": "\n".join(lines),
    }


def _some(names: list[str]) -> str:
    shown = ", ".join(names[:3])
    return shown if len(names) <= 3 else f"{shown} and {len(names) - 3} more"


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}" + ("" if number == 1 else "s")
