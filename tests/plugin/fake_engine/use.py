"""How tests run the fake engine instead of the real one; `engine/__init__.py` beside this says what it can do."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

FAKE_ENGINE = Path(__file__).parent


def use_fake_engine(monkeypatch: pytest.MonkeyPatch, kind: str = "done", **more: str | float | Path) -> Path:
    """Let everything that starts the engine start the fake one; return the Python that runs it.

    Args:
        monkeypatch: undoes it all after the test.
        kind: how it behaves, as DEEPSEG_FAKE.
        more: other variables by the end of their names: `step_s=0.2` sets DEEPSEG_FAKE_STEP_S.
    """
    monkeypatch.setenv("DEEPSEG_ENGINE_SOURCE", str(FAKE_ENGINE))
    monkeypatch.setenv("DEEPSEG_PYTHON", sys.executable)
    monkeypatch.setenv("DEEPSEG_FAKE", kind)
    for name, value in more.items():
        monkeypatch.setenv(f"DEEPSEG_FAKE_{name.upper()}", str(value))
    return Path(sys.executable)
