"""On a CPU two tiles are drawn at the same time, by half of the threads each."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
import torch

from engine.models.hands import count_hands, divided_threads

CPU, CUDA = torch.device("cpu"), torch.device("cuda")


@pytest.fixture(autouse=True)
def threads_of_torch() -> Iterator[None]:
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


@pytest.mark.parametrize(
    "n_threads, device, backend, n_hands",
    [(1, CPU, "torch", 1), (2, CPU, "torch", 2), (16, CPU, "torch", 2), (2, CPU, "openvino", 1), (2, CUDA, "torch", 1)],
)
def test_hands_are_those_that_a_network_draws_best_with(
    n_threads: int, device: torch.device, backend: str, n_hands: int
) -> None:
    torch.set_num_threads(n_threads)
    assert count_hands(device, backend) == n_hands


@pytest.mark.parametrize("n_hands, n_threads, each", [(1, 3, 3), (2, 2, 1), (2, 3, 1), (2, 8, 4), (2, 1, 1)])
def test_hands_share_the_threads(n_hands: int, n_threads: int, each: int) -> None:
    torch.set_num_threads(n_threads)
    seen = []
    with divided_threads(n_hands) as n:
        hand = threading.Thread(target=lambda: seen.append(torch.get_num_threads()))
        hand.start()
        hand.join()
    assert (n, seen, torch.get_num_threads()) == (n_hands, [each], n_threads)
