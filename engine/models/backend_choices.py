"""Which backends were found to be fastest on this computer: a small file in the user's cache, which may be removed."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import platform
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from engine.errors import OutputError
from engine.whole_file import whole_file

_PACKAGES = ("torch", "onnx", "onnxruntime", "openvino")
_MOST_KEPT = 200  # the oldest are forgotten
_CPU_INFO = Path("/proc/cpuinfo")


@dataclass(frozen=True)
class Choice:
    """The backend that was fastest for the tiles of a model, and seconds a tile of all that were tried."""

    backend: str
    seconds: Mapping[str, float]
    model: str
    tile_shape: tuple[int, int]
    here: str  # the computer that it was measured on, as `this_computer` tells it

    def __str__(self) -> str:
        """Return it as people read it."""
        rows, cols = self.tile_shape
        times = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in sorted(self.seconds.items()))
        return f"{self.backend} for {self.model}, tiles of {rows} x {cols} ({times})"


class BackendChoices:
    """The choices that are kept in a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def get(self, key: str) -> Choice | None:
        """Return what was chosen for a key, None where nothing was."""
        values = self._read().get(key)
        return None if values is None else choice_of(values)

    def here(self) -> list[Choice]:
        """Return what was chosen on this computer with what is installed now, the latest last."""
        chosen = [choice_of(values) for values in self._read().values()]
        return [choice for choice in chosen if choice is not None and choice.here == this_computer()]

    def keep(self, key: str, choice: Choice) -> None:
        """Keep a choice; where the file cannot be written nothing is kept, and it is measured anew next time."""
        kept = {name: values for name, values in self._read().items() if name != key}
        latest = dict(list(kept.items())[-_MOST_KEPT + 1 :]) | {key: asdict(choice)}
        with suppress(OutputError), whole_file(self.path) as beside:
            beside.write_text(json.dumps(latest, indent=1) + "\n", encoding="utf-8")

    def _read(self) -> dict[str, Any]:
        try:
            values = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):  # not there, or not ours: then nothing was chosen
            return {}
        return values if isinstance(values, dict) else {}


def choice_key(*decisive: Any) -> str:
    """Return what names a choice: a hash of all that decides it on this computer.

    Args:
        decisive: of the network and its tiles, as JSON can carry it.
    """
    return hashlib.sha256(json.dumps([this_computer(), *decisive], sort_keys=True).encode()).hexdigest()[:32]


def this_computer() -> str:
    """Return what changes with the processor or with what runs networks on it."""
    versions = [f"{name} {_version(name)}" for name in _PACKAGES]
    return "; ".join([_processor(), f"{os.cpu_count()} cores", platform.system(), platform.machine(), *versions])


def usual_file(variables: Mapping[str, str], system: str, home: Path) -> Path:
    """Return where choices are kept, as the system has it.

    Args:
        variables: of the environment.
        system: as `sys.platform` names it.
        home: the user's folder.
    """
    if system == "win32":
        folder = Path(variables.get("LOCALAPPDATA") or home / "AppData" / "Local") / "DeepSeg" / "Cache"
    elif system == "darwin":
        folder = home / "Library" / "Caches" / "DeepSeg"
    else:
        folder = Path(variables.get("XDG_CACHE_HOME") or home / ".cache") / "deepseg"
    return folder / "backends.json"


def choice_of(values: Any) -> Choice | None:
    """Return a choice from the values that `asdict` makes of it, None for what is none."""
    try:
        shape: Sequence[int] = values["tile_shape"]
        seconds = {str(name): float(value) for name, value in values["seconds"].items()}
        rows, cols = (int(side) for side in shape)
        return Choice(str(values["backend"]), seconds, str(values["model"]), (rows, cols), str(values["here"]))
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "none"


def _processor() -> str:
    """Return the name of the processor, as far as it is told."""
    with suppress(OSError):
        for line in _CPU_INFO.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
