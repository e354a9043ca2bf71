"""`deepseg classify-train`: from labeled cut-outs to a model that sorts footprints into kinds."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import torch
from numpy.random import default_rng

from engine import __version__
from engine.commands.ready_rasters import folder_of_copies, ready_rasters
from engine.data.cutout_lesson import Lesson, lesson_from_folder, lesson_from_footprints
from engine.domain.category import categories_named
from engine.domain.classifier_card import ClassifierCard
from engine.domain.classify_settings import ClassifyTrainSettings
from engine.errors import OutputError
from engine.events import Reporter, plain
from engine.geo.polygon_stream import open_polygon_stream
from engine.geo.raster import Raster, open_raster
from engine.models.classifier import Classifier, FeatureMaker
from engine.models.classifier_file import save_classifier
from engine.models.device import choose_device, describe_device
from engine.models.encoders import DEFAULT_ENCODER
from engine.stop import StopFlag
from engine.training.classifier_fit import Taught, teach_heads
from engine.training.feature_bank import NOTHING_SAVED, FeatureBank, fill_bank
from engine.training.ground_folds import Folds, make_folds
from engine.whole_file import whole_file

ENDING = ".safetensors"
_LOOKING_SHARE = 0.9  # of a time limit; teaching the heads takes seconds


def classify_train(settings: ClassifyTrainSettings, *, reporter: Reporter, stop: StopFlag) -> None:
    """Teach a classifier and write it to `settings.model`, with a report beside it.

    Raises:
        DeepSegError: the input does not allow it; the message says why and what to do.
        Stopped: the user asked for it; the best classifier so far has been written if an epoch was done.
    """
    if settings.model.suffix.lower() != ENDING:
        raise OutputError(f"{settings.model} does not end in {ENDING}", hint=f"Call it {settings.model.stem}{ENDING}.")
    began_s = time.monotonic()
    if settings.threads:
        torch.set_num_threads(settings.threads)
    torch.manual_seed(settings.seed)
    encoder = settings.encoder or DEFAULT_ENCODER
    with ExitStack() as stack:
        reporter.stage("prepare", "reading labels")
        lesson = _lesson(settings, stack, reporter, stop)
        stop.check(NOTHING_SAVED)
        folds = make_folds(lesson.labels, lesson.grounds, lesson.worlds, len(lesson.names), default_rng(settings.seed))
        _warn(lesson, folds, reporter)
        features = FeatureMaker(len(lesson.bands), encoder, pretrained=True, weights_file=settings.encoder_weights)
        stop.check(NOTHING_SAVED)
        bank = _look(settings, lesson, features, began_s, reporter, stop)
    reporter.stage("train", "learning to tell them apart")
    taught = teach_heads(
        bank,
        lesson.labels,
        folds,
        lesson.names,
        epochs=settings.epochs,
        deadline_s=_deadline(settings, began_s, 1.0),
        reporter=reporter,
        stop=stop,
    )
    _write(settings, lesson, features, taught, encoder, reporter)
    stop.check(f"the best classifier so far (epoch {taught.epoch}) is in {settings.model}")
    _tell(settings, lesson, taught, reporter, time.monotonic() - began_s)


def _look(
    settings: ClassifyTrainSettings,
    lesson: Lesson,
    features: FeatureMaker,
    began_s: float,
    reporter: Reporter,
    stop: StopFlag,
) -> FeatureBank:
    device = choose_device(settings.device)
    what = f"{len(lesson)} instances of {len(lesson.names)} kinds"
    reporter.stage("look", f"looking at {what} on {describe_device(device)}")
    return fill_bank(
        features,
        lesson.sample,
        len(lesson),
        can_turn=not lesson.framing.is_upright,
        seed=settings.seed,
        device=device,
        deadline_s=_deadline(settings, began_s, _LOOKING_SHARE),
        reporter=reporter,
        stop=stop,
    )


def _deadline(settings: ClassifyTrainSettings, began_s: float, share: float) -> float | None:
    return None if settings.time_limit_s is None else began_s + share * settings.time_limit_s


def _lesson(settings: ClassifyTrainSettings, stack: ExitStack, reporter: Reporter, stop: StopFlag) -> Lesson:
    generator = default_rng(settings.seed)
    if settings.cutouts is not None:
        return lesson_from_folder(
            settings.cutouts,
            settings.framing,
            size_px=settings.size_px,
            is_masked=settings.is_masked,
            generator=generator,
            reporter=reporter,
            stop=stop,
        )
    rasters = [stack.enter_context(open_raster(path, crs=settings.crs)) for path in settings.rasters]

    def ready(opened: Sequence[Raster], grounds: Sequence[Any], bands: Sequence[int]) -> list[Raster]:
        folder = folder_of_copies(settings.model, stack)
        return ready_rasters(
            opened,
            grounds,
            folder,
            bands=bands,
            margin_px=0,
            in_order=False,
            samples=any(raster.file.dtype_of(bands) != "uint8" for raster in opened),
            stack=stack,
            reporter=reporter,
            stop=stop,
        )

    return lesson_from_footprints(
        open_polygon_stream(str(settings.footprints)),
        rasters,
        settings.category_field,
        settings.framing,
        size_px=settings.size_px,
        is_masked=settings.is_masked,
        bands=settings.bands,
        ready=ready,
        generator=generator,
        reporter=reporter,
        stop=stop,
    )


def _warn(lesson: Lesson, folds: Folds, reporter: Reporter) -> None:
    if lesson.grounds is None:
        reporter.warning(
            "ground_unknown",
            "the pictures do not say where they were taken, so pictures of the same place may teach and test",
            hint="Cut them out with `deepseg cutouts`, whose index says it; else the scores are too good.",
        )
    untested = [name for i, name in enumerate(lesson.names) if not (folds.fold[lesson.labels == i] >= 0).any()]
    if untested:
        reporter.warning(
            "not_tested",
            f"nothing could be kept aside to test on of: {', '.join(untested)}",
            hint="Label some more of them, at other places.",
        )


def _write(
    settings: ClassifyTrainSettings,
    lesson: Lesson,
    features: FeatureMaker,
    taught: Taught,
    encoder: str,
    reporter: Reporter,
) -> None:
    network = Classifier(features.cpu(), len(lesson.names))
    with torch.no_grad():
        network.head.weight.copy_(taught.weight)
        network.head.bias.copy_(taught.bias)
        network.center.copy_(taught.center)
        network.spread.copy_(taught.spread)
    confusion = taught.confusion
    card = ClassifierCard(
        encoder=encoder,
        categories=categories_named(list(lesson.names)),
        bands=lesson.bands,
        scaling=lesson.scaling,
        framing=lesson.framing,
        is_masked=lesson.is_masked,
        size_px=settings.size_px,
        shape_unit=lesson.shape_unit,
        scores={} if confusion is None else {"accuracy": confusion.accuracy, "f1": confusion.f1},
        recalls={} if confusion is None else confusion.recalls,
        n_labels=len(lesson),
        engine_version=__version__,
        name=settings.model.stem,
    )
    save_classifier(settings.model, network, card)
    reporter.artifact("model", settings.model)
    if confusion is not None:
        path = report_path(settings.model)
        with whole_file(path) as beside:
            values = {"model": settings.model.name, "epoch": taught.epoch, **confusion.as_dict()}
            beside.write_text(json.dumps(plain(values), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        reporter.artifact("report", path)


def report_path(model: Path) -> Path:
    """Return where the scores of a classifier are written: beside it."""
    return model.with_suffix(".scores.json")


def _tell(settings: ClassifyTrainSettings, lesson: Lesson, taught: Taught, reporter: Reporter, seconds: float) -> None:
    confusion = taught.confusion
    values: dict[str, Any] = {
        "model": settings.model,
        "best_epoch": taught.epoch,
        "epochs": taught.n_epochs,
        "n_labels": len(lesson),
        "seconds": round(seconds, 1),
    }
    if confusion is None:
        text = f"{settings.model}: not scored, since nothing could be kept aside to test on"
        reporter.result({**values, "text": text})
        return
    right = round(confusion.accuracy * confusion.n)
    text = (
        f"{settings.model}: {right} of {confusion.n} sorted right ({100 * confusion.accuracy:.0f} %) by heads that had "
        f"not seen their ground, mean recall {100 * confusion.mean_recall:.0f} %\n{confusion.as_text()}"
    )
    reporter.result({**values, "scores": confusion.as_dict(), "text": text})
