"""docs/features.md names what there is: every command has a row, and every row's command, option and dock exist."""

from __future__ import annotations

import argparse

import pytest

from engine.cli.main import make_parser
from tests.feature_rows import FeatureRow, feature_rows

ROWS = feature_rows()
DOCKS = ("Labels", "Training", "Evaluation", "Prediction", "Menu", "")


def options() -> dict[str, set[str]]:
    """Return the options of every command."""
    actions = make_parser()._actions
    commands = next(action.choices for action in actions if isinstance(action, argparse._SubParsersAction))
    return {
        name: {option for action in parser._actions for option in action.option_strings}
        for name, parser in commands.items()
    }


def test_there_are_rows_and_no_feature_stands_twice() -> None:
    names = [row.name for row in ROWS]
    assert len(names) >= 20
    assert sorted(set(names)) == sorted(names)


def test_every_command_has_a_row() -> None:
    assert {command.split()[0] for row in ROWS for command in row.commands} == set(options())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_commands_and_their_options_exist(row: FeatureRow) -> None:
    for command in row.commands:
        name, *named = command.split()
        assert name in options(), command
        assert {option for option in named if option.startswith("--")} <= options()[name], command


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_feature_is_offered_somewhere(row: FeatureRow) -> None:
    assert row.commands or row.algorithms or row.widget
    assert row.dock in DOCKS
    assert bool(row.dock) == bool(row.widget)
