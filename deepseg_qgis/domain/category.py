"""A kind of thing that a person labels, and the color that it has everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

# Okabe & Ito (2008), "Color Universal Design": told apart with any kind of color vision. The engine has the same ones.
# Blue comes first: misses are orange, and so are many roofs.
OKABE_ITO = ("#56b4e9", "#e69f00", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7")
DEFAULT_CATEGORY = "roof"
NO_CATEGORY = "(none)"  # in tables, of what has none; the engine has the same word

_HEX_COLOR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True)
class Category:
    """A kind of thing: `name` as the user wrote it, `color` as #rrggbb."""

    name: str
    color: str

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("a category needs a name")
        if self.name != self.name.strip():
            raise ValueError(f"a category's name has no space around it, got {self.name!r}")
        if not _HEX_COLOR.fullmatch(self.color):
            raise ValueError(f"a color looks like #e69f00, got {self.color!r}")


def next_color(used: Iterable[str]) -> str:
    """Return the first color that is used least often, as #rrggbb."""
    seen = [color.lower() for color in used]
    return min(OKABE_ITO, key=seen.count)
