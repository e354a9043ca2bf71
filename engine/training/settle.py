"""The norms of a network that has learned, settled on the ground as it is."""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import Tensor, nn

from engine.events import Reporter
from engine.models.committee import Committee
from engine.training.checkpoint import TrainState
from engine.training.fit import Lesson
from engine.training.validate import Outcome

# How that was chosen: docs/accuracy.md.
_SHARE = 0.7


def settled(
    network: Committee, state: TrainState, lesson: Lesson, *, device: torch.device, reporter: Reporter
) -> Outcome | None:
    """Give the network the weights of the best epoch, let its norms settle, and return what validation says of it then.

    None when no epoch was done, or nothing can be validated.
    """
    if state.best is None:
        return None
    reporter.stage("validate", "letting the norms of the best epoch settle, and scoring the validation blocks again")
    network.load_state_dict(state.best)
    numbers = range(lesson.recipe.settling_batches)
    for index, member in enumerate(network.members):
        settle_norms(member, (lesson.cut_plain(index, number).to(device).pixels for number in numbers))
    return lesson.validate(network)


@torch.no_grad()
def settle_norms(member: nn.Module, chips: Iterable[Tensor]) -> None:
    """Move what the norms of a network's fresh parts take for usual most of the way to what they see of plain ground.

    They saw chips in changed colors, most of them with an object in the middle, while the weights moved, and the mean
    of the weights is yet another network. Norms of the pretrained encoder stay.

    Args:
        member: changed here.
        chips: float32 (chips, bands, rows, cols), of ground that the network learned from, as the raster shows it.
    """
    member.eval()
    norms = list(member.fresh_norms())  # type: ignore[operator]
    before = [{name: value.clone() for name, value in norm.named_buffers()} for norm in norms]
    momenta = [norm.momentum for norm in norms]
    for norm in norms:
        norm.reset_running_stats()
        norm.momentum = None  # the plain mean over all chips
        norm.train()
    for pixels in chips:
        member(pixels)
    for norm, was, momentum in zip(norms, before, momenta, strict=True):
        _blend(norm, was)
        norm.momentum = momentum
        norm.eval()


def _blend(norm: nn.Module, was: dict[str, Tensor]) -> None:
    """Put together what a norm has measured and what it was before."""
    for name, measured in norm.named_buffers():
        measured.copy_(torch.lerp(was[name], measured, _SHARE) if measured.is_floating_point() else was[name])
