"""The "More" part of the Training dock: what most people leave as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from ..domain.runs import PastRun
from ..i18n import tr

_DEVICES = ("auto", "cpu", "cuda", "mps")
_ENCODERS = ("tf_efficientnet_lite0", "resnet34", "efficientnet_b0", "convnext_tiny")
_MODEL_FILES = "*.safetensors"
_MINUTE_S = 60


class TrainingForm(QWidget):
    """Family, encoder, start, batch, learning rate, patience, device, seed and time limit; 0 means: as usual."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(12, 0, 0, 4)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._make_start()
        self._make_network()
        self._make_recipe()
        self._make_machine()
        self.set_runs([])

    def parameters(self) -> dict[str, Any]:
        """Return the parameters of `deepseg:train` that differ from the usual ones."""
        given = {
            "FROM_MODEL": self.from_box.currentData() or None,
            "FAMILY": self._if_changed(self.family_box.currentData(), "unet"),
            "ENCODER": self._if_changed(self.encoder_box.currentText().strip(), _ENCODERS[0]),
            "BATCH_SIZE": self.batch_box.value() or None,
            "LEARNING_RATE": self.rate_box.value() or None,
            "PATIENCE": self.patience_box.value() or None,
            "SEED": self.seed_box.value() or None,
            "TIME_LIMIT_S": self.limit_box.value() * _MINUTE_S or None,
            "DEVICE": self._if_changed(self.device_box.currentText().strip(), _DEVICES[0]),
        }
        if given["FROM_MODEL"]:  # the network is that of the model
            given["FAMILY"] = given["ENCODER"] = None
        return {name: value for name, value in given.items() if value is not None}

    def values(self) -> dict[str, Any]:
        """Return what is to be remembered; the model to start from is not, it is chosen anew each time."""
        return {name: value for name, value in self.parameters().items() if name != "FROM_MODEL"}

    def restore(self, values: Mapping[str, Any]) -> None:
        """Show what was remembered; the rest as usual."""
        self.family_box.setCurrentIndex(max(0, self.family_box.findData(values.get("FAMILY", "unet"))))
        self.encoder_box.setCurrentText(str(values.get("ENCODER", _ENCODERS[0])))
        self.device_box.setCurrentText(str(values.get("DEVICE", _DEVICES[0])))
        for box, name in ((self.batch_box, "BATCH_SIZE"), (self.patience_box, "PATIENCE"), (self.seed_box, "SEED")):
            box.setValue(int(values.get(name, 0)))
        self.rate_box.setValue(float(values.get("LEARNING_RATE", 0.0)))
        self.limit_box.setValue(int(values.get("TIME_LIMIT_S", 0)) // _MINUTE_S)

    def set_runs(self, runs: Sequence[PastRun]) -> None:
        """Offer the models of these runs as a start; the choice stays while its model is there."""
        chosen = self.from_box.currentData()
        self.from_box.clear()
        self.from_box.addItem(tr("nothing (ImageNet)"), "")
        for run in runs:
            if run.has_model:
                self.from_box.addItem(run.name, run.model)
        if chosen:
            self.start_from(chosen)

    def start_from(self, model: str) -> None:
        """Choose the model to start from; a file that no run wrote is offered from now on."""
        if not Path(model).is_file():
            self.from_box.setCurrentIndex(0)
            return
        index = self.from_box.findData(model)
        if index < 0:
            self.from_box.addItem(Path(model).stem, model)
            index = self.from_box.count() - 1
        self.from_box.setCurrentIndex(index)

    def _make_start(self) -> None:
        self.from_box = QComboBox()
        self.from_box.setObjectName("from_model_box")
        self.from_box.currentIndexChanged.connect(self._on_start_changed)
        self._add(
            tr("Start from"),
            self.from_box,
            tr("A model to go on from: it keeps its categories, bands and resolution, and learns your new labels."),
        )
        browse = QPushButton(tr("Another model file…"))
        browse.setObjectName("from_model_file_button")
        browse.clicked.connect(self._browse)
        self._form.addRow("", browse)

    def _make_network(self) -> None:
        self.family_box = QComboBox()
        self.family_box.setObjectName("family_box")
        self.family_box.addItem("U-Net", "unet")
        self._add(tr("Family"), self.family_box, tr("The kind of network."))
        self.encoder_box = QComboBox()
        self.encoder_box.setObjectName("encoder_box")
        self.encoder_box.setEditable(True)
        self.encoder_box.addItems(_ENCODERS)
        self._add(
            tr("Encoder"),
            self.encoder_box,
            tr(
                "The part of the network that has seen pictures before. The first one comes with DeepSeg and needs no "
                "internet; any other name that the timm library knows is downloaded."
            ),
        )

    def _make_recipe(self) -> None:
        self.batch_box = _whole("batch_size_box", 256, tr("as usual"))
        self._add(
            tr("Batch"), self.batch_box, tr("How many chips are looked at in one step. Choose less if memory runs out.")
        )
        self.rate_box = QDoubleSpinBox()
        self.rate_box.setObjectName("learning_rate_box")
        self.rate_box.setDecimals(5)
        self.rate_box.setRange(0.0, 0.1)
        self.rate_box.setSingleStep(0.0005)
        self.rate_box.setSpecialValueText(tr("as usual"))
        self._add(
            tr("Learning rate"),
            self.rate_box,
            tr("How far one step goes; 0.001 is usual. Too much makes the loss jump."),
        )
        self.patience_box = _whole("patience_box", 1000, tr("never"))
        self._add(
            tr("End early after"),
            self.patience_box,
            tr("Ends when so many epochs in a row brought no better score (patience)."),
        )

    def _make_machine(self) -> None:
        self.device_box = QComboBox()
        self.device_box.setObjectName("device_box")
        self.device_box.setEditable(True)
        self.device_box.addItems(_DEVICES)
        self._add(
            tr("Device"),
            self.device_box,
            tr("auto takes the fastest there is; cuda is a graphics card, cuda:1 the second one."),
        )
        self.seed_box = _whole("seed_box", 2**31 - 1, "0")
        self._add(tr("Seed"), self.seed_box, tr("The same seed and labels give the same model on a CPU."))
        self.limit_box = _whole("time_limit_box", 100_000, tr("none"))
        self.limit_box.setSuffix(" " + tr("min"))
        self._add(tr("Time limit"), self.limit_box, tr("Ends after this time; the best epoch stays."))

    def _add(self, title: str, field: QWidget, explanation: str) -> None:
        label = QLabel(title)
        label.setBuddy(field)
        for widget in (label, field):
            widget.setToolTip(f"<p>{explanation}</p>")
        field.setAccessibleName(title)
        # A long name of a model must not make the dock wider.
        field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._form.addRow(label, field)

    def _on_start_changed(self) -> None:
        is_fresh = not self.from_box.currentData()
        for box in (getattr(self, "family_box", None), getattr(self, "encoder_box", None)):
            if box is not None:
                box.setEnabled(is_fresh)

    def _browse(self) -> None:
        title = tr("Model to start from")
        path, _ = QFileDialog.getOpenFileName(self, title, "", f"{tr('Models')} ({_MODEL_FILES})")
        if path:
            self.start_from(path)

    @staticmethod
    def _if_changed(value: str, usual: str) -> str | None:
        return value if value and value != usual else None


def _whole(name: str, most: int, at_zero: str) -> QSpinBox:
    box = QSpinBox()
    box.setObjectName(name)
    box.setRange(0, most)
    box.setSpecialValueText(at_zero)
    return box
