"""Where the engine's environments, their marks and their logs are kept on this computer.

One folder per person, outside every QGIS profile, so that all profiles share one environment per engine version.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

HOME_VARIABLE = "DEEPSEG_HOME"
_COMPLETE = "deepseg-complete.json"
_IN_PROGRESS = "deepseg-in-progress.json"


def deepseg_home(
    variables: Mapping[str, str] | None = None, *, platform: str = sys.platform, home: Path | None = None
) -> Path:
    """Return the folder in which DeepSeg keeps what it installs; the variable DEEPSEG_HOME names another."""
    variables = os.environ if variables is None else variables
    chosen = variables.get(HOME_VARIABLE, "").strip()
    if chosen:
        return Path(os.path.abspath(os.path.expanduser(chosen)))  # noqa: PTH100, PTH111  (links are kept as they are)
    home = Path.home() if home is None else home
    if platform == "win32":
        # Local, not Roaming: gigabytes must not travel through a company's network at every login.
        return Path(variables.get("LOCALAPPDATA") or home / "AppData" / "Local") / "DeepSeg"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "DeepSeg"
    return Path(variables.get("XDG_DATA_HOME") or home / ".local" / "share") / "deepseg"


def tools_folder(variables: Mapping[str, str] | None = None) -> Path:
    """Return the folder for programs that DeepSeg fetched to set itself up."""
    return deepseg_home(variables) / "tools"


def environments_folder() -> Path:
    """Return the folder that holds one folder per environment."""
    return deepseg_home() / "environments"


def environment_folder(version: str, requirements_hash: str) -> Path:
    """Return the folder of the environment for an engine version and its requirements; it need not be there yet."""
    # Short: Windows ends paths at 260 letters, and PyTorch's own are long.
    return environments_folder() / f"{version}-{requirements_hash[:8]}"


def python_in(folder: Path, *, platform: str = sys.platform) -> Path:
    """Return where the Python of an environment is."""
    return folder / "Scripts" / "python.exe" if platform == "win32" else folder / "bin" / "python"


def complete_mark(folder: Path) -> Path:
    """Return the file that is there once an environment is installed and was seen to work."""
    return folder / _COMPLETE


def in_progress_mark(folder: Path) -> Path:
    """Return the file that is there while an environment is being made, and that says we made the folder."""
    return folder / _IN_PROGRESS


def lock_file(folder: Path) -> Path:
    """Return the file that one process holds while it makes this environment."""
    return folder.with_name(folder.name + ".lock")


def log_file(folder: Path) -> Path:
    """Return where the log of making an environment is kept; outside of it, so that it survives a failure."""
    return folder.parent.parent / "logs" / f"setup-{folder.name}.log"


def nearest_existing(folder: Path) -> Path:
    """Return the folder itself or the nearest above it that is there."""
    return next((place for place in (folder, *folder.parents) if place.is_dir()), folder)
