"""Whether the disk has room for the fields of a prediction, before it begins."""

from __future__ import annotations

from engine.errors import OutputError
from engine.events import Reporter
from engine.geo.free_disk import free_bytes
from engine.inference.manifest import Manifest, PredictionFolder
from engine.inference.wanted import first_places

_HOPELESS_SHARE = 0.05  # of what fields take at most: they are compressed, but not by more than this
_DOUBTFUL_SHARE = 0.5
_FEW_BYTES = 1 << 28


def most_bytes_left(manifest: Manifest, folder: PredictionFolder) -> int:
    """Return what the fields that are not there yet take at most: a byte per field and pixel."""
    n_px = 0
    for number, plan in enumerate(manifest.plans):
        store = folder.store(manifest, number)
        windows = (plan.blocks.window_of(place) for place in first_places(plan) if not store.has(place))
        n_px += sum(window.rows * window.cols for window in windows)
    return 3 * len(manifest.card.categories) * n_px


def check_room(manifest: Manifest, folder: PredictionFolder, reporter: Reporter) -> None:
    """Accept a disk that has room for the fields; say so where it may turn out too small.

    Raises:
        OutputError: there is too little however well fields are compressed.
    """
    most_bytes = most_bytes_left(manifest, folder)
    there_are = free_bytes(folder.path)
    if most_bytes < _FEW_BYTES or there_are >= _DOUBTFUL_SHARE * most_bytes:
        return
    message = (
        f"the fields of this prediction take up to {most_bytes / 1e9:.1f} GB in {folder.path}, "
        f"and {there_are / 1e9:.1f} GB are free"
    )
    hint = "Free some space, give a --run-dir on a larger disk, or predict in a smaller --area."
    if there_are < _HOPELESS_SHARE * most_bytes:
        raise OutputError(message, hint=hint)
    reporter.warning("disk", message + "; compressed they may fit", hint=hint)
