"""A place that cannot be written to is told before anything is read, whichever command it is."""

from __future__ import annotations

import argparse
import os
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.cli.main import COMMANDS, main, make_parser

WRITTEN = ("--output", "--report", "--html", "--matches", "--sizes", "--grid", "--preview")
TEACH = ("train", "classify-train")
FOLDERS = {f"{command} --output" for command in ("capture", "chips", "cutouts", "tile", "export-labels")}
FOLDERS |= {"train --run-dir", "predict --run-dir"}
WRITE_NOTHING = {"check", "info"}


def options_of(command: str) -> set[str]:
    (choices,) = (each.choices for each in make_parser()._actions if isinstance(each, argparse._SubParsersAction))
    return {name for action in choices[command]._actions for name in action.option_strings}


def places() -> Iterator[tuple[str, str]]:
    """Yield every command with every option that says where something is written."""
    for command in COMMANDS:
        own = options_of(command.name)
        yield from ((command.name, option) for option in WRITTEN if option in own)
        yield from ((command.name, "--model") for _ in range(command.name in TEACH))
        yield from ((command.name, "--run-dir") for _ in range(command.name in ("train", "predict")))


PLACES = list(places())


def line(command: str, option: str, place: Path) -> list[str]:
    """Return the example of a command, whose inputs are not there, with another place to write to."""
    (example,) = (each.example for each in COMMANDS if each.name == command)
    words = shlex.split(example)[1:]
    if option in words:
        at = words.index(option)
        del words[at : at + 2]
    return [command, f"{option}={place}", *words[1:]]


def name_for(command: str, option: str) -> str:
    endings = {
        "--model": ".safetensors",
        "--report": ".json",
        "--html": ".html",
        "--sizes": ".csv",
        "--preview": ".jpg",
    }
    return "result.tif" if command in ("mask", "join-tiles") else f"result{endings.get(option, '.gpkg')}"


def test_every_command_that_writes_is_among_them() -> None:
    assert {command for command, _ in PLACES} == {command.name for command in COMMANDS} - WRITE_NOTHING


@pytest.mark.parametrize("command, option", PLACES)
def test_a_place_below_a_file(
    command: str, option: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes.txt").write_text("mine")
    place = tmp_path / "notes.txt" / "new" / name_for(command, option)
    assert main(line(command, option, place)) == 2
    error = capsys.readouterr().err
    assert "cannot write" in error and "notes.txt is a file, and a folder is needed" in " ".join(error.split())
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("command, option", PLACES)
def test_a_folder_that_is_write_protected(
    command: str, option: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "theirs").mkdir()
    real = os.access
    # Nobody protects anything from root, as whom tests may run.
    monkeypatch.setattr("os.access", lambda path, mode: Path(path).name != "theirs" and real(path, mode))
    assert main(line(command, option, tmp_path / "theirs" / "new" / name_for(command, option))) == 2
    assert "is write-protected" in " ".join(capsys.readouterr().err.split())
    assert list((tmp_path / "theirs").iterdir()) == []


@pytest.mark.parametrize("command, option", [each for each in PLACES if " ".join(each) not in FOLDERS])
def test_a_folder_in_the_place_of_a_file(
    command: str, option: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    place = tmp_path / name_for(command, option)
    place.mkdir()
    assert main(line(command, option, place)) == 2
    assert "is a folder" in capsys.readouterr().err
    assert place.is_dir() and list(place.iterdir()) == []


def test_a_name_that_is_too_long(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["measure", "in.gpkg", f"--output={tmp_path / ('x' * 300)}.gpkg"]) == 2
    assert "cannot write" in capsys.readouterr().err
