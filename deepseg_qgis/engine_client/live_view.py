"""The engine as a window on a camera: it shows a source in a small picture and keeps nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from ..errors import DeepSegPluginError, EngineStoppedError
from . import command_line
from .events import Event
from .interpreter import engine_python
from .runner import run_engine

_GRACE_S = 3.0  # there is nothing to save; a driver that hangs is ended
_POLL_S = 0.05


class LiveView:
    """One engine, followed by a thread of its own.

    No task of QGIS: that would be listed for as long as somebody looks, and QGIS would ask about it when it closes.
    """

    def __init__(
        self,
        source: str,
        preview: str | Path,
        *,
        timeout_s: float,
        wording: Callable[[str], str],
        on_picture: Callable[[str], None],
        on_end: Callable[[DeepSegPluginError | None], None],
    ) -> None:
        """`timeout_s` is its patience without a picture; `wording` is that of `run_engine`.

        The others are called in the thread: `on_picture` with a file that is new, `on_end` once, with why it ended.

        Raises:
            EngineNotSetUpError: there is no engine.
        """
        self._arguments = command_line.capture(source=source, preview=preview, timeout_s=timeout_s, look=True)
        self._python = engine_python()
        self._wording = wording
        self._on_picture = on_picture
        self._on_end = on_end
        self._is_left = threading.Event()
        self._thread = threading.Thread(target=self._follow, name="deepseg-look", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self) -> None:
        """Ask it to end; `on_end` tells when its process is gone."""
        self._is_left.set()

    def wait(self, seconds: float) -> bool:
        """Return whether it is over within this time."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _follow(self) -> None:
        error: DeepSegPluginError | None = None
        try:
            run_engine(
                self._arguments,
                python=self._python,
                on_event=self._hear,
                is_canceled=self._is_left.is_set,
                wording=self._wording,
                grace_s=_GRACE_S,
                poll_s=_POLL_S,
            )
        except EngineStoppedError:
            pass
        except DeepSegPluginError as err:
            error = err
        self._on_end(error)

    def _hear(self, event: Event) -> None:
        if event.kind == "artifact" and not self._is_left.is_set():
            self._on_picture(event.text("path"))
