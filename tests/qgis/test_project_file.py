"""A project file is made whole or not at all, and opened only where it can be used; each refusal has its sentence."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from osgeo import gdal, ogr
from qgis.core import QgsCoordinateReferenceSystem, QgsVectorLayer

from deepseg_qgis.errors import ProjectFileError, ProjectReadOnlyError
from deepseg_qgis.layers import project_place
from deepseg_qgis.layers.project_file import COLUMNS, TABLES, check_project_file, create_project_file
from deepseg_qgis.layers.project_place import is_on_network, place_warning

REPOSITORY = Path(__file__).parents[2]
UTM_WKT = QgsCoordinateReferenceSystem("EPSG:32636").toWkt()

# Holds a file as a second QGIS does while it saves.
HOLDER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "내 폴더"
    folder.mkdir()
    return folder / "site 가.gpkg"


@pytest.fixture
def own_folder() -> Iterator[Path]:
    """A folder that everybody may enter; these tests may run as root, who may write everywhere."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def as_nobody(check: object) -> None:
    """Run a check as a user without rights, where the tests run as root."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        check()
        return
    os.setresuid(65534, 65534, 0)
    try:
        check()
    finally:
        os.setresuid(0, 0, 0)


def test_it_has_the_tables_and_columns_that_were_agreed(path: Path) -> None:
    create_project_file(path, crs_wkt=UTM_WKT, name="부지 1")
    for table in TABLES:
        layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr")
        assert [field.name() for field in layer.fields()] == ["fid", *COLUMNS[table]]
        assert layer.crs().authid() == ("EPSG:32636" if layer.isSpatial() else "")
    assert check_project_file(path) == "부지 1"
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_without_a_crs_the_engine_takes_it_as_pixel_coordinates(path: Path, engine_python: Path) -> None:
    create_project_file(path, crs_wkt=None, name="pixels")
    program = "import sys; from engine.geo.vector import read_polygons; print(read_polygons(sys.argv[1]).crs)"
    done = subprocess.run(
        [engine_python, "-c", program, f"{path}|labels"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=60,
        env={"PATH": "/usr/bin:/bin"},
    )
    assert (done.returncode, done.stdout.strip()) == (0, "None"), done.stderr


def test_nothing_is_overwritten(path: Path) -> None:
    path.write_text("somebody's")
    with pytest.raises(ProjectFileError) as caught:
        create_project_file(path, crs_wkt=None, name="a")
    assert caught.value.sentence() == "site 가.gpkg already exists. Open it, or choose another name."
    assert path.read_text() == "somebody's"


def test_another_ending_is_refused_with_the_right_name(path: Path) -> None:
    with pytest.raises(ProjectFileError) as caught:
        create_project_file(path.with_suffix(".qgz"), crs_wkt=None, name="a")
    assert caught.value.hint == "Call it site 가.gpkg."


def test_a_project_that_cannot_be_written_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ogr.Layer, "SetMetadata", lambda *_: gdal.Error(gdal.CE_Failure, 1, "disk full"))
    with pytest.raises(ProjectFileError, match="cannot be written: disk full"):
        create_project_file(path, crs_wkt=None, name="a")
    assert list(path.parent.iterdir()) == []


def test_a_missing_file_says_where_it_was_sought(path: Path) -> None:
    with pytest.raises(ProjectFileError, match="is not there") as caught:
        check_project_file(path)
    assert str(path) in caught.value.message
    assert "If it was moved, open it from its new place" in caught.value.hint


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\x00" + bytes(200)])
def test_what_is_no_geopackage_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(ProjectFileError, match="it is no GeoPackage, or it is damaged"):
        check_project_file(path)


def test_another_geopackage_is_no_project(path: Path) -> None:
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    source.CreateLayer("roads")
    del source
    with pytest.raises(ProjectFileError, match="is not a DeepSeg project: it has no table categories") as caught:
        check_project_file(path)
    assert "import your labels" in caught.value.hint


def test_a_file_of_a_newer_version_asks_for_an_update(path: Path) -> None:
    create_project_file(path, crs_wkt=None, name="a")
    source = gdal.OpenEx(str(path), gdal.OF_UPDATE)
    source.GetLayerByName("categories").SetMetadataItem("DEEPSEG_PROJECT_VERSION", "2")
    del source
    with pytest.raises(ProjectFileError, match="newer version of DeepSeg") as caught:
        check_project_file(path)
    assert "Update DeepSeg" in caught.value.hint


def test_tables_that_somebody_removed_come_back_empty(path: Path) -> None:
    create_project_file(path, crs_wkt=UTM_WKT, name="a")
    source = gdal.OpenEx(str(path), gdal.OF_UPDATE)
    source.ExecuteSQL("DROP TABLE footprints")
    del source
    check_project_file(path)
    layer = QgsVectorLayer(f"{path}|layername=footprints", "", "ogr")
    assert layer.isValid() and layer.crs().authid() == "EPSG:32636"


def test_a_file_that_another_program_writes_to_is_told(path: Path) -> None:
    create_project_file(path, crs_wkt=None, name="a")
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout.readline().strip() == b"held"
        with pytest.raises(ProjectFileError, match=r"Another program is writing to site 가\.gpkg") as caught:
            check_project_file(path)
        holder.stdin.close()
        holder.wait(10)
    assert "second QGIS" in caught.value.hint
    assert check_project_file(path) == "a"


def test_a_read_only_file_says_so(own_folder: Path) -> None:
    path = own_folder / "site.gpkg"
    create_project_file(path, crs_wkt=None, name="a")
    path.chmod(0o444)

    def check() -> None:
        with pytest.raises(ProjectReadOnlyError, match=r"site\.gpkg is read-only"):
            check_project_file(path)

    as_nobody(check)


def test_a_read_only_folder_says_so(own_folder: Path) -> None:
    path = own_folder / "site.gpkg"
    create_project_file(path, crs_wkt=None, name="a")
    path.chmod(0o666)
    own_folder.chmod(0o555)

    def check() -> None:
        with pytest.raises(ProjectReadOnlyError, match="cannot be written to") as caught:
            check_project_file(path)
        assert "copy the project there" in caught.value.hint
        with pytest.raises(ProjectReadOnlyError):
            create_project_file(own_folder / "new.gpkg", crs_wkt=None, name="a")

    as_nobody(check)
    own_folder.chmod(0o755)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProjectFileError, match="does not exist"):
        create_project_file(tmp_path / "none" / "a.gpkg", crs_wkt=None, name="a")


def test_a_network_drive_is_known_by_its_path_or_its_kind(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_on_network(path)
    assert place_warning(path) == ""
    assert is_on_network(Path("//server/share/site.gpkg"))

    class Mounted:
        def __init__(self, folder: str) -> None:
            pass

        def rootPath(self) -> str:
            return "/mnt/share"

        def device(self) -> bytes:
            return b"server:/share"

        def fileSystemType(self) -> bytes:
            return b"nfs4"

    monkeypatch.setattr(project_place, "QStorageInfo", Mounted)
    assert "lies on a network drive: only one person can edit it at a time" in place_warning(path)
