"""JSON is read piece by piece, wherever the pieces are cut."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from engine.errors import LabelFileError
from engine.interchange import json_pieces
from engine.interchange.json_pieces import JsonPieces, whole_json


def pieces(text: str) -> JsonPieces:
    return JsonPieces(Path("x.json"), io.StringIO(text))


def read(text: str) -> dict[str, object]:
    reader = pieces(text)
    return {name: list(reader.items()) if reader.opens("[") else reader.value() for name in reader.members()}


@pytest.mark.parametrize("chunk", [1, 2, 3, 7, 1000])
def test_it_reads_what_json_reads_in_chunks_of_any_size(monkeypatch: pytest.MonkeyPatch, chunk: int) -> None:
    monkeypatch.setattr(json_pieces, "_CHUNK", chunk)
    content = {"a": [], "b": [1, 23, {"x": [1.5e3, 'é"]']}], "c": 1234, "d": {"e": None}, "f": [[1], [2, 3]]}
    assert read(json.dumps(content, indent=1)) == content


def test_an_empty_object_has_no_members() -> None:
    assert read(" { } ") == {}


@pytest.mark.parametrize(
    "text, reason",
    [
        ("", "ends too early"),
        ("[1]", "{ is missing"),
        ('{"a": [1, 2', "ends too early"),
        ('{"a": [1 2]}', "or ] is missing"),
        ('{"a": tru}', "Expecting value"),
        ('{"a" 1}', ": is missing"),
        ("{1: 2}", "name in quotes"),
        ('{"a": ' + "[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_json_gets_one_sentence(text: str, reason: str) -> None:
    reader = pieces(text)
    with pytest.raises(LabelFileError, match=reason):
        for _ in reader.members():
            list(reader.items()) if reader.opens("[") else reader.value()


def test_a_whole_file_may_not_be_huge(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text("[1, 2, 3]")
    assert whole_json(path) == [1, 2, 3]
    with pytest.raises(LabelFileError, match="larger than"):
        whole_json(path, most_bytes=3)
    path.write_bytes(b"\xff\xfe{")
    with pytest.raises(LabelFileError, match="not text in UTF-8"):
        whole_json(path)
    path.write_text("[" * 200_000)
    with pytest.raises(LabelFileError, match=r"nested too deeply|no JSON"):
        whole_json(path)
