"""What a trial has shown is kept for this computer, and forgotten as soon as anything is another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.models import backend_choices as room
from engine.models.backend_choices import BackendChoices, Choice, choice_key, this_computer, usual_file

HERE = Choice("openvino", {"torch": 3.33, "openvino": 1.97}, "roofs", (1664, 1664), this_computer())


def test_nothing_was_chosen_where_nothing_is_kept(tmp_path: Path) -> None:
    assert BackendChoices(tmp_path / "none.json").get("a") is None
    assert BackendChoices(tmp_path / "none.json").here() == []


def test_a_choice_comes_back_as_it_was(tmp_path: Path) -> None:
    choices = BackendChoices(tmp_path / "new" / "backends.json")
    choices.keep("a", HERE)
    choices.keep("b", Choice("torch", {"torch": 1.0}, "trees", (512, 512), "elsewhere"))
    assert choices.get("a") == HERE and choices.get("c") is None
    assert choices.here() == [HERE]
    assert str(HERE) == "openvino for roofs, tiles of 1664 x 1664 (openvino 1.97 s, torch 3.33 s)"


@pytest.mark.parametrize("text", ["", "no json", "[]", '{"a": 3}', '{"a": {"backend": "torch"}}'])
def test_a_file_that_is_damaged_holds_nothing_and_is_written_anew(tmp_path: Path, text: str) -> None:
    path = tmp_path / "backends.json"
    path.write_text(text)
    assert BackendChoices(path).get("a") is None
    BackendChoices(path).keep("a", HERE)
    assert BackendChoices(path).get("a") == HERE


def test_a_place_that_cannot_be_written_to_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    choices = BackendChoices(tmp_path / "file" / "backends.json")
    choices.keep("a", HERE)
    assert choices.get("a") is None


def test_the_oldest_are_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_MOST_KEPT", 3)
    choices = BackendChoices(tmp_path / "backends.json")
    for key in "abcbd":
        choices.keep(key, HERE)
    assert list(json.loads(choices.path.read_text())) == ["c", "b", "d"]


def test_a_key_changes_with_the_network_and_with_what_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    key = choice_key("hash", 1, (1664, 1664), 96, 2)
    assert key == choice_key("hash", 1, (1664, 1664), 96, 2)
    assert key != choice_key("other", 1, (1664, 1664), 96, 2)
    assert key != choice_key("hash", 1, (1664, 1664), 96, 4)
    monkeypatch.setattr(room, "_version", lambda name: "99")
    assert key != choice_key("hash", 1, (1664, 1664), 96, 2)


def test_the_file_lies_where_the_system_has_such_files(tmp_path: Path) -> None:
    assert usual_file({}, "linux", tmp_path) == tmp_path / ".cache" / "deepseg" / "backends.json"
    assert usual_file({"XDG_CACHE_HOME": "/c"}, "linux", tmp_path) == Path("/c/deepseg/backends.json")
    assert usual_file({}, "darwin", tmp_path) == tmp_path / "Library" / "Caches" / "DeepSeg" / "backends.json"
    assert usual_file({}, "win32", tmp_path).parts[-4:] == ("Local", "DeepSeg", "Cache", "backends.json")
    assert usual_file({"LOCALAPPDATA": "L"}, "win32", tmp_path) == Path("L/DeepSeg/Cache/backends.json")
