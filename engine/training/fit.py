"""The training loop, to be read from top to bottom."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import nn

from engine.data.batches import Batch, cut_ahead
from engine.errors import LossNotFiniteError
from engine.events import Reporter
from engine.models.committee import Committee
from engine.models.registry import Family
from engine.stop import StopFlag
from engine.training.checkpoint import TrainState, load_state, save_state
from engine.training.ema import Ema
from engine.training.history import EpochRecord, draw_curves, write_history
from engine.training.recipe import Recipe
from engine.training.run_folder import RunFolder
from engine.training.validate import Outcome

_N_AGREEING = 3  # epochs whose mean decides which is the best
_CLEAR_LOSS = 0.05  # of the objective; less does not speak against a later epoch


@dataclass(frozen=True)
class Lesson:
    """What is taught, by what recipe, and when to end early."""

    family: Family
    recipe: Recipe
    cut: Callable[[int], Batch]  # batch number -> batch, for member number `step % n_members`
    cut_plain: Callable[[int, int], Batch]  # member and number -> a batch of its ground as the raster shows it
    validate: Callable[[Committee], Outcome | None]
    seed: int
    n_cutters: int = 1  # threads that cut batches
    validate_every: int = 1  # epochs; the first and the last are always validated
    patience: int | None = None  # epochs without a better score
    time_limit_s: float | None = None


def fit(
    network: Committee,
    lesson: Lesson,
    *,
    device: torch.device,
    run: RunFolder,
    resume: bool,
    reporter: Reporter,
    stop: StopFlag,
) -> TrainState:
    """Return where training stands when it ended by itself or was asked to stop; the caller asks `stop` which.

    Raises:
        LossNotFiniteError: the loss is no longer a number; the best epoch so far stays in the run folder.
    """
    recipe = lesson.recipe
    # Channels last: convolutions on a CPU run about a third faster.
    network = network.to(device).to(memory_format=torch.channels_last)
    ema = Ema(network, recipe.ema_decay)
    optimizer = make_optimizer(network, recipe)
    state = TrainState()
    if resume:
        state = load_state(run.checkpoint)
        network.load_state_dict(state.network)
        ema.network.load_state_dict(state.ema)
        optimizer.load_state_dict(state.optimizer)
    spent_s = state.records[-1].seconds if state.records else 0.0
    started = time.monotonic() - spent_s

    while state.epoch < recipe.epochs and not is_over(state, lesson, time.monotonic() - started):
        losses = teach_epoch(network, ema, optimizer, lesson, state.step, device=device, reporter=reporter, stop=stop)
        if losses is None:
            break
        state.epoch += 1
        state.step += recipe.steps_per_epoch
        if is_due(state.epoch, lesson):
            reporter.stage("validate", "scoring the validation blocks")
            outcome = lesson.validate(ema.network)
            judge(state, outcome, ema.network, losses, seconds=time.monotonic() - started)
        else:
            state.records.append(EpochRecord(state.epoch, losses, {}, False, time.monotonic() - started))
        state.network, state.ema = on_cpu(network), on_cpu(ema.network)
        state.optimizer = optimizer.state_dict()
        save_state(run.checkpoint, state)
        publish(state.records, recipe.epochs, run, reporter)
    return state


def teach_epoch(
    network: Committee,
    ema: Ema,
    optimizer: torch.optim.Optimizer,
    lesson: Lesson,
    first_step: int,
    *,
    device: torch.device,
    reporter: Reporter,
    stop: StopFlag,
) -> dict[str, float] | None:
    """Return the mean of every loss term over one epoch, or None when a stop was asked for halfway.

    The members take turns, each on its own ground.
    """
    recipe = lesson.recipe
    n_steps, n_members = recipe.steps_per_epoch, len(network.members)
    sums: dict[str, float] = {}
    network.train()
    steps = range(first_step, first_step + n_steps)
    for step, batch in zip(steps, cut_ahead(lesson.cut, steps, n_threads=lesson.n_cutters), strict=True):
        # One seed per step, not per run: a resumed run draws the same dropout.
        torch.manual_seed(lesson.seed * 1_000_003 + step)
        for group in optimizer.param_groups:
            group["lr"] = group["full_rate"] * recipe.rate_at(step)
        member = network.members[step % n_members]
        here = batch.to(device)
        losses = lesson.family.loss(
            member(here.pixels),
            body=here.body,
            boundary=here.boundary,
            distance=here.distance,
            known=here.known,
            weights=recipe.loss,
        )
        loss = torch.stack(list(losses.values())).sum()
        if not torch.isfinite(loss):
            raise LossNotFiniteError(
                f"the loss at step {step + 1} is {loss.item()}",
                hint="Use a smaller --learning-rate, and check the raster for extreme values.",
            )
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(member.parameters(), recipe.clip_norm)
        optimizer.step()
        ema.update(network, step % n_members, step // n_members)
        for name, value in losses.items():
            sums[name] = sums.get(name, 0.0) + value.item() / n_steps
        reporter.progress("train", done=step + 1, total=recipe.n_steps, unit="step")
        if stop.is_requested:
            return None
    return sums


def make_optimizer(network: Committee, recipe: Recipe) -> torch.optim.Optimizer:
    """Return AdamW with a lower rate for the weights that come pretrained."""
    groups = [
        {"params": list(network.encoder_parameters()), "full_rate": recipe.learning_rate * recipe.encoder_rate},
        {"params": list(network.fresh_parameters()), "full_rate": recipe.learning_rate},
    ]
    return torch.optim.AdamW(groups, lr=recipe.learning_rate, weight_decay=recipe.weight_decay)


def is_due(epoch: int, lesson: Lesson) -> bool:
    """Tell whether an epoch, from 1, is validated."""
    return (epoch - 1) % lesson.validate_every == 0 or epoch == lesson.recipe.epochs


def is_over(state: TrainState, lesson: Lesson, seconds: float) -> bool:
    """Tell whether patience or time has run out."""
    if lesson.time_limit_s is not None and seconds >= lesson.time_limit_s:
        return True
    best = max((record.epoch for record in state.records if record.is_best), default=state.epoch)
    is_judged = state.epoch == 0 or is_due(state.epoch, lesson)
    return lesson.patience is not None and is_judged and state.epoch - best >= lesson.patience


def judge(
    state: TrainState, outcome: Outcome | None, network: nn.Module, losses: dict[str, float], *, seconds: float
) -> None:
    """Add the epoch to the records, and keep its weights when it is the best so far.

    The objective is the mean over this epoch and the two before: with a dozen objects to validate on, one lucky
    epoch would win otherwise. A later epoch wins unless it is clearly worse: its weights are the mean of more
    networks, which shows on ground unlike the validation blocks. Without blocks the latest epoch is the best.
    """
    objective = None
    is_best = True
    if outcome is not None:
        earlier = [record.objective for record in state.records if record.objective is not None]
        objective = statistics.mean([*earlier[-_N_AGREEING + 1 :], outcome.objective])
        highest = objective if state.best_objective is None else max(objective, state.best_objective)
        is_best = objective >= highest - _CLEAR_LOSS
        state.best_objective = highest
    scores = {} if outcome is None else outcome.scores
    told = None if outcome is None else outcome.objective
    state.records.append(EpochRecord(state.epoch, losses, scores, is_best, seconds, told))
    if is_best:
        state.best = on_cpu(network)


def publish(records: Sequence[EpochRecord], n_epochs: int, run: RunFolder, reporter: Reporter) -> None:
    """Tell the newest epoch to the user, the history, the curves and the log."""
    newest = records[-1]
    write_history(run.history, records)
    draw_curves(run.curves, records)
    scores = "".join(f"  {name} {value:.3f}" for name, value in newest.scores.items())
    run.log(f"epoch {newest.epoch} of {n_epochs}  loss {newest.loss:.4f}{scores}{'  best' if newest.is_best else ''}")
    reporter.epoch(
        epoch=newest.epoch, n_epochs=n_epochs, losses=newest.losses, scores=newest.scores, is_best=newest.is_best
    )


def on_cpu(network: nn.Module) -> dict[str, Any]:
    """Return a copy of the weights that the next step does not change."""
    return {name: value.detach().cpu().clone() for name, value in network.state_dict().items()}
