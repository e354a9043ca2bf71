"""The words of the one line of advice under the list of categories."""

from __future__ import annotations

from ..domain import advice
from ..domain.advice import Advice
from ..i18n import tr
from .wording import number


def advice_text(step: Advice) -> str:
    """Return the next step as a sentence."""
    text = _texts()[step.key]
    if step.key == advice.DRAW_LABELS and step.n < advice.ENOUGH_TO_START:
        text = tr("Draw {n} more labels of {category}.") if step.n > 1 else tr("Draw one more label of {category}.")
    elif step.key == advice.DRAW_TRAINING_AREA and step.category:
        text = tr("Draw a training area around them (A), and label every {category} inside.")
    elif step.key == advice.READY_MORE_IS_BETTER and step.category:
        text = tr("Ready to train. {n} or more labels of {category} will do better.")
    elif step.key == advice.GIVE_CATEGORY and step.n == 1:
        text = tr("One label has no category: choose one in the attribute table, or delete the label.")
    return text.format(n=number(step.n), category=step.category)


def _texts() -> dict[str, str]:
    return {
        advice.OPEN_PROJECT: tr("Make a new project or open one: it keeps your categories and labels."),
        advice.ADD_RASTER: tr("Add the raster that you want to draw on."),
        advice.ADD_CATEGORY: tr("Add a category: a kind of thing that DeepSeg is to find, for example roof."),
        advice.DRAW_LABELS: tr("Draw at least {n} labels of {category}."),
        advice.GIVE_CATEGORY: tr("{n} labels have no category: choose one in the attribute table, or delete them."),
        advice.DRAW_TRAINING_AREA: tr("Draw a training area around them (A), and label everything inside."),
        advice.READY_MORE_IS_BETTER: tr("Ready to train. {n} or more will do better."),
        advice.READY_KEEP_AN_AREA: tr(
            "Ready to train. Draw an evaluation area as well, to test the model on ground it has never seen."
        ),
        advice.READY: tr("Ready to train."),
    }
