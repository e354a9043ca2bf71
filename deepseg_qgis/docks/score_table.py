"""The scores of an evaluation: three large numbers with a sentence each, and a table per category."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QFont, QPixmap
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ..domain.report import AtThreshold, Report, Scores
from ..i18n import tr
from .wording import number

NO_NUMBER = "–"
_COLUMNS = 6
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def score_text(value: float | None) -> str:
    """Return a score with two digits, a dash where there is none."""
    return NO_NUMBER if value is None else f"{value:.2f}"


class BigScores(QWidget):
    """mAP, recall and F1, large, each with one plain sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(1, 1)
        self._numbers: list[QLabel] = []
        self._sentences: list[QLabel] = []
        for row, name in enumerate(("map", "recall", "f1")):
            value, sentence = QLabel(NO_NUMBER), QLabel()
            value.setObjectName(f"big_{name}")
            font = QFont(value.font())
            font.setPointSizeF(max(font.pointSizeF(), 9.0) * 2.1)
            font.setBold(True)
            value.setFont(font)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            sentence.setWordWrap(True)
            sentence.setTextFormat(Qt.TextFormat.RichText)
            grid.addWidget(value, row, 0)
            grid.addWidget(sentence, row, 1)
            self._numbers.append(value)
            self._sentences.append(sentence)

    def show_scores(self, scores: Scores, at: AtThreshold) -> None:
        """Show the scores, with recall and F1 as they are at a score threshold."""
        sentences = (
            (
                "mAP",
                scores.map,
                tr("How well things are found and outlined, whatever the score threshold. 1 is perfect."),
            ),
            (tr("Recall"), at.recall, recall_sentence(at)),
            ("F1", at.f1, f1_sentence(at)),
        )
        for i, (name, value, sentence) in enumerate(sentences):
            self._numbers[i].setText(score_text(value))
            self._numbers[i].setAccessibleName(f"{name} {score_text(value)}")
            self._sentences[i].setText(f"<b>{name}</b> · {sentence}")


def recall_sentence(at: AtThreshold) -> str:
    """Return how many labels were found."""
    n_labels = at.tp + at.fn
    if not n_labels:
        return tr("There is no label here, so nothing can be said.")
    text = tr("{found} of {n} labels were found, {missed} were missed.", n_labels)
    return text.format(found=number(at.tp), n=number(n_labels), missed=number(at.fn))


def f1_sentence(at: AtThreshold) -> str:
    """Return how many footprints are right."""
    n_footprints = at.tp + at.fp
    if not n_footprints:
        return tr("No footprint reaches the score threshold.")
    text = tr("High only if little is missed and little is false: {right} of {n} footprints are right.", n_footprints)
    return text.format(right=number(at.tp), n=number(n_footprints))


class ScoreTable(QTreeWidget):
    """One row per category, and one for all where there are several."""

    category_picked = pyqtSignal(object)  # its name; None for all

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("score_table")
        self.setAccessibleName(tr("Scores per category"))
        self.setHeaderLabels([tr("Name"), "mAP", "mAP50", tr("Rec."), tr("Prec."), "F1"])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(30)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, _COLUMNS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        for column, text in enumerate(_explanations()):
            self.headerItem().setTextAlignment(column, _RIGHT if column else Qt.AlignmentFlag.AlignLeft)
            self.headerItem().setToolTip(column, f"<p>{text}</p>" if text else "")
        self._names: list[str | None] = []
        self.currentItemChanged.connect(self._on_picked)

    def show_report(self, report: Report, score_threshold: float) -> None:
        """Show the scores of a report; recall, precision and F1 at the threshold."""
        names: list[str | None] = list(report.categories)
        if len(names) != 1:
            names.insert(0, None)
        if names != self._names:
            self._fill(report, names)
        for i, name in enumerate(names):
            scores = report.overall if name is None else report.categories[name]
            self._show_row(self.topLevelItem(i), scores, report.at(score_threshold, name))

    def _fill(self, report: Report, names: list[str | None]) -> None:
        self.blockSignals(True)
        self.clear()
        self._names = names
        for name in names:
            item = QTreeWidgetItem([tr("all") if name is None else name])
            if name is not None and name in report.colors:
                swatch = QPixmap(12, 12)
                swatch.fill(QColor(report.colors[name]))
                item.setData(0, Qt.ItemDataRole.DecorationRole, swatch)
            for column in range(1, _COLUMNS):
                item.setTextAlignment(column, _RIGHT)
            self.addTopLevelItem(item)
        self.blockSignals(False)
        n = min(len(names), 8)
        row = max(self.sizeHintForRow(0), 16)
        self.setFixedHeight(self.header().sizeHint().height() + n * row + 2 * self.frameWidth() + 2)

    def _show_row(self, item: QTreeWidgetItem, scores: Scores, at: AtThreshold) -> None:
        values = (scores.map, scores.map50, at.recall, at.precision, at.f1)
        for column, value in enumerate(values, start=1):
            item.setText(column, score_text(value))
        text = tr("{n} labels: {found} found, {missed} missed; {false} footprints are false", scores.n_labels)
        tip = text.format(n=number(at.tp + at.fn), found=number(at.tp), missed=number(at.fn), false=number(at.fp))
        for column in range(_COLUMNS):
            item.setToolTip(column, tip)

    def _on_picked(self, *_: object) -> None:
        index = self.indexOfTopLevelItem(self.currentItem()) if self.currentItem() is not None else -1
        self.category_picked.emit(self._names[index] if 0 <= index < len(self._names) else None)


def _explanations() -> tuple[str, ...]:
    """Return what each column means, in a sentence."""
    return (
        "",
        tr("How well things are found and outlined, over all score thresholds; it asks for close outlines."),
        tr("The same where an outline that shares half with the label is good enough."),
        tr("Recall: the share of labels that was found."),
        tr("Precision: the share of footprints that is right."),
        tr("Recall and precision in one number: it is high only if both are."),
    )
