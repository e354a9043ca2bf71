"""Setting up the engine from QGIS: which Python is taken, the algorithm, what diagnostics tell."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsSettings

from deepseg_qgis import settings
from deepseg_qgis.about import VERSION
from deepseg_qgis.algorithms.setup import SetupAlgorithm
from deepseg_qgis.engine_client.diagnostics import diagnostics, redact
from deepseg_qgis.engine_client.interpreter import (
    Interpreter,
    engine_python,
    find_engine_python,
    made_environment,
)
from deepseg_qgis.engine_client.places import complete_mark, in_progress_mark, log_file, python_in
from deepseg_qgis.engine_client.proxy import qgis_proxy
from deepseg_qgis.errors import EngineNotSetUpError
from tests.plugin.setup_world import write_engine, write_wheel


@pytest.fixture(autouse=True)
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "지수 Kim"
    write_engine(folder / "source", VERSION)
    write_wheel(folder / "wheels")
    monkeypatch.setenv("DEEPSEG_ENGINE_SOURCE", str(folder / "source"))
    monkeypatch.setenv("DEEPSEG_HOME", str(folder / "deepseg"))
    monkeypatch.delenv("DEEPSEG_PYTHON", raising=False)
    return folder


def touch(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    return path


def made() -> Path:
    folder = made_environment()
    assert folder is not None
    touch(complete_mark(folder))
    return touch(python_in(folder))


def test_without_any_the_sentence_says_what_to_do() -> None:
    assert find_engine_python() is None
    with pytest.raises(EngineNotSetUpError, match="not set up yet") as caught:
        engine_python()
    assert "deepseg:setup" in caught.value.hint


def test_what_is_named_goes_before_what_is_picked_before_what_was_made(
    world: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = made()
    assert find_engine_python() == Interpreter(python, "made")
    picked = touch(world / "picked python")
    settings.set_picked_python(str(picked))
    assert find_engine_python() == Interpreter(picked, "picked")
    named = touch(world / "named")
    monkeypatch.setenv("DEEPSEG_PYTHON", str(named))
    assert find_engine_python() == Interpreter(named, "variable")
    assert engine_python() == named


def test_one_that_has_vanished_is_passed_over_and_told_where_nothing_else_is(world: Path) -> None:
    settings.set_picked_python(str(world / "gone"))
    with pytest.raises(EngineNotSetUpError, match="is not there any more"):
        engine_python()
    python = made()
    assert engine_python() == python


def test_an_environment_counts_only_when_it_is_complete() -> None:
    python = made()
    complete_mark(python.parent.parent).unlink()
    touch(in_progress_mark(python.parent.parent))
    assert find_engine_python() is None


def test_other_requirements_are_another_environment(world: Path) -> None:
    made()
    (world / "source" / "requirements.txt").write_text("tinything>=2\n")
    assert find_engine_python() is None


@pytest.fixture
def proxy() -> Iterator[QgsSettings]:
    stored = QgsSettings()
    yield stored
    stored.remove("proxy")


def test_the_proxy_of_qgis_is_used_when_it_is_switched_on(proxy: QgsSettings) -> None:
    proxy.setValue("proxy/proxyType", "HttpProxy")
    proxy.setValue("proxy/proxyHost", "proxy.example")
    proxy.setValue("proxy/proxyPort", "8080")
    assert qgis_proxy() == {}
    proxy.setValue("proxy/proxyEnabled", True)
    proxy.setValue("proxy/noProxyUrls", ["https://in.example", "10.0.0.1"])
    assert qgis_proxy()["HTTPS_PROXY"] == "http://proxy.example:8080"
    assert qgis_proxy()["NO_PROXY"] == "10.0.0.1,in.example"


class Feedback(QgsProcessingFeedback):
    """Keeps what is told, and can stop at a line."""

    def __init__(self, stop_at: str = "") -> None:
        super().__init__(False)
        self.lines: list[str] = []
        self.events: list[Any] = []
        self.errors: list[Any] = []
        self._stop_at = stop_at

    def pushInfo(self, info: str) -> None:
        self.lines.append(info)

    def pushWarning(self, warning: str) -> None:
        self.lines.append(warning)

    def pushConsoleInfo(self, info: str) -> None:
        self.lines.append(info)
        if self._stop_at and self._stop_at in info:
            self.cancel()

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N803
        self.lines.append(error)

    def engine_event(self, event: Any) -> None:
        self.events.append(event)

    def plugin_error(self, error: Any) -> None:
        self.errors.append(error)


def run(parameters: dict[str, Any], feedback: Feedback) -> tuple[dict[str, Any], bool]:
    algorithm = SetupAlgorithm()
    algorithm.initAlgorithm()
    context = QgsProcessingContext()
    assert algorithm.checkParameterValues(parameters, context)[0], "QGIS itself lets it through"
    return algorithm.run(parameters, context, feedback)


def test_the_algorithm_makes_an_environment_from_a_folder_of_wheels(world: Path, base_python: Path) -> None:
    settings.set_picked_python(str(touch(world / "picked before")))
    feedback = Feedback()
    values, is_done = run({"WHEELS": str(world / "wheels"), "DEVICE": 1, "BASE_PYTHON": str(base_python)}, feedback)
    assert is_done, feedback.lines
    assert find_engine_python() == Interpreter(Path(values["PYTHON"]), "made"), "it goes before what was picked"
    assert Path(values["ENVIRONMENT"]) == made_environment()
    assert [line for line in feedback.lines if "without the network" in line], "the plan was told"
    shares = [event.values["done"] for event in feedback.events if event.kind == "progress"]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert feedback.events[-2].values["values"]["device"] == "cpu", "a dock learns what will be used"
    assert not [name for name in sys.modules if name == "tinything"], "nothing of it is imported into QGIS"


def test_a_python_of_the_users_is_tried_and_remembered(world: Path, base_python: Path) -> None:
    own = world / "내 파이썬"
    subprocess.run([base_python, "-m", "venv", "--without-pip", own], check=True)
    python = python_in(own)
    feedback = Feedback()
    assert not run({"PYTHON": str(python)}, feedback)[1]
    assert "No module named 'tinything'" in feedback.errors[0].message
    assert settings.picked_python() == "", "what does not work is not remembered"
    (next(own.rglob("site-packages")) / "tinything.py").write_text("SIZE = 7\n")
    values, is_done = run({"PYTHON": str(python)}, Feedback())
    assert is_done
    assert values["PYTHON"] == str(python)
    assert find_engine_python() == Interpreter(python, "picked")


def test_the_real_engine_runs_with_a_picked_python(engine_python: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DEEPSEG_ENGINE_SOURCE")
    feedback = Feedback()
    _, is_done = run({"PYTHON": str(engine_python)}, feedback)
    assert is_done, feedback.lines
    assert find_engine_python() == Interpreter(engine_python, "picked")
    assert "DeepSeg is ready and will use" in "\n".join(feedback.lines)


def test_what_cannot_work_is_told_before_anything_is_made(world: Path, base_python: Path) -> None:
    feedback = Feedback()
    _, is_done = run({"WHEELS": str(world), "DEVICE": 1, "BASE_PYTHON": str(base_python)}, feedback)
    assert not is_done
    assert "has no wheels" in feedback.errors[0].message
    assert not (world / "deepseg").exists()


def test_a_stop_leaves_nothing_behind(world: Path, base_python: Path) -> None:
    feedback = Feedback(stop_at="pip install")
    _, is_done = run({"WHEELS": str(world / "wheels"), "DEVICE": 1, "BASE_PYTHON": str(base_python)}, feedback)
    assert not is_done
    assert "stopped" in feedback.errors[0].message
    assert find_engine_python() is None
    folder = made_environment()
    assert folder is not None and not folder.exists()


def test_a_variable_that_goes_first_is_told(world: Path, base_python: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEEPSEG_PYTHON", str(touch(world / "other")))
    feedback = Feedback()
    assert run({"WHEELS": str(world / "wheels"), "DEVICE": 1, "BASE_PYTHON": str(base_python)}, feedback)[1]
    assert [line for line in feedback.lines if "DEEPSEG_PYTHON" in line]


def test_diagnostics_tell_versions_places_and_the_log_but_no_names(
    world: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: world)
    monkeypatch.setattr("getpass.getuser", lambda: "jisu.kim")
    made()
    log = touch(log_file(made_environment()))
    log.write_text(
        f"pip in {world}/x for Jisu.Kim from https://jisu.kim:secret@index.example/simple\n", encoding="utf-8"
    )
    text = diagnostics()
    assert f"DeepSeg: {VERSION}" in text
    assert "QGIS: 3." in text
    assert "(made)" in text
    assert "pip in ~/x for <user> from https://<login>@index.example/simple" in text
    assert str(world) not in text
    assert "secret" not in text
    assert "jisu.kim" not in text.lower()


@pytest.mark.parametrize(
    "text, home, user, expected",
    [
        ("", "/home/jisu", "jisu", ""),
        ("/home/jisu/a /home/jisu", "/home/jisu", "jisu", "~/a ~"),
        ("/home/jisu2/a", "/home/jisu", "jisu", "/home/jisu2/a"),
        ("C:\\Users\\Jisu Kim\\x", "C:\\Users\\Jisu Kim", "Jisu Kim", "~\\x"),
        ("'c:\\\\Users\\\\jisu kim\\\\x'", "C:\\Users\\Jisu Kim", "Jisu Kim", "'~\\\\x'"),
        ("file:///C:/Users/Jisu%20Kim/x C:/Users/Jisu Kim/y", "C:\\Users\\Jisu Kim", "a", "file:///~/x ~/y"),
        ("by jisu, jisus", "/home/jisu", "jisu", "by <user>, jisus"),
        ("al is all", "/home/al", "al", "al is all"),
        ("http://u:p@proxy:1 a@b.c", "/h", "x", "http://<login>@proxy:1 a@b.c"),
    ],
)
def test_names_are_left_out_however_they_are_written(text: str, home: str, user: str, expected: str) -> None:
    assert redact(text, home=home, user=user) == expected
