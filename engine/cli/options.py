"""Options that several commands share, and the parser that reports its errors as ours."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from engine.cli.shape_options import add_changes, shape_changes
from engine.domain.settings import LabelSource, ShapeSettings
from engine.errors import UsageError

Values = TypeVar("Values")

_KINDS = {"int": "a whole number", "float": "a number"}
EXIT_STATUSES = "exit status: 0 done, 1 our fault, 2 bad input or usage, 3 stopped"


@dataclass(frozen=True)
class Command:
    """A command as the command line knows it: `settings` turns parsed options into what the command takes."""

    name: str
    summary: str
    example: str
    add_options: Callable[[argparse.ArgumentParser], None]
    settings: Callable[[argparse.Namespace], Any]


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are raised, so that they can be told as events as well."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.register("type", Path, _named_path)

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print.

        Raises:
            UsageError: always.
        """
        raise UsageError(_in_our_words(message), hint=f"See `{self.prog} --help`.")


def checked(build: Callable[[], Values]) -> Values:
    """Return the settings that `build` makes.

    Raises:
        UsageError: a value cannot be; settings name their fields, people know them as options.
    """
    try:
        return build()
    except ValueError as err:
        raise UsageError(_as_option(str(err))) from err


def add_events(parser: argparse.ArgumentParser) -> None:
    """Add what every command has."""
    parser.add_argument(
        "--events", action="store_true", help="write one JSON object per line to stdout, for programs (docs/events.md)"
    )


def add_rasters(parser: argparse.ArgumentParser) -> None:
    """Add the rasters and, for those that do not say it, their coordinate system."""
    parser.add_argument(
        "--raster",
        action="append",
        required=True,
        type=Path,
        metavar="FILE",
        help="a raster, a folder of rasters or a .txt list of them; may be given again",
    )
    add_crs(parser)


def add_crs(parser: argparse.ArgumentParser) -> None:
    """Add the coordinate system of rasters that do not carry one."""
    parser.add_argument(
        "--crs", metavar="EPSG:N", help="coordinate system of rasters that have a world file but do not name theirs"
    )


def add_labels(parser: argparse.ArgumentParser) -> None:
    """Add labels and areas."""
    parser.add_argument(
        "--labels", required=True, metavar="FILE[|LAYER]", help="polygons of what is to be found, in any vector format"
    )
    parser.add_argument(
        "--category-field", metavar="FIELD", help="field of the labels that holds the category; none: one category"
    )
    parser.add_argument(
        "--areas",
        metavar="FILE[|LAYER]",
        help="polygons whose field role is train, validate, evaluate or predict; inside everything is labeled",
    )


def label_source(options: argparse.Namespace) -> LabelSource:
    """Return where labels and areas come from."""
    return LabelSource(labels=options.labels, category_field=options.category_field, areas=options.areas)


def add_device(parser: argparse.ArgumentParser) -> None:
    """Add where the network runs."""
    parser.add_argument(
        "--device", default="auto", metavar="NAME", help="auto, cpu, cuda, cuda:N or mps (default: auto, the fastest)"
    )
    parser.add_argument("--threads", type=int, metavar="N", help="processor threads (default: one per core)")


def add_views(parser: argparse.ArgumentParser) -> None:
    """Add how often the network looks at the same ground."""
    parser.add_argument(
        "--views",
        type=int,
        metavar="N",
        help="1 to 4 ways to turn the ground, of which the mean is taken; each takes its time (default: 1)",
    )


def add_workers(parser: argparse.ArgumentParser) -> None:
    """Add how many processes draw footprints."""
    parser.add_argument(
        "--workers", type=int, metavar="N", help="processes that draw footprints beside the network; 0 for none"
    )


def add_shape(parser: argparse.ArgumentParser) -> None:
    """Add which footprints are kept and how they are drawn."""
    parser.add_argument("--score-threshold", type=float, metavar="S", help="0 to 1 (default: the one in the model)")
    parser.add_argument(
        "--category-threshold",
        action="append",
        default=[],
        type=category_threshold,
        metavar="NAME=S",
        help="score threshold of one category; may be given again",
    )
    parser.add_argument(
        "--min-area-m2", type=float, default=0.0, metavar="A", help="drop footprints smaller than this (default: 0)"
    )
    parser.add_argument(
        "--simplify-m",
        type=float,
        metavar="T",
        help="how far an outline may move when it is simplified (default: half a pixel; 0: not at all)",
    )
    add_changes(parser)


def shape_settings(options: argparse.Namespace) -> ShapeSettings:
    """Return which footprints are kept and how they are drawn."""
    return ShapeSettings(
        score_threshold=options.score_threshold,
        category_thresholds=tuple(options.category_threshold),
        min_area_m2=options.min_area_m2,
        simplify_m=options.simplify_m,
        changes=shape_changes(options),
    )


def category_threshold(text: str) -> tuple[str, float]:
    """Return the category and threshold of `roof=0.4`; a name may itself hold an equals sign."""
    name, equals, value = text.rpartition("=")
    try:
        if name and equals:
            return name, float(value)
    except ValueError:
        pass  # said below, in the same words
    raise argparse.ArgumentTypeError(f"takes a category and a score, such as roof=0.4, got {text!r}")


def band_numbers(text: str) -> tuple[int, ...]:
    """Return the bands of `4,3,2`."""
    try:
        bands = tuple(int(part) for part in text.split(","))
    except ValueError:
        bands = ()
    if not bands or min(bands) < 1:
        raise argparse.ArgumentTypeError(f"takes band numbers from 1, such as 4,3,2, got {text!r}")
    return bands


def _named_path(text: str) -> Path:
    """Return a path; an empty one would mean the folder one stands in, where mostly a variable was empty."""
    if not text.strip():
        raise argparse.ArgumentTypeError("needs a path, got nothing")
    return Path(text)


def _as_option(message: str) -> str:
    """Return the message with the field that it begins with written as the option people typed."""
    return re.sub(r"^([a-z]\w*) must\b", lambda match: f"--{match[1].replace('_', '-')} must", message)


def _in_our_words(message: str) -> str:
    """Return argparse's sentence about an option as a person would say it; unknown ones stay as they are."""
    message = re.sub(r"^argument ([^:]+): ", r"\1 ", message)
    message = re.sub(r" invalid (int|float) value: ", lambda match: f" takes {_KINDS[match[1]]}, got ", message)
    message = re.sub(r" invalid choice: (.+) \(choose from (.+)\)$", r" cannot be \1; choose from \2", message)
    message = re.sub(r" expected (?:at least )?one argument$", " needs a value", message)
    return message.replace("the following arguments are required: ", "missing: ")
