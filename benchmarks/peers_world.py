"""The environment of the programs that we compare with: made by scripts/setup-bench, used through its Python."""

from __future__ import annotations

import re

from benchmarks import process
from benchmarks.process import ROOT, Ran

PYTHON = ROOT / ".venv-bench" / "bin" / "python"
SCRIPTS = ROOT / "benchmarks" / "peers"


def is_there() -> bool:
    """Tell whether the environment has been made whole."""
    return (PYTHON.parents[1] / ".peers").is_file()


def version_of(package: str) -> str:
    """Return the version that is installed, as it was pinned."""
    pinned = (SCRIPTS / "requirements.txt").read_text(encoding="utf-8")
    found = re.search(rf"^{re.escape(package)}==(\S+)", pinned, re.MULTILINE)
    return found[1] if found else ""


def run(script: str, *arguments: object, sample_s: float | None = None) -> Ran:
    """Run one of the scripts in benchmarks/peers, on one thread as the floor is."""
    threads = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONWARNINGS": "ignore", "TQDM_DISABLE": "1"}
    return process.run([PYTHON, SCRIPTS / script, *arguments], environment=threads, sample_s=sample_s)
