"""Picks the model in use: one that was trained here, or a file from elsewhere."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from ..engine_client.run_files import past_runs
from ..i18n import tr


class ModelBox(QWidget):
    """A box with the models of the runs, the latest first, and a button for another file."""

    model_picked = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QComboBox()
        self.box.setObjectName("model_box")
        self.box.setAccessibleName(tr("Model"))
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.box.activated.connect(lambda *_: self._pick(self.box.currentData()))
        browse = QToolButton()
        browse.setObjectName("model_file_button")
        browse.setText("…")
        browse.setToolTip(tr("Another model file"))
        browse.setAccessibleName(browse.toolTip())
        browse.clicked.connect(self._browse)
        label = QLabel(tr("&Model"))
        label.setBuddy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self.box, 1)
        row.addWidget(browse)

    def show_models(self, runs_folder: Path | None, model: str) -> None:
        """Offer what was trained, and show the model in use."""
        self.box.clear()
        runs = past_runs(runs_folder) if runs_folder is not None else []
        for run in runs:
            if run.has_model:
                f1 = run.best.scores.get("f1") if run.best is not None else None
                self.box.addItem(run.name if f1 is None else f"{run.name} · F1 {f1:.2f}", run.model)
        if model and self.box.findData(model) < 0:
            self.box.addItem(Path(model).stem, model)
        if not model:
            self.box.insertItem(0, tr("choose a model") if self.box.count() else tr("no model yet"), "")
        self.box.setCurrentIndex(max(0, self.box.findData(model)))
        self.box.setToolTip(model)

    def _pick(self, model: str) -> None:
        if model:
            self.model_picked.emit(model)

    def _browse(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Model"), "", f"{tr('Models')} (*.safetensors)")
        self._pick(path)
