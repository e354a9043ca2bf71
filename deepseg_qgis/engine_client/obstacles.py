"""What speaks against setting up DeepSeg here, as sentences, known before anything is downloaded."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from ..i18n import tr
from .places import nearest_existing
from .pythons import PythonFacts
from .requirements import NEWEST_PYTHON, OLDEST_PYTHON, package_name

# The wheels of PyTorch ask for this; older are CentOS 7 and Debian 9.
_OLDEST_GLIBC = (2, 28)
# Windows ends paths at 260 letters, and the longest inside PyTorch takes about 150.
_LONGEST_FOLDER_ON_WINDOWS = 105
_MOST_NAMES = 6


def obstacles(
    python: PythonFacts | None, *, has_uv: bool, folder: Path | None = None, needed_mb: int = 0
) -> tuple[str, ...]:
    """Return why this Python cannot make an environment in this folder; nothing if it can."""
    found = [] if python is None and has_uv else [_about_version(python), _about_machine(python), _about_libc(python)]
    if python is not None and not python.has_venv and not has_uv:
        found.append(_without_venv(python))
    if folder is not None:
        found += [_about_disk(folder, needed_mb), _about_writing(folder), _about_length(folder)]
    return tuple(sentence for sentence in found if sentence)


def wheels_missing(wheels: Path, requirements: Sequence[str], python: PythonFacts | None) -> tuple[str, ...]:
    """Return what a folder of wheels lacks for this Python; only what the names of its files tell."""
    if not wheels.is_dir():
        return (tr("The folder of wheels is not there: {folder}").format(folder=wheels),)
    there = {
        re.sub(r"[-_.]+", "-", file.name.split("-")[0]).lower()
        for file in wheels.glob("*.whl")
        if python is None or _fits(file.name, python)
    }
    missing = [name for name in map(package_name, requirements) if re.sub(r"[-_.]+", "-", name) not in there]
    if not missing:
        return ()
    version = "" if python is None else f"{python.version[0]}.{python.version[1]}"
    if len(missing) == len(requirements):
        return (
            tr("The folder {folder} has no wheels of DeepSeg's packages for Python {version} on this system.").format(
                folder=wheels, version=version
            ),
        )
    names = ", ".join(missing[:_MOST_NAMES]) + (", …" if len(missing) > _MOST_NAMES else "")
    return (
        tr("The folder {folder} has no wheel for Python {version} of: {names}").format(
            folder=wheels, version=version, names=names
        ),
    )


def _fits(wheel: str, python: PythonFacts) -> bool:
    """Tell whether a wheel's tags speak of this version of Python and this system."""
    parts = wheel[: -len(".whl")].split("-")
    if len(parts) < 5:
        return False
    versions, abis, platforms = parts[-3:]
    tag = f"cp{python.version[0]}{python.version[1]}"
    by_version = tag in versions.split(".") or "py3" in versions.split(".") or "abi3" in abis.split(".")
    word = {"Windows": "win", "Darwin": "macosx"}.get(python.system, "linux")
    return by_version and (platforms == "any" or word in platforms)


def _about_version(python: PythonFacts | None) -> str:
    oldest, newest = (".".join(map(str, version)) for version in (OLDEST_PYTHON, NEWEST_PYTHON))
    if python is None:
        return tr(
            "DeepSeg needs a Python from {oldest} to {newest}, 64 bit, and found none. "
            "Install one from python.org (on Debian and Ubuntu: sudo apt install python3-venv), then try again."
        ).format(oldest=oldest, newest=newest)
    if python.is_right_version and python.bits == 64:
        return ""
    return tr("DeepSeg needs a Python from {oldest} to {newest}, 64 bit; {path} is {version}, {bits} bit.").format(
        oldest=oldest, newest=newest, path=python.path, version=python.version_text, bits=python.bits
    )


def _about_machine(python: PythonFacts | None) -> str:
    if python is None:
        return ""
    machine = python.machine.lower()
    if python.system == "Darwin" and machine in ("x86_64", "i386"):
        return tr("PyTorch is no longer made for Macs with an Intel processor. Use DeepSeg on another computer.")
    if python.system == "Windows" and machine in ("arm64", "aarch64"):
        return tr("Some packages are not made for Windows on ARM. Install the 64-bit (x86-64) Python from python.org.")
    if machine and machine not in ("x86_64", "amd64", "arm64", "aarch64"):
        return tr("The packages are not made for this processor ({machine}).").format(machine=python.machine)
    return ""


def _about_libc(python: PythonFacts | None) -> str:
    if python is None or python.system != "Linux":
        return ""
    if not python.libc:
        return tr("PyTorch is not made for this kind of Linux (without glibc).")
    version = tuple(int(part) for part in re.findall(r"\d+", python.libc)[:2])
    if version >= _OLDEST_GLIBC:
        return ""
    return tr("This Linux is too old for PyTorch: it has glibc {version}, and 2.28 is needed.").format(
        version=python.libc
    )


def _without_venv(python: PythonFacts) -> str:
    if python.system != "Linux":
        return tr("{path} cannot make environments. Install a Python from python.org, then try again.").format(
            path=python.path
        )
    return tr(
        "{path} cannot make environments: its module venv is missing. On Debian and Ubuntu this installs it: "
        "sudo apt install python3-venv"
    ).format(path=python.path)


def _about_disk(folder: Path, needed_mb: int) -> str:
    place = nearest_existing(folder)
    try:
        free_mb = shutil.disk_usage(place).free // 1_000_000
    except OSError:
        return ""
    if free_mb >= needed_mb:
        return ""
    return tr(
        "The disk of {folder} has {free} MB free, and about {needed} MB are needed. Make room, or name a folder on "
        "another disk in the environment variable DEEPSEG_HOME."
    ).format(folder=place, free=free_mb, needed=needed_mb)


def _about_writing(folder: Path) -> str:
    place = nearest_existing(folder)
    if os.access(place, os.W_OK):
        return ""
    return tr(
        "Nothing can be written into {folder}. Name another folder in the environment variable DEEPSEG_HOME."
    ).format(folder=place)


def _about_length(folder: Path) -> str:
    if sys.platform != "win32" or len(str(folder)) <= _LONGEST_FOLDER_ON_WINDOWS:
        return ""
    return tr(
        "The path {folder} is too long for Windows. Name a short folder, such as C:\\DeepSeg, in the environment "
        "variable DEEPSEG_HOME."
    ).format(folder=folder)
