"""`deepseg check`."""

from __future__ import annotations

import argparse

from engine.cli.options import Command


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `deepseg check`."""
    parser.add_argument(
        "--device", default="auto", metavar="NAME", help="auto, cpu, cuda, cuda:N or mps (default: auto, the fastest)"
    )


def settings(options: argparse.Namespace) -> str:
    """Return the device that `deepseg check` was asked about."""
    return str(options.device)


COMMAND = Command(
    name="check",
    summary="tell whether everything is installed, and which device will be used",
    example="deepseg check",
    add_options=add_options,
    settings=settings,
)
