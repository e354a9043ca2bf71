"""Single keys that draw: 1-9 for a category, A for an area."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from qgis.PyQt.QtWidgets import QWidget

from ..i18n import tr
from .category_list import N_KEYS
from .single_keys import SingleKeys

AREA_KEY = "A"


class MapKeys(SingleKeys):
    """The keys on map and dock; without a project they are as if they were not there."""

    def __init__(
        self, widgets: Sequence[QWidget], *, draw_category: Callable[[int], None], draw_area: Callable[[], None]
    ) -> None:
        """`draw_category` is given the row of the category, from 0."""
        acts = {
            str(row + 1): (tr("Draw labels of category {n}").format(n=row + 1), partial(draw_category, row))
            for row in range(N_KEYS)
        }
        super().__init__(widgets, {**acts, AREA_KEY: (tr("Draw an area"), draw_area)})
