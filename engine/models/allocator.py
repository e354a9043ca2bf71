"""How the C library deals with the memory of large tensors."""

from __future__ import annotations

import ctypes
import platform
from collections.abc import Callable

# Of mallopt(3), in <malloc.h> of the GNU C library.
_M_TRIM_THRESHOLD, _M_MMAP_MAX, _M_ARENA_MAX = -1, -4, -8
_NEVER = -1


def keep_freed_memory() -> bool:
    """Let the GNU C library keep what a step or a tile frees for the next one, for the rest of this process.

    By itself it gives every large tensor back to the system and fetches it anew, page by page: a quarter of the time
    of a training step on two cores (docs/training.md), a tenth of a prediction's and more (docs/speed.md), for the same
    peak of memory. Return whether it could be told; other C libraries do not do this.
    """
    tell = _function("mallopt")
    if tell is None:
        return False
    # One heap for all threads: what one frees another takes, or each would keep its own.
    return bool(tell(_M_MMAP_MAX, 0) and tell(_M_TRIM_THRESHOLD, _NEVER) and tell(_M_ARENA_MAX, 1))


def give_back_freed_memory() -> bool:
    """Give what is free now back to the system, once, and return whether any was.

    What is kept lies in pieces between what is used, and grows in long runs where nobody clears up now and then.
    """
    trim = _function("malloc_trim")
    return trim is not None and bool(trim(0))


def _function(name: str) -> Callable[..., int] | None:
    """Return a function of the GNU C library; None where another one is in use."""
    if platform.libc_ver()[0] != "glibc":
        return None
    try:
        return getattr(ctypes.CDLL(None), name, None)
    except OSError:
        return None
