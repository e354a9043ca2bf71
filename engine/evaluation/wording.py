"""What the numbers mean, in sentences and in a table for the terminal."""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine.evaluation.report import EvaluationReport, Scores

NO_NUMBER = "–"
BEST_F1_CAUTION = "It was chosen on these very labels, so it is a hint for other places and no result."
_CERTAINTY = 1.96  # standard errors on each side: 95 of 100 times


@dataclass(frozen=True)
class BigNumber:
    """One of the three numbers at the head of the report."""

    name: str
    value: str
    sentence: str


def number(value: float | None, digits: int = 2) -> str:
    """Return a score as text, a dash where there is none."""
    return NO_NUMBER if value is None else f"{value:.{digits}f}"


def percent(value: float | None) -> str:
    """Return a share as a signed percentage, a dash where there is none."""
    if value is None:
        return NO_NUMBER
    whole = round(value * 100)
    return f"{whole:+d} %".replace("-", "−") if whole else "0 %"


def counted(n: int, word: str) -> str:
    """Return `1 label` or `2 labels`."""
    return f"{n} {word}" if n == 1 else f"{n} {word}s"


def big_numbers(report: EvaluationReport) -> tuple[BigNumber, BigNumber, BigNumber]:
    """Return mAP, recall and F1, each with a sentence that a newcomer understands."""
    scores = report.overall
    return (
        BigNumber(
            "mAP",
            number(scores.map),
            "How well things are found and outlined, over all score thresholds. 1 is perfect; it is a strict number, "
            "for half of it asks for outlines that share at least three quarters with the label.",
        ),
        BigNumber("Recall", number(scores.recall), _recall_sentence(scores)),
        BigNumber("F1", number(scores.f1), _f1_sentence(scores)),
    )


def recall_margin(scores: Scores) -> float | None:
    """Return how far the true recall may lie from the one measured, 95 of 100 times; None without labels.

    Half the width of the interval of Wilson (1927), which holds for few labels too.
    """
    n, share = scores.n_labels, scores.recall
    if share is None:
        return None
    z2 = _CERTAINTY**2
    return _CERTAINTY * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n)


def threshold_sentence(report: EvaluationReport) -> str:
    """Return which score threshold was used, and which one would have been the best."""
    scores = report.overall
    used = f"Footprints with a score of at least {scores.score_threshold:.2f} are counted."
    if scores.best_f1 is None or scores.best_f1_threshold is None or scores.best_f1 == 0:
        return used
    best = f"The best F1, {scores.best_f1:.2f}, stands at a score threshold of {scores.best_f1_threshold:.2f}."
    return f"{used} {best} {BEST_F1_CAUTION}"


def margin_sentence(report: EvaluationReport) -> str:
    """Return how sure the recall is; empty without labels."""
    margin = recall_margin(report.overall)
    if margin is None:
        return ""
    n_labels = counted(report.overall.n_labels, "label")
    return f"With {n_labels}, another place of the same kind could give a recall about {margin:.2f} higher or lower."


def ignored_sentence(report: EvaluationReport) -> str:
    """Return how many labels were ignored; empty where none was."""
    n = report.overall.n_ignored_labels
    if not n:
        return ""
    return f"{counted(n, 'label')} at the border of the area {'is' if n == 1 else 'are'} ignored: mostly outside."


def text_table(report: EvaluationReport) -> str:
    """Return the scores as a table of plain text, one line per category, and what must be known with it."""
    titles = ("", "labels", "found", "missed", "false", "precision", "recall", "F1", "mAP", "mAP50", "pixel IoU")
    named = list(report.categories.items())
    rows: list[tuple[str, ...]] = [titles]
    if len(named) != 1:
        named.append(("all", report.overall))
    rows += [(name, *_cells(scores)) for name, scores in named]
    widths = [max(len(row[i]) for row in rows) for i in range(len(titles))]
    lines = ["  ".join([row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True))])
             for row in rows]  # fmt: skip
    return "\n".join([*(line.rstrip() for line in lines), threshold_sentence(report), *report.notes])


def _cells(scores: Scores) -> tuple[str, ...]:
    counts = (scores.n_labels, scores.tp, scores.fn, scores.fp)
    shares = (scores.precision, scores.recall, scores.f1, scores.map, scores.map50, scores.pixel_iou)
    return tuple(str(n) for n in counts) + tuple(number(share) for share in shares)


def _recall_sentence(scores: Scores) -> str:
    if not scores.n_labels:
        return "There is no label in the area, so nothing can be said."
    found = f"{scores.tp} of {counted(scores.n_labels, 'label')} {_was(scores.tp)} found"
    return f"{found}, {scores.fn} {_was(scores.fn)} missed."


def _f1_sentence(scores: Scores) -> str:
    balance = "Recall and precision in one number: it is high only if both are."
    if not scores.n_footprints:
        return f"{balance} No footprint reaches the score threshold."
    right = f"{scores.tp} of {counted(scores.n_footprints, 'footprint')} {_was(scores.tp)} right"
    return f"{balance} {right} (precision {number(scores.precision)})."


def _was(n: int) -> str:
    return "was" if n == 1 else "were"
