"""Every end of a run is a sentence of its own; real child processes, real signals, in the main thread and in others."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from deepseg_qgis.engine_client import command_line
from deepseg_qgis.engine_client.runner import Outcome, run_engine
from deepseg_qgis.errors import (
    DeepSegPluginError,
    EngineCrashedError,
    EngineFailedError,
    EngineKilledError,
    EngineNotStartedError,
    EngineStoppedError,
    EngineVersionError,
)
from tests.plugin.fake_engine.use import FAKE_ENGINE, use_fake_engine

REPOSITORY = Path(__file__).parents[2]
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals are those of Linux and macOS")
CHECK = command_line.check()


@pytest.fixture(params=["main thread", "worker thread"])
def run(request: pytest.FixtureRequest) -> Callable[..., Outcome]:
    """`run_engine` with the Python of the tests, in the main thread and in another."""

    def here(arguments=CHECK, **options) -> Outcome:
        return run_engine(arguments, **{"python": Path(sys.executable), "poll_s": 0.02, **options})

    def there(*arguments, **options) -> Outcome:
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(here, *arguments, **options).result()

    return here if request.param == "main thread" else there


def is_alive(pid: int) -> bool:
    """Tell whether a process is there and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def wait_until(is_so: Callable[[], bool], within_s: float = 10.0) -> bool:
    deadline_s = time.monotonic() + within_s
    while not is_so() and time.monotonic() < deadline_s:
        threading.Event().wait(0.02)
    return is_so()


def pids_in(path: Path) -> list[int]:
    return [int(line) for line in path.read_text().split()] if path.exists() else []


def test_a_run_that_is_done_returns_what_was_found_out(run, monkeypatch):
    use_fake_engine(monkeypatch)
    events = []
    outcome = run(on_event=events.append)
    assert outcome.values["will_use"] == "CPU, 2 cores"
    assert [events[0].kind, events[-1].kind] == ["start", "result"]
    assert sum(event.kind == "progress" for event in events) == 21


def test_callbacks_run_in_the_thread_of_the_caller(monkeypatch):
    use_fake_engine(monkeypatch, "stderr")
    threads = set()

    def note(_said: object) -> None:
        threads.add(threading.get_ident())

    run_engine(CHECK, python=Path(sys.executable), on_event=note, on_text=note)
    assert threads == {threading.get_ident()}


def test_artifacts_and_warnings_are_gathered(run, monkeypatch, tmp_path):
    use_fake_engine(monkeypatch, "warn")
    labels = REPOSITORY / "examples/kampala/buildings.geojson"
    raster = REPOSITORY / "examples/kampala/kampala_30cm.tif"
    model = tmp_path / "지붕 1.safetensors"
    outcome = run(command_line.train(rasters=[raster], labels=str(labels), model=model, epochs=2))
    assert [artifact.kind for artifact in outcome.artifacts] == ["model", "history", "curves"]
    assert outcome.path("model") == model
    assert model.is_file()
    assert outcome.path("nothing") is None
    assert [(each.code, each.hint) for each in outcome.warnings] == [("LabelsOutside", "Look at them.")]


def test_a_failed_run_says_why_in_the_engines_words(run, monkeypatch):
    use_fake_engine(monkeypatch, "error")
    with pytest.raises(EngineFailedError) as caught:
        run()
    assert caught.value.code == "BandCountError"
    assert caught.value.sentence() == "city.tif has 3 bands; the model reads 4. Choose the raster with 4 bands."
    assert caught.value.details["exit status"] == "2"


def test_a_mistake_of_the_engine_is_told_in_its_words(run, monkeypatch):
    use_fake_engine(monkeypatch, "our_fault")
    with pytest.raises(EngineFailedError, match="There was not enough memory to train") as caught:
        run()
    assert caught.value.code == "InternalError"


@POSIX
def test_a_crash_names_its_signal(run, monkeypatch):
    use_fake_engine(monkeypatch, "crash")
    with pytest.raises(EngineCrashedError, match=r"crashed \(SIGSEGV\)") as caught:
        run()
    assert type(caught.value) is EngineCrashedError
    assert "--events" in caught.value.details["command"]


@POSIX
def test_an_engine_that_the_system_ended_is_told_apart_from_a_crash(run, monkeypatch):
    use_fake_engine(monkeypatch, "killed")
    with pytest.raises(EngineKilledError, match="memory was used up") as caught:
        run()
    assert "smaller" in caught.value.hint


def test_a_status_that_nobody_promised_is_a_crash_with_its_last_line(run, monkeypatch):
    use_fake_engine(monkeypatch, "exit_70")
    with pytest.raises(EngineCrashedError, match=r"crashed \(70\)\. something broke"):
        run()


def test_a_python_that_is_not_there_is_told_so(run, monkeypatch, tmp_path):
    use_fake_engine(monkeypatch)
    with pytest.raises(EngineNotStartedError, match="cannot be started") as caught:
        run(python=tmp_path / "없는 python")
    assert str(tmp_path / "없는 python") in caught.value.message
    assert "Set up DeepSeg" in caught.value.hint


@POSIX
def test_a_file_that_is_no_program_is_told_so(run, monkeypatch, tmp_path):
    use_fake_engine(monkeypatch)
    path = tmp_path / "python"
    path.write_text("no program")
    with pytest.raises(EngineNotStartedError, match="cannot be started"):
        run(python=path)


def test_an_engine_that_ends_before_its_first_line_did_not_start(run, monkeypatch):
    use_fake_engine(monkeypatch, "no_start")
    with pytest.raises(EngineNotStartedError, match="No module named 'torch'") as caught:
        run()
    assert "Traceback" not in caught.value.message
    assert "Traceback" in caught.value.details["log"]


def test_an_engine_that_is_not_there_did_not_start(run, monkeypatch, tmp_path):
    use_fake_engine(monkeypatch)
    monkeypatch.setenv("DEEPSEG_ENGINE_SOURCE", str(tmp_path))
    with pytest.raises(EngineNotStartedError, match="There is no engine in "):
        run()


@pytest.mark.parametrize("kind", ["no_last_line", "only_garbage", "half_utf8_only", "huge_last_line"])
def test_an_engine_without_a_last_word_is_no_success(run, monkeypatch, kind):
    use_fake_engine(monkeypatch, kind)
    with pytest.raises(EngineCrashedError, match="ended without saying what it did"):
        run()


def test_lines_that_are_no_events_are_kept_as_text(run, monkeypatch):
    use_fake_engine(monkeypatch, "garbage")
    events, text = [], []
    assert run(on_event=events.append, on_text=text.append).values["device"] == "cpu"
    assert {event.kind for event in events} == {"start", "stage", "progress", "result"}
    assert text[0] == "Warning: something from a C library"
    assert text[1:] == ["\x00��", "[1, 2]", '{"no": "event"}', '{"event": 7}', "{broken", "good bye"]


def test_a_huge_line_is_cut_and_told(run, monkeypatch):
    use_fake_engine(monkeypatch, "huge_line")
    text = []
    run(on_text=text.append)
    assert "too long" in text[0]
    assert len(text) == 2
    assert len(text[1]) < 400


def test_half_a_letter_at_the_end_harms_nothing(run, monkeypatch):
    use_fake_engine(monkeypatch, "half_utf8")
    text = []
    run(on_text=text.append)
    assert text == ["�"]


def test_what_libraries_say_on_stderr_is_text(run, monkeypatch):
    use_fake_engine(monkeypatch, "stderr")
    text = []
    run(on_text=text.append)
    assert text == ["a library says something", "50 %", "100 %"]


@pytest.mark.parametrize("kind, spoken", [("wrong_version", "99"), ("no_version", "None")])
def test_an_engine_of_another_protocol_is_ended_at_once(run, monkeypatch, tmp_path, kind, spoken):
    pids = tmp_path / "pids"
    use_fake_engine(monkeypatch, kind, pids=pids)
    with pytest.raises(EngineVersionError, match=f"speaks protocol {spoken}, this plugin understands 1") as caught:
        run()
    assert "Update" in caught.value.hint
    assert not any(map(is_alive, pids_in(pids)))


def test_a_stopped_run_says_what_was_kept(run, monkeypatch, tmp_path):
    use_fake_engine(monkeypatch, "slow", step_s=0.02)
    events = []
    words = command_line.train(
        rasters=[REPOSITORY / "examples/kampala/kampala_30cm.tif"],
        labels=str(REPOSITORY / "examples/kampala/buildings.geojson"),
        model=tmp_path / "m.safetensors",
        epochs=500,
    )
    with pytest.raises(EngineStoppedError, match="best model so far") as caught:
        run(words, on_event=events.append, is_canceled=lambda: any(event.kind == "epoch" for event in events))
    assert str(tmp_path / "m.safetensors") in caught.value.message
    assert (tmp_path / "m.safetensors").is_file()


@pytest.mark.parametrize("kind", ["silent", "silent_start"])
def test_an_engine_that_says_nothing_stops_too(run, monkeypatch, tmp_path, kind):
    pids = tmp_path / "pids"
    use_fake_engine(monkeypatch, kind, pids=pids)
    with pytest.raises(EngineStoppedError):
        run(is_canceled=lambda: bool(pids_in(pids)))


def test_a_run_that_was_canceled_before_it_began_is_stopped(run, monkeypatch):
    use_fake_engine(monkeypatch, "slow")
    with pytest.raises(EngineStoppedError):
        run(is_canceled=lambda: True)


@POSIX
def test_an_engine_that_ignores_the_stop_is_ended_with_all_that_it_started(run, monkeypatch, tmp_path):
    pids = tmp_path / "pids"
    use_fake_engine(monkeypatch, "ignores_stop", pids=pids)
    with pytest.raises(EngineStoppedError, match="did not stop within") as caught:
        run(is_canceled=lambda: len(pids_in(pids)) == 2, grace_s=0.3)
    assert "kept" in caught.value.hint
    assert len(pids_in(pids)) == 2
    assert wait_until(lambda: not any(map(is_alive, pids_in(pids))))


@POSIX
def test_a_grandchild_that_holds_the_pipes_is_ended_and_the_run_is_done(run, monkeypatch, tmp_path):
    pids = tmp_path / "pids"
    use_fake_engine(monkeypatch, "leaves_grandchild", pids=pids)
    assert run().values["device"] == "cpu"
    assert len(pids_in(pids)) == 2
    assert wait_until(lambda: not any(map(is_alive, pids_in(pids))))


@pytest.mark.parametrize("name", ["on_event", "is_canceled"])
def test_a_callback_that_fails_leaves_no_engine_behind(run, monkeypatch, tmp_path, name):
    pids = tmp_path / "pids"
    use_fake_engine(monkeypatch, "silent", pids=pids)

    def fail(*_: object) -> bool:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run(**{name: fail})
    assert wait_until(lambda: not any(map(is_alive, pids_in(pids))))


def test_is_canceled_is_asked_ten_times_a_second_not_at_every_line(monkeypatch):
    use_fake_engine(monkeypatch)
    asked = []
    began_s = time.monotonic()
    run_engine(CHECK, python=Path(sys.executable), is_canceled=lambda: bool(asked.append(1)), poll_s=0.1)
    assert len(asked) <= (time.monotonic() - began_s) / 0.1 + 2


def test_nothing_stays_open_after_many_runs(monkeypatch):
    use_fake_engine(monkeypatch)
    fds = Path("/proc/self/fd")
    if not fds.is_dir():
        pytest.skip("only Linux lists open files there")
    run_engine(CHECK, python=Path(sys.executable))
    before, threads = len(list(fds.iterdir())), threading.active_count()
    for _ in range(3):
        run_engine(CHECK, python=Path(sys.executable))
    assert wait_until(lambda: threading.active_count() <= threads)
    assert len(list(fds.iterdir())) <= before


CALLER = """
import signal
import sys
from pathlib import Path
# Whoever started the tests in the background of a shell has made them deaf to Ctrl-C.
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.path.insert(0, {repository!r})
from deepseg_qgis.engine_client.runner import run_engine
run_engine(["check", "--events"], python=Path(sys.executable))
"""


@POSIX
@pytest.mark.parametrize("kind, grace_s", [("silent", 60.0), ("ignores_stop", 0.3)])
def test_the_engine_does_not_outlive_a_caller_that_was_killed(monkeypatch, tmp_path, kind, grace_s):
    pids = tmp_path / "pids"
    use_fake_engine(monkeypatch, kind, pids=pids)
    monkeypatch.setenv("DEEPSEG_ORPHAN_GRACE_S", str(grace_s))
    caller = subprocess.Popen([sys.executable, "-c", CALLER.format(repository=str(REPOSITORY))])
    n_processes = 2 if kind == "ignores_stop" else 1
    assert wait_until(lambda: len(pids_in(pids)) == n_processes)
    assert all(map(is_alive, pids_in(pids)))
    caller.send_signal(signal.SIGKILL)
    caller.wait()
    assert wait_until(lambda: not any(map(is_alive, pids_in(pids))))


@POSIX
def test_ctrl_c_in_the_terminal_reaches_the_caller_alone(monkeypatch, tmp_path):
    pids = tmp_path / "pids"
    use_fake_engine(monkeypatch, "silent", pids=pids)
    caller = subprocess.Popen(
        [sys.executable, "-c", CALLER.format(repository=str(REPOSITORY))],
        start_new_session=True,
        stderr=subprocess.DEVNULL,
    )
    assert wait_until(lambda: len(pids_in(pids)) == 1)
    (engine,) = pids_in(pids)
    assert os.getpgid(engine) == engine != caller.pid
    os.killpg(caller.pid, signal.SIGINT)
    assert caller.wait(10) != 0
    assert wait_until(lambda: not is_alive(engine))


def test_every_end_is_another_sentence(monkeypatch, tmp_path):
    sentences = {}
    for kind in ("error", "crash", "killed", "silent", "no_start", "wrong_version", "no_last_line"):
        pids = tmp_path / kind
        use_fake_engine(monkeypatch, kind, pids=pids)

        def is_canceled(kind: str = kind, pids: Path = pids) -> bool:
            return kind == "silent" and bool(pids_in(pids))

        with pytest.raises(DeepSegPluginError) as caught:
            run_engine(CHECK, python=Path(sys.executable), is_canceled=is_canceled)
        sentences[kind] = caught.value.sentence()
        assert "Traceback" not in sentences[kind]
    assert len(set(sentences.values())) == len(sentences)


def test_the_fake_engine_lies_where_the_tests_say():
    assert (FAKE_ENGINE / "engine" / "__main__.py").is_file()
