"""A folder stands for the rasters that lie directly in it, a list in a text file for those that it names."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.commands.raster_folders import rasters_in, with_folders_opened
from engine.domain.settings import InfoSettings, StatisticsSettings
from engine.errors import RasterOpenError


@pytest.fixture
def folder(tmp_path):
    for name in ("b.tif", "a.JP2", "a.jp2.aux.xml", "c.tfw", "._b.tif", "labels.gpkg", "deeper/d.tif"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


def test_its_rasters_come_by_name_between_what_was_given_before_and_after(folder):
    assert rasters_in([Path("x.tif"), folder, Path("y.tif")]) == [
        Path("x.tif"),
        folder / "a.JP2",
        folder / "b.tif",
        Path("y.tif"),
    ]


def test_a_folder_without_rasters_is_refused_with_its_name_and_what_to_give(tmp_path):
    (tmp_path / "notes.txt").touch()
    with pytest.raises(RasterOpenError, match="no raster in the folder") as caught:
        rasters_in([tmp_path])
    assert str(tmp_path) in str(caught.value)
    assert ".tif" in caught.value.hint


def test_settings_keep_all_but_the_folder(folder):
    opened = with_folders_opened(InfoSettings(rasters=(folder,), crs="EPSG:3857"))
    assert opened == InfoSettings(rasters=(folder / "a.JP2", folder / "b.tif"), crs="EPSG:3857")


def test_commands_without_rasters_are_left_alone():
    settings = StatisticsSettings(footprints="f.gpkg")
    assert with_folders_opened(settings) is settings


def test_a_list_names_rasters_one_a_line_from_its_own_folder(tmp_path):
    lines = "# the north\nnorth/a.tif\n\n  my city.tif  \n/data/b.jp2\n"
    (tmp_path / "city.txt").write_text(lines, encoding="utf-8")
    assert rasters_in([Path("x.tif"), tmp_path / "city.txt"]) == [
        Path("x.tif"),
        tmp_path / "north/a.tif",
        tmp_path / "my city.tif",
        Path("/data/b.jp2"),
    ]
    opened = with_folders_opened(InfoSettings(rasters=(tmp_path / "city.txt",)))
    assert len(opened.rasters) == 3


@pytest.mark.parametrize(
    "content, told",
    [(b"\n# none yet\n", "names no raster"), (b"\xff\xfe\x00", "cannot be read"), (None, "cannot be read")],
)
def test_a_list_that_names_nothing_or_is_no_text_is_refused(tmp_path, content, told):
    if content is not None:
        (tmp_path / "city.txt").write_bytes(content)
    with pytest.raises(RasterOpenError, match=told) as caught:
        rasters_in([tmp_path / "city.txt"])
    assert "city.txt" in caught.value.message and "a line" in caught.value.hint


def test_a_folder_that_may_not_be_read_is_told(tmp_path, monkeypatch):
    def refuse(_folder):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(tmp_path), "iterdir", refuse)
    with pytest.raises(RasterOpenError, match=r"cannot be read: Permission denied"):
        rasters_in([tmp_path])
