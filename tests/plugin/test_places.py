"""Where the engine's environments are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from deepseg_qgis.engine_client import places


@pytest.mark.parametrize(
    "platform, variables, below_home",
    [
        ("linux", {}, ".local/share/deepseg"),
        ("darwin", {}, "Library/Application Support/DeepSeg"),
        ("win32", {}, "AppData/Local/DeepSeg"),
        ("linux", {"DEEPSEG_HOME": "  "}, ".local/share/deepseg"),
    ],
)
def test_every_system_has_its_place_per_person(platform: str, variables: dict[str, str], below_home: str) -> None:
    home = Path("/home/지수 kim")
    assert places.deepseg_home(variables, platform=platform, home=home) == home / below_home


@pytest.mark.parametrize(
    "platform, variables, expected",
    [
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data/deepseg"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/DeepSeg"),
        ("linux", {"DEEPSEG_HOME": "/my place", "XDG_DATA_HOME": "/data"}, "/my place"),
        ("win32", {"DEEPSEG_HOME": "/my place"}, "/my place"),
    ],
)
def test_variables_name_another_place(platform: str, variables: dict[str, str], expected: str) -> None:
    assert places.deepseg_home(variables, platform=platform, home=Path("/home/a")) == Path(expected)


def test_an_environment_is_named_for_the_engine_and_its_requirements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEEPSEG_HOME", "/d")
    folder = places.environment_folder("0.1.0", "0123456789abcdef")
    assert folder == Path("/d/environments/0.1.0-01234567")
    assert places.log_file(folder) == Path("/d/logs/setup-0.1.0-01234567.log")
    assert places.lock_file(folder).parent == folder.parent, "the lock survives the folder"


def test_the_python_is_where_venv_puts_it() -> None:
    assert places.python_in(Path("/e"), platform="win32") == Path("/e/Scripts/python.exe")
    assert places.python_in(Path("/e"), platform="linux") == Path("/e/bin/python")
