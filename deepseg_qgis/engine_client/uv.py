"""The program uv: where it is, and how it comes here with the pip of a Python that the engine does not run on."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ..errors import SetupError
from ..i18n import tr
from .obstacles import obstacles, wheels_missing
from .places import python_in, tools_folder
from .pythons import PythonFacts

# The Python that uv fetches where none fits.
PYTHON_OF_UV = "3.12"
# Since 0.5 an environment can be made in a folder that is there already.
UV_REQUIREMENT = "uv>=0.5,<1"
# 17.6 MB on Linux when tried.
UV_DOWNLOAD_MB = 20
# uv and the Python that it fetches, unpacked.
UV_DISK_MB = 150
# The oldest Python that uv itself can be installed with.
_OLDEST_PYTHON = (3, 8)


def find_uv(variables: Mapping[str, str]) -> str | None:
    """Return the program uv from the PATH or from DeepSeg's own folder, or None."""
    usual = (own_uv(variables), Path.home() / ".local" / "bin" / _program_name())
    return shutil.which("uv", path=variables.get("PATH")) or next((str(path) for path in usual if path.is_file()), None)


def own_uv(variables: Mapping[str, str] | None = None) -> Path:
    """Return where DeepSeg keeps a uv that it fetched; it need not be there."""
    return tools_folder(variables) / _program_name()


def python_of_uv(like: PythonFacts) -> PythonFacts:
    """Return what is known of the Python that uv fetches on the computer on which this other one runs."""
    return replace(like, version=(*map(int, PYTHON_OF_UV.split(".")), 0), has_venv=True)


def can_fetch_uv(python: PythonFacts, *, wheels: Path | None) -> bool:
    """Tell whether the pip of this Python can install uv, and the Python that uv fetches runs on this computer.

    With a folder of `wheels` uv must be in it.
    """
    if python.bits != 64 or not python.has_venv or python.version < _OLDEST_PYTHON:
        return False
    if obstacles(python_of_uv(python), has_uv=True):
        return False
    return wheels is None or not wheels_missing(wheels, ("uv",), python)


def fetch_uv(
    python: PythonFacts, arguments: Sequence[str], *, cache: Path, run: Callable[[Sequence[str]], None]
) -> Path:
    """Return DeepSeg's own uv: installed into an environment that is thrown away, tried, and then put in its place.

    Args:
        python: whose pip does it.
        arguments: for pip, where packages come from.
        cache: a folder for what is needed only meanwhile.
        run: runs a command to its end, and raises a SetupError where that fails.

    Raises:
        SetupError: it did not come, or does not run here; nothing of it is left.
    """
    passing, place = cache / "for-uv", own_uv()
    shutil.rmtree(passing, ignore_errors=True)
    try:
        run([str(python.path), "-I", "-m", "venv", str(passing)])
        pip = [str(python_in(passing)), "-I", "-m", "pip", "install", "--only-binary", ":all:"]
        run([*pip, "--progress-bar", "off", "--no-warn-script-location", *arguments, UV_REQUIREMENT])
        fetched = python_in(passing).with_name(place.name)
        run([str(fetched), "--version"])
        place.parent.mkdir(parents=True, exist_ok=True)
        part = place.with_name(place.name + ".part")
        shutil.copy2(fetched, part)
        os.replace(part, place)
    except SetupError as err:
        way_out = tr("Or install Python {version} from python.org; then uv is not needed.").format(version=PYTHON_OF_UV)
        raise SetupError(err.message, hint=f"{err.hint} {way_out}".strip()) from err
    finally:
        shutil.rmtree(passing, ignore_errors=True)
    return place


def _program_name() -> str:
    return "uv.exe" if sys.platform == "win32" else "uv"
