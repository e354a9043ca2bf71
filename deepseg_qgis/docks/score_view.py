"""The Score tab of the Evaluation dock: large numbers, the threshold, a table, and the curve."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSlider, QVBoxLayout, QWidget

from ..domain.report import Report
from ..i18n import tr
from .curve_graph import CurveGraph
from .info_mark import InfoMark
from .score_table import BigScores, ScoreTable, score_text
from .wording import number, percent

_LEAST_PERCENT, _MOST_PERCENT = 5, 95  # curves know no scores below 0.05
_FEW_LABELS = 200  # from here on the margin is small enough to be left out
_FOR_PROGRAMS = "best_f1_threshold:"


class ScoreView(QWidget):
    """Shows a report; moving the threshold changes recall, precision and F1 at once."""

    threshold_wanted = pyqtSignal(float)  # to be shown on the map as well
    page_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: Report | None = None
        self.big_scores = BigScores()
        self.line = QLabel()
        self.line.setObjectName("precision_line")
        self.line.setWordWrap(True)
        self.notes = QLabel()
        self.notes.setObjectName("score_notes")
        self.notes.setWordWrap(True)
        self.table = ScoreTable()
        self.graph = CurveGraph()
        self.table.category_picked.connect(self.graph.set_category)
        self.page_button = QPushButton(tr("Open the report"))
        self.page_button.setObjectName("open_report_button")
        self.page_button.setToolTip(tr("The same with pictures of the worst misses, in your browser."))
        self.page_button.clicked.connect(lambda: self.page_wanted.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 6, 2, 2)
        layout.addWidget(self.big_scores)
        layout.addWidget(self.line)
        layout.addLayout(self._make_slider())
        layout.addWidget(self.map_button)
        layout.addWidget(self.table)
        layout.addWidget(self.graph)
        layout.addWidget(self.notes)
        layout.addWidget(self.page_button)

    @property
    def report(self) -> Report | None:
        """Return what is shown."""
        return self._report

    @property
    def score_threshold(self) -> float:
        """Return where the slider stands, from 0 to 1; untouched, exactly what was evaluated with."""
        if self._report is not None and self.slider.value() == _slider_value(self._report.score_threshold):
            return self._report.score_threshold
        return self.slider.value() / 100

    def show_report(self, report: Report) -> None:
        """Show a report at the threshold that it was made with."""
        self._report = report
        self.graph.set_report(report)
        self.graph.set_file_name(f"{report.model_name or 'model'}-precision-recall")
        self.table.setCurrentItem(None)
        self.slider.blockSignals(True)
        self.slider.setValue(_slider_value(report.score_threshold))
        self.slider.blockSignals(False)
        best = report.overall.best_f1_threshold
        self.best_button.setVisible(bool(report.overall.best_f1) and best is not None)
        if best is not None:
            self.best_button.setText(tr("Best F1: {percent}").format(percent=percent(best)))
        self.notes.setText("\n".join(_notes(report)))
        self.notes.setVisible(bool(self.notes.text()))
        self._show_threshold()

    def _make_slider(self) -> QVBoxLayout:
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("score_threshold_slider")
        self.slider.setRange(_LEAST_PERCENT, _MOST_PERCENT)
        self.slider.setPageStep(5)
        self.slider.setAccessibleName(tr("Score threshold"))
        self.slider.valueChanged.connect(lambda *_: self._show_threshold())
        self.threshold_label = QLabel()
        self.threshold_label.setObjectName("score_threshold_label")
        self.best_button = QPushButton()
        self.best_button.setObjectName("best_threshold_button")
        self.best_button.setToolTip(
            f"<p>{tr('Chosen on these very labels, so it is a hint for other places and no result.')}</p>"
        )
        self.best_button.clicked.connect(self._go_to_best)
        self.map_button = QPushButton()
        self.map_button.setObjectName("threshold_on_map_button")
        self.map_button.clicked.connect(lambda: self.threshold_wanted.emit(self.score_threshold))
        above = QHBoxLayout()
        above.addWidget(self.threshold_label)
        above.addWidget(
            InfoMark(
                tr(
                    "Footprints with a lower score do not count. A higher threshold makes fewer false footprints and "
                    "misses more."
                )
            )
        )
        above.addStretch()
        below = QHBoxLayout()
        below.addWidget(self.slider, 1)
        below.addWidget(self.best_button)
        layout = QVBoxLayout()
        layout.setSpacing(2)
        layout.addLayout(above)
        layout.addLayout(below)
        return layout

    def _go_to_best(self) -> None:
        if self._report is not None and self._report.overall.best_f1_threshold is not None:
            self.slider.setValue(_slider_value(self._report.overall.best_f1_threshold))

    def _show_threshold(self) -> None:
        report = self._report
        if report is None:
            return
        threshold = self.score_threshold
        at = report.at(threshold)
        self.threshold_label.setText(tr("Score threshold <b>{percent}</b>").format(percent=percent(threshold)))
        self.big_scores.show_scores(report.overall, at)
        text = tr("Precision {precision} (the share of footprints that is right) · mAP50 {map50}")
        self.line.setText(text.format(precision=score_text(at.precision), map50=score_text(report.overall.map50)))
        self.table.show_report(report, threshold)
        self.graph.set_score_threshold(threshold)
        is_other = threshold != report.score_threshold
        self.map_button.setVisible(is_other)
        self.map_button.setText(tr("Evaluate again at {percent}").format(percent=percent(threshold)))
        text = tr("The map and the misses show what counts at {percent}.")
        self.map_button.setToolTip(text.format(percent=percent(report.score_threshold)))


def _slider_value(score_threshold: float) -> int:
    return min(max(round(100 * score_threshold), _LEAST_PERCENT), _MOST_PERCENT)


def _notes(report: Report) -> list[str]:
    """Return what a reader must know to read the numbers rightly."""
    notes = [note for note in report.notes if not note.startswith(_FOR_PROGRAMS)]
    margin, n = report.overall.recall_margin, report.overall.n_labels
    if margin is not None and 0 < n < _FEW_LABELS:
        text = tr("With {n} labels, recall at another place like this may be about {margin} higher or lower.", n)
        notes.append(text.format(n=number(n), margin=f"{margin:.2f}"))
    return notes
