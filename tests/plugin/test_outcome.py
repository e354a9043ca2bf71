"""Exit status, last line and what was done to the child decide which sentence is told."""

from __future__ import annotations

import pytest

from deepseg_qgis.engine_client.events import Event
from deepseg_qgis.engine_client.outcome import Ending, check_ending, check_protocol, status_text
from deepseg_qgis.errors import (
    EngineCrashedError,
    EngineFailedError,
    EngineKilledError,
    EngineNotStartedError,
    EngineStoppedError,
    EngineVersionError,
)

RESULT, ARTIFACT = Event("result", {"values": {}}), Event("artifact", {"kind": "model", "path": "m"})
ERROR = Event("error", {"code": "AreaError", "message": "the areas are empty", "hint": "Draw one."})
STOPPED = Event("stopped", {"message": "12 tiles are kept."})


def ending(status: int, last: Event | None = None, **more) -> Ending:
    return Ending(status, last, **{"has_started": True, **more})


@pytest.mark.parametrize(
    "end",
    [
        ending(0, RESULT),
        ending(0, ARTIFACT),
        ending(0, RESULT, was_asked_to_stop=True),  # it was faster than the stop
        ending(0, RESULT, was_asked_to_stop=True, was_ended_after_s=1.0),
    ],
)
def test_done_is_done(end):
    check_ending(end)


@pytest.mark.parametrize(
    "end, error, words",
    [
        (ending(2, ERROR), EngineFailedError, "The areas are empty"),
        (ending(1, ERROR), EngineFailedError, "The areas are empty"),
        (ending(-11, ERROR), EngineFailedError, "The areas are empty"),
        (ending(2, Event("error")), EngineFailedError, "engine failed"),
        (ending(3, STOPPED), EngineStoppedError, "12 tiles are kept"),
        (ending(3, STOPPED, was_asked_to_stop=True), EngineStoppedError, "12 tiles are kept"),
        (ending(3, Event("stopped")), EngineStoppedError, "^Stopped.$"),
        (
            ending(3, Event("stopped", {"message": "a.pt is kept; the same command with --resume goes on"})),
            EngineStoppedError,
            "^Stopped: a.pt is kept.$",
        ),
        (ending(-15, Event("progress"), was_asked_to_stop=True), EngineStoppedError, "did not say what was kept"),
        (ending(-9, None, was_asked_to_stop=True, was_ended_after_s=20.4), EngineStoppedError, "within 20 s"),
        (ending(-9, Event("progress")), EngineKilledError, "memory was used up"),
        (ending(137, Event("progress")), EngineKilledError, "memory was used up"),
        (ending(0xC0000017, Event("progress")), EngineKilledError, "memory was used up"),
        (ending(-11, Event("progress")), EngineCrashedError, "crashed"),
        (ending(0xC0000005, Event("progress")), EngineCrashedError, "crashed"),
        (ending(0, Event("progress")), EngineCrashedError, "without saying what it did"),
        (ending(0, None, has_started=False), EngineCrashedError, "without saying what it did"),
        (ending(1, RESULT), EngineCrashedError, "crashed"),
        (ending(1, None, has_started=False, text=("a", "b", " ")), EngineNotStartedError, "did not start. b"),
        (ending(1, None, has_started=False), EngineNotStartedError, "did not start"),
        (ending(-11, None, has_started=False), EngineCrashedError, "crashed"),
    ],
)
def test_every_other_end_has_its_error(end, error, words):
    with pytest.raises(error, match=words) as caught:
        check_ending(end)
    assert type(caught.value) is error
    assert caught.value.details["exit status"]


def test_a_long_last_line_is_cut_in_the_sentence_and_whole_in_the_details():
    with pytest.raises(EngineCrashedError) as caught:
        check_ending(ending(70, text=("x" * 5000,)))
    assert len(caught.value.sentence()) < 500
    assert len(caught.value.details["log"]) == 5000


@pytest.mark.parametrize(
    "message, told",
    [
        ("there is no model file m", "There is no model file m"),
        ("city.tif has 3 bands", "city.tif has 3 bands"),
        ("/data/a.tif does not exist", "/data/a.tif does not exist"),
        ("--epochs must be at least 1", "--epochs must be at least 1"),
    ],
)
def test_the_engines_sentence_begins_like_a_sentence_unless_with_a_name(message, told):
    with pytest.raises(EngineFailedError) as caught:
        check_ending(ending(2, Event("error", {"message": message})))
    assert caught.value.message == told


@pytest.mark.parametrize("protocol", [2, 0, None, "1", 1.5])
def test_a_protocol_that_we_do_not_know_is_refused(protocol):
    with pytest.raises(EngineVersionError):
        check_protocol(Event("start", {"protocol": protocol, "engine": "9.9"}))


def test_our_protocol_is_understood():
    check_protocol(Event("start", {"protocol": 1}))


@pytest.mark.parametrize("status, text", [(0, "0"), (70, "70"), (-11, "SIGSEGV"), (-9, "SIGKILL"), (-99, "signal 99")])
def test_a_status_is_written_as_people_look_it_up(status, text):
    assert status_text(status) == text
