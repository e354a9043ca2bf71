"""Opens the History window from the docks, and puts the settings of a past run back into their forms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsRectangle
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QPushButton

from ..domain.prediction import SCORE_FLOOR
from ..domain.run_record import EVALUATE, PREDICT, TRAIN, KeptRun
from ..i18n import tr
from ..layers.map_place import zoom_to
from .history_dialog import HistoryDialog
from .image_section import AREAS, EVERYWHERE, VIEW
from .wording import percent

if TYPE_CHECKING:
    from .dock import Dock
    from .evaluation_dock import EvaluationDock
    from .prediction_dock import PredictionDock
    from .training_dock import TrainingDock
    from .workbench import Workbench

_EXTENT = re.compile(r"^\s*(.+?)\s*(?:\[(.+)\])?\s*$")


class HistoryDesk(QObject):
    """Knows the docks: which button opens the window, which form takes which run."""

    def __init__(self, workbench: Workbench, docks: Mapping[str, Dock]) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._training: TrainingDock = docks["training"]
        self._evaluation: EvaluationDock = docks["evaluation"]
        self._prediction: PredictionDock = docks["prediction"]
        self.dialog: HistoryDialog | None = None
        for button, kind in (
            (self._training.run_list.compare_button, TRAIN),
            (self._evaluation.history_button, ""),
            (self._prediction.results.history.compare_button, PREDICT),
        ):
            self._wire(button, kind)

    def open(self, kind: str = "") -> HistoryDialog:
        """Show the window with runs of this kind, "" for all; the one that is open is closed."""
        self.close()
        dialog = HistoryDialog(self._workbench, self._folder(), self._condition, kind)
        dialog.again_wanted.connect(self.again)
        dialog.destroyed.connect(self._forget)
        self.dialog = dialog
        dialog.show()
        return dialog

    def close(self) -> None:
        """Close the window, if it is open."""
        if self.dialog is not None:
            self.dialog.close()
            self.dialog = None

    def again(self, run: KeptRun) -> None:
        """Put the settings of a run into its dock, which comes to the front."""
        fill = {
            TRAIN: self._fill_training,
            EVALUATE: self._fill_evaluation,
            PREDICT: self._fill_prediction,
        }.get(run.command)
        if fill is None:
            return
        dock = fill(run.again())
        self.close()  # it would lie over the dock
        dock.show()
        dock.raise_()
        text = tr("The settings of {run} are in the dock {dock}. Change what you like, then begin.")
        self._workbench.say(text.format(run=run.name, dock=dock.windowTitle()))

    def _wire(self, button: QPushButton, kind: str) -> None:
        button.clicked.connect(lambda *_: self.open(kind))

    def _forget(self, *_: object) -> None:
        self.dialog = None

    def _folder(self) -> Path | None:
        site = self._workbench.site
        return Path(site.runs_folder) if site is not None else self._prediction.predictions_folder()

    def _condition(self) -> tuple[str, str]:
        """Return which footprints the Prediction dock shows now, for databases and in words."""
        threshold = self._prediction.threshold
        words = tr("score from {percent}").format(percent=percent(threshold.score_threshold))
        if threshold.category_thresholds or self._prediction.shape.min_area_m2:
            words = tr("as the dock Prediction shows them")
        return self._prediction.score_filter(), words

    def _use_model(self, values: Mapping[str, Any]) -> None:
        model = str(values.get("MODEL") or "")
        if Path(model).is_file():
            self._workbench.use_model(model)
        elif model:
            text = tr("The model {path} is not there any more; choose another one.").format(path=model)
            self._workbench.say(text, Qgis.MessageLevel.Warning)

    def _fill_training(self, values: Mapping[str, Any]) -> Dock:
        dock = self._training
        dock.form.restore(values)
        dock.form.start_from(str(values.get("FROM_MODEL") or ""))
        dock.epochs_box.setValue(int(values.get("EPOCHS") or dock.epochs_box.value()))
        dock.more.set_open(True)
        return dock

    def _fill_evaluation(self, values: Mapping[str, Any]) -> Dock:
        self._use_model(values)
        threshold = values.get("SCORE_THRESHOLD")
        if isinstance(threshold, (int, float)):
            self._evaluation.score_view.slider.setValue(round(100 * threshold))
        return self._evaluation

    def _fill_prediction(self, values: Mapping[str, Any]) -> Dock:
        dock = self._prediction
        self._use_model(values)
        place = AREAS if values.get("AREA") else EVERYWHERE
        if values.get("EXTENT"):
            self._zoom(str(values["EXTENT"]))
            place = VIEW
        rasters = values.get("RASTERS") or ()
        dock.images.restore({"images": [[str(path), True] for path in rasters], "place": place})
        outlines = ("SIMPLIFY_M", "RIGHT_ANGLES", "SMOOTH_M", "FILL_HOLES_M2")
        asked = {name.lower(): values.get(name) for name in outlines}
        kept = {"keep": values.get("KEEP_FIELDS"), "skip_bad": values.get("SKIP_BAD_BLOCKS")}
        dock.shape.restore({**dock.shape.values(), **asked, **kept})
        threshold = values.get("SCORE_THRESHOLD")
        # The docks always keep footprints down to the floor; only a run from elsewhere says what was wanted.
        if isinstance(threshold, (int, float)) and threshold > SCORE_FLOOR:
            dock.threshold.set_score_threshold(float(threshold))
        dock.shape_fold.set_open(True)
        return dock

    def _zoom(self, extent: str) -> None:
        """Show an extent as Processing writes it: `xmin,xmax,ymin,ymax [EPSG:32636]`."""
        found = _EXTENT.match(extent)
        try:
            x_min, x_max, y_min, y_max = (float(each) for each in found.group(1).split(","))
        except (AttributeError, ValueError):  # written by hand
            return
        canvas = self._workbench.canvas
        if canvas is not None:
            crs = QgsCoordinateReferenceSystem(found.group(2) or "")
            known = crs if crs.isValid() else canvas.mapSettings().destinationCrs()
            zoom_to(canvas, QgsRectangle(x_min, y_min, x_max, y_max), known)
