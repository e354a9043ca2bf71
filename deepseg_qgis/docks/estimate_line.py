"""What the next prediction will take: guessed at once, measured on a few tiles when somebody asks."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingUtils
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from ..domain import work_state
from ..domain.estimate import Estimate
from ..domain.prediction import ImageSize, most_disk_bytes, network_megapixels
from ..engine_client.model_card import ModelCard
from ..engine_client.places import nearest_existing
from ..engine_client.prediction_files import PredictionPlace, free_bytes
from ..errors import DeepSegPluginError
from ..i18n import tr
from .prediction_run import seconds_for, sources
from .prediction_words import estimate_text, measured_text
from .run_algorithm import RunResult
from .workbench import Workbench

ESTIMATE = "deepseg:estimate"
# What is drawn and kept afterwards has no place in an estimate.
_NOT_ASKED = ("SIMPLIFY_M", "RIGHT_ANGLES", "SMOOTH_M", "FILL_HOLES_M2", "KEEP_FIELDS", "SKIP_BAD_BLOCKS")
_MEGABYTE = 1e6


class EstimateLine(QWidget):
    """A sentence under PREDICT, and a quiet button that measures; what was measured stays until something changes."""

    def __init__(
        self,
        workbench: Workbench,
        parameters: Callable[[PredictionPlace], dict[str, Any]],
        parent: QWidget | None = None,
    ) -> None:
        """`parameters` returns those of `deepseg:predict`; areas are copied into the place that it is given."""
        super().__init__(parent)
        self._workbench = workbench
        self._parameters = parameters
        self._folder: Path | None = None  # where the footprints will go
        self._asked: object = None  # what is shown now
        self._measured: tuple[object, Estimate] | None = None
        self.label = QLabel()
        self.label.setObjectName("estimate_label")
        self.label.setWordWrap(True)
        self.button = QToolButton()
        self.button.setObjectName("estimate_button")
        self.button.setText(tr("Estimate"))
        self.button.setAutoRaise(True)
        text = tr("Try a few tiles, and say how long it will take and how much memory and disk. Nothing is written.")
        self.button.setToolTip(f"<p>{text}</p>")
        self.button.clicked.connect(lambda *_: self.measure())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def show_for(self, sizes: Sequence[ImageSize], card: ModelCard, folder: Path | None) -> None:
        """Show what a prediction of rasters of these sizes takes."""
        device = self._workbench.device_text()
        self._folder = folder
        self._asked = (self._workbench.model_path, tuple(sizes))
        if self._measured is not None and self._measured[0] == self._asked:
            self.label.setText(measured_text(self._measured[1], device))
            return
        megapixels = network_megapixels(sizes, card.network_metres_per_pixel)
        text = estimate_text(
            len(sizes),
            megapixels,
            seconds=seconds_for(card, device, megapixels),
            device=device,
            disk_bytes=most_disk_bytes(megapixels, len(card.categories)),
            free=free_bytes(folder) if folder is not None else None,
        )
        self.label.setText(text)

    def measure(self) -> None:
        """Run `deepseg:estimate` for what is shown."""
        place = PredictionPlace(Path(tempfile.mkdtemp(prefix="deepseg-", dir=QgsProcessingUtils.tempFolder())))
        asked = self._asked
        try:
            parameters = {name: value for name, value in self._parameters(place).items() if name not in _NOT_ASKED}
        except DeepSegPluginError as err:
            self._workbench.say_error(err)
            shutil.rmtree(place.folder, ignore_errors=True)
            return
        parameters["RASTERS"] = sources(parameters["RASTERS"], self._workbench)
        if self._folder is not None:
            parameters["FOLDER"] = str(nearest_existing(self._folder))

        def take(result: RunResult) -> None:
            shutil.rmtree(place.folder, ignore_errors=True)
            if result.is_done:
                # What is shown follows when the workbench tells that the run has ended.
                self._measured = (asked, _estimate_of(result))

        if not self._workbench.run(ESTIMATE, parameters, kind=work_state.ESTIMATING, then=take):
            shutil.rmtree(place.folder, ignore_errors=True)


def _estimate_of(result: RunResult) -> Estimate:
    """Return what the outputs of the algorithm say."""
    values = result.values
    n_tiles = values.get("N_TILES")
    sizes = {
        name: None if values.get(output) is None else float(values[output]) * _MEGABYTE
        for name, output in (
            ("memory_bytes", "MEMORY_MB"),
            ("scratch_bytes", "SCRATCH_MB"),
            ("output_bytes", "OUTPUT_MB"),
            ("free_bytes", "FREE_MB"),
        )
    }
    return Estimate(None if n_tiles is None else int(n_tiles), values.get("SECONDS"), **sizes)
