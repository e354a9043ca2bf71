"""`deepseg:capture` with a fake engine: frames come out as files, for the next algorithm of a model."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from deepseg_qgis.algorithms.provider import DeepSegProvider
from tests.plugin.fake_engine.use import use_fake_engine
from tests.qgis.processing_world import World, make_world, run


@pytest.fixture(scope="module", autouse=True)
def provider() -> Iterator[DeepSegProvider]:
    provider = DeepSegProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    world = make_world(tmp_path)
    use_fake_engine(monkeypatch, arguments=world.notes)
    return world


def asked(world: World) -> list[str]:
    return json.loads(world.notes.read_text(encoding="utf-8").splitlines()[-1])


def test_frames_are_files_in_the_folder(world: World) -> None:
    folder = world.folder / "frames"
    done = run("deepseg:capture", {"SOURCE": "0", "COUNT": 3, "OUTPUT": str(folder)})
    assert done.is_done
    assert done.values["N_FRAMES"] == 3
    assert done.values["FRAMES"] == sorted(str(path) for path in folder.iterdir())
    assert done.values["OUTPUT"] == str(folder)


def test_every_value_reaches_the_engine(world: World) -> None:
    preview = world.folder / "seen.jpg"
    values = {"EVERY_S": 0.5, "COUNT": 2, "FORMAT": "jpg", "TIMEOUT_S": 3, "PREVIEW": str(preview)}
    assert run("deepseg:capture", {"SOURCE": " rtsp://a/b ", "OUTPUT": str(world.folder / "f"), **values}).is_done
    options = ["--source=rtsp://a/b", "--every-s=0.5", "--count=2", "--format=jpg", "--timeout-s=3"]
    assert {*options, f"--preview={preview}"} <= set(asked(world))


def test_a_camera_that_is_not_there_is_a_sentence(world: World) -> None:
    done = run("deepseg:capture", {"SOURCE": "9", "OUTPUT": str(world.folder / "frames")})
    assert not done.is_done
    assert "Camera 9 cannot be opened" in " ".join(done.feedback.errors)
