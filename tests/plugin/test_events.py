"""Bytes become lines, lines become events; read from the same golden files that the engine is held to."""

from __future__ import annotations

from pathlib import Path

import pytest

from deepseg_qgis.engine_client.events import Event, LineBuffer, parse_line, shown

GOLDEN = Path(__file__).parents[1] / "contract" / "golden"


@pytest.mark.parametrize(
    "chunks, lines",
    [
        ([], []),
        ([b""], []),
        ([b"a\n"], [b"a"]),
        ([b"a", b"b\nc", b"d\n"], [b"ab", b"cd"]),
        ([b"a\r\nb\n"], [b"a", b"b"]),
        ([b"\n\n"], [b"", b""]),
        (["가".encode()[:1], "가".encode()[1:] + b"\n"], ["가".encode()]),
    ],
)
def test_chunks_become_lines_however_they_are_cut(chunks, lines):
    buffer = LineBuffer()
    assert [line for chunk in chunks for line in buffer.add(chunk)] == lines


def test_what_has_no_end_is_the_rest():
    buffer = LineBuffer()
    assert buffer.add(b"a\nhalf") == [b"a"]
    assert buffer.rest() == b"half"
    assert buffer.rest() is None


@pytest.mark.parametrize("chunks", [[b"x" * 25 + b"\nnext\n"], [b"x" * 8, b"x" * 8, b"x" * 9, b"\nnext\n"]])
def test_a_line_too_long_is_cut_and_counted_once(chunks):
    buffer = LineBuffer(most_bytes=10)
    assert [line for chunk in chunks for line in buffer.add(chunk)] == [b"x" * 10, b"next"]
    assert buffer.n_cut == 1


def test_a_line_just_long_enough_is_whole():
    buffer = LineBuffer(most_bytes=10)
    assert buffer.add(b"x" * 10 + b"\n") == [b"x" * 10]
    assert buffer.n_cut == 0


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"hello",
        b"{",
        b"[1, 2]",
        b"null",
        b"{}",
        b'{"event": 7}',
        b'{"event": ""}',
        b'{"no": "event"}',
        b'{"event": "stage", "name": "\xea"}',
        b"\x00\xff",
        b'{"a":' * 100_000,
    ],
)
def test_what_is_no_event_is_none(line):
    assert parse_line(line) is None


def test_an_event_has_a_kind_and_values():
    event = parse_line(b'{"event": "stage", "name": "train", "message": null}')
    assert event == Event("stage", {"name": "train", "message": None})
    assert (event.text("name"), event.text("message"), event.text("nothing")) == ("train", "", "")


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.jsonl")), ids=lambda path: path.stem)
def test_every_golden_line_is_an_event(path):
    events = [parse_line(line) for line in LineBuffer().add(path.read_bytes())]
    assert events
    assert None not in events
    assert events[0].kind == "start"


def test_names_come_out_as_they_were_written():
    last = [parse_line(line) for line in LineBuffer().add((GOLDEN / "train_done.jsonl").read_bytes())][-2]
    assert last.values["path"] == "/data/Dächer.safetensors"


def test_a_log_shows_what_cannot_be_read():
    assert shown(b"half \xea\xb0") == "half �"
    assert shown(b"x" * 301) == "x" * 300 + " … (301 bytes)"
