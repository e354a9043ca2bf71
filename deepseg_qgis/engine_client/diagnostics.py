"""What a report about a set-up that does not work needs, without names of people and their folders."""

from __future__ import annotations

import getpass
import json
import locale
import os
import platform
import re
import shutil
import sys
from pathlib import Path
from urllib.parse import quote

from ..about import NAME, VERSION
from ..i18n import tr
from .driver import cuda_driver
from .interpreter import PYTHON_VARIABLE, find_engine_python, made_environment
from .launch import SOURCE_VARIABLE, engine_source
from .places import HOME_VARIABLE, complete_mark, deepseg_home, in_progress_mark, log_file, nearest_existing
from .proxy import qgis_proxy
from .setup_plan import PIP_ARGUMENTS_VARIABLE
from .uv import find_uv

_OUR_VARIABLES = (HOME_VARIABLE, PYTHON_VARIABLE, SOURCE_VARIABLE, PIP_ARGUMENTS_VARIABLE)
# Whether they are set is told, what they hold is not.
_TELLING_VARIABLES = ("PYTHONHOME", "PYTHONPATH", "HTTPS_PROXY", "PIP_INDEX_URL", "PIP_CERT", "SSL_CERT_FILE")
_LINES_OF_LOG = 80
# A shorter user name would be found inside of words.
_SHORTEST_NAME = 3


def diagnostics() -> str:
    """Return a text for a report: versions, places, what was found, the end of the last log; nobody's name in it."""
    rows = [*_about_programs(), *_about_environment(), *_about_variables()]
    text = "\n".join(f"{name}: {value}" for name, value in rows)
    log = _end_of_log()
    return redact(f"{text}\n\n{log}" if log else text)


def redact(text: str, *, home: str | None = None, user: str | None = None) -> str:
    """Return the text without the home folder, the user's name and what is secret in addresses."""
    home = str(Path.home()) if home is None else home
    user = _user() if user is None else user
    text = re.sub(r"(\w+://)[^/\s@]+@", r"\1<login>@", text)
    # As it is, as in JSON and Python texts, with slashes on Windows, and as in a file address.
    slashes = home.replace("\\", "/")
    for written in {home, home.replace("\\", "\\\\"), slashes, quote(slashes, safe="/:")}:
        if len(written) > 1:
            text = re.sub(re.escape(written) + r"(?![\w.-])", "~", text, flags=re.IGNORECASE if "\\" in home else 0)
    if len(user) >= _SHORTEST_NAME:
        text = re.sub(rf"(?<!\w){re.escape(user)}(?!\w)", "<user>", text, flags=re.IGNORECASE)
    return text


def _about_programs() -> list[tuple[str, str]]:
    from qgis.core import Qgis
    from qgis.PyQt.QtCore import QT_VERSION_STR

    return [
        (NAME, VERSION),
        ("QGIS", Qgis.QGIS_VERSION),
        ("Qt", QT_VERSION_STR),
        ("Python of QGIS", f"{platform.python_version()} in {sys.base_prefix}"),
        ("System", f"{platform.platform()}, {platform.machine()}"),
        ("Encoding", f"{sys.getfilesystemencoding()}, {locale.getpreferredencoding(False)}"),
        ("GPU", cuda_driver() or "no usable NVIDIA driver"),
        ("uv", find_uv(os.environ) or "not found"),
    ]


def _about_environment() -> list[tuple[str, str]]:
    found, folder, home = find_engine_python(), made_environment(), deepseg_home()
    rows = [
        ("Source of the engine", str(engine_source())),
        ("Python of the engine", f"{found.path} ({found.origin})" if found else "none"),
        ("Environment", f"{folder} ({_state_of(folder)})" if folder else "the engine's source is damaged"),
    ]
    try:
        free = f"{shutil.disk_usage(nearest_existing(home)).free / 1e9:.1f} GB"
    except OSError as err:
        free = str(err)
    return [*rows, ("Free disk there", free)]


def _state_of(folder: Path) -> str:
    if complete_mark(folder).is_file():
        try:
            facts = json.loads(complete_mark(folder).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return "complete, its mark is damaged"
        return f"complete: {facts}"
    return "in progress or broken off" if in_progress_mark(folder).is_file() else "not made"


def _about_variables() -> list[tuple[str, str]]:
    ours = [(name, os.environ[name]) for name in _OUR_VARIABLES if name in os.environ]
    others = [(name, "is set") for name in _TELLING_VARIABLES if name in os.environ]
    return [("Proxy in QGIS", "set" if qgis_proxy() else "not set"), *ours, *others]


def _end_of_log() -> str:
    folder = made_environment()
    if folder is None:
        return ""
    try:
        lines = log_file(folder).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return tr("There is no log of a set-up.")
    return "\n".join(lines[-_LINES_OF_LOG:])


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return Path.home().name
