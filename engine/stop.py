"""How a command learns that the user wants it to stop; nothing else here knows about signals or pipes."""

from __future__ import annotations

import threading

from engine.errors import Stopped


class StopFlag:
    """Raised once, by a signal or by the caller closing stdin; asked between batches."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def request(self) -> None:
        """Ask the command to stop at its next safe point."""
        self._event.set()

    @property
    def is_requested(self) -> bool:
        """Tell whether somebody asked to stop."""
        return self._event.is_set()

    def check(self, saved: str = "") -> None:
        """Leave the command here if somebody asked to stop; `saved` says what was kept.

        Raises:
            Stopped: when a stop was requested.
        """
        if self.is_requested:
            raise Stopped(saved)
