"""From chips to batches: each a pure function of the seed and its number, so that a resumed run sees the same ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from engine.data.chips import ChipPlan, Ground, draw_chip
from engine.data.targets import make_targets

_AHEAD = 2  # batches that wait, cut, while the network learns from an earlier one


@dataclass(frozen=True)
class Batch:
    """Tensors of some chips.

    `pixels` float32 (chips, bands, rows, cols), targets float32 (chips, C, rows, cols), `known` bool (chips, rows,
    cols).
    """

    pixels: Tensor
    body: Tensor
    boundary: Tensor
    distance: Tensor
    known: Tensor

    def to(self, device: torch.device) -> Batch:
        """Return the batch on `device`, pixels with channels last, which convolutions like."""
        pixels = self.pixels.to(device, memory_format=torch.channels_last)
        rest = (tensor.to(device) for tensor in (self.body, self.boundary, self.distance, self.known))
        return Batch(pixels, *rest)


def make_batch(
    grounds: Sequence[Ground], plan: ChipPlan, *, n_categories: int, n_chips: int, seed: int, step: int
) -> Batch:
    """Return batch number `step`."""
    chips = [
        draw_chip(grounds, plan, n_categories, np.random.default_rng([seed, step, index])) for index in range(n_chips)
    ]
    targets = [make_targets(chip.instances, chip.known) for chip in chips]
    return Batch(
        pixels=torch.from_numpy(np.stack([chip.pixels for chip in chips])),
        body=torch.from_numpy(np.stack([target.body for target in targets])),
        boundary=torch.from_numpy(np.stack([target.boundary for target in targets])),
        distance=torch.from_numpy(np.stack([target.distance for target in targets])),
        known=torch.from_numpy(np.stack([target.known for target in targets])),
    )


def cut_ahead(cut: Callable[[int], Batch], steps: range, *, n_threads: int = 1) -> Iterator[Batch]:
    """Yield `cut(step)` for every step, in order, a few of them cut ahead in threads of their own."""
    with ThreadPoolExecutor(max_workers=n_threads, thread_name_prefix="chips") as pool:
        waiting: list[Future[Batch]] = []
        coming = iter(steps)
        try:
            for _ in steps:
                while len(waiting) < _AHEAD + n_threads and (following := next(coming, None)) is not None:
                    waiting.append(pool.submit(cut, following))
                yield waiting.pop(0).result()
        finally:
            for future in waiting:
                future.cancel()
