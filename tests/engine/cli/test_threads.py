"""Threads wait for each other briefly; how those that compute together do it, the user can say."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from engine.cli.main import main
from engine.cli.threads import wait_briefly

# GCC's OpenMP, which torch brings on Linux, says what it read when it is loaded.
SAYS_WHAT_IT_READ = {"OMP_DISPLAY_ENV": "VERBOSE"}
PROGRAM = "import sys; from engine.cli.main import main; assert 'torch' not in sys.modules; sys.exit(main(['check']))"


def test_the_time_is_brief() -> None:
    environment = {"PATH": "/bin"}
    wait_briefly(environment)
    assert environment == {"PATH": "/bin", "GOMP_SPINCOUNT": "3000", "KMP_BLOCKTIME": "1"}


@pytest.mark.parametrize(
    "name, value", [("OMP_WAIT_POLICY", "active"), ("GOMP_SPINCOUNT", "9"), ("KMP_BLOCKTIME", "0")]
)
def test_what_the_user_said_stays(name: str, value: str) -> None:
    environment = {name: value}
    wait_briefly(environment)
    assert environment == {name: value}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere torch brings another OpenMP, which does not tell")
def test_the_library_that_torch_brings_reads_it() -> None:
    names = ("OMP_WAIT_POLICY", "GOMP_SPINCOUNT", "KMP_BLOCKTIME")
    bare = {name: value for name, value in os.environ.items() if name not in names}
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, env=bare | SAYS_WHAT_IT_READ, capture_output=True, text=True, check=False)
    assert "GOMP_SPINCOUNT = '3000'" in done.stderr, done.stderr


def test_threads_of_a_command_take_short_turns_at_the_interpreter(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[float] = []
    monkeypatch.setattr(sys, "setswitchinterval", told.append)
    assert main(["nonsense"]) == 2  # whatever the command
    assert told == [0.0002]
