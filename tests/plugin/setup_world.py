"""A tiny engine with one tiny package, to set up really and without the network."""

from __future__ import annotations

import base64
import hashlib
import zipfile
from pathlib import Path

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


def write_wheel(folder: Path, name: str = "tinything", version: str = "1.0", code: str = "SIZE = 7\n") -> Path:
    """Write a wheel of one module."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}-{version}-py3-none-any.whl"
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}.py": code,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    rows = [f"{file},{_record(text)}" for file, text in files.items()]
    files[f"{info}/RECORD"] = "\n".join([*rows, f"{info}/RECORD,,", ""])
    with zipfile.ZipFile(path, "w") as wheel:
        for file, text in files.items():
            wheel.writestr(file, text)
    return path


def write_engine(folder: Path, version: str, requirements: tuple[str, ...] = ("tinything>=1,<2",)) -> None:
    """Write an engine that needs these packages, as it lies in a built plugin."""
    (folder / "engine").mkdir(parents=True)
    (folder / "engine" / "__init__.py").write_text(f'__version__ = "{version}"\n')
    (folder / "engine" / "__main__.py").write_text(ENGINE % version)
    (folder / "requirements.txt").write_text("\n".join(requirements) + "\n")


def _record(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256={base64.urlsafe_b64encode(digest).rstrip(b'=').decode()},{len(text.encode())}"
