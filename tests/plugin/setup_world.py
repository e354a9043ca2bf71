"""A tiny engine with one tiny package, to set up really and without the network."""

from __future__ import annotations

import base64
import hashlib
import os
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from deepseg_qgis.about import VERSION

ENGINE = """
import json, sys
def tell(kind, **values):
    print(json.dumps({"event": kind, **values}), flush=True)
tell("start", protocol=1, engine="%s", command=sys.argv[1] if len(sys.argv) > 1 else "")
try:
    import tinything
except ImportError as err:
    tell("error", code="DependencyError", message="1 of 1 packages that DeepSeg needs cannot be loaded: " + str(err),
         hint="In the environment of the engine: pip install tinything")
    sys.exit(2)
tell("result", values={"text": "DeepSeg is ready and will use: CPU", "device": "cpu", "size": tinything.SIZE})
"""


# The Python that it "fetches" is the one that runs the tests.
UV = """#!/bin/sh
case "$1" in
--version)
    echo "uv 0.9.0" ;;
venv)
    for folder; do :; done
    exec "{python}" -I -m venv --without-pip "$folder" ;;
pip)
    python=$4
    shift 4
    for word; do
        shift
        [ "$word" = --compile-bytecode ] || set -- "$@" "$word"
    done
    exec "{python}" -I -m pip --python "$python" install "$@" ;;
esac
"""


def make_world(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write engine and wheels below a folder, and keep what is set up there too; return the folder."""
    write_engine(folder / "source", VERSION)
    write_wheel(folder / "wheels")
    monkeypatch.setenv("DEEPSEG_ENGINE_SOURCE", str(folder / "source"))
    monkeypatch.setenv("DEEPSEG_HOME", str(folder / "deepseg home"))
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    # What QGIS on Windows sets for its own Python.
    monkeypatch.setenv("PYTHONHOME", "/nowhere")
    return folder


def write_wheel(
    folder: Path,
    name: str = "tinything",
    version: str = "1.0",
    code: str = "SIZE = 7\n",
    programs: Mapping[str, str] | None = None,
) -> Path:
    """Write a wheel of one module, and of programs by their names."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}-{version}-py3-none-any.whl"
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}.py": code,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        **{f"{name}-{version}.data/scripts/{program}": text for program, text in (programs or {}).items()},
    }
    rows = [f"{file},{_record(text)}" for file, text in files.items()]
    files[f"{info}/RECORD"] = "\n".join([*rows, f"{info}/RECORD,,", ""])
    with zipfile.ZipFile(path, "w") as wheel:
        for file, text in files.items():
            entry = zipfile.ZipInfo(file)
            entry.external_attr = (0o100755 if "/scripts/" in file else 0o100644) << 16
            wheel.writestr(entry, text)
    return path


def write_uv_wheel(folder: Path, program: str | None = None) -> Path:
    """Write a wheel of a uv that does with pip what it is asked to; `program` is another text of it."""
    return write_wheel(
        folder, "uv", "0.9.0", programs={"uv": UV.format(python=sys.executable) if program is None else program}
    )


def write_engine(folder: Path, version: str, requirements: tuple[str, ...] = ("tinything>=1,<2",)) -> None:
    """Write an engine that needs these packages, as it lies in a built plugin."""
    (folder / "engine").mkdir(parents=True)
    (folder / "engine" / "__init__.py").write_text(f'__version__ = "{version}"\n')
    (folder / "engine" / "__main__.py").write_text(ENGINE % version)
    (folder / "requirements.txt").write_text("\n".join(requirements) + "\n")


def _record(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256={base64.urlsafe_b64encode(digest).rstrip(b'=').decode()},{len(text.encode())}"
