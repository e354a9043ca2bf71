"""The Pythons of this computer that an environment can be made with. QGIS's own program is never one of them."""

from __future__ import annotations

import glob
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..errors import SetupError
from ..i18n import tr
from .environment import child_environment
from .requirements import NEWEST_PYTHON, OLDEST_PYTHON

# Of those that fit, the ones for which packages have been built the longest come first.
_PREFERRED = ("3.12", "3.11", "3.13", "3.10")
_SECONDS_TO_ANSWER = 20.0
_PROBE = """
import json, platform, sys
try:
    # Without ssl, as where its library is found only inside QGIS, pip can fetch nothing.
    import ensurepip, ssl, venv
    has_venv = True
except ImportError:
    has_venv = False
print("deepseg-probe " + json.dumps({
    "version": list(sys.version_info[:3]), "bits": 64 if sys.maxsize > 2**32 else 32, "has_venv": has_venv,
    "system": platform.system(), "machine": platform.machine(), "libc": platform.libc_ver()[1],
    "path": sys.executable,
}))
"""


@dataclass(frozen=True)
class PythonFacts:
    """What a Python said of itself: `system` as in "Linux", `machine` as in "x86_64", `libc` as in "2.36" or empty.

    `has_venv` says that it has all that making an environment takes.
    """

    path: Path
    version: tuple[int, int, int]
    bits: int
    has_venv: bool
    system: str
    machine: str
    libc: str = ""

    @property
    def version_text(self) -> str:
        """Return the version as people write it."""
        return ".".join(str(part) for part in self.version)

    @property
    def is_right_version(self) -> bool:
        """Tell whether the engine runs on this version."""
        return OLDEST_PYTHON <= self.version[:2] <= NEWEST_PYTHON


def probe(python: Path) -> PythonFacts:
    """Run a Python in a clean environment and return what it says of itself.

    Raises:
        SetupError: it does not start, or is not a Python.
    """
    try:
        output = _output_of([str(python), "-I", "-c", _PROBE])
        found = re.search(r"^deepseg-probe (.*)$", output, flags=re.MULTILINE)
        facts = json.loads(found.group(1)) if found else None
    except (OSError, subprocess.SubprocessError, ValueError) as err:
        raise _not_a_python(python) from err
    if facts is None:
        raise _not_a_python(python)
    major, minor, micro = facts.pop("version")
    return PythonFacts(**{**facts, "path": Path(facts["path"] or python), "version": (major, minor, micro)})


def probe_all(pythons: Iterable[Path]) -> Iterator[PythonFacts]:
    """Yield what each Python says of itself, those that do not answer left out, each only once."""
    seen = set()
    for python in pythons:
        try:
            facts = probe(python)
        except SetupError:
            continue
        real = os.path.realpath(facts.path)
        if real not in seen:
            seen.add(real)
            yield facts


def real_pythons(variables: Mapping[str, str] | None = None, *, platform: str = sys.platform) -> list[Path]:
    """Return Pythons that an environment can perhaps be made with, the best first; none was started."""
    variables = os.environ if variables is None else variables
    places = {"win32": _on_windows, "darwin": _on_macos}.get(platform, _on_linux)
    found: dict[str, Path] = {}
    for path in (*places(variables), *_beside_qgis(platform), *_of_conda(platform)):
        if path.is_file() and os.access(path, os.X_OK) and not _is_shop_window(path):
            found.setdefault(os.path.normcase(path), path)
    return list(found.values())


def _on_linux(variables: Mapping[str, str]) -> Iterator[Path]:
    for version in _PREFERRED:
        yield from _on_path((f"python{version}",), variables)
    yield Path("/usr/bin/python3")
    yield from _on_path(("python3",), variables)
    yield from _of_pyenv(variables, "bin/python")
    yield from _of_uv("bin/python3")


def _on_macos(variables: Mapping[str, str]) -> Iterator[Path]:
    for version in _PREFERRED:
        yield Path(f"/Library/Frameworks/Python.framework/Versions/{version}/bin/python3")
        yield Path(f"/opt/homebrew/bin/python{version}")
        yield Path(f"/usr/local/bin/python{version}")
        yield from _on_path((f"python{version}",), variables)
    yield from _of_pyenv(variables, "bin/python")
    yield from _of_uv("bin/python3")
    # Without Apple's command line tools this one opens a window that offers to install them.
    if Path("/Library/Developer/CommandLineTools/usr/bin/python3").exists():
        yield Path("/usr/bin/python3")


def _on_windows(variables: Mapping[str, str]) -> Iterator[Path]:
    local = Path(variables.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    programs = Path(variables.get("ProgramFiles") or "C:\\Program Files")
    for version in _PREFERRED:
        folder = "Python" + version.replace(".", "")
        yield local / "Programs" / "Python" / folder / "python.exe"
        yield programs / folder / "python.exe"
    yield from _of_launcher(variables)
    yield from _of_pyenv(variables, "python.exe")
    yield from _of_uv("python.exe")
    yield from _on_path(("python3.exe", "python.exe"), variables)


def _beside_qgis(platform: str) -> Iterator[Path]:
    """Yield the Python that QGIS brings: QGIS runs inside it, so its home is our own `sys.base_prefix`."""
    home = Path(sys.base_prefix)
    names = ("python3.exe", "python.exe") if platform == "win32" else ("bin/python3",)
    yield from (home / name for name in names)


def _of_launcher(variables: Mapping[str, str]) -> Iterator[Path]:
    """Yield the Pythons that the launcher `py` of Windows knows."""
    launcher = shutil.which("py", path=variables.get("PATH"))
    if launcher is None:
        return
    try:
        listed = _output_of([launcher, "-0p"])
    except (OSError, subprocess.SubprocessError):
        return
    yield from (Path(path.strip()) for path in re.findall(r"[A-Za-z]:\\.*?\.exe", listed))


def _of_pyenv(variables: Mapping[str, str], inside: str) -> Iterator[Path]:
    # The programs in pyenv's folder `shims` choose by the current folder; the real ones lie under `versions`.
    root = Path(variables.get("PYENV_ROOT") or Path.home() / ".pyenv")
    for version in _PREFERRED:
        for versions in (root / "versions", root / "pyenv-win" / "versions"):
            yield from (folder / inside for folder in sorted(versions.glob(f"{version}.*"), reverse=True))


def _of_uv(inside: str) -> Iterator[Path]:
    shared = Path.home() / ".local" / "share" / "uv" / "python"
    roaming = Path.home() / "AppData" / "Roaming" / "uv" / "python"
    for version in _PREFERRED:
        for root in (shared, roaming):
            yield from (folder / inside for folder in sorted(root.glob(f"cpython-{version}.*"), reverse=True))


def _of_conda(platform: str) -> Iterator[Path]:
    inside = "python.exe" if platform == "win32" else "bin/python"
    for name in ("miniforge3", "miniconda3", "anaconda3", "mambaforge"):
        yield Path.home() / name / inside


def _on_path(names: Iterable[str], variables: Mapping[str, str]) -> Iterator[Path]:
    for name in names:
        for folder in variables.get("PATH", "").split(os.pathsep):
            if folder and Path(folder).name != "shims":
                yield from (Path(path) for path in glob.glob(os.path.join(glob.escape(folder), name)))  # noqa: PTH118, PTH207


def _is_shop_window(path: Path) -> bool:
    """Tell whether this is the `python.exe` of Windows that only opens the Microsoft Store."""
    return "windowsapps" in str(path).lower()


def _output_of(command: list[str]) -> str:
    """Return what a short command writes to stdout."""
    done = subprocess.run(  # noqa: S603
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=child_environment(os.environ),
        timeout=_SECONDS_TO_ANSWER,
        check=False,
        # No black window flashes up in front of QGIS.
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    return done.stdout.decode("utf-8", "replace")


def _not_a_python(python: Path) -> SetupError:
    return SetupError(
        tr("{path} does not start as a Python.").format(path=python),
        hint=tr("Choose the file python.exe (Windows) or bin/python3 (Linux, macOS) of a Python."),
    )
