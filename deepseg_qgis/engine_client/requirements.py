"""Which packages the engine needs, and which Pythons it runs on."""

from __future__ import annotations

import ast
import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from ..errors import SetupError
from ..i18n import tr
from .launch import engine_source

OLDEST_PYTHON = (3, 10)
NEWEST_PYTHON = (3, 13)
# PyTorch and torchvision come from one index: a torch of one and a torchvision of another do not load together.
PYTORCH = ("torch", "torchvision")


def engine_requirements(source: Path | None = None) -> tuple[str, ...]:
    """Return what pip is asked for: `requirements.txt` beside the engine, in a checkout those of `pyproject.toml`.

    Raises:
        SetupError: neither file is there or readable.
    """
    source = engine_source() if source is None else source
    try:
        shipped = source / "requirements.txt"
        if shipped.is_file():
            return lines_of(shipped.read_text(encoding="utf-8"))
        return dependencies_of((source / "pyproject.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError, SyntaxError) as err:
        raise SetupError(
            tr("The list of packages that the engine needs cannot be read in {folder}.").format(folder=source),
            hint=tr("Install the DeepSeg plugin again."),
        ) from err


def lines_of(text: str) -> tuple[str, ...]:
    """Return the requirements of a `requirements.txt`, without comments."""
    lines = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return tuple(line for line in lines if line)


def dependencies_of(text: str) -> tuple[str, ...]:
    """Return the list `dependencies` of a `pyproject.toml`.

    Raises:
        ValueError: there is none.
    """
    # QGIS's Python may be 3.9, which has no tomllib; a list of plain strings is written the same way in Python.
    found = re.search(r"^dependencies\s*=\s*(\[.*?^\])", text, flags=re.MULTILINE | re.DOTALL)
    if found is None:
        raise ValueError("no dependencies")
    return tuple(str(requirement) for requirement in ast.literal_eval(found.group(1)))


def requirements_hash(requirements: Sequence[str]) -> str:
    """Return a name for a set of requirements: another set needs another environment."""
    text = "\n".join(sorted(requirement.replace(" ", "").lower() for requirement in requirements))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def package_name(requirement: str) -> str:
    """Return the name without its bounds."""
    return re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0].lower()


def pytorch_requirements(requirements: Sequence[str]) -> tuple[str, ...]:
    """Return those that come from the index of PyTorch."""
    return tuple(requirement for requirement in requirements if package_name(requirement) in PYTORCH)
