"""Which Pythons of a computer are found, and what they say of themselves."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from deepseg_qgis.engine_client import pythons
from deepseg_qgis.errors import SetupError

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="makes programs by the letters #!")


def program(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)
    return path


def test_a_python_says_what_it_is() -> None:
    facts = pythons.probe(Path(sys.executable))
    assert facts.version == sys.version_info[:3]
    assert facts.bits == 64
    assert facts.has_venv
    assert facts.is_right_version


@POSIX
def test_a_python_is_asked_without_the_environment_of_qgis(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONHOME", "/nowhere")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/nowhere")
    assert pythons.probe(Path(sys.executable)).bits == 64


@POSIX
@pytest.mark.parametrize("text", ["#!/bin/sh\nexit 0\n", "#!/bin/sh\necho deepseg-probe x\n", "not a program"])
def test_what_is_no_python_is_told_in_a_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(SetupError, match="does not start as a Python"):
        pythons.probe(program(tmp_path / "파이썬 3" / "python3", text))


def test_a_python_that_is_not_there_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="does not start as a Python"):
        pythons.probe(tmp_path / "python3")


@POSIX
def test_the_same_python_is_asked_once_though_it_has_two_names(tmp_path: Path) -> None:
    starter = program(tmp_path / "my python", f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    found = list(pythons.probe_all([starter, Path(sys.executable), tmp_path / "missing"]))
    assert [facts.version for facts in found] == [sys.version_info[:3]]


@POSIX
def test_the_path_is_searched_and_what_only_chooses_another_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    own = program(tmp_path / "내 bin" / "python3.12", "")
    shim = program(tmp_path / "shims" / "python3.12", "")
    of_pyenv = program(tmp_path / "home" / ".pyenv" / "versions" / "3.11.7" / "bin" / "python", "")
    found = pythons.real_pythons({"PATH": f"{shim.parent}:{own.parent}:relative:"}, platform="linux")
    assert own in found
    assert of_pyenv in found
    assert shim not in found
    assert found.index(own) < found.index(of_pyenv)


@POSIX
def test_the_python_that_opens_the_store_is_never_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    store = program(tmp_path / "Microsoft" / "WindowsApps" / "python.exe", "")
    usual = program(tmp_path / "Local" / "Programs" / "Python" / "Python312" / "python.exe", "")
    variables = {"PATH": str(store.parent), "LOCALAPPDATA": str(tmp_path / "Local")}
    found = pythons.real_pythons(variables, platform="win32")
    assert usual in found
    assert store not in found


@POSIX
def test_the_python_that_comes_with_qgis_is_a_last_resort(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    beside = program(tmp_path / "QGIS 3.40" / "apps" / "Python312" / "python3.exe", "")
    usual = program(tmp_path / "Local" / "Programs" / "Python" / "Python311" / "python.exe", "")
    monkeypatch.setattr(sys, "base_prefix", str(beside.parent))
    found = pythons.real_pythons({"LOCALAPPDATA": str(tmp_path / "Local")}, platform="win32")
    assert found == [usual, beside]


@POSIX
def test_the_launcher_of_windows_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    program(
        tmp_path / "py", "#!/bin/sh\nprintf ' -V:3.12 *        C:\\\\Program Files\\\\Python312\\\\python.exe\\r\\n'\n"
    )
    asked = [str(path) for path in pythons._of_launcher({"PATH": str(tmp_path)})]
    assert asked == ["C:\\Program Files\\Python312\\python.exe"]
