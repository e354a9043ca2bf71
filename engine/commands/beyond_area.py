"""What a small area may cost: things that reach into it are followed to their ends, and that is told."""

from __future__ import annotations

from collections.abc import Callable

from engine.events import Reporter
from engine.inference.manifest import Manifest
from engine.inference.walk import Place
from engine.inference.wanted import first_places

_FEW_BLOCKS = 4  # around an area; they are no news
_HINT = (
    "Let it go on if the thing is wanted whole. Else cut the raster to the surroundings of the area first, "
    "for example in QGIS with 'Clip raster by extent': what reaches beyond its edge is cut there."
)


class BeyondArea:
    """Finds the blocks that things in an area go on into, and tells when there are as many as in the area, and more."""

    def __init__(self, manifest: Manifest, missing: Callable[[int], set[Place]], reporter: Reporter) -> None:
        """Take `missing(number)`, which returns the blocks that are wanted next for the raster at `number`."""
        self._plans = manifest.plans
        self._missing = missing
        self._reporter = reporter
        self._found: dict[int, set[Place]] = {}
        self._told_at: dict[int, int] = {}

    def __call__(self, number: int) -> set[Place]:
        """Return the blocks that are wanted next."""
        places = self._missing(number)
        found = self._found.setdefault(number, set())
        found |= places
        if number not in self._told_at:
            self._told_at[number] = max(_FEW_BLOCKS, sum(1 for _ in first_places(self._plans[number])))
        if len(found) > self._told_at[number]:
            self._told_at[number] = 2 * len(found)
            self._reporter.warning("beyond_area", self._sentence(number), hint=_HINT)
        return places

    def _sentence(self, number: int) -> str:
        plan, found = self._plans[number], self._found[number]
        windows = [plan.blocks.window_of(place) for place in found]
        megapixels = sum(window.rows * window.cols for window in windows) / 1e6
        return (
            f"{plan.name}: something that reaches into the area goes on far beyond it; so far {len(found)} blocks "
            f"({megapixels:.1f} megapixels) beyond the area are predicted as well, so that it is whole"
        )
