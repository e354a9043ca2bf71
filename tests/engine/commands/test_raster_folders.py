"""A folder stands for the rasters that lie directly in it, a list in a text file for those that it names."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio.shutil

from engine.commands import raster_folders
from engine.commands.info import info
from engine.commands.label_rasters import rasters_below
from engine.domain.settings import InfoSettings, PredictSettings, StatisticsSettings
from engine.errors import RasterOpenError, Stopped
from engine.events import SilentReporter
from engine.stop import StopFlag
from tests.factories import write_raster


@pytest.fixture
def folder(tmp_path):
    for name in ("a.jp2.aux.xml", "c.tfw", "._b.tif", "labels.gpkg", "deeper/d.tif"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    for name in ("a.JP2", "b.tif"):  # both GeoTIFFs by their content, which is what counts
        write_raster(tmp_path / "new.tif", np.ones((1, 8, 8), np.uint8)).rename(tmp_path / name)
    return tmp_path


def rasters_in(paths, *, reporter=None):
    return raster_folders.rasters_in(paths, reporter=reporter or SilentReporter(), stop=StopFlag())


def with_folders_opened(settings, *, reporter=None):
    return raster_folders.with_folders_opened(settings, reporter or SilentReporter(), StopFlag())


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
    [(b"\n# none yet\n", "names no raster"), (b"\xff\xfe\x00", "cannot be read"), (None, "does not exist")],
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


def photos(folder, *endings, n_px=200):
    """Write pictures of noise, one of each ending; return their paths by ending."""
    folder.mkdir()
    values = np.random.default_rng(0).integers(0, 255, (3, n_px, n_px), np.uint8)
    drivers = {".png": "PNG", ".jpg": "JPEG", ".tif": "GTiff", ".webp": "WEBP", ".bmp": "BMP"}
    whole, found = write_raster(folder / "whole.tif", values), {}
    for ending in endings:
        found[ending] = folder / f"photo{ending}"
        rasterio.shutil.copy(whole, found[ending], driver=drivers[ending])
    return found


def warnings_of(reporter):
    return [(event["code"], event["message"], event["hint"]) for event in reporter.named("warning")]


def test_a_broken_file_in_a_folder_is_told_and_left_out(tmp_path):
    (photos(tmp_path / "photos", ".png")[".png"].with_name("empty.png")).touch()
    reporter = SilentReporter()
    info(
        with_folders_opened(InfoSettings(rasters=(tmp_path / "photos",)), reporter=reporter),
        reporter=reporter,
        stop=StopFlag(),
    )
    (told,) = warnings_of(reporter)
    assert told[0] == "raster_left_out"
    assert told[1].startswith("left out: ") and "empty.png cannot be opened as a raster: it is empty" in told[1]
    assert "get it again" in told[2]
    assert [each["name"] for each in reporter.named("result")[0]["values"]["rasters"]] == ["photo.png", "whole.tif"]


@pytest.mark.parametrize("ending", [".png", ".jpg", ".tif", ".webp", ".bmp"])
def test_a_file_that_ends_too_early_is_left_out_of_its_folder(tmp_path, ending):
    path = photos(tmp_path / "photos", ending)[ending]
    assert path in rasters_in([tmp_path / "photos"])
    path.write_bytes(path.read_bytes()[:-9000])
    reporter = SilentReporter()
    assert rasters_in([tmp_path / "photos"], reporter=reporter) == [tmp_path / "photos" / "whole.tif"]
    assert path.name in warnings_of(reporter)[0][1]


def test_what_follows_the_end_of_a_photo_does_no_harm(tmp_path):
    path = photos(tmp_path / "photos", ".jpg")[".jpg"]
    path.write_bytes(path.read_bytes() + bytes(5000))  # cameras keep previews and films there
    assert path in rasters_in([tmp_path / "photos"])


def test_who_goes_on_over_damaged_places_keeps_files_that_end_too_early(tmp_path):
    path = photos(tmp_path / "photos", ".tif")[".tif"]
    path.write_bytes(path.read_bytes()[:-9000])
    settings = PredictSettings(
        model=tmp_path / "m", rasters=(tmp_path / "photos",), output=tmp_path / "f.gpkg", skip_bad_blocks=True
    )
    assert path in with_folders_opened(settings).rasters


def test_a_folder_in_which_all_is_broken_is_an_error(tmp_path):
    for name in ("a.png", "b.tif"):
        (tmp_path / name).touch()
    with pytest.raises(
        RasterOpenError, match=r"none of the 2 rasters in the folder .* can be read: .*a\.png"
    ) as caught:
        rasters_in([tmp_path])
    assert "get it again" in caught.value.hint


def test_a_file_that_was_named_is_left_to_the_command_that_opens_it(tmp_path):
    (tmp_path / "a.png").touch()
    (tmp_path / "list.txt").write_text("a.png\n")
    reporter = SilentReporter()
    assert rasters_in([tmp_path / "a.png", tmp_path / "list.txt"], reporter=reporter) == [tmp_path / "a.png"] * 2
    assert not warnings_of(reporter)


def test_rasters_of_labels_in_folders_below_follow_the_same_rule(tmp_path):
    photos(tmp_path / "photos", ".png")
    (tmp_path / "photos" / "deep").mkdir()
    (tmp_path / "photos" / "deep" / "a.tif").write_text("no raster")
    reporter = SilentReporter()
    found = rasters_below([tmp_path / "photos"], reporter=reporter, stop=StopFlag())
    assert [path.name for path in found] == ["photo.png", "whole.tif"] and "a.tif" in warnings_of(reporter)[0][1]


def test_looking_through_a_folder_ends_when_asked(folder):
    stop = StopFlag()
    stop.request()
    with pytest.raises(Stopped):
        raster_folders.rasters_in([folder], reporter=SilentReporter(), stop=stop)
