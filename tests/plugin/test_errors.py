"""An error is one sentence and the next step."""

from __future__ import annotations

import inspect

import pytest

from deepseg_qgis import errors
from deepseg_qgis.errors import DeepSegPluginError, EngineFailedError


@pytest.mark.parametrize(
    "message, hint, sentence",
    [
        ("It failed", "", "It failed."),
        ("It failed.", "Try again", "It failed. Try again."),
        ("Really?", "Yes!", "Really? Yes!"),
        ("", "Try again.", "Try again."),
    ],
)
def test_message_and_hint_make_one_line(message, hint, sentence):
    assert DeepSegPluginError(message, hint=hint).sentence() == sentence


def test_every_error_is_one_of_ours():
    kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if kind.__module__ == errors.__name__]
    assert len(kinds) > 10
    assert all(issubclass(kind, DeepSegPluginError) for kind in kinds)


def test_details_are_for_the_report_not_for_the_sentence():
    error = EngineFailedError("It failed", code="AreaError", details={"log": "much"})
    assert (error.code, error.details, error.sentence()) == ("AreaError", {"log": "much"}, "It failed.")
    assert DeepSegPluginError("It failed").details == {}
