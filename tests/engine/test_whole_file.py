"""A file appears under its name when it is whole, or not at all."""

from __future__ import annotations

import errno

import pytest

from engine.errors import OutputError
from engine.whole_file import whole_file


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
