"""What a user chose for all projects, kept in the profile of QGIS under `deepseg/`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qgis.core import QgsSettings

_GROUP = "deepseg"
_PICKED_PYTHON = "engine/picked_python"
_DEVICE = "engine/device"
AUTO = "auto"


class Settings:
    """Values by key, such as `docks/last_folder`; what was never set is the default."""

    @staticmethod
    def get(key: str, default: Any = None) -> Any:
        """Return the value, as the type of the default if that is a bool, int, float or text.

        Profiles are text files, where numbers and booleans come back as text; a value that somebody made unreadable
        counts as never set.
        """
        value = _store().value(f"{_GROUP}/{key}")
        if value is None:
            return default
        if isinstance(default, bool):
            return value if isinstance(value, bool) else str(value).strip().lower() in ("true", "1")
        if isinstance(default, (int, float, str)):
            try:
                return type(default)(value)
            except (TypeError, ValueError):
                return default
        return value

    @staticmethod
    def set(key: str, value: Any) -> None:
        """Keep the value; None forgets it."""
        if value is None:
            _store().remove(f"{_GROUP}/{key}")
        else:
            _store().setValue(f"{_GROUP}/{key}", value)


def picked_python() -> str:
    """Return the Python that the user picked for the engine; empty if none."""
    return str(Settings.get(_PICKED_PYTHON, ""))


def set_picked_python(path: str) -> None:
    """Keep the Python that the user picked for the engine; empty forgets it."""
    Settings.set(_PICKED_PYTHON, str(path) or None)


def device() -> str:
    """Return where the network runs: auto, cpu, cuda, cuda:N or mps."""
    return str(Settings.get(_DEVICE, AUTO)) or AUTO


def set_device(name: str) -> None:
    """Keep where the network runs."""
    Settings.set(_DEVICE, name or AUTO)


def _store() -> QgsSettings:
    # Here, not above: finding the engine's Python by its variable can then be tested where there is no QGIS.
    from qgis.core import QgsSettings

    return QgsSettings()
