"""`deepseg train`: from rasters and labels to a model file."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import Any

import torch

from engine import __version__
from engine.commands.lesson_plan import LessonPlan, plan_lesson
from engine.commands.ready_rasters import ready_rasters
from engine.commands.sole_use import sole_use
from engine.data.augment import NONE
from engine.data.batches import make_batch
from engine.data.chips import ChipPlan
from engine.domain.model_card import ModelCard
from engine.domain.settings import TrainSettings
from engine.domain.thresholds import Thresholds
from engine.errors import RunFolderError
from engine.events import Reporter
from engine.geo.raster import open_raster
from engine.geo.transcode import remove_copies
from engine.models.allocator import keep_freed_memory
from engine.models.committee import Committee
from engine.models.device import choose_device, describe_device, n_usable_cores
from engine.models.encoders import DEFAULT_ENCODER
from engine.models.model_file import load_weights, new_network, read_card, save_model
from engine.models.registry import family_named
from engine.stop import StopFlag
from engine.training.checkpoint import TrainState
from engine.training.fit import Lesson, fit
from engine.training.recipe import Recipe
from engine.training.run_folder import RunFolder
from engine.training.settle import settled
from engine.training.validate import Outcome, Validator

_MOST_CUTTERS = 8


def train(settings: TrainSettings, *, reporter: Reporter, stop: StopFlag) -> None:
    """Train a model and write it to `settings.model`.

    Raises:
        DeepSegError: the input does not allow it; the message says why and what to do.
        Stopped: the user asked for it; the best model so far has been written if an epoch was done.
    """
    device = choose_device(settings.device)
    if settings.threads:
        torch.set_num_threads(settings.threads)
    keep_freed_memory()
    recipe = recipe_for(settings)
    run = RunFolder(settings.run_dir or settings.model.with_suffix(".run"))
    with ExitStack() as stack:
        reporter.stage("prepare", "reading rasters and labels")
        rasters = [stack.enter_context(open_raster(path, crs=settings.crs)) for path in settings.rasters]
        start = read_card(settings.from_model) if settings.from_model else None
        if start is not None:
            recipe = replace(recipe, n_members=start.n_members)  # they go on learning as they are
        stack.callback(remove_copies, run.copies)
        ready = partial(ready_rasters, folder=run.copies, in_order=False, stack=stack, reporter=reporter, stop=stop)
        plan = plan_lesson(rasters, settings, recipe, start=start, ready=ready, reporter=reporter)
        card = describe(plan, settings, recipe, start, rasters[0].dtype, rasters[0].grid.metres_per_pixel)
        stack.enter_context(sole_use(run.path))
        resumes = prepare_run(run, settings, plan, reporter)
        stop.check("nothing was saved, training had not begun")
        network = build(card, settings)
        lesson = make_lesson(plan, card, recipe, settings, device=device)
        reporter.stage("train", summary(plan, card, describe_device(device), recipe))
        state = fit(network, lesson, device=device, run=run, resume=resumes, reporter=reporter, stop=stop)
        outcome = settled(network, state, lesson, device=device, reporter=reporter)
    finish(state, outcome, card, settings, run, network, reporter=reporter, stop=stop)


def recipe_for(settings: TrainSettings) -> Recipe:
    """Return the recipe with what the user decided otherwise."""
    usual = Recipe()
    if settings.members is not None:
        usual = replace(usual, chips_per_epoch=usual.chips_per_epoch * settings.members // usual.n_members)
    batch_size = settings.batch_size or usual.batch_size
    n_chips = usual.chips_per_epoch if settings.steps_per_epoch is None else settings.steps_per_epoch * batch_size
    return replace(
        usual,
        epochs=settings.epochs,
        n_members=settings.members or usual.n_members,
        batch_size=batch_size,
        chips_per_epoch=n_chips,
        # The network halves its input five times.
        chip_size_px=usual.chip_size_px if settings.chip_size is None else -(-settings.chip_size // 32) * 32,
        learning_rate=settings.learning_rate or usual.learning_rate,
    )


def describe(
    plan: LessonPlan,
    settings: TrainSettings,
    recipe: Recipe,
    start: ModelCard | None,
    dtype: str,
    raster_resolution_m: float | None,
) -> ModelCard:
    """Return the card as far as it is known before training: thresholds are defaults, scores are missing."""
    return ModelCard(
        family=start.family if start else settings.family,
        encoder=start.encoder if start else settings.encoder or DEFAULT_ENCODER,
        encoder_depth=start.encoder_depth if start else family_named(settings.family).default_depth,
        categories=plan.categories,
        bands=plan.bands,
        scaling=plan.scaling,
        dtype=dtype,
        scale=plan.scale,
        resolution_m=None if raster_resolution_m is None else raster_resolution_m / plan.scale,
        raster_resolution_m=raster_resolution_m,
        chip_size_px=recipe.chip_size_px,
        n_members=start.n_members if start else recipe.n_members,
        score_threshold=0.5,
        thresholds=tuple(Thresholds() for _ in plan.categories),
        data_hash=plan.data_hash,
        engine_version=__version__,
        name=settings.model.stem,
    )


def prepare_run(run: RunFolder, settings: TrainSettings, plan: LessonPlan, reporter: Reporter) -> bool:
    """Return whether the run in the folder goes on; otherwise the folder is made ready for a new one.

    Raises:
        RunFolderError: the run there had other settings or other labels.
    """
    identity = run_identity(settings, plan)
    if settings.resume and run.can_resume:
        run.check_same(identity)
        run.log("resumed")
        return True
    if settings.resume:
        reporter.warning("nothing_to_resume", f"there is no epoch to resume from in {run.path}; training starts anew")
    run.start(identity)
    run.log(f"started with DeepSeg {__version__}")
    return False


def run_identity(settings: TrainSettings, plan: LessonPlan) -> dict[str, Any]:
    """Return what must be equal for a resumed run to give the run's own result."""
    values = asdict(settings)
    for name in ("resume", "time_limit_s", "run_dir", "device", "threads", "model"):
        del values[name]
    values["rasters"] = [str(path) for path in settings.rasters]
    for name in ("from_model", "encoder_weights"):
        values[name] = None if values[name] is None else str(values[name])
    values["bands"] = list(plan.bands)
    return {**values, "data_hash": plan.data_hash, "engine_version": __version__}


def build(card: ModelCard, settings: TrainSettings) -> Committee:
    """Return the network with pretrained weights, or with those of the model that is trained further."""
    torch.manual_seed(settings.seed)
    if settings.from_model:
        network = new_network(card)
        load_weights(network, settings.from_model)
        return network
    return new_network(card, weights="imagenet", weights_file=settings.encoder_weights)


def make_lesson(
    plan: LessonPlan, card: ModelCard, recipe: Recipe, settings: TrainSettings, *, device: torch.device
) -> Lesson:
    """Return what the loop needs."""
    chips = ChipPlan(recipe.chip_size_px, recipe.object_share, recipe.augment)
    plain_chips = ChipPlan(recipe.chip_size_px, 0.0, NONE)
    cut = partial(make_batch, n_categories=len(plan.categories), n_chips=recipe.batch_size, seed=settings.seed)
    validator = Validator(plan.validation, card, device=device)
    return Lesson(
        family=family_named(card.family),
        recipe=recipe,
        cut=lambda step: cut(plan.grounds[step % len(plan.grounds)], chips, step=step),
        # With chance that no step has had.
        cut_plain=lambda member, number: cut(plan.grounds[member], plain_chips, step=recipe.n_steps + number),
        validate=validator,
        validate_every=recipe.validation_every(validator.n_px),
        seed=settings.seed,
        n_cutters=n_cutters(device, settings.threads or n_usable_cores()),
        patience=settings.patience,
        time_limit_s=settings.time_limit_s,
    )


def n_cutters(device: torch.device, n_cores: int) -> int:
    """Return how many threads cut chips: a GPU learns faster than one cuts, and so do many cores of a processor."""
    return max(1, min(n_cores // (4 if device.type == "cpu" else 2), _MOST_CUTTERS))


def summary(plan: LessonPlan, card: ModelCard, device: str, recipe: Recipe) -> str:
    """Return one sentence that says what will be used."""
    where = "pixels as they are" if card.scale == 1 else f"pixels resampled by {card.scale:.3g}"
    if card.resolution_m is not None:
        where += f" ({card.resolution_m:.2f} m)"
    n_categories = len(plan.categories)
    return (
        f"learning from {plan.n_labels} labels of {n_categories} categor{'y' if n_categories == 1 else 'ies'}, "
        f"of which {recipe.n_members} network(s) keep {plan.n_validation_labels} to be tested on; {where}; "
        f"{recipe.epochs} epochs of {recipe.steps_per_epoch} steps on {device}"
    )


def finish(
    state: TrainState,
    outcome: Outcome | None,
    card: ModelCard,
    settings: TrainSettings,
    run: RunFolder,
    network: Committee,
    *,
    reporter: Reporter,
    stop: StopFlag,
) -> None:
    """Write the best epoch as the model file, and say what it is worth.

    Raises:
        Stopped: when the user asked for it, after the model is written.
        RunFolderError: no epoch was done, without anybody asking to stop.
    """
    if state.best is None:
        stop.check("nothing was saved, the first epoch was not done")
        raise RunFolderError("no epoch was done within the time limit", hint="Give a larger --time-limit-s.")
    best = [record for record in state.records if record.is_best][-1]
    scores = {} if outcome is None else outcome.scores
    if outcome is not None:
        card = replace(
            card, thresholds=outcome.thresholds, score_threshold=outcome.score_threshold, scores=outcome.scores
        )
    save_model(settings.model, network, card)
    run.log(f"wrote {settings.model.name} from epoch {best.epoch}")
    reporter.artifact("model", settings.model)
    for kind, path in (("history", run.history), ("curves", run.curves)):
        reporter.artifact(kind, path)
    stop.check(
        f"the best model so far (epoch {best.epoch}) is in {settings.model}; the same command with --resume goes on"
    )
    reporter.result(
        {
            "model": str(settings.model),
            "best_epoch": best.epoch,
            "epochs": state.epoch,
            "scores": scores,
            "seconds": round(state.records[-1].seconds, 1),
            "text": verdict(best.epoch, scores, settings.model),
        }
    )


def verdict(epoch: int, scores: Mapping[str, float], model: Path) -> str:
    """Return the result in one sentence."""
    if not scores:
        return f"{model}: epoch {epoch}, not scored, since no ground was kept for validation"
    return f"{model}: epoch {epoch}, F1 {scores['f1']:.2f} and mAP50 {scores['map50']:.2f} on the validation blocks"
