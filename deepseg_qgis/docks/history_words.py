"""The words of the history: kinds of runs, their states, settings and values."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import PurePath
from typing import Any

from ..domain.run_record import (
    AREAS,
    CATEGORY_F1,
    DONE,
    EVALUATE,
    FAILED,
    FOOTPRINTS,
    PREDICT,
    RUNNING,
    SCORE,
    SETTING,
    STOPPED,
    TOTAL,
    TRAIN,
    ComparedRow,
    KeptRun,
)
from ..i18n import tr
from .run_list import when_text
from .wording import area_text, number

NOTHING = "–"
_PATHS = ("model", "rasters", "labels", "areas", "area", "from_model", "encoder_weights")


def kind_word(command: str) -> str:
    """Return what kind of run it is."""
    return {TRAIN: tr("Training"), EVALUATE: tr("Evaluation"), PREDICT: tr("Prediction")}.get(command, command)


def state_word(state: str) -> str:
    """Return how a run ended."""
    return {
        DONE: tr("done"),
        STOPPED: tr("stopped"),
        FAILED: tr("failed"),
        RUNNING: tr("not finished"),
    }.get(state, state)


def group_title(group: str, *, is_one: bool, threshold: str) -> str:
    """Return the heading over a part of the comparison."""
    if group == SETTING:
        return tr("Settings") if is_one else tr("Settings that differ")
    return {
        SCORE: tr("Scores"),
        CATEGORY_F1: tr("F1 of each category"),
        FOOTPRINTS: tr("Footprints ({condition})").format(condition=threshold),
        AREAS: tr("Ground that they cover ({condition})").format(condition=threshold),
    }.get(group, group)


def row_title(row: ComparedRow) -> str:
    """Return what a line is about."""
    if row.group == SETTING:
        return setting_word(row.name)
    if row.name == TOTAL:
        return tr("all")
    return _score_word(row.name) if row.group == SCORE else row.name


def _score_word(name: str) -> str:
    """Return what a score is called everywhere else."""
    words = {"f1": "F1", "map50": "mAP50", "map": "mAP", "precision": tr("Precision"), "recall": tr("Recall")}
    return words.get(name, name.replace("_", " "))


def setting_word(name: str) -> str:
    """Return what a setting is called in the docks; others by their option's name."""
    return {
        "epochs": tr("Epochs"),
        "seed": tr("Seed"),
        "batch_size": tr("Batch"),
        "learning_rate": tr("Learning rate"),
        "patience": tr("End early after"),
        "encoder": tr("Encoder"),
        "family": tr("Family"),
        "from_model": tr("Start from"),
        "device": tr("Device"),
        "model": tr("Model"),
        "rasters": tr("Rasters"),
        "labels": tr("Labels"),
        "areas": tr("Areas"),
        "area": tr("Area"),
        "score_threshold": tr("Score threshold"),
        "simplify_m": tr("Simplify by"),
        "right_angles": tr("Right angles"),
        "smooth_m": tr("Smooth within"),
        "fill_holes_m2": tr("Fill holes up to"),
        "least_iou": tr("Least overlap"),
        "keep_fields": tr("Keep what redrawing needs"),
        "backend": tr("Computed with"),
    }.get(name, (name[:1].upper() + name[1:]).replace("_", " "))


def value_text(row: ComparedRow, value: Any) -> str:
    """Return a value in few words."""
    if value is None or value == []:
        return NOTHING
    if row.group == AREAS:
        return area_text(float(value))
    if row.group == FOOTPRINTS:
        return number(float(value))
    if row.group != SETTING:
        return number(float(value), 0 if float(value) >= 2 and float(value).is_integer() else 3)
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, list):
        short = [_short(row.name, each) for each in value]
        many = tr("{first} and {n} more", len(short) - 1).format(first=short[0], n=len(short) - 1)
        return ", ".join(short) if len(short) < 3 else many
    return _short(row.name, value)


def time_text(seconds: float) -> str:
    """Return how long a run took, to the second: `2 min 5 s`."""
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return tr("{minutes} min {s} s").format(minutes=minutes, s=rest) if minutes else tr("{s} s").format(s=rest)
    hours, minutes = divmod(minutes, 60)
    return tr("{h} h {minutes} min").format(h=hours, minutes=minutes)


def began_text(run: KeptRun) -> str:
    """Return when a run began, as people say it."""
    try:
        moment = datetime.strptime(run.started, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc)
    except ValueError:
        return run.started
    return when_text(moment.timestamp())


def run_tip(run: KeptRun) -> str:
    """Return what there is to know of a run, a sentence each."""
    lines = [run.name, f"{kind_word(run.command)}, {state_word(run.state)}", run.about, run.message]
    return "\n".join(line for line in lines if line)


def _short(name: str, value: Any) -> str:
    return PurePath(str(value).partition("|")[0]).name or str(value) if name in _PATHS else str(value)
