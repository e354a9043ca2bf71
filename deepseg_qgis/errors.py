"""Every way in which the plugin fails, named by its cause."""

from __future__ import annotations


class DeepSegPluginError(Exception):
    """A failure that is told to a person: one sentence, and what to do next."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
