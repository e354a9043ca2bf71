"""Numbers, times and states as people read them."""

from __future__ import annotations

from qgis.PyQt.QtCore import QLocale

from ..domain import work_state
from ..domain.work_state import WorkState
from ..i18n import tr

THIN_SPACE = "\u202f"  # one that never breaks the line
_MINUTE_S, _HOUR_S, _DAY_S = 60, 3600, 86400


def number(value: float, n_digits: int = 0) -> str:
    """Return a number with its thousands apart: `12 480`; with digits after the point of the user's language."""
    digits = f"{value:,.{n_digits}f}"
    point = QLocale().decimalPoint()
    return digits.replace(",", THIN_SPACE).replace(".", str(point))


def percent(share: float) -> str:
    """Return a share from 0 to 1 as `41 %`."""
    return f"{number(100 * share)}{THIN_SPACE}%"


def about_time(seconds: float) -> str:
    """Return a time the way people say it: `about 4 min`."""
    if seconds < 10:
        return tr("a few seconds")
    if seconds < 0.75 * _MINUTE_S:
        return tr("about {n} s").format(n=number(10 * round(seconds / 10)))
    if seconds < 0.75 * _HOUR_S:
        return tr("about {n} min").format(n=number(max(1, round(seconds / _MINUTE_S))))
    if seconds < _DAY_S:
        hours = round(2 * seconds / _HOUR_S) / 2
        return tr("about {n} h").format(n=number(hours, 0 if hours == int(hours) else 1))
    days = round(seconds / _DAY_S)
    return tr("about {n} days", days).format(n=number(days))


def area_text(area_m2: float) -> str:
    """Return an area in the unit that fits it: `410 m²`, `2.4 ha`, `1.93 km²`."""
    if area_m2 < 10:
        return tr("{n} m²").format(n=number(area_m2, 1))
    if area_m2 < 9999.5:
        return tr("{n} m²").format(n=number(area_m2))
    if area_m2 < 999_500:
        return tr("{n} ha").format(n=number(area_m2 / 1e4, 1))
    return tr("{n} km²").format(n=number(area_m2 / 1e6, 2))


def density_text(n_per_ha: float) -> str:
    """Return how many things there are on a piece of ground, in the unit that fits it: `29 / ha`, `4.2 / km²`."""
    if n_per_ha < 0.5:
        return tr("{n} / km²").format(n=number(n_per_ha * 100, 1 if n_per_ha < 0.1 else 0))
    return tr("{n} / ha").format(n=number(n_per_ha, 1 if n_per_ha < 10 else 0))


def size_text(n_bytes: float) -> str:
    """Return the size of a file or download: `780 MB`, `4.1 GB`."""
    if n_bytes < 1e6:
        return tr("{n} kB").format(n=number(max(1, n_bytes / 1e3) if n_bytes else 0))
    if n_bytes < 999.5e6:
        return tr("{n} MB").format(n=number(n_bytes / 1e6, 0 if n_bytes >= 9.95e6 else 1))
    return tr("{n} GB").format(n=number(n_bytes / 1e9, 1))


def state_word(kind: str) -> str:
    """Return the word for a kind of work, in capitals."""
    return {
        work_state.IDLE: tr("IDLE"),
        work_state.SETUP: tr("SETTING UP"),
        work_state.CHECKING: tr("CHECKING"),
        work_state.DIVIDING: tr("DIVIDING"),
        work_state.TRAINING: tr("TRAINING"),
        work_state.EVALUATING: tr("EVALUATING"),
        work_state.ESTIMATING: tr("ESTIMATING"),
        work_state.PREDICTING: tr("PREDICTING"),
        work_state.VECTORIZING: tr("DRAWING OUTLINES"),
        work_state.SUGGESTING: tr("LOOKING AT GROUND"),
        work_state.CAPTURING: tr("TAKING FRAMES"),
        work_state.IMPORTING: tr("READING LABELS"),
        work_state.EXPORTING: tr("WRITING LABELS"),
        work_state.STOPPING: tr("STOPPING"),
    }[kind]


def kept_words(kind: str) -> str:
    """Return what becomes of a kind of work when it is stopped, as the end of a sentence."""
    return {
        work_state.SETUP: tr("what was made is removed again"),
        work_state.TRAINING: tr("the best model so far is kept, and RESUME goes on"),
        work_state.PREDICTING: tr("what is finished so far is kept"),
        work_state.CAPTURING: tr("the frames so far are kept"),
    }.get(kind, tr("it can be begun again"))


def state_text(state: WorkState) -> str:
    """Return what is going on and how far it is: `TRAINING epoch 7 of 20`, `PREDICTING 41 %`."""
    word = state_word(state.kind)
    if state.kind == work_state.TRAINING and state.epoch and state.n_epochs:
        return tr("{state} epoch {epoch} of {n_epochs}").format(state=word, epoch=state.epoch, n_epochs=state.n_epochs)
    return word if state.share is None else f"{word} {percent(state.share)}"


def time_left(state: WorkState) -> str:
    """Return how long it will take, `about 3 min left`; empty while nobody knows."""
    if state.eta_s is None or not state.is_busy or state.kind == work_state.STOPPING:
        return ""
    return tr("{time} left").format(time=about_time(state.eta_s))
