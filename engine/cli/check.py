"""`deepseg check`."""

from __future__ import annotations

import argparse

from engine.cli.cache_folder import choices_file
from engine.cli.options import Command
from engine.domain.settings import CheckSettings


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `deepseg check`."""
    parser.add_argument(
        "--device", default="auto", metavar="NAME", help="auto, cpu, cuda, cuda:N or mps (default: auto, the fastest)"
    )


def settings(options: argparse.Namespace) -> CheckSettings:
    """Return what `deepseg check` was asked."""
    return CheckSettings(device=options.device, choices=choices_file())


COMMAND = Command(
    name="check",
    summary="tell whether everything is installed, and which device will be used",
    example="deepseg check",
    add_options=add_options,
    settings=settings,
)
