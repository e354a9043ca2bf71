"""Whether this computer has a GPU that PyTorch can use, judged by its driver."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from .environment import child_environment

_SECONDS_TO_ANSWER = 15.0
# Older drivers cannot run the CUDA that PyTorch is built with.
_OLDEST_MAJOR = 525


def cuda_driver() -> str | None:
    """Return the GPU and its driver, as in "NVIDIA H100, driver 550.54", or None where PyTorch could not use one."""
    program = _nvidia_smi()
    if program is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603
            [program, "--query-gpu=name,driver_version", "--format=csv,noheader"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=child_environment(os.environ),
            timeout=_SECONDS_TO_ANSWER,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return driver_of(done.stdout.decode("utf-8", "replace")) if done.returncode == 0 else None


def driver_of(listed: str) -> str | None:
    """Return the first usable GPU in the output of nvidia-smi."""
    for line in listed.splitlines():
        name, _, version = (part.strip() for part in line.rpartition(","))
        if name and re.match(r"\d+", version) and int(version.split(".")[0]) >= _OLDEST_MAJOR:
            return f"{name}, driver {version}"
    return None


def _nvidia_smi() -> str | None:
    on_path = shutil.which("nvidia-smi")
    if on_path or sys.platform != "win32":
        return on_path
    # QGIS's starter may leave a PATH without the folder of Windows.
    usual = Path(os.environ.get("SYSTEMROOT", "C:\\Windows")) / "System32" / "nvidia-smi.exe"
    return str(usual) if usual.is_file() else None
