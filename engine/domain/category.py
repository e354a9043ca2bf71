"""A kind of thing that a model finds."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Okabe & Ito (2008), "Color Universal Design": told apart with any kind of color vision.
# Blue comes first: misses are orange, and so are many roofs.
OKABE_ITO = ("#56b4e9", "#e69f00", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7")

NO_CATEGORY = "(none)"  # what everybody calls the category of a polygon whose field is empty
_HEX_COLOR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True)
class Category:
    """A kind of thing: `id` from 1, `name` as the user wrote it, `color` as #rrggbb."""

    id: int
    name: str
    color: str

    def __post_init__(self) -> None:
        if self.id < 1:
            raise ValueError(f"a category id starts at 1, got {self.id}")
        if not self.name:
            raise ValueError("a category needs a name")
        if not _HEX_COLOR.fullmatch(self.color):
            raise ValueError(f"a color looks like #e69f00, got {self.color!r}")


def categories_named(names: list[str]) -> tuple[Category, ...]:
    """Return one category per name, numbered from 1, with colors that can be told apart."""
    return tuple(Category(id=i + 1, name=name, color=OKABE_ITO[i % len(OKABE_ITO)]) for i, name in enumerate(names))
