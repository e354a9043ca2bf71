"""How the engine is started: which source, which argument list."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

SOURCE_VARIABLE = "DEEPSEG_ENGINE_SOURCE"  # for developers and tests: a folder that holds a package `engine`
_SECRETS = re.compile(r"^((?:-[^=]*=)?[a-z][a-z0-9+.-]*://)([^/?#]*@)?([^?#]*)(.*)$", re.IGNORECASE)
_PLUGIN = Path(__file__).resolve().parent.parent
_LAUNCHER = _PLUGIN / "engine_launcher.py"


def engine_source() -> Path:
    """Return the folder that holds the package `engine`.

    That is the one named by DEEPSEG_ENGINE_SOURCE, else the one inside the plugin, else the repository that the plugin
    lies in.
    """
    named = os.environ.get(SOURCE_VARIABLE, "").strip()
    if named:
        return Path(named).expanduser().absolute()
    inside = _PLUGIN / "engine_source"
    return inside if (inside / "engine").is_dir() else _PLUGIN.parent


def launch_arguments(python: Path, arguments: Sequence[str]) -> list[str]:
    """Return the argument list that runs the engine with `python`.

    Isolated (`-I`), so that neither the folder we stand in nor the variables of QGIS's own Python nor what the user
    installed for another Python come before the environment's packages.
    """
    # No bytecode into the plugin's folder (-B), every line at once (-u); isolated, it would not heed the variables.
    switches = ["-I", "-B", "-u", "-X", "utf8"]
    return [str(python), *switches, str(_LAUNCHER), str(engine_source()), *map(str, arguments)]


def command_text(argv: Sequence[str]) -> str:
    """Return an argument list as one line that can be pasted into a terminal of this system.

    It stands in logs that people pass on, so users, passwords and queries of addresses are not in it.
    """
    argv = [_without_secrets(word) for word in argv]
    if sys.platform == "win32":
        return subprocess.list2cmdline(argv)
    return " ".join(shlex.quote(word) for word in argv)


def _without_secrets(word: str) -> str:
    found = _SECRETS.match(word)
    if found is None:
        return word
    start, user, address, rest = found.groups()
    return start + ("***@" if user else "") + address + ("?***" if rest else "")
