"""The engine's sentences for people who have no command line in front of them.

The engine names its options and commands as a terminal knows them, `--crs` and `deepseg predict`. Here they become what
people see: the label of a parameter, the title of an algorithm.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_OPTION = re.compile(r"(?<![\w-])--([a-z][a-z0-9]*(?:-[a-z0-9]+)*)")
_COMMAND = re.compile(r"`deepseg ([a-z][a-z-]*)`")
_HELP = re.compile(r"\s*See `deepseg[^`]*--help`\.?")  # there is no terminal to type it into
Name = Callable[[str], "str | None"]


def in_words(text: str, *, label_of: Name, title_of: Name) -> str:
    """Return a sentence of the engine with labels and titles, in quotation marks, for options and commands.

    Args:
        text: what the engine says.
        label_of: returns the label for an option such as `score-threshold`; None leaves the word as it is.
        title_of: returns the title for a command such as `clean-shapes`, likewise.
    """
    if "--" not in text and "`" not in text:
        return text
    text = _HELP.sub("", text)
    text = _COMMAND.sub(lambda match: _quoted(title_of(match[1]), match[0]), text)
    return _OPTION.sub(lambda match: _quoted(label_of(match[1]), match[0]), text)


def parameter_names(option: str) -> tuple[str, ...]:
    """Return what a parameter for an option may be called, the likeliest first."""
    name = option.replace("-", "_").upper()
    plural = f"{name[:-1]}IES" if name.endswith("Y") else f"{name}S"
    return (name, plural, *_OTHER_NAMES.get(option, ()))


# Parameters whose name is not that of the option, or its plural.
_OTHER_NAMES = {
    "by": ("BY_RASTER",),
    "footprints": ("INPUT",),
    "polygons": ("INPUT",),
    "tile-size-px": ("TILE_SIZE",),
}


def _quoted(name: str | None, otherwise: str) -> str:
    return otherwise if name is None else f"“{name}”"
