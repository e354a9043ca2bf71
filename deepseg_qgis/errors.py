"""Every way in which the plugin fails, named by its cause."""

from __future__ import annotations

from collections.abc import Mapping


class DeepSegPluginError(Exception):
    """A failure that is told to a person: one sentence, and what to do next.

    Attributes:
        details: what a bug report needs, by name, such as `log`; often empty.
    """

    def __init__(self, message: str, *, hint: str = "", details: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.details = dict(details or {})

    def sentence(self) -> str:
        """Return message and hint as one text, each ended with a full stop, for places that have one line."""
        return " ".join(_ended(part) for part in (self.message.strip(), self.hint.strip()) if part)


class EngineNotSetUpError(DeepSegPluginError):
    """There is no environment that the engine could run in."""


class EngineNotStartedError(DeepSegPluginError):
    """The engine's Python is named, but the system does not start it."""


class EngineFailedError(DeepSegPluginError):
    """The engine ended with a sentence of its own.

    Attributes:
        code: the name that programs compare, such as `RasterOpenError`.
    """

    def __init__(
        self, message: str, *, hint: str = "", code: str = "", details: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(message, hint=hint, details=details)
        self.code = code


class EngineCrashedError(DeepSegPluginError):
    """The engine ended without a last word."""


class EngineKilledError(EngineCrashedError):
    """The system ended the engine, most likely because it took too much memory."""


class EngineStoppedError(DeepSegPluginError):
    """The user asked the engine to stop, and it stopped; the message says what was kept."""


class EngineVersionError(DeepSegPluginError):
    """The engine speaks a protocol that this plugin does not understand."""


class SetupError(DeepSegPluginError):
    """The engine's environment cannot be made, or does not work once made."""


class ProjectFileError(DeepSegPluginError):
    """A project file is missing, damaged, or no project of ours."""


class ProjectReadOnlyError(ProjectFileError):
    """A project file, or the folder around it, cannot be written to."""


class LayerNotUsableError(DeepSegPluginError):
    """A layer of QGIS cannot be given to the engine, such as a raster from the web."""


class NothingToDoError(DeepSegPluginError):
    """What was asked for has nothing to work on."""


class NotAnsweredError(DeepSegPluginError):
    """The user closed a question without an answer; there is nothing to tell."""


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…", ":")) else f"{text}."
