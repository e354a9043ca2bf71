"""The project file: a GeoPackage whose tables are ordinary layers; made whole or not at all, and checked on opening."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from osgeo import gdal, ogr, osr

from ..errors import ProjectFileError
from ..i18n import tr
from .project_place import check_not_locked, check_place, sqlite_companions

CATEGORIES, RASTERS, AREAS, LABELS, FOOTPRINTS = TABLES = ("categories", "rasters", "areas", "labels", "footprints")
WITH_GEOMETRY = (AREAS, LABELS, FOOTPRINTS)
FILE_VERSION = 1  # raised when an older plugin would misunderstand the file

_TEXT, _REAL = ogr.OFTString, ogr.OFTReal
COLUMNS: dict[str, dict[str, int]] = {
    CATEGORIES: {"name": _TEXT, "color": _TEXT},
    RASTERS: {"path": _TEXT, "role": _TEXT},
    AREAS: {"role": _TEXT, "raster": _TEXT},
    # The last three say of which footprint a label was made; what a person drew has none of them.
    LABELS: {"category": _TEXT, "raster": _TEXT, "model": _TEXT, "run_id": _TEXT, "score": _REAL},
    FOOTPRINTS: {
        "category": _TEXT,
        "score": _REAL,
        "area_m2": _REAL,
        "perimeter_m": _REAL,
        "length_m": _REAL,
        "width_m": _REAL,
        "orientation_deg": _REAL,
        "raster": _TEXT,
        "model": _TEXT,
        "run_id": _TEXT,
        "review": _TEXT,
    },
}
# Said outright: a GeoPackage that says nothing is taken to be in degrees. QGIS and the engine both know this one.
_NOWHERE = 'LOCAL_CS["Undefined Cartesian SRS",UNIT["Meter",1],AXIS["Easting",EAST],AXIS["Northing",NORTH]]'
_VERSION_ITEM, _NAME_ITEM = "DEEPSEG_PROJECT_VERSION", "DEEPSEG_PROJECT_NAME"


def create_project_file(path: Path, *, crs_wkt: str | None, name: str) -> None:
    """Write an empty project file; it appears under its name when it is whole.

    Args:
        path: ends in .gpkg; nothing is there yet.
        crs_wkt: the coordinate system of labels and areas; None: pixel coordinates.
        name: what people call the project.

    Raises:
        ProjectFileError: something is there already, or the file cannot be written.
        ProjectReadOnlyError: the folder cannot be written to.
    """
    if path.suffix.lower() != ".gpkg":
        raise ProjectFileError(
            tr("A project is a file that ends in .gpkg, not {name}.").format(name=path.name),
            hint=tr("Call it {name}.").format(name=path.with_suffix(".gpkg").name),
        )
    if path.exists():
        raise ProjectFileError(
            tr("{name} already exists.").format(name=path.name), hint=tr("Open it, or choose another name.")
        )
    check_place(path)
    part = path.with_name(f".{path.stem}.part.gpkg")
    try:
        _remove(part)
        with _gdal_errors():
            _write(part, crs_wkt, name)
        os.replace(part, path)
    except (OSError, RuntimeError) as err:
        with suppress(OSError):
            _remove(part)
        raise ProjectFileError(
            tr("The project {name} cannot be written: {cause}").format(name=path.name, cause=err),
            hint=tr("Check that the disk has room, or choose another folder."),
        ) from err


def check_project_file(path: Path) -> str:
    """Return the project's name; the file can be opened and edited.

    Raises:
        ProjectFileError: it is missing, damaged, none of ours, from a newer version, or held by another program.
        ProjectReadOnlyError: it, or its folder, cannot be written to.
    """
    if not path.is_file():
        raise ProjectFileError(
            tr("The project {path} is not there.").format(path=path),
            hint=tr("If it was moved, open it from its new place. If it is on another drive, connect the drive first."),
        )
    name, version, tables = _read_facts(path)
    if version > FILE_VERSION:
        raise ProjectFileError(
            tr("{name} was made with a newer version of DeepSeg.").format(name=path.name),
            hint=tr("Update DeepSeg in the plugin manager, then open it again."),
        )
    missing = [table for table in (CATEGORIES, AREAS, LABELS) if table not in tables]
    if missing:
        raise ProjectFileError(
            tr("{name} is not a DeepSeg project: it has no table {table}.").format(name=path.name, table=missing[0]),
            hint=tr("Choose a project file, or make a new project and import your labels into it."),
        )
    check_place(path)
    check_not_locked(path)
    if set(TABLES) - tables:
        _add_missing_tables(path, tables)
    _add_missing_owner(path)
    return name or path.stem


def _read_facts(path: Path) -> tuple[str, int, set[str]]:
    """Return the project's name, the version of the file and its tables."""
    try:
        with _gdal_errors():
            source = _opened(path, gdal.OF_READONLY)
            tables = {source.GetLayer(i).GetName() for i in range(source.GetLayerCount())}
            facts = source.GetLayerByName(CATEGORIES).GetMetadata() if CATEGORIES in tables else {}
    except RuntimeError as err:
        raise ProjectFileError(
            tr("{name} cannot be opened as a DeepSeg project: it is no GeoPackage, or it is damaged.").format(
                name=path.name
            ),
            hint=tr("Choose a project file, or take it from a backup."),
        ) from err
    version = facts.get(_VERSION_ITEM, "")
    return facts.get(_NAME_ITEM, ""), int(version) if version.isdigit() else FILE_VERSION, tables


def _write(path: Path, crs_wkt: str | None, name: str) -> None:
    source = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    if source is None:
        raise RuntimeError(gdal.GetLastErrorMsg())
    for table in TABLES:
        _add_table(source, table, crs_wkt)
    # At a table: what is noted at the file itself, GDAL 3.13 copies into an .aux.xml beside it when it only reads.
    source.GetLayerByName(CATEGORIES).SetMetadata({_VERSION_ITEM: str(FILE_VERSION), _NAME_ITEM: name})
    source.FlushCache()


def _add_table(source: gdal.Dataset, table: str, crs_wkt: str | None) -> None:
    crs = None
    if table in WITH_GEOMETRY:
        crs = osr.SpatialReference()
        crs.ImportFromWkt(crs_wkt or _NOWHERE)
        crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    kind = ogr.wkbMultiPolygon if table in WITH_GEOMETRY else ogr.wkbNone
    layer = source.CreateLayer(table, crs, kind, ["FID=fid"])
    for column, type_ in COLUMNS[table].items():
        layer.CreateField(ogr.FieldDefn(column, type_))


def _add_missing_tables(path: Path, tables: set[str]) -> None:
    """Add the tables that somebody has removed and that can be empty."""
    try:
        with _gdal_errors():
            source = _opened(path, gdal.OF_UPDATE)
            crs = source.GetLayerByName(LABELS).GetSpatialRef()
            for table in TABLES:
                if table not in tables:
                    _add_table(source, table, crs.ExportToWkt() if crs else None)
    except RuntimeError as err:
        raise ProjectFileError(
            tr("The project {name} lacks tables, and they cannot be added: {cause}").format(name=path.name, cause=err),
            hint=tr("Check that the disk has room and that no other program has the file open."),
        ) from err


def _add_missing_owner(path: Path) -> None:
    """Let areas name their raster in a file that was made before they could; where that fails they name none."""
    with suppress(RuntimeError), _gdal_errors():
        source = _opened(path, gdal.OF_READONLY)
        if source.GetLayerByName(AREAS).GetLayerDefn().GetFieldIndex("raster") >= 0:
            return
        source = None
        source = _opened(path, gdal.OF_UPDATE)
        source.GetLayerByName(AREAS).CreateField(ogr.FieldDefn("raster", _TEXT))


def _remove(path: Path) -> None:
    for each in (path, *sqlite_companions(path)):
        with suppress(FileNotFoundError):
            each.unlink()


@contextmanager
def _gdal_errors() -> Iterator[None]:
    """Raise RuntimeError at the end of the block with what GDAL reported, whether or not it raises by itself."""
    reported: list[str] = []

    def report(level: int, _number: int, message: str) -> None:
        if level >= gdal.CE_Failure:
            reported.append(message)

    # Not gdal.UseExceptions(): that would change how GDAL behaves for everybody in this QGIS.
    gdal.PushErrorHandler(report)
    try:
        yield
    finally:
        gdal.PopErrorHandler()
    if reported:
        raise RuntimeError(reported[0])


def _opened(path: Path, access: int) -> gdal.Dataset:
    source = gdal.OpenEx(str(path), gdal.OF_VECTOR | access, allowed_drivers=["GPKG"])
    if source is None:
        raise RuntimeError(gdal.GetLastErrorMsg() or f"{path} is no GeoPackage")
    return source
