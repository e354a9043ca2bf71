"""The Evaluation dock: how good a model is on ground it has never seen, and where it errs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from ..domain import work_state
from ..domain.kept_ground import KeptGround
from ..domain.misses import Miss
from ..domain.report import Report
from ..domain.roles import EVALUATE
from ..domain.work_state import WorkState
from ..engine_client.run_files import (
    RunPlace,
    discard_folder,
    empty_folder,
    keep_older_evaluation,
    place_of_model,
    read_report,
    replace_folder,
    write_evaluation_request,
)
from ..errors import DeepSegPluginError
from ..i18n import tr
from ..layers.digitizing import start_drawing
from ..layers.kept_ground import evaluation_data, survey
from ..layers.map_place import zoom_to
from ..layers.matches_layer import (
    find_matches,
    load_matches,
    misses_of,
    open_matches,
    remove_matches,
    show_matches,
)
from ..layers.plain_rasters import owner_of, owners
from ..layers.project_memory import recall, remember
from .dock import Dock
from .evaluation_words import ground_reason, ground_text, head_text, offer_text, result_text, warning_text
from .info_mark import InfoMark
from .misses_view import MissesView
from .model_box import ModelBox
from .raster_adding import show_one_of, show_raster_of
from .run_algorithm import RunResult
from .score_view import ScoreView
from .workbench import Workbench

ALGORITHM = "deepseg:evaluate"
_REFRESH_MS = 150
_AROUND = 2.0  # times the size of a miss: what lies around it tells why


class EvaluationDock(Dock):
    """Tests the model in use, and shows what was found out about it before."""

    RASTER_ROLE = EVALUATE

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench, "evaluation", tr("Evaluation"))
        self._ground = KeptGround()
        self._site_error = ""
        self._running: tuple[RunPlace, Path] | None = None  # the model's place, and where the new result goes
        self._refresh_soon = QTimer(self)
        self._refresh_soon.setSingleShot(True)
        self._refresh_soon.setInterval(_REFRESH_MS)
        self._refresh_soon.timeout.connect(self._show_ground)
        self._build()
        self.listen(workbench.site_changed, self._on_site_changed)
        self.listen(workbench.data_changed, self._refresh_soon.start)
        self.listen(workbench.engine_changed, self._show_ground)
        self.listen(workbench.model_changed, self._on_model_changed)
        self.listen(workbench.state_changed, self._on_state)
        self.listen(workbench.run_ended, lambda *_: self._show_models())
        self._on_site_changed()

    def tear_down(self) -> None:
        """Let go of everything outside."""
        self._refresh_soon.stop()
        super().tear_down()

    # What is seen

    def _build(self) -> None:
        self.model_box = ModelBox()
        self.model_box.model_picked.connect(self.workbench.use_model)
        self.content.addWidget(self.model_box)
        self._build_ground()
        self._build_start()
        self.head_label = QLabel()
        self.head_label.setObjectName("evaluation_head")
        self.head_label.setWordWrap(True)
        self.content.addWidget(self.head_label)
        self.score_view = ScoreView()
        self.score_view.threshold_wanted.connect(self.evaluate)
        self.score_view.page_wanted.connect(self._open_page)
        self.score_view.graph.failed.connect(self.workbench.say_error)
        self.misses_view = MissesView()
        self.misses_view.zoom_wanted.connect(self._zoom)
        self.misses_view.layer_wanted.connect(self._show_layer)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("evaluation_tabs")
        self.tabs.setDocumentMode(True)  # a frame would cost width
        self.tabs.addTab(self.score_view, tr("Score"))
        self.tabs.addTab(self.misses_view, tr("Misses"))
        self.content.addWidget(self.tabs)
        self.content.addStretch()

    def _build_ground(self) -> None:
        self.ground_label = QLabel()
        self.ground_label.setObjectName("ground_label")
        self.ground_label.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.ground_label, 1)
        row.addWidget(
            InfoMark(
                tr(
                    "Labels in areas with the role Evaluation. Everything inside them must be labeled, else right "
                    "footprints count as false."
                )
            )
        )
        self.warning_label = QLabel()
        self.warning_label.setObjectName("overlap_warning")
        self.warning_label.setWordWrap(True)
        self.content.addLayout(row)
        self.content.addWidget(self.warning_label)
        self.offer = QWidget()
        self.offer.setObjectName("test_area_offer")
        offer = QVBoxLayout(self.offer)
        offer.setContentsMargins(0, 0, 0, 0)
        text = QLabel(offer_text())
        text.setWordWrap(True)
        self.keep_button = QPushButton(tr("Keep one area for the test"))
        self.keep_button.setObjectName("keep_area_button")
        self.keep_button.setToolTip(tr("Draw it on the map: a click for each corner, a right click to end."))
        self.keep_button.clicked.connect(self._draw_test_area)
        offer.addWidget(text)
        offer.addWidget(self.keep_button)
        self.content.addWidget(self.offer)

    def _build_start(self) -> None:
        self.evaluate_button = QPushButton(tr("▶ EVALUATE"))
        self.evaluate_button.setObjectName("evaluate_button")
        self.evaluate_button.setToolTip(tr("Compare what the model finds in the test areas with your labels."))
        font = self.evaluate_button.font()
        font.setBold(True)
        self.evaluate_button.setFont(font)
        self.evaluate_button.clicked.connect(lambda: self.evaluate())
        self.history_button = QPushButton(tr("History…"))
        self.history_button.setObjectName("history_button")
        self.history_button.setToolTip(tr("All runs side by side: settings, scores and times."))
        row = QHBoxLayout()
        row.addWidget(self.history_button)
        row.addStretch()
        row.addWidget(self.evaluate_button)
        self.content.addLayout(row)
        self.content.addWidget(self.reason_line(self.evaluate_button))

    def _on_site_changed(self) -> None:
        self._running = None
        model = recall(self.workbench.qgis_project, "model", "")
        if isinstance(model, str) and model and Path(model).is_file():
            self.workbench.use_model(model)
        self._show_models()
        self._show_ground()
        self._show_past_result()

    def _on_model_changed(self, model: str) -> None:
        if self.workbench.site is not None:
            remember(self.workbench.qgis_project, "model", model)
        self._show_models()
        self._show_ground()
        self._show_past_result()

    def _on_state(self, state: WorkState) -> None:
        self.model_box.setEnabled(not state.is_busy)
        if state.is_busy == self.evaluate_button.isEnabled() or not state.is_busy:
            self._show_start()

    def _show_models(self) -> None:
        site = self.workbench.site
        self.model_box.show_models(Path(site.runs_folder) if site is not None else None, self.workbench.model_path)

    def _show_ground(self) -> None:
        """Show what the model would be tested on, and whether that can begin."""
        site = self.workbench.site
        self._site_error = ""
        try:
            self._ground = survey(site) if site is not None else KeptGround()
        except DeepSegPluginError as err:  # its file is gone
            self._ground, self._site_error = KeptGround(), f"{err.message} {err.hint}"
        self.offer.setVisible(site is not None and not self._site_error and not self._ground.is_there)
        has_text = site is not None and self._ground.is_there
        self.ground_label.setText(
            f"{tr('Test on')} <b>{ground_text(self._ground)}</b>"
            if has_text
            else tr("Test on ground kept aside for it.")
        )
        warning = warning_text(self._ground)
        self.warning_label.setText(f"⚠ {warning}")
        self.warning_label.setVisible(bool(warning))
        self._show_start()

    def _show_start(self) -> None:
        reason = ""
        if self.workbench.site is None:
            reason = tr("Make or open a project first, in the dock Labels.")
        elif self._site_error:
            reason = self._site_error
        elif self.workbench.is_busy:
            reason = tr("DeepSeg is at work; STOP is above.")
        elif not self.workbench.is_engine_ready():
            reason = tr("Set up DeepSeg first, with the button above.")
        elif not self.workbench.model_path:
            reason = tr("Choose a model, or train one first.")
        else:
            reason = ground_reason(self._ground)
        self.set_primary(self.evaluate_button, reason)
        self.score_view.map_button.setEnabled(not reason)

    def _show_past_result(self) -> None:
        """Show what was found out about the model in use, if it was evaluated before."""
        place = self._place()
        is_there = place is not None and place.report.is_file()
        self.tabs.setVisible(is_there)
        self.head_label.setVisible(is_there)
        if is_there:
            try:
                self._show_result(place, read_report(place.report))
            except DeepSegPluginError as err:
                self.tabs.setVisible(False)
                self.head_label.setText(f"{err.message} {err.hint}")

    def _show_result(self, place: RunPlace, report: Report) -> None:
        self.head_label.setText(head_text(place.name, report))
        self.score_view.show_report(report)
        self.score_view.page_button.setEnabled(place.page.is_file())
        layer = find_matches(place.matches, self.workbench.qgis_project) or open_matches(place.matches)
        misses = misses_of(layer) if layer is not None else []
        self.misses_view.show_misses(misses)
        self.misses_view.layer_button.setEnabled(place.matches.is_file())
        self.tabs.setTabText(1, tr("Misses ({n})").format(n=len(misses)))
        self.tabs.setVisible(True)
        self.head_label.setVisible(True)

    # Evaluating

    def evaluate(self, score_threshold: float | None = None) -> None:
        """Test the model in use; the older result stays until the new one is whole."""
        site, place = self.workbench.site, self._place()
        if site is None or place is None or self.workbench.is_busy:
            return
        beside = place.folder / "evaluation-new"
        try:
            empty_folder(beside)
        except DeepSegPluginError as err:
            self.workbench.say_error(err)
            return
        parameters: dict[str, Any] = {
            **evaluation_data(site, is_whole_rasters=self._ground.is_whole_rasters),
            "MODEL": self.workbench.model_path,
            "REPORT": str(beside / place.report.name),
            "HTML": str(beside / place.page.name),
            "MATCHES": str(beside / place.matches.name),
        }
        if score_threshold is not None:
            parameters["SCORE_THRESHOLD"] = score_threshold
        device = recall(self.workbench.qgis_project, "training", {})
        if isinstance(device, dict) and device.get("DEVICE"):
            parameters["DEVICE"] = device["DEVICE"]  # what was chosen for training holds here as well
        write_evaluation_request(beside, parameters)
        self._running = (place, beside)
        if not self.workbench.run(ALGORITHM, parameters, kind=work_state.EVALUATING, then=self._on_ended):
            self._running = None
            discard_folder(beside)

    def _on_ended(self, result: RunResult) -> None:
        running, self._running = self._running, None
        self._show_ground()
        if running is None:
            return
        place, beside = running
        if not result.is_done:
            discard_folder(beside)
            return
        try:
            remove_matches(place.matches, self.workbench.qgis_project)
            keep_older_evaluation(place)
            replace_folder(beside, place.evaluation)
            report = read_report(place.report)
            self._show_result(place, report)
            self._load_layer(place)
        except DeepSegPluginError as err:
            self.workbench.say_error(err, result.log)
            return
        self.tabs.setCurrentIndex(0)
        link = (tr("Show misses"), self._show_misses)
        self.workbench.say(result_text(place.name, report), Qgis.MessageLevel.Success, link=link)

    # The map

    def _draw_test_area(self) -> None:
        site = self.workbench.site
        if site is None:
            return
        try:
            layer = site.layer("areas")
            start_drawing(layer, {"role": EVALUATE})
            self.workbench.digitize(layer)
        except DeepSegPluginError as err:
            self.workbench.say_error(err)

    def _show_misses(self) -> None:
        self.tabs.setCurrentIndex(1)
        self.show()
        self.raise_()

    def _show_layer(self) -> None:
        place = self._place()
        if place is None:
            return
        try:
            layer = self._load_layer(place)
        except DeepSegPluginError as err:
            self.workbench.say_error(err)
            return
        if self.workbench.canvas is not None:
            zoom_to(self.workbench.canvas, layer.extent(), layer.crs())

    def _load_layer(self, place: RunPlace) -> QgsVectorLayer:
        site, project = self.workbench.site, self.workbench.qgis_project
        found = find_matches(place.matches, project)
        if found is not None:
            show_matches([found], project, is_shown=True)  # a prediction has hidden it, or the user
            return found
        name = tr("Matches of {model}").format(model=place.name)
        group = site.group() if site is not None else None
        layer = load_matches(place.matches, name, qgis_project=project, group=group)
        show_one_of(self.workbench, owners(layer))
        return layer

    def _zoom(self, miss: Miss) -> None:
        """Show a miss with what lies around it."""
        place, canvas = self._place(), self.workbench.canvas
        if place is None or canvas is None:
            return
        try:
            layer = self._load_layer(place)
        except DeepSegPluginError as err:
            self.workbench.say_error(err)
            return
        feature = layer.getFeature(miss.feature_id)
        if not feature.isValid():
            return
        bounds = feature.geometry().boundingBox()
        bounds.scale(_AROUND)
        show_raster_of(self.workbench, owner_of(layer, miss.feature_id))
        zoom_to(canvas, bounds, layer.crs())
        canvas.flashGeometries([feature.geometry()], layer.crs())

    def _open_page(self) -> None:
        place = self._place()
        if place is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(place.page)))

    def _place(self) -> RunPlace | None:
        """Return where results about the model in use are kept."""
        site, model = self.workbench.site, self.workbench.model_path
        return place_of_model(Path(site.runs_folder), model) if site is not None and model else None
