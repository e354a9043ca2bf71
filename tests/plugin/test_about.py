"""What the plugin says of itself, without QGIS."""

from __future__ import annotations

from deepseg_qgis.about import COMMANDS, command_line
from engine.cli.main import COMMANDS as ENGINE_COMMANDS


def test_the_commands_it_shows_are_commands_of_the_engine() -> None:
    assert set(COMMANDS) <= {command.name for command in ENGINE_COMMANDS}
    assert command_line().splitlines()[0] == "deepseg train --help"


def test_importing_the_package_needs_no_qgis() -> None:
    import deepseg_qgis

    assert callable(deepseg_qgis.classFactory)
