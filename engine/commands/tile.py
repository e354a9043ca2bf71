"""`deepseg tile`: a raster divided into files, or into a layer of outlines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import pyproj
import shapely

from engine.commands.ready_rasters import folder_of_copies
from engine.domain.tiling_settings import DivideSettings
from engine.errors import CrsError
from engine.events import Reporter
from engine.geo.division import Division, divide
from engine.geo.file_stems import unique_stems
from engine.geo.polygon_file import check_ending, check_no_other_layers, write_polygons
from engine.geo.raster import Raster, open_raster
from engine.geo.raster_file import read_stored
from engine.geo.raster_form import RasterForm, read_form
from engine.geo.raster_writer import check_format, write_part
from engine.geo.tile_index import INDEX_NAME, TileIndex
from engine.geo.transcode import readable, remove_copies
from engine.geo.window import Window
from engine.stop import StopFlag
from engine.whole_file import check_free_folder, whole_folder

_LAYER = "tiles"


def tile(settings: DivideSettings, *, reporter: Reporter, stop: StopFlag) -> None:
    """Divide each raster; several rasters get a folder each below `settings.output`.

    Raises:
        RasterOpenError: a raster cannot be read.
        UsageError: there would be far too many tiles.
        OutputError: the folder is not empty, cannot be written, or the format cannot hold a raster.
        Stopped: when `stop` was requested; nothing is left then.
    """
    if settings.output is not None:
        check_free_folder(settings.output)
    if settings.grid is not None:
        check_ending(settings.grid)
        check_no_other_layers(settings.grid, _LAYER)
    with ExitStack() as open_rasters:
        rasters = [open_rasters.enter_context(open_raster(path, crs=settings.crs)) for path in settings.rasters]
        if settings.grid is not None:
            _check_one_crs(rasters)
        divisions = [_division(raster, settings) for raster in rasters]
        if settings.output is not None:
            for raster in rasters:
                check_format(read_form(raster.file), f".{settings.format}", name=raster.name)
            _tell_of_loss(settings.format, reporter)
            copies = folder_of_copies(settings.output, open_rasters)
            _write_files(rasters, divisions, copies, settings, reporter, stop)
    if settings.grid is not None:
        _write_grid(settings.grid, rasters, divisions)
        reporter.artifact("grid", settings.grid)
    _tell_result(rasters, divisions, settings, reporter)


def _check_one_crs(rasters: Sequence[Raster]) -> None:
    """Accept rasters whose outlines fit into one layer.

    Raises:
        CrsError: they lie in different coordinate systems.
    """
    for raster in rasters[1:]:
        if raster.native_grid.crs_wkt != rasters[0].native_grid.crs_wkt:
            raise CrsError(
                f"{rasters[0].name} and {raster.name} have different coordinate systems, and a layer has one",
                hint="Write a grid for each of them.",
            )


def _division(raster: Raster, settings: DivideSettings) -> Division:
    return divide(
        raster.native_grid,
        rows=settings.rows,
        columns=settings.columns,
        tile_size=settings.tile_size,
        overlap=settings.overlap,
    )


def _tell_of_loss(ending: str, reporter: Reporter) -> None:
    if ending == "jpg":
        reporter.warning(
            "tiles_lossy",
            "jpg changes the pixels a little, so that the tiles do not give the raster back bit for bit",
            hint="Choose tif or png where that matters.",
        )


def _write_files(
    rasters: Sequence[Raster],
    divisions: Sequence[Division],
    copies: Path,
    settings: DivideSettings,
    reporter: Reporter,
    stop: StopFlag,
) -> None:
    assert settings.output is not None, "asked by the caller"
    n_all, n_done = sum(division.n_tiles for division in divisions), 0
    with whole_folder(settings.output) as beside:
        for raster, division, name in zip(rasters, divisions, _folder_names(rasters), strict=True):
            reporter.stage("tile", f"{raster.name}: {_sentence(division)}")
            folder = beside / name if len(rasters) > 1 else beside
            folder.mkdir(exist_ok=True)
            for _ in _write_tiles(raster, division, folder, copies, settings.format, reporter, stop):
                n_done += 1
                reporter.progress("tile", n_done, n_all, "tile")
    for name in _folder_names(rasters) if len(rasters) > 1 else [""]:
        reporter.artifact("tiles", settings.output / name / INDEX_NAME)


def _write_tiles(
    raster: Raster, division: Division, folder: Path, copies: Path, ending: str, reporter: Reporter, stop: StopFlag
) -> Iterator[None]:
    """Write the tiles of one raster and their index; yields after each."""
    form = read_form(raster.file)
    bands = range(1, form.n_bands + 1)
    # Strips and JPEG 2000 are decoded once, not once for each tile that they lie under.
    source = readable(raster, copies, reporter=reporter, stop=stop)
    digits = len(str(max(len(division.row_spans), len(division.column_spans))))
    entries: list[tuple[str, Window]] = []
    for row, column, window in division.tiles():
        stop.check()
        name = f"{raster.path.stem}_r{row:0{digits}}_c{column:0{digits}}.{ending}"
        values, mask = read_stored(source.file, window, bands)
        write_part(folder / name, form, window, values, mask)
        entries.append((name, window))
        yield
    if source is not raster:
        source.close()
        remove_copies(copies)
    grid = raster.native_grid
    index = TileIndex(raster.name, grid.rows, grid.cols, form.transform, _wkt(form), tuple(entries))
    index.write(folder)


def _folder_names(rasters: Sequence[Raster]) -> list[str]:
    return unique_stems(raster.path for raster in rasters)


def _wkt(form: RasterForm) -> str | None:
    if form.transform is None or not form.crs:
        return None
    return form.crs if isinstance(form.crs, str) else str(form.crs.to_wkt())


def _write_grid(path: Path, rasters: Sequence[Raster], divisions: Sequence[Division]) -> None:
    """Write the outlines of all tiles as one layer."""
    first = rasters[0].native_grid
    polygons, columns = [], []
    for raster, division in zip(rasters, divisions, strict=True):
        for row, column, at in division.tiles():
            outline = shapely.box(at.col, at.row, at.col_stop, at.row_stop)
            polygons.append(raster.native_grid.to_map(outline))
            columns.append((raster.name, row, column, at.cols, at.rows))
    names, *numbers = zip(*columns, strict=True)
    fields = dict(zip(("row", "column", "width_px", "height_px"), map(np.array, numbers), strict=True))
    crs = pyproj.CRS.from_wkt(first.crs_wkt) if first.crs_wkt else None
    outlines = np.array(polygons, dtype=object)
    write_polygons(path, outlines, {"raster": np.array(names, object), **fields}, crs=crs, layer=_LAYER)


def _sentence(division: Division) -> str:
    widest = max(cols for _, cols in division.column_spans)
    highest = max(rows for _, rows in division.row_spans)
    n_rows, n_columns = len(division.row_spans), len(division.column_spans)
    return f"{n_rows} x {n_columns} tiles (rows x columns) of up to {widest} x {highest} px"


def _tell_result(
    rasters: Sequence[Raster], divisions: Sequence[Division], settings: DivideSettings, reporter: Reporter
) -> None:
    n_tiles = sum(division.n_tiles for division in divisions)
    places = " and ".join(str(place) for place in (settings.output, settings.grid) if place is not None)
    parts = "1 tile" if n_tiles == 1 else f"{n_tiles} tiles"
    by_raster = [
        {"raster": raster.name, "rows": len(division.row_spans), "columns": len(division.column_spans)}
        for raster, division in zip(rasters, divisions, strict=True)
    ]
    reporter.result({"n_tiles": n_tiles, "rasters": by_raster, "text": f"{parts} in {places}"})
