"""The features of all labeled instances, computed once; the heads learn from them in seconds."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.random import Generator, default_rng
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from engine.data.augment import AugmentStrength, relit
from engine.data.classifier_sample import Sample
from engine.events import Reporter
from engine.models.classifier import FeatureMaker
from engine.stop import StopFlag

MOST_VIEWS = 12
_WANTED_VIEWS = 4000  # of all instances together; with many instances each is seen as it is, and once changed
_BATCH = 32
NOTHING_SAVED = "nothing was saved, the pictures were not all looked at"
_LIGHT = AugmentStrength()
_MEASURE_NOISE = 0.08  # outlines are drawn, and predicted, a little too large or too small
_ZOOM, _TURN_DEG = 0.12, 12.0


@dataclass(frozen=True, eq=False)
class FeatureBank:
    """`features` float32 (views, n, F); the first view is the instance as it is. `n_views` are filled."""

    features: Tensor
    n_views: int


def views_for(n: int) -> int:
    """Return in how many ways each of n instances is looked at."""
    return int(np.clip(_WANTED_VIEWS // max(n, 1), 2, MOST_VIEWS))


def fill_bank(
    network: FeatureMaker,
    sample: Callable[[int], Sample],
    n: int,
    *,
    can_turn: bool,
    seed: int,
    device: torch.device,
    deadline_s: float | None,
    reporter: Reporter,
    stop: StopFlag,
) -> FeatureBank:
    """Return the features of n instances, view by view; ends early, but not before the first view, at the deadline.

    Args:
        network: the encoder.
        sample: makes what it sees of an instance.
        n: how many there are.
        can_turn: whether instances lie in any direction, so that views are turned by quarters.
        seed: same seed, same views.
        device: where the network runs.
        deadline_s: by the monotonic clock.
        reporter: is told how far it is.
        stop: asked before each picture, and before the network looks at some.

    Raises:
        Stopped: when `stop` was requested.
    """
    n_views = views_for(n)
    bank = torch.zeros(n_views, n, network.n_features)
    network = network.to(device).eval()
    for view in range(n_views):
        for first in range(0, n, _BATCH):
            rows = range(first, min(first + _BATCH, n))
            seen = []
            for row in rows:
                stop.check(NOTHING_SAVED)
                seen.append(_seen(sample(row), view, default_rng((seed, view, row)), can_turn))
            stop.check(NOTHING_SAVED)
            bank[view, first : rows.stop] = features_of(network, seen, device)
            reporter.progress("look", view * n + rows.stop, n_views * n, "picture")
        if deadline_s is not None and time.monotonic() > deadline_s and view + 1 < n_views:
            return FeatureBank(bank[: view + 1], view + 1)
    return FeatureBank(bank, n_views)


@torch.inference_mode()
def features_of(network: FeatureMaker, samples: list[Sample], device: torch.device) -> Tensor:
    """Return the features of a few instances, float32 (n, F), on the CPU."""
    pixels, inside, measures = to_tensors(samples, device)
    features: Tensor = network(pixels, inside, measures)
    return features.float().cpu()


def to_tensors(samples: list[Sample], device: torch.device) -> tuple[Tensor, Tensor, Tensor]:
    """Return the samples as a batch on the device."""
    return (
        torch.from_numpy(np.stack([each.pixels for each in samples])).to(device),
        torch.from_numpy(np.stack([each.inside for each in samples])).to(device),
        torch.from_numpy(np.stack([each.measures for each in samples])).to(device),
    )


def turned(sample: Sample, way: int) -> Sample:
    """Return the sample turned by `way` quarters, from 4 on mirrored as well."""
    pixels, inside = np.rot90(sample.pixels, way % 4, (1, 2)), np.rot90(sample.inside, way % 4)
    if way >= 4:
        pixels, inside = pixels[:, :, ::-1], inside[:, ::-1]
    return Sample(np.ascontiguousarray(pixels), np.ascontiguousarray(inside), sample.measures)


def _seen(sample: Sample, view: int, generator: Generator, can_turn: bool) -> Sample:
    """Return the sample as it is for the first view, else turned, zoomed and in another light."""
    if view == 0:
        return sample
    way = view % 8 if can_turn else 2 * (view % 4)  # a standing picture is turned upside down or mirrored only
    changed = turned(sample, way)
    pixels, inside = _zoomed(changed, generator)
    noise = generator.normal(0.0, _MEASURE_NOISE, sample.measures.shape).astype(np.float32)
    measures = sample.measures + noise * (sample.measures != 0)
    return Sample(relit(pixels, generator, _LIGHT), inside, measures)


def _zoomed(sample: Sample, generator: Generator) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return pixels and mask, turned and zoomed a little around the middle."""
    angle = np.radians(generator.uniform(-_TURN_DEG, _TURN_DEG))
    zoom = np.exp(generator.uniform(-_ZOOM, _ZOOM))
    cos, sin = np.cos(angle) * zoom, np.sin(angle) * zoom
    matrix = torch.tensor([[[cos, -sin, 0.0], [sin, cos, 0.0]]], dtype=torch.float32)
    stack = torch.from_numpy(np.concatenate([sample.pixels, sample.inside[None]]))[None]
    grid = F.affine_grid(matrix, list(stack.shape), align_corners=False)
    moved = F.grid_sample(stack, grid, mode="bilinear", padding_mode="border", align_corners=False)[0].numpy()
    return moved[:-1], (moved[-1] > 0.5).astype(np.float32)
