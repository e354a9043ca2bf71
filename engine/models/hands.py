"""How many tiles are drawn at the same time, and the threads that each of them gets."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch

# Each hand holds a tile's features. Two do what there is to gain: while one waits, the other computes
# (docs/performance.md).
_MOST_HANDS = 2


def count_hands(device: torch.device, backend: str) -> int:
    """Return how many tiles a network draws best at the same time: a GPU one, other libraries than torch as well."""
    if device.type != "cpu" or backend != "torch":
        return 1
    return min(_MOST_HANDS, torch.get_num_threads())


@contextmanager
def divided_threads(n_hands: int) -> Iterator[int]:
    """Give threads that are started meanwhile their share of torch's threads; yield the number of hands."""
    n_threads = torch.get_num_threads()
    if n_hands == 1:
        yield 1
        return
    torch.set_num_threads(max(1, n_threads // n_hands))
    try:
        yield n_hands
    finally:
        torch.set_num_threads(n_threads)
