"""How a network is taught: every number, and why it is what it is."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from engine.data.augment import AugmentStrength
from engine.models.losses import LossWeights

_LEARNING_COST = 3  # times that of drawing the same pixels: forward, and twice as much backward


@dataclass(frozen=True)
class Recipe:
    """All hyperparameters of a training; lengths are in pixels of the network."""

    epochs: int = 20
    # Networks that vote, each with other ground kept aside. One alone moves by 0.05 of F1 with its seed; the vote of
    # three (F1 0.58) was better than each of them (0.48 to 0.53). Every one costs its time at prediction.
    n_members: int = 2
    chips_per_epoch: int = 168  # shared by the members: 210 steps for each in 20 epochs
    batch_size: int = 8  # half of it costs more time per chip and learned nothing more
    chip_size_px: int = 256  # six typical objects across: enough ground around one to tell what it is
    learning_rate: float = 1e-3  # decoder and head, which start from chance
    encoder_rate: float = 0.25  # of the learning rate: the encoder already sees
    weight_decay: float = 0.02
    warmup_share: float = 0.1  # of all steps, until the random decoder sends sane gradients to the encoder
    # A high rate to the end and a long mean: the mean of many good networks is better on new ground than the last
    # of them (Cha et al. 2021, "SWAD"). Here it found more than a rate that ends near zero.
    final_rate: float = 0.5  # of the learning rate, where the cosine ends
    ema_decay: float = 0.99  # a mean over about ten epochs
    clip_norm: float = 1.0
    settling_batches: int = 12  # of plain ground, for the norms of each member when it has learned (settle.py)
    # Side of a typical object. At 26 px bodies ran into the ground around them; at 52 px sheds were lost.
    object_size_px: float = 40.0
    object_share: float = 0.6  # of the chips lie on an object; the rest anywhere, to learn the background
    val_fraction: float = 0.22  # of the labels: fewer cannot tell two epochs apart
    block_px: float = 192.0  # side of a validation block, five objects
    # Of the time of learning, as far as the numbers of pixels tell it; where an epoch's validation would take more,
    # every second or third epoch is validated. Not by the clock: a resumed run must judge the same epochs.
    most_validation: float = 0.25
    buffer_px: float = 20.0  # between the ground that teaches and the ground that tests: half an object
    loss: LossWeights = field(default_factory=LossWeights)
    augment: AugmentStrength = field(default_factory=AugmentStrength)

    @property
    def steps_per_epoch(self) -> int:
        """Return the optimizer updates of an epoch."""
        return max(1, math.ceil(self.chips_per_epoch / self.batch_size))

    @property
    def n_steps(self) -> int:
        """Return the optimizer updates of the whole training."""
        return self.epochs * self.steps_per_epoch

    def validation_every(self, n_validation_px: int) -> int:
        """Return how many epochs pass from one validation to the next, given the pixels that one has to draw."""
        n_taught_px = self.steps_per_epoch * self.batch_size * self.chip_size_px**2
        share = n_validation_px / (_LEARNING_COST * n_taught_px)
        return max(1, math.ceil(share / self.most_validation))

    def rate_at(self, step: int) -> float:
        """Return the share of the learning rate at `step`: a linear warm-up, then a cosine."""
        warmup = max(1, round(self.warmup_share * self.n_steps))
        if step < warmup:
            return (step + 1) / warmup
        done = (step - warmup) / max(1, self.n_steps - warmup)
        return self.final_rate + (1 - self.final_rate) * 0.5 * (1 + math.cos(math.pi * min(done, 1.0)))
