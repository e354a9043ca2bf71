"""Every end of a command becomes its own event and its own exit status; a stop is heard in all three ways."""

from __future__ import annotations

import errno
import json
import os
import pty
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from engine.commands.run import report_run
from engine.errors import ExitStatus, RasterOpenError, Stopped
from engine.events import SilentReporter
from engine.stop import StopFlag

REPOSITORY = Path(__file__).parents[3]


def end_of(error: BaseException | None) -> tuple[ExitStatus, dict]:
    """Return the exit status and the last event of a command that ends with `error`."""
    reporter = SilentReporter()

    def work(_reporter: object, _stop: StopFlag) -> None:
        if error is not None:
            raise error

    status = report_run("train", work, reporter=reporter, stop=StopFlag())
    assert reporter.events[0]["event"] == "start"
    return status, reporter.events[-1]


def test_a_command_that_ends_by_itself_is_done() -> None:
    assert end_of(None)[0] == ExitStatus.DONE


def test_bad_input_is_told_in_its_own_words() -> None:
    status, event = end_of(RasterOpenError("cannot open a.tif", hint="Choose another."))
    assert status == ExitStatus.BAD_INPUT
    assert event == {
        "event": "error",
        "code": "RasterOpenError",
        "message": "cannot open a.tif",
        "hint": "Choose another.",
    }


def test_a_stop_tells_what_was_saved() -> None:
    assert end_of(Stopped("Epoch 3 is kept.")) == (
        ExitStatus.STOPPED,
        {"event": "stopped", "message": "Epoch 3 is kept."},
    )


def test_an_interrupt_from_a_library_is_a_stop() -> None:
    assert end_of(KeyboardInterrupt()) == (ExitStatus.STOPPED, {"event": "stopped", "message": "Stopped."})


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def test_our_mistake_is_one_sentence_and_its_traceback_lies_in_a_file(temporary: Path) -> None:
    status, event = end_of(ZeroDivisionError("division by zero"))
    (log,) = temporary.glob("deepseg-*.log")
    assert status == ExitStatus.OUR_FAULT
    assert event["code"] == "InternalError"
    assert event["message"] == "DeepSeg made a mistake while it ran train: ZeroDivisionError: division by zero"
    assert event["hint"] == f"Please report it. The details are in {log}."
    assert "Traceback" in log.read_text() and "deepseg 0" in log.read_text()


def test_too_little_memory_has_a_sentence_of_its_own(temporary: Path) -> None:
    status, event = end_of(MemoryError())
    assert status == ExitStatus.OUR_FAULT
    assert event["message"] == "there was not enough memory to train"
    assert "--batch-size" in event["hint"]


def test_a_missing_package_points_to_check() -> None:
    status, event = end_of(ModuleNotFoundError("No module named 'torch'", name="torch"))
    assert (status, event["code"]) == (ExitStatus.BAD_INPUT, "DependencyError")
    assert event["message"] == "the Python package torch cannot be loaded: No module named 'torch'"
    assert "deepseg check" in event["hint"]


def test_a_name_missing_in_our_own_code_is_our_mistake(temporary: Path) -> None:
    assert end_of(ImportError("cannot import name 'x'", name="engine.geo"))[0] == ExitStatus.OUR_FAULT


def test_a_full_disk_is_not_our_mistake() -> None:
    status, event = end_of(OSError(errno.ENOSPC, "No space left on device", "run/fields.bin"))
    assert (status, event["code"]) == (ExitStatus.BAD_INPUT, "OutputError")
    assert event["message"] == "the disk is full: no room left at run/fields.bin"


# What follows needs a process of its own: signals, pipes and what is printed below Python.
PROGRAM = """
    import os, sys, time
    from pathlib import Path
    from engine.commands.run import run

    def wait(reporter, stop):
        reporter.stage("wait")
        print("ready", file=sys.stderr, flush=True)
        while True:
            stop.check("Nothing was lost.")
            time.sleep(0.01)

    def deaf(reporter, stop):
        print("ready", file=sys.stderr, flush=True)
        while True:
            time.sleep(0.01)

    def chatter(reporter, stop):
        print("from Python")
        os.system("echo from a child")
        os.write(1, b"from C\\n")
        reporter.result({"text": "done"})

    def quick(reporter, stop):
        time.sleep(0.3)
        stop.check()

    def endless(reporter, stop):
        while True:
            reporter.warning("Again", "and again")
            stop.check()

    sys.exit(run("test", globals()[sys.argv[1]], has_events="--events" in sys.argv))
"""


def start(*words: str, stdin: int | None = subprocess.PIPE) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(PROGRAM), *words],
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )


def wait_until_ready(process: subprocess.Popen[str]) -> None:
    assert process.stderr is not None
    while process.stderr.readline().strip() != "ready":
        assert process.poll() is None, "the process ended before it was ready"


def end(process: subprocess.Popen[str]) -> tuple[int, list[dict], str]:
    out, err = process.communicate(timeout=20)
    return process.returncode, [json.loads(line) for line in out.splitlines()], err


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_and_says_so(number: signal.Signals) -> None:
    process = start("wait", "--events")
    wait_until_ready(process)
    process.send_signal(number)
    status, events, err = end(process)
    assert (status, events[-1]) == (3, {"event": "stopped", "message": "Nothing was lost."})
    assert "Traceback" not in err


def test_closing_stdin_stops_when_events_are_on() -> None:
    process = start("wait", "--events")
    wait_until_ready(process)
    assert process.stdin is not None
    process.stdin.write("whatever is written means nothing\n")
    process.stdin.close()
    process.stdin = None
    assert end(process)[0] == 3


def test_closing_stdin_means_nothing_to_a_person() -> None:
    process = start("quick")
    assert process.stdin is not None
    process.stdin.close()
    process.stdin = None
    assert end(process)[0] == 0


def test_a_cluster_job_without_stdin_is_not_stopped() -> None:
    assert end(start("quick", "--events", stdin=subprocess.DEVNULL))[0] == 0


def test_a_terminal_as_stdin_is_not_a_caller_that_left() -> None:
    ours, theirs = pty.openpty()
    try:
        assert end(start("quick", "--events", stdin=theirs))[0] == 0
    finally:
        os.close(ours)
        os.close(theirs)


def test_the_first_interrupt_asks_and_the_second_leaves_at_once() -> None:
    process = start("deaf")
    wait_until_ready(process)
    process.send_signal(signal.SIGINT)
    assert process.stderr is not None
    assert process.stderr.readline() == "\n"
    assert "press Ctrl-C again to leave at once" in process.stderr.readline()
    process.send_signal(signal.SIGINT)
    assert end(process)[0] == 3


def test_a_repeated_sigterm_does_not_cut_the_saving_short() -> None:
    process = start("wait", "--events")
    wait_until_ready(process)
    process.send_signal(signal.SIGTERM)
    process.send_signal(signal.SIGTERM)
    status, events, _ = end(process)
    assert (status, events[-1]["event"]) == (3, "stopped")


def test_only_event_lines_reach_stdout_whatever_libraries_print() -> None:
    status, events, err = end(start("chatter", "--events"))
    assert status == 0
    assert [event["event"] for event in events] == ["start", "result"]
    for stray in ("from Python", "from a child", "from C"):
        assert stray in err


def test_the_text_for_people_goes_to_stdout_without_events() -> None:
    process = start("chatter")
    out, _ = process.communicate(timeout=20)
    assert out.splitlines()[-1] == "done"


def test_a_reader_that_leaves_stops_the_work_quietly() -> None:
    process = start("endless", "--events")
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    process.stdout = None
    _, err = process.communicate(timeout=20)
    assert process.returncode == 3
    assert err == ""
