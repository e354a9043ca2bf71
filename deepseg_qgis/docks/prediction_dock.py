"""The Prediction dock: a model, rasters of any size, one button; then footprints to filter, count and review."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from ..domain.prediction import PastPrediction, distinct_names, network_megapixels
from ..domain.score_filter import score_filter
from ..domain.work_state import WorkState
from ..engine_client.prediction_files import PredictionPlace, discard_unborn, new_place
from ..errors import DeepSegPluginError
from ..i18n import tr
from ..layers.footprint_counts import count_reviews, n_shown
from ..layers.footprint_layer import clear_footprints, footprint_layers
from ..layers.predicted_rasters import model_colors, prediction_of
from ..layers.project_memory import recall, remember
from .dock import Dock
from .estimate_line import EstimateLine
from .fold import Fold
from .image_section import EVERYWHERE, ImageSection
from .model_box import ModelBox
from .model_card_view import ModelCardView
from .prediction_run import PredictionRun, put_redrawn
from .prediction_words import ask_to_redraw, done_text, holes_text
from .results_section import HISTORY, REVIEW, STATISTICS, ResultsSection
from .run_algorithm import RunResult
from .run_log import RunLog
from .shape_form import ShapeForm
from .single_keys import SingleKeys
from .threshold_slider import ThresholdSlider
from .workbench import Workbench

_MEMORY = "prediction"
_REFRESH_MS = 150


class PredictionDock(Dock):
    """Finds things with the model in use, and shows what was found before."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench, "prediction", tr("Prediction"))
        self._is_restoring = False
        self._start_soon = QTimer(self)
        self._start_soon.setSingleShot(True)
        self._start_soon.setInterval(_REFRESH_MS)
        self._start_soon.timeout.connect(self._show_start)
        self.run = PredictionRun(workbench)
        self.run.ended.connect(self._on_ended)
        self._build()
        canvas = [workbench.canvas] if workbench.canvas is not None else []
        self._keys = SingleKeys([self, *canvas], self.results.review.acts())
        self._keys.set_enabled(False)  # until the review is in front
        self._listen()
        self._on_site_changed()

    def tear_down(self) -> None:
        """Let go of everything outside."""
        self._start_soon.stop()
        self._keys.tear_down()
        self.images.tear_down()
        self.results.tear_down()
        super().tear_down()

    # What is seen

    def _build(self) -> None:
        self.model_box = ModelBox()
        self.model_box.model_picked.connect(self.workbench.use_model)
        self.card_view = ModelCardView()
        self.images = ImageSection(self.workbench)
        self.images.changed.connect(self._on_chosen)
        self.threshold = ThresholdSlider()
        self.shape_fold = Fold(tr("Shape"), "shape")
        self.shape = ShapeForm()
        inside = QVBoxLayout(self.shape_fold.inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.shape)
        for widget in (self.model_box, self.card_view, self.images, self.threshold, self.shape_fold):
            self.content.addWidget(widget)
        self._build_start()
        self.log = RunLog("prediction")
        self.content.addWidget(self.log)
        self.results = ResultsSection(self.workbench, self.score_filter)
        self._start_row.addWidget(self.results.clearing.undo_button)
        self.results.changed.connect(self._on_results_changed)
        self.results.history.go_on_wanted.connect(self.go_on)
        self.results.review.train_wanted.connect(self.train_again)
        self.results.tabs.currentChanged.connect(lambda *_: self._set_keys())
        self.content.addWidget(self.results)
        self.content.addStretch()
        self.threshold.changed.connect(self._on_filter_changed)
        self.shape.filter_changed.connect(self._on_filter_changed)
        self.shape.redraw_wanted.connect(self.redraw)

    def _build_start(self) -> None:
        self.predict_button = QPushButton(tr("▶ PREDICT"))
        self.predict_button.setObjectName("predict_button")
        self.predict_button.setToolTip(tr("Find things in the ticked rasters."))
        font = self.predict_button.font()
        font.setBold(True)
        self.predict_button.setFont(font)
        self.predict_button.clicked.connect(self.predict)
        self.clear_button = QPushButton(tr("CLEAR POLYGONS"))
        self.clear_button.setObjectName("clear_button")
        self.clear_button.setToolTip(tr("Take footprints off the map; their files stay."))
        self.clear_button.clicked.connect(lambda: self.results.clear())
        row = QHBoxLayout()
        row.addWidget(self.predict_button, 1)
        row.addWidget(self.clear_button)
        self._start_row = row
        self.estimate = EstimateLine(self.workbench, self._parameters)
        self.content.addLayout(row)
        self.content.addWidget(self.reason_line(self.predict_button))
        self.content.addWidget(self.estimate)

    def _listen(self) -> None:
        project, workbench = self.workbench.qgis_project, self.workbench
        for signal, slot in (
            (workbench.site_changed, self._on_site_changed),
            (workbench.data_changed, self._on_data_changed),
            (workbench.engine_changed, self._show_start),
            (workbench.model_changed, self._on_model_changed),
            (workbench.state_changed, self._on_state),
            (workbench.device_changed, self._start_soon.start),
            (workbench.engine_event, self.run.on_event),
            (workbench.engine_text, self._on_text),
            (workbench.run_ended, self._on_any_run_ended),
            (project.layersAdded, self._on_layers),
            (project.layersRemoved, self._on_layers),
        ):
            self.listen(signal, slot)
        if workbench.canvas is not None:
            self.listen(workbench.canvas.extentsChanged, self._on_view)
        self.listen(self.visibilityChanged, lambda *_: self._set_keys())
        self.listen(self.visibilityChanged, self.results.review.set_in_front)

    def score_filter(self) -> str:
        """Return the condition for footprints to be shown."""
        return score_filter(
            score_threshold=self.threshold.score_threshold,
            category_thresholds=self.threshold.category_thresholds,
            min_area_m2=self.shape.min_area_m2,
        )

    def _on_site_changed(self) -> None:
        self.run.forget()
        self.results.running = ""
        values = recall(self.workbench.qgis_project, _MEMORY, {})
        values = values if isinstance(values, dict) else {}
        self._is_restoring = True
        self.shape.restore(values)
        self.images.restore(values)
        self._show_models()
        if "score_threshold" in values:
            self.threshold.set_score_threshold(float(values["score_threshold"]))
            own = values.get("category_thresholds")
            self.threshold.set_category_thresholds(own if isinstance(own, dict) else {})
        self._is_restoring = False
        self.log.clear()
        self.results.show_history(self.predictions_folder())
        self.results.refresh()
        if self.results.history.current is not None and not self.results.layers():
            self.results.tabs.setCurrentIndex(HISTORY)
        self._show_start()

    def _on_model_changed(self, _model: str) -> None:
        self._show_models()
        card = self.card_view.card
        if card is not None:
            self.threshold.set_score_threshold(card.score_threshold)
            self.threshold.set_category_thresholds({})

    def _show_models(self) -> None:
        site, model = self.workbench.site, self.workbench.model_path
        self.model_box.show_models(Path(site.runs_folder) if site is not None else None, model)
        self.card_view.show_model(model)
        card = self.card_view.card
        self.threshold.set_categories(card.categories if card is not None else ())
        self.images.set_card(card)

    def _on_data_changed(self) -> None:
        self.images.refresh()

    def _on_chosen(self) -> None:
        self._keep()
        self._start_soon.start()

    def _on_filter_changed(self) -> None:
        self._keep()
        self.results.filter_soon()

    def _on_layers(self, *_: Any) -> None:
        self.results.refresh_soon()
        self._start_soon.start()

    def _on_view(self) -> None:
        if self.images.place != EVERYWHERE:
            self._start_soon.start()

    def _on_any_run_ended(self, *_: Any) -> None:
        self._show_models()
        self._show_start()

    def _on_results_changed(self) -> None:
        layers = self.results.layers(is_all=True)
        self.clear_button.setEnabled(bool(layers))
        redrawable = self._redrawable(layers)
        self.shape.offer_redraw(redrawable.name if redrawable is not None else "")

    def _on_text(self, line: str) -> None:
        if self.run.place is not None:
            self.log.add(line)

    def _on_state(self, state: WorkState) -> None:
        self.model_box.setEnabled(not state.is_busy)
        self.results.history.set_busy(state.is_busy)
        if state.is_busy == self.predict_button.isEnabled() or not state.is_busy:
            self._show_start()

    def _show_start(self) -> None:
        """Show whether a prediction can begin, and what it will take."""
        reason = self._reason()
        self.set_primary(self.predict_button, reason)
        card = self.card_view.card
        if not reason and card is not None:
            self.estimate.show_for(self.images.sizes(), card, self.predictions_folder())
        self.estimate.setVisible(not reason and card is not None)

    def _reason(self) -> str:
        if self.workbench.is_busy:
            return tr("DeepSeg is at work; STOP is above.")
        if not self.workbench.is_engine_ready():
            return tr("Set up DeepSeg first, with the button above.")
        if not self.workbench.model_path:
            return tr("Choose a model, or train one first.")
        return self.card_view.problem or self.images.reason()

    # Predicting

    def predict(self) -> None:
        """Find things in the ticked rasters, with what is seen now."""
        card, folder = self.card_view.card, self.predictions_folder()
        if self._reason() or card is None or folder is None:
            self._show_start()
            return
        try:
            place = new_place(folder)
        except DeepSegPluginError as err:
            self.workbench.say_error(err)
            return
        try:
            parameters = self._parameters(place)
        except DeepSegPluginError as err:
            self.workbench.say_error(err)
            discard_unborn(place)
            return
        self.log.clear()
        megapixels = network_megapixels(self.images.sizes(), card.network_metres_per_pixel)
        device = self.workbench.device_text()
        self.results.running = str(place.folder)
        if not self.run.start(place, parameters, card=card, megapixels=megapixels, device=device):
            self.results.running = ""

    def go_on(self, prediction: PastPrediction) -> None:
        """Go on with a prediction that was stopped."""
        self.log.clear()
        self.run.go_on(prediction)

    def redraw(self) -> None:
        """Draw the outlines of the prediction on the map again, simplified otherwise."""
        layers = self.results.layers(is_all=True)
        prediction = self._redrawable(layers)
        if prediction is None or self.workbench.is_busy:
            return
        own = [layer for layer in layers if prediction_of(layer) == prediction]
        n_reviewed = sum(n for review, n in count_reviews(own).items() if review)
        if not n_reviewed or ask_to_redraw(self, n_reviewed):
            self.log.clear()
            self.run.redraw(prediction, self.shape.outline_parameters())

    def train_again(self) -> None:
        """Open Training with the model behind the footprints as its start."""
        layers = self.results.layers()
        prediction = prediction_of(layers[0]) if layers else None
        model = prediction.model if prediction is not None else ""
        self.results.review.leave()
        self.workbench.train_again.emit(model if Path(model).is_file() else self.workbench.model_path)

    def _parameters(self, place: PredictionPlace) -> dict[str, Any]:
        parameters = {"MODEL": self.workbench.model_path, **self.images.parameters(place)}
        parameters.update(self.shape.outline_parameters())
        if self.shape.keep_box.isChecked():
            parameters["KEEP_FIELDS"] = True
        if self.shape.skip_box.isChecked():
            parameters["SKIP_BAD_BLOCKS"] = True
        device = recall(self.workbench.qgis_project, "training", {})
        if isinstance(device, dict) and device.get("DEVICE"):
            parameters["DEVICE"] = device["DEVICE"]  # what was chosen for training holds here as well
        return parameters

    def predictions_folder(self) -> Path | None:
        """Return where predictions go: into the runs of the site, else beside the first raster."""
        if self.workbench.site is not None:
            return Path(self.workbench.site.runs_folder) / "predictions"
        paths = self.images.paths()
        return Path(paths[0]).parent / "deepseg-predictions" if paths else None

    def _on_ended(self, place: PredictionPlace, result: RunResult) -> None:
        self.results.running = ""
        if not result.is_done:
            self.log.set_open(result.outcome == "failed")
            self.results.show_history(place.folder.parent, pick=place.name)
            if place.folder.is_dir() and not place.footprints.is_file():
                self.results.tabs.setCurrentIndex(HISTORY)
            return
        try:
            layers = self._load(place)
        except DeepSegPluginError as err:
            self.workbench.say_error(err, result.log)
            return
        self.results.show_history(place.folder.parent, pick=place.name)
        self.results.tabs.setCurrentIndex(STATISTICS)
        n_found = n_shown(layers) if self.run.n_footprints is None else self.run.n_footprints
        text, level = done_text(n_found, n_shown(layers), len(layers)), Qgis.MessageLevel.Success
        if self.run.n_holes:
            text, level = f"{text} {holes_text(self.run.n_holes)}", Qgis.MessageLevel.Warning
        self.workbench.say(text, level, link=(tr("Show"), lambda: self._show_result(place)))

    def _load(self, place: PredictionPlace) -> list[QgsVectorLayer]:
        """Show the footprints; older ones of rasters that were predicted in wholly give way to them."""
        project, values = self.workbench.qgis_project, self.results.history
        self.results.remove_file(place.footprints)
        put_redrawn(place)
        self.results.show_history(place.folder.parent, pick=place.name)
        prediction = values.current
        if prediction is not None and not prediction.parameters.get("AREA") and not prediction.parameters.get("EXTENT"):
            for raster in distinct_names(prediction.rasters):
                if not any(layer.isModified() for layer in footprint_layers(project, raster)):
                    clear_footprints(project, raster)
        return self.results.load(place.footprints, model_colors(prediction.model if prediction is not None else ""))

    def _show_result(self, place: PredictionPlace) -> None:
        self.show()
        self.raise_()
        prediction = next((p for p in (self.results.history.current,) if p is not None and p.name == place.name), None)
        if prediction is not None:
            self.results.show_prediction(prediction)

    def _redrawable(self, layers: list[QgsVectorLayer]) -> PastPrediction | None:
        """Return the prediction on the map that kept what it takes to draw it again."""
        found = (prediction_of(layer) for layer in layers)
        return next((each for each in found if each is not None and each.has_fields and each.is_done), None)

    # Keys, drops, memory

    def _set_keys(self) -> None:
        is_in_front = self.isVisible() and not self.visibleRegion().isEmpty()
        self._keys.set_enabled(is_in_front and self.results.tabs.currentIndex() == REVIEW)

    def take_rasters(self, paths: Sequence[str]) -> None:
        """Add rasters that were dropped to the images."""
        self.images.add_files(paths)

    def take_video(self, path: str) -> None:
        """Offer to take frames from a video that was dropped."""
        self.images.open_camera(path)

    def _keep(self) -> None:
        """Remember what was chosen with the QGIS project."""
        if self._is_restoring:
            return
        thresholds = {
            "score_threshold": self.threshold.score_threshold,
            "category_thresholds": self.threshold.category_thresholds,
        }
        values = {**self.images.values(), **self.shape.values(), **thresholds}
        remember(self.workbench.qgis_project, _MEMORY, values)
