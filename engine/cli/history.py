"""Options of `deepseg history`."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.cli.options import Command
from engine.domain.history_settings import FORMATS, HistorySettings


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `deepseg history`."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="a folder with runs in it or below it")
    parser.add_argument(
        "--compare", nargs="+", default=[], metavar="RUN", help="two or more runs side by side: what differs, what came"
    )
    parser.add_argument("--show", metavar="RUN", help="one run whole: settings, scores, files and its command line")
    parser.add_argument("--format", choices=FORMATS, default="table", help="default: table")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write to a file instead of the terminal")


def settings(options: argparse.Namespace) -> HistorySettings:
    """Return what `deepseg history` was asked."""
    return HistorySettings(
        folder=options.folder,
        compare=tuple(options.compare),
        show=options.show,
        format=options.format,
        output=options.output,
    )


COMMAND = Command(
    name="history",
    summary="list the trainings, evaluations and predictions in a folder, and compare them",
    example="deepseg history runs --compare kampala-1 kampala-2",
    add_options=add_options,
    settings=settings,
)
