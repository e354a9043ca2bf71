"""A file or folder appears under its name when it is whole, or not at all."""

from __future__ import annotations

import errno
import shutil

import pytest

from engine.errors import OutputError
from engine.whole_file import check_file_place, whole_file, whole_folder


def test_a_file_appears_when_the_block_ends(tmp_path):
    with whole_file(tmp_path / "new" / "a.txt") as beside:
        beside.write_text("whole")
        assert not (tmp_path / "new" / "a.txt").exists()
    assert (tmp_path / "new" / "a.txt").read_text() == "whole"


def test_an_error_keeps_what_was_there_and_leaves_no_litter(tmp_path):
    (tmp_path / "a.txt").write_text("before")
    with pytest.raises(ZeroDivisionError), whole_file(tmp_path / "a.txt") as beside:
        beside.write_text("half")
        raise ZeroDivisionError
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.txt", "before")]


def test_a_full_disk_is_a_sentence(tmp_path):
    with (
        pytest.raises(OutputError, match=r"cannot write .*a\.txt: No space left on device"),
        whole_file(tmp_path / "a.txt"),
    ):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_folder_that_is_a_file_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot write"), whole_file(tmp_path / "file" / "a.txt"):
        pass


@pytest.mark.parametrize("is_there", [False, True])
def test_a_folder_appears_when_the_block_ends(tmp_path, is_there):
    folder = tmp_path / "new" / "tiles"
    if is_there:
        folder.mkdir(parents=True)
    with whole_folder(folder) as beside:
        (beside / "a.txt").write_text("whole")
        assert not list(folder.glob("*"))
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["tiles"]
    assert (folder / "a.txt").read_text() == "whole"


def test_what_a_killed_run_left_is_not_taken_over(tmp_path):
    (tmp_path / ".tiles.part").mkdir()
    (tmp_path / ".tiles.part" / "old.txt").write_text("half")
    with whole_folder(tmp_path / "tiles"):
        pass
    assert not list((tmp_path / "tiles").iterdir())


def test_an_error_leaves_no_folder(tmp_path):
    with pytest.raises(ZeroDivisionError), whole_folder(tmp_path / "tiles") as beside:
        (beside / "a.txt").write_text("half")
        raise ZeroDivisionError
    assert not list(tmp_path.iterdir())


def test_a_folder_with_something_in_it_and_a_file_are_left_alone(tmp_path):
    (tmp_path / "a.txt").write_text("mine")
    with pytest.raises(OutputError, match="is not empty"), whole_folder(tmp_path):
        pass
    with pytest.raises(OutputError, match=r"a\.txt is a file"), whole_folder(tmp_path / "a.txt"):
        pass
    assert (tmp_path / "a.txt").read_text() == "mine"


@pytest.mark.parametrize("name", ["a\nb.gpkg", "a\tb.tif", "\x1b[31m.json"])
def test_names_with_control_characters_are_refused_in_one_line(tmp_path, name):
    with pytest.raises(OutputError) as caught:
        check_file_place(tmp_path / name)
    assert caught.value.message.endswith("its name holds a line break or another control character")
    assert caught.value.message.isprintable()


def test_names_in_any_script_and_with_signs_are_taken(tmp_path):
    for name in ("한국어 지도.tif", "Dächer (neu).gpkg", "quo'te\".json"):
        check_file_place(tmp_path / name)


def disk_with(monkeypatch, n_bytes):
    usage = shutil.disk_usage("/")
    monkeypatch.setattr("shutil.disk_usage", lambda path: usage._replace(free=n_bytes))


def test_what_was_written_to_a_disk_that_is_full_is_not_taken_for_whole(tmp_path, monkeypatch):
    """GDAL says nothing where a file ends in its middle."""
    disk_with(monkeypatch, 4096)
    (tmp_path / "a.txt").write_text("before")
    full = pytest.raises(OutputError, match=r"cannot write .*a\.txt: the disk is full")
    with full, whole_file(tmp_path / "a.txt") as beside:
        beside.write_text("half")
    full = pytest.raises(OutputError, match=r"cannot write .*b: the disk is full")
    with full, whole_folder(tmp_path / "b") as beside:
        (beside / "a.txt").write_text("half")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.txt", "before")]


def test_a_disk_that_is_nearly_full_will_do(tmp_path, monkeypatch):
    disk_with(monkeypatch, 1 << 20)
    with whole_file(tmp_path / "a.txt") as beside:
        beside.write_text("whole")
    assert (tmp_path / "a.txt").read_text() == "whole"
