"""Every text that people see can be translated, and both catalogues have them all."""

from __future__ import annotations

import importlib.machinery
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

REPOSITORY = Path(__file__).parents[2]


def load() -> ModuleType:
    loader = importlib.machinery.SourceFileLoader("texts", str(REPOSITORY / "scripts" / "texts"))
    spec = importlib.util.spec_from_loader("texts", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["texts"] = module  # where dataclasses look for the module of their annotations
    sys.dont_write_bytecode, before = True, sys.dont_write_bytecode
    loader.exec_module(module)
    sys.dont_write_bytecode = before
    return module


texts = load()


def test_every_text_can_be_translated() -> None:
    found, mistakes = texts.find()
    assert mistakes == []
    assert len(found) > 20


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_a_catalogue_is_complete(language: str) -> None:
    assert texts.problems(language) == []


@pytest.mark.parametrize(
    "source, reasons",
    [
        ("def f():\n    return tr('a')", []),
        ("x = tr('a')", ["translated before the language is known"]),
        ("def f(n):\n    return tr(f'a {n}')", ["not a plain text in quotes"]),
        ("def f(text):\n    return tr(text)", ["not a plain text in quotes"]),
        ("class A:\n    x = tr('a')", ["translated before the language is known"]),
    ],
)
def test_a_call_that_cannot_be_translated_is_noticed(tmp_path: Path, source: str, reasons: list[str]) -> None:
    (tmp_path / "a.py").write_text(source, encoding="utf-8")
    assert [mistake.reason for mistake in texts.find(tmp_path)[1]] == reasons


def test_a_text_with_a_count_is_told_from_one_without(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("def f(n):\n    return tr('{n} labels', n), tr('a')", encoding="utf-8")
    found, _ = texts.find(tmp_path)
    assert {text.source: text.has_count for text in found.values()} == {"{n} labels": True, "a": False}


@pytest.mark.parametrize(
    "source, forms, reason",
    [
        ("a {x}", None, "not translated"),
        ("a {x}", ("b {x}",), ""),
        ("a {x}", ("b",), "other names in braces"),
        ("a {x}", ("b {y}",), "other names in braces"),
        ("a {x}", ("b {x}", "c {x}"), "has 2 form(s)"),
    ],
)
def test_a_translation_must_fit_its_text(source: str, forms: tuple[str, ...] | None, reason: str) -> None:
    assert texts.wrong(texts.Text(source, "a.py", has_count=False), forms, 2) == reason


def test_one_of_them_may_leave_out_the_number_many_may_not() -> None:
    text = texts.Text("{n} labels", "a.py", has_count=True)
    assert texts.wrong(text, ("one label", "{n} labels"), 2) == ""
    assert texts.wrong(text, ("{n} label", "labels"), 2) == "other names in braces"


@pytest.mark.parametrize("arguments, status", [(["--help"], 0), (["x"], 2), (["--check", "x"], 2)])
def test_nothing_is_written_for_a_word_that_is_not_known(arguments, status, capsys, monkeypatch):
    monkeypatch.setattr(texts, "write", lambda language: pytest.fail(f"{language} was written"))
    assert texts.main(arguments) == status
    assert "usage: scripts/texts" in capsys.readouterr().out
