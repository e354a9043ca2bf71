"""What a training makes of the machine it runs on."""

from __future__ import annotations

import pytest
import torch

from engine.commands.train import n_cutters


@pytest.mark.parametrize(
    "device, n_cores, n",
    [("cpu", 1, 1), ("cpu", 2, 1), ("cpu", 16, 4), ("cpu", 64, 8), ("cuda", 2, 1), ("cuda", 8, 4), ("cuda", 64, 8)],
)
def test_more_threads_cut_chips_where_learning_is_fast(device: str, n_cores: int, n: int) -> None:
    assert n_cutters(torch.device(device), n_cores) == n
