"""An algorithm runs in the background; what it says and how it ends comes to the main thread."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessing, QgsProject, QgsTask, QgsVectorLayer
from qgis.PyQt.QtCore import QThread

from deepseg_qgis.docks.run_algorithm import AlgorithmRun, RunResult
from deepseg_qgis.errors import EngineFailedError, EngineStoppedError
from tests.plugin.fake_engine.use import use_fake_engine
from tests.qgis.trial import AT_WORK, Holding, TrialProvider, wait_until


@pytest.fixture(autouse=True)
def provider() -> Iterator[None]:
    provider = TrialProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield
    QgsApplication.processingRegistry().removeProvider(provider)


def new_run(name: str, **parameters: object) -> AlgorithmRun:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"trial:{name}")
    return AlgorithmRun(algorithm, parameters, qgis_project=QgsProject.instance())


def end_of(run: AlgorithmRun) -> RunResult:
    results: list[RunResult] = []
    run.ended.connect(results.append)
    run.start()
    wait_until(lambda: results)
    assert len(results) == 1
    return results[0]


def test_a_run_that_is_done_hands_over_its_layer() -> None:
    result = end_of(new_run("quick", OUTPUT=QgsProcessing.TEMPORARY_OUTPUT))
    assert (result.outcome, result.error) == ("done", None)
    assert result.values["N"] == 1
    layer = result.take_layer("OUTPUT")
    assert isinstance(layer, QgsVectorLayer)
    assert [feature["word"] for feature in layer.getFeatures()] == ["hello"]
    assert "one row" in result.log
    assert result.take_layer("FILE") is None


@pytest.mark.parametrize("name, status", [("quick", QgsTask.Complete), ("failing", QgsTask.Terminated)])
def test_a_run_that_is_over_no_longer_speaks_of_being_stopped(name: str, status: int) -> None:
    said: list[str] = []
    manager = QgsApplication.taskManager()

    def listen(task_id: int, now: int) -> None:
        said.extend([manager.task(task_id).description()] if now == status else [])

    manager.statusChanged.connect(listen)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"trial:{name}")
    names = {"title": "Trial", "description": "Trial (when it is stopped, nothing is kept)"}
    parameters = {"OUTPUT": QgsProcessing.TEMPORARY_OUTPUT}
    end_of(AlgorithmRun(algorithm, parameters, qgis_project=QgsProject.instance(), **names))
    manager.statusChanged.disconnect(listen)
    assert said == ["Trial"]


def test_a_run_that_fails_says_why_and_what_to_do() -> None:
    result = end_of(new_run("failing"))
    assert result.outcome == "failed"
    assert result.error.sentence() == "The disk is full. Make room."


@pytest.mark.parametrize("kind", Holding.errors)
def test_a_run_that_fails_lets_go_of_its_layers(kind: str) -> None:
    Holding.held.clear()
    assert end_of(new_run("holding", WORD=kind)).outcome == "failed"
    gc.collect()
    assert [held() for held in Holding.held] == [None]


def test_a_run_that_fails_before_it_begins_ends_as_well() -> None:
    result = end_of(new_run("unprepared"))
    assert result.outcome == "failed"
    assert result.error.sentence() == "The layer is empty. Draw something."


def test_why_it_cannot_start_is_known_before_it_starts() -> None:
    assert new_run("picky").why_not() == "There is no word."
    assert new_run("quick", OUTPUT=QgsProcessing.TEMPORARY_OUTPUT).why_not() == ""


def test_a_stopped_run_says_what_was_kept() -> None:
    run = new_run("patient")
    results: list[RunResult] = []
    run.ended.connect(results.append)
    run.start()
    run.stop()
    wait_until(lambda: results)
    assert results[0].outcome == "stopped"
    assert isinstance(results[0].error, EngineStoppedError)


def test_a_run_that_is_stopped_at_work_gives_its_own_words() -> None:
    run = new_run("patient")
    lines: list[str] = []
    run.said.connect(lines.append)
    run.start()
    wait_until(lambda: AT_WORK in lines)
    run.stop()
    assert run.wait(10)
    assert run.result.error.message == "Stopped; the best model so far is kept."


def test_the_engines_events_come_on_the_main_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    use_fake_engine(monkeypatch)
    run = new_run("child")
    seen: list[tuple[str, bool]] = []
    lines: list[str] = []
    main_thread = QgsApplication.instance().thread()
    run.happened.connect(lambda event: seen.append((event.kind, QThread.currentThread() == main_thread)))
    run.said.connect(lines.append)
    assert end_of(run).outcome == "done"
    assert seen[0] == ("start", True)
    assert all(is_main for _, is_main in seen)
    assert any("engine_launcher" in line for line in lines)  # the command, to be pasted into a terminal


def test_the_engines_error_arrives_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    use_fake_engine(monkeypatch, "error")
    error = end_of(new_run("child")).error
    assert isinstance(error, EngineFailedError)
    assert error.code == "BandCountError"
    assert "4 bands" in error.hint


def test_waiting_for_a_run_has_an_end() -> None:
    run = new_run("patient")
    run.start()
    assert not run.wait(0.05)
    run.stop()
    assert run.wait(10)


def test_nothing_of_the_engine_is_left(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    use_fake_engine(monkeypatch, "slow", pids=tmp_path / "pids")
    run = new_run("child")
    run.start()
    wait_until(lambda: (tmp_path / "pids").exists())
    run.stop()
    assert run.wait(15)
    assert [pid for pid in (tmp_path / "pids").read_text().split() if Path(f"/proc/{pid}").exists()] == []
