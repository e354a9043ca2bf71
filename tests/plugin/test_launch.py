"""The engine of the plugin runs, with its own environment's packages, wherever we stand and whatever QGIS has set."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from deepseg_qgis.engine_client import command_line, launch
from deepseg_qgis.engine_client.launch import command_text, engine_source, launch_arguments
from deepseg_qgis.engine_client.runner import run_engine
from deepseg_qgis.errors import EngineNotStartedError
from tests.plugin.fake_engine.use import FAKE_ENGINE, use_fake_engine

REPOSITORY = Path(__file__).parents[2]
KAMPALA = REPOSITORY / "examples" / "kampala" / "kampala_30cm.tif"


@pytest.fixture(scope="session")
def engine_python() -> Path:
    scripts = "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
    path = Path(os.environ.get("DEEPSEG_ENGINE_VENV", REPOSITORY / ".venv")) / scripts
    if not path.exists():
        pytest.skip(f"the engine's environment is not there: {path}; `make setup` makes it")
    return path


def crs_of(raster: Path, python: Path) -> str:
    return run_engine(command_line.info([raster]), python=python).values["rasters"][0]["crs"]


@pytest.mark.parametrize(
    "name, value",
    [
        ("PROJ_LIB", "/usr/share/proj"),
        ("PYTHONHOME", "/usr"),
        ("PYTHONPATH", "/usr/lib/python3/dist-packages"),
        ("PYTHONEXECUTABLE", "/usr/bin/python3"),
    ],
)
def test_what_qgis_sets_does_not_break_the_real_engine(engine_python, monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    assert crs_of(KAMPALA, engine_python) == "EPSG:3857"


def test_the_real_engine_reads_paths_with_spaces_and_korean_letters(engine_python, tmp_path):
    raster = tmp_path / "정사 영상" / "도시 30cm.tif"
    raster.parent.mkdir()
    raster.write_bytes(KAMPALA.read_bytes())
    assert crs_of(raster, engine_python) == "EPSG:3857"


def test_modules_in_the_current_folder_shadow_nothing(engine_python, monkeypatch, tmp_path):
    for name in ("torch", "engine", "numpy", "json", "runpy", "rasterio"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('this is the module of the user')")
    monkeypatch.chdir(tmp_path)
    assert crs_of(KAMPALA, engine_python) == "EPSG:3857"


def test_a_folder_of_the_user_called_engine_is_not_run(monkeypatch, tmp_path):
    python = use_fake_engine(monkeypatch)
    (tmp_path / "engine").mkdir()
    (tmp_path / "engine" / "__main__.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    assert run_engine(command_line.check(), python=python).values["device"] == "cpu"


def test_the_current_folder_is_that_of_the_caller(monkeypatch, tmp_path):
    # People give `qgis_process` paths relative to where they stand.
    python = use_fake_engine(monkeypatch)
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    monkeypatch.chdir(tmp_path)
    assert run_engine(command_line.info(["a.png"]), python=python).values["rasters"][0]["name"] == "a.png"


def test_a_plugin_folder_with_spaces_and_korean_letters_works(monkeypatch, tmp_path):
    python = use_fake_engine(monkeypatch)
    profile = tmp_path / "프로필 default" / "deepseg_qgis"
    (profile / "engine_source").mkdir(parents=True)
    (profile / "engine_source" / "engine").symlink_to(FAKE_ENGINE / "engine")
    (profile / "engine_launcher.py").write_bytes((REPOSITORY / "deepseg_qgis" / "engine_launcher.py").read_bytes())
    monkeypatch.delenv("DEEPSEG_ENGINE_SOURCE")
    monkeypatch.setattr(launch, "_PLUGIN", profile)
    monkeypatch.setattr(launch, "_LAUNCHER", profile / "engine_launcher.py")
    assert engine_source() == profile / "engine_source"
    assert run_engine(command_line.check(), python=python).values["device"] == "cpu"
    assert not list(profile.rglob("__pycache__"))


def test_the_source_is_that_of_the_repository_unless_another_is_named(monkeypatch, tmp_path):
    monkeypatch.delenv("DEEPSEG_ENGINE_SOURCE", raising=False)
    assert engine_source() == REPOSITORY
    monkeypatch.setenv("DEEPSEG_ENGINE_SOURCE", str(tmp_path))
    assert engine_source() == tmp_path


def test_an_installed_engine_does_not_stand_in_for_a_missing_source(engine_python, monkeypatch, tmp_path):
    monkeypatch.setenv("DEEPSEG_ENGINE_SOURCE", str(tmp_path))
    with pytest.raises(EngineNotStartedError, match="There is no engine in "):
        run_engine(command_line.check(), python=engine_python)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Linux and macOS")
def test_the_command_of_the_log_can_be_pasted_into_a_terminal(monkeypatch, tmp_path):
    python = use_fake_engine(monkeypatch)
    raster = tmp_path / "it's $HOME 시.png"
    raster.write_bytes(b"\x89PNG")
    text = command_text(launch_arguments(python, command_line.info([raster])))
    assert shlex.split(text)[-1] == str(raster)
    ended = subprocess.run(["sh", "-c", text], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=30)
    assert (ended.returncode, '"result"' in ended.stdout) == (0, True)


@pytest.mark.parametrize(
    "word, told",
    [
        ("--source=rtsp://me:se@cret@10.0.0.7:554/live?token=abc", "--source=rtsp://***@10.0.0.7:554/live?***"),
        ("http://cam/video", "http://cam/video"),
        ("HTTPS://key@host", "HTTPS://***@host"),
        ("--source=http://cam/a#key", "--source=http://cam/a?***"),
        ("--raster=/data/a@b?.tif", "--raster=/data/a@b?.tif"),
        ("--", "--"),
    ],
)
def test_users_passwords_and_queries_of_addresses_are_not_in_the_log(word, told):
    assert shlex.split(command_text(["deepseg", word]))[-1] == told
