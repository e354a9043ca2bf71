"""How threads wait for each other: briefly, so that neither a busy computer nor a network stands still."""

from __future__ import annotations

import sys
from collections.abc import MutableMapping

# A layer is over when its last thread is. OpenMP's threads wait for that in a loop: GCC's for some milliseconds, LLVM's
# and Intel's for 200. Where another program has the core that is waited for, the loop keeps it from getting done:
# with one such program on two cores a prediction took 33 s for 24, on an idle machine 17 s both ways (docs/speed.md).
_BRIEF = {"GOMP_SPINCOUNT": "3000", "KMP_BLOCKTIME": "1"}  # rounds of the loop, 0.2 ms at most; milliseconds
_SAID_BY_THE_USER = ("OMP_WAIT_POLICY", *_BRIEF)
# Between two layers the network waits for whichever thread has Python's interpreter, such as the one that writes
# footprints: by default 5 ms each time (docs/speed.md).
_TURN_S = 0.0002


def wait_briefly(environment: MutableMapping[str, str]) -> None:
    """Say so to the libraries that this process, and those it starts, will load; what the user said stays."""
    if not any(name in environment for name in _SAID_BY_THE_USER):
        environment.update(_BRIEF)


def take_short_turns() -> None:
    """Let threads of this process that want the interpreter have it soon."""
    sys.setswitchinterval(_TURN_S)
