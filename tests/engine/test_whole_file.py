"""A file or folder appears under its name when it is whole, or not at all."""

from __future__ import annotations

import errno

import pytest

from engine.errors import OutputError
from engine.whole_file import whole_file, whole_folder


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
