"""What people see: few plain lines in a log, no markup eaten, results on stdout and all else on stderr."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from engine.console import ConsoleReporter, time_left
from engine.errors import RasterOpenError


class Clock:
    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def people() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def out() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def reporter(people: io.StringIO, out: io.StringIO, clock: Clock) -> ConsoleReporter:
    return ConsoleReporter(people=people, out=out, clock=clock)


def test_nothing_is_said_before_something_happens(reporter: ConsoleReporter, people: io.StringIO) -> None:
    reporter.start("train")
    reporter.close()
    assert people.getvalue() == ""


def test_the_result_goes_to_stdout_and_the_rest_to_stderr(
    reporter: ConsoleReporter, people: io.StringIO, out: io.StringIO
) -> None:
    reporter.stage("count", "counting footprints")
    reporter.result({"text": "roof  12", "n": 12})
    assert (people.getvalue(), out.getvalue()) == ("Counting footprints\n", "roof  12\n")


def test_a_stage_that_comes_back_every_epoch_is_told_once(reporter: ConsoleReporter, people: io.StringIO) -> None:
    for _ in range(3):
        reporter.stage("validate")
    assert people.getvalue() == "Validate\n"


def test_a_file_name_keeps_its_letters(reporter: ConsoleReporter, people: io.StringIO) -> None:
    reporter.stage("predict", "demo/city.tif")
    assert people.getvalue() == "demo/city.tif\n"


def test_a_log_gets_a_line_now_and_then_with_the_time_left(
    reporter: ConsoleReporter, people: io.StringIO, clock: Clock
) -> None:
    for done in range(11):  # 4 s a tile: a tenth of the way is too soon for a line, a fifth is not
        reporter.progress("predict", done, 10, "tile")
        clock.now_s += 4
    assert people.getvalue().splitlines() == [
        "Predict: 20% (2 of 10 tiles), 32 s left",
        "Predict: 40% (4 of 10 tiles), 24 s left",
        "Predict: 60% (6 of 10 tiles), 16 s left",
        "Predict: 80% (8 of 10 tiles), 8 s left",
        "Predict: 100% (10 of 10 tiles)",
    ]


def test_a_log_shows_that_slow_work_goes_on(reporter: ConsoleReporter, people: io.StringIO, clock: Clock) -> None:
    for done in range(3):
        reporter.progress("predict", done, 1000, "tile")
        clock.now_s += 31
    assert people.getvalue().splitlines() == [
        "Predict: 0% (1 of 1,000 tiles), 8 h 36 min left",
        "Predict: 0% (2 of 1,000 tiles), 8 h 36 min left",
    ]


def test_quick_work_fills_no_log(reporter: ConsoleReporter, people: io.StringIO) -> None:
    for done in range(11):
        reporter.progress("predict", done, 10, "tile")
    assert people.getvalue() == ""


def test_an_epoch_is_one_line(reporter: ConsoleReporter, people: io.StringIO, clock: Clock) -> None:
    reporter.progress("train", 0, 400, "step")
    clock.now_s = 60
    losses = {"body": 0.25, "boundary": 0.125}
    reporter.epoch(epoch=1, n_epochs=20, losses=losses, scores={"f1": 0.6321, "map50": float("nan")}, is_best=True)
    line = people.getvalue().splitlines()[-1]
    assert line == "Epoch  1/20  loss 0.375  F1 0.632  mAP50 -  best so far  19 min left"


def test_brackets_in_names_are_no_markup(reporter: ConsoleReporter, people: io.StringIO) -> None:
    reporter.error(RasterOpenError("cannot open [red]a.tif", hint="Choose another."))
    assert people.getvalue() == "Error: cannot open [red]a.tif.\n  Choose another.\n"


def test_a_written_file_is_named_as_seen_from_here(
    reporter: ConsoleReporter, people: io.StringIO, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    reporter.artifact("model", Path("demo") / "m.safetensors")
    assert people.getvalue() == f"Wrote {Path('demo') / 'm.safetensors'}\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("no_color, starts", [(None, "\x1b[33mWarning"), ("1", "Warning")])
def test_colors_appear_on_a_terminal_unless_they_are_not_wanted(
    no_color: str | None, starts: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    if no_color:
        monkeypatch.setenv("NO_COLOR", no_color)
    terminal = Terminal()
    ConsoleReporter(people=terminal).warning("X", "3 labels lie outside")
    assert terminal.getvalue().startswith(starts)


def test_a_bar_is_drawn_on_a_terminal_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()
    reporter = ConsoleReporter(people=terminal)
    reporter.progress("predict", 1, 4, "tile")
    reporter.close()
    assert "1 of 4 tiles" in terminal.getvalue()
    assert terminal.getvalue().endswith("\x1b[2K")  # erases the line it stood on


class ClosedTerminal(io.StringIO):
    def write(self, text: str) -> int:
        raise BrokenPipeError


def test_a_closed_terminal_does_not_end_the_work() -> None:
    reporter = ConsoleReporter(people=ClosedTerminal())
    reporter.stage("train")
    reporter.warning("X", "y")


@pytest.mark.parametrize(
    "seconds, words",
    [
        (None, ""),
        (0.0, ""),
        (1.2, "1 s left"),
        (59.4, "59 s left"),
        (59.6, "1 min left"),
        (3569, "59 min left"),
        (3571, "1 h 00 min left"),
        (7260, "2 h 01 min left"),
    ],
)
def test_time_left_is_said_as_people_say_it(seconds: float | None, words: str) -> None:
    assert time_left(seconds) == words
