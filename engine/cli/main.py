"""The engine's one door: `deepseg COMMAND ...`, the same as `python -m engine COMMAND ...`."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

import engine
from engine.cli import (
    capture,
    check,
    chips,
    classify,
    classify_train,
    clean_shapes,
    cutouts,
    evaluate,
    export_labels,
    history,
    import_labels,
    info,
    join_tiles,
    mask,
    measure,
    predict,
    statistics,
    suggest_areas,
    tile,
    train,
    vectorize,
)
from engine.cli.options import EXIT_STATUSES, Command, Parser, add_events, checked
from engine.cli.threads import take_short_turns, wait_briefly
from engine.collector import libraries_left_alone
from engine.commands.output_places import check_places
from engine.commands.recording import recorded
from engine.commands.run import Work, run
from engine.errors import UsageError
from engine.events import Reporter
from engine.stop import StopFlag

COMMANDS: tuple[Command, ...] = tuple(
    room.COMMAND
    for room in (
        check,
        info,
        train,
        evaluate,
        predict,
        vectorize,
        statistics,
        measure,
        clean_shapes,
        history,
        capture,
        suggest_areas,
        tile,
        join_tiles,
        chips,
        import_labels,
        export_labels,
        cutouts,
        classify_train,
        classify,
        mask,
    )
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status."""
    wait_briefly(os.environ)  # read when torch is loaded
    take_short_turns()
    words = sys.argv[1:] if arguments is None else list(arguments)
    command = next((command.name for command in COMMANDS if command.name in words[:1]), "")
    try:
        work = _parse(words)
    except UsageError as err:
        work = _failing(err)
    return int(run(command, work, has_events="--events" in words))


def make_parser() -> Parser:
    """Return the parser of all commands."""
    parser = Parser(
        prog="deepseg",
        description="Learn to find things in orthophotos from a few drawn polygons.",
        epilog=f"Each command has its own --help with an example. {EXIT_STATUSES[0].upper()}{EXIT_STATUSES[1:]}.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"deepseg {engine.__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", title="commands")
    for command in COMMANDS:
        own = commands.add_parser(
            command.name,
            help=command.summary,
            description=f"{command.summary[0].upper()}{command.summary[1:]}.",
            epilog=f"example:\n  {command.example}\n\n{EXIT_STATUSES}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,  # an abbreviation in somebody's script would break when an option is added
        )
        command.add_options(own)
        add_events(own)
    return parser


def _parse(words: list[str]) -> Work:
    """Return the work that the command line asks for.

    Raises:
        UsageError: it asks for nothing, or for something that cannot be.
    """
    options = make_parser().parse_args(words)
    command = next(command for command in COMMANDS if command.name == options.command)
    settings = checked(lambda: command.settings(options))

    def work(reporter: Reporter, stop: StopFlag) -> None:
        # Here, not above: loading torch takes seconds, and a missing package is told like any other failure.
        name = command.name.replace("-", "_")
        with libraries_left_alone():
            from engine.commands.raster_folders import with_folders_opened

            room = importlib.import_module(f"engine.commands.{name}")
        stop.check()  # what came while it was loaded
        check_places(command.name, settings)
        asked = with_folders_opened(settings, reporter, stop)
        with recorded(command.name, words, asked, reporter) as heard:
            getattr(room, name)(asked, reporter=heard, stop=stop)

    return work


def _failing(error: UsageError) -> Work:
    def work(_reporter: Reporter, _stop: StopFlag) -> None:
        raise error

    return work
