"""Memory that training frees stays with the process where the C library can be told so."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

from engine.models.allocator import give_back_freed_memory, keep_freed_memory

# In a process of its own: what the C library is told holds for the rest of it.
_COUNT = """
import resource, sys
import torch
from engine.models.allocator import give_back_freed_memory, keep_freed_memory
torch.set_num_threads(1)
if sys.argv[1] == "keep":
    assert keep_freed_memory()
def faults(): return resource.getrusage(resource.RUSAGE_SELF).ru_minflt
for _ in range(10):  # until the library has put by what it wants to keep
    torch.ones(1 << 24)  # 64 MB
before = faults()
for _ in range(5):
    torch.ones(1 << 24)
print(faults() - before)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only the GNU C library is told")
def test_large_tensors_are_not_fetched_anew_from_the_system() -> None:
    n_faults = {
        how: int(subprocess.run([sys.executable, "-c", _COUNT, how], capture_output=True, check=True).stdout)
        for how in ("keep", "leave")
    }
    assert n_faults["leave"] > 1000
    assert n_faults["keep"] < n_faults["leave"] / 10


def test_another_c_library_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "libc_ver", lambda: ("", ""))
    assert not keep_freed_memory()


_GIVE_BACK = """
import torch
from engine.models.allocator import give_back_freed_memory, keep_freed_memory
def held(): return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmRSS"))
assert keep_freed_memory()
tensors = [torch.ones(1 << 20) for _ in range(32)]  # 4 MB each
del tensors[:-1]  # the last one lies above, so that the end of the heap does not move
kept = held()
assert give_back_freed_memory()
print(kept - held())
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only the GNU C library is told")
def test_what_is_kept_can_be_given_back_also_from_below_what_is_used() -> None:
    done = subprocess.run([sys.executable, "-c", _GIVE_BACK], capture_output=True, check=True)
    assert int(done.stdout) > 100_000  # KB, of 124 MB


def test_another_c_library_is_asked_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "libc_ver", lambda: ("", ""))
    assert not give_back_freed_memory()
