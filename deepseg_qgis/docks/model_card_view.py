"""The card of a model: what it finds, in which rasters, and how well."""

from __future__ import annotations

from html import escape
from pathlib import Path

from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ..engine_client.model_card import ModelCard, read_model_card
from ..errors import DeepSegPluginError
from ..i18n import tr
from .info_mark import InfoMark
from .raster_list import resolution_text

_MOST_CATEGORIES = 8  # more would push everything else off the screen; the tool tip has all


class ModelCardView(QWidget):
    """Two lines under the chooser; `card` is None where there is no model or its file cannot be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card: ModelCard | None = None
        self.problem = ""
        self.label = QLabel()
        self.label.setObjectName("model_card")
        self.label.setWordWrap(True)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.mark = InfoMark(
            tr(
                "The scores are those of the best epoch, on ground kept aside while it learned. The dock Evaluation "
                "measures it on your own test areas."
            )
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.label, 1)
        row.addWidget(self.mark)
        self.show_model("")

    def show_model(self, path: str) -> None:
        """Show the card of a model file."""
        self.card, self.problem = None, ""
        if path:
            try:
                self.card = read_model_card(Path(path))
            except DeepSegPluginError as err:
                self.problem = f"{err.message}. {err.hint}".replace("..", ".")
        self.label.setText(card_text(self.card) if self.card is not None else self.problem)
        self.label.setToolTip(_details(self.card) if self.card is not None else path)
        self.setVisible(bool(path))
        self.mark.setVisible(self.card is not None and bool(self.card.scores))


def card_text(card: ModelCard) -> str:
    """Return what the model finds, and what it needs and can, in two lines."""
    shown = card.categories[:_MOST_CATEGORIES]
    names = [f"<span style='color:{color}'>■</span>&nbsp;{escape(name)}" for name, color in shown]
    if len(card.categories) > len(shown):
        names.append(tr("{n} more").format(n=len(card.categories) - len(shown)))
    facts = [bands_text(card)]
    if card.metres_per_pixel:
        text = tr("{metres} per pixel").format(metres=resolution_text(card.metres_per_pixel))
        facts.append(text.replace(" ", "&nbsp;"))
    facts += [f"{title}&nbsp;{card.scores[key]:.2f}" for key, title in _scores() if key in card.scores]
    return f"{' &nbsp;'.join(names)}<br/>{' · '.join(facts)}"


def bands_text(card: ModelCard) -> str:
    """Return which bands the model reads."""
    n = card.n_bands
    if card.bands == tuple(range(1, n + 1)):
        return tr("{n} bands", n).format(n=n).replace(" ", "\u00a0")
    return tr("bands {bands}").format(bands=", ".join(map(str, card.bands)))


def _scores() -> tuple[tuple[str, str], ...]:
    return (("f1", "F1"), ("map50", "mAP50"), ("recall", tr("recall")), ("precision", tr("precision")))


def _details(card: ModelCard) -> str:
    names = ", ".join(escape(name) for name, _ in card.categories)
    network = tr("Network: {family}, {encoder}").format(family=card.family, encoder=card.encoder)
    lines = [escape(str(card.path)), tr("Finds: {names}").format(names=names), escape(network)]
    return "<p>" + "<br/>".join(lines) + "</p>"
