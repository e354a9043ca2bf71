"""What holds for every test: one thread, no screen."""

from __future__ import annotations

import os

# Before any test imports torch or matplotlib. Small arrays on many threads are slower, and sums differ in the last bit.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("MPLBACKEND", "Agg")
