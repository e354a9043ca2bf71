"""Starts predictions, goes on with stopped ones, draws outlines again; remembers how fast this computer was."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..domain import work_state
from ..domain.prediction import SCORE_FLOOR, PastPrediction
from ..engine_client.events import Event
from ..engine_client.model_card import ModelCard
from ..engine_client.prediction_files import PredictionPlace, discard_unborn, replace_footprints, write_request
from ..errors import DeepSegPluginError
from ..layers.predicted_rasters import layer_of
from ..settings import Settings
from .run_algorithm import RunResult

if TYPE_CHECKING:
    from .workbench import Workbench

PREDICT, VECTORIZE = "deepseg:predict", "deepseg:vectorize"
_SPEEDS = "prediction/seconds_per_megapixel"


class PredictionRun(QObject):
    """One prediction at a time; `ended` comes with its place and result, also when it failed."""

    ended = pyqtSignal(object, object)  # PredictionPlace, RunResult

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self._speed_key = ""  # empty: this run tells nothing about speed
        self._megapixels = 0.0
        self.place: PredictionPlace | None = None  # of the run that is going
        self.n_footprints: int | None = None  # of the last run
        self.n_holes = 0  # places that it could not read

    def forget(self) -> None:
        """Another QGIS project was opened: what is going on is not ours to show any more."""
        self.place = None

    def start(
        self, place: PredictionPlace, parameters: Mapping[str, Any], *, card: ModelCard, megapixels: float, device: str
    ) -> bool:
        """Keep what is asked and predict; return whether that has started, an error is told."""
        asked = {
            **parameters,
            "SCORE_THRESHOLD": SCORE_FLOOR,
            "FILE": str(place.footprints),
            "RUN_DIR": str(place.engine_folder),
        }
        try:
            write_request(place, asked)
        except DeepSegPluginError as err:
            self._workbench.say_error(err)
            discard_unborn(place)
            return False
        has_whole_rasters = not parameters.get("AREA") and not parameters.get("EXTENT")
        self._speed_key = _speed_key(card, device) if has_whole_rasters else ""
        self._megapixels = megapixels
        return self._run(PREDICT, place, asked, work_state.PREDICTING)

    def go_on(self, prediction: PastPrediction) -> bool:
        """Go on with one that was stopped."""
        place = PredictionPlace(Path(prediction.folder))
        self._speed_key = ""
        return self._run(PREDICT, place, dict(prediction.parameters), work_state.PREDICTING)

    def redraw(self, prediction: PastPrediction, outlines: dict[str, Any]) -> bool:
        """Draw the outlines again from what was kept, as the parameters say."""
        place = PredictionPlace(Path(prediction.folder))
        self._speed_key = ""
        parameters = {
            "RUN_DIR": str(place.engine_folder),
            "SCORE_THRESHOLD": SCORE_FLOOR,
            "FILE": str(place.redrawn),
            **outlines,
        }
        return self._run(VECTORIZE, place, parameters, work_state.VECTORIZING)

    def on_event(self, event: Event) -> None:
        """Learn from what the engine tells: how long it took, and that a run began in the middle."""
        if self.place is None:
            return
        if event.kind == "stage" and event.values.get("name") == "resume":
            self._speed_key = ""
        if event.kind == "result":
            values = event.values.get("values") or {}
            n = values.get("n_footprints")
            self.n_footprints = int(n) if isinstance(n, (int, float)) else None
            n_holes = values.get("n_holes")
            self.n_holes = int(n_holes) if isinstance(n_holes, (int, float)) else 0
            seconds = values.get("seconds")
            if self._speed_key and self._megapixels > 0 and isinstance(seconds, (int, float)):
                _remember_speed(self._speed_key, float(seconds) / self._megapixels)

    def _run(self, algorithm: str, place: PredictionPlace, asked: dict[str, Any], kind: str) -> bool:
        self.place, self.n_footprints, self.n_holes = place, None, 0
        parameters = {**asked, "RASTERS": sources(asked["RASTERS"], self._workbench)} if "RASTERS" in asked else asked
        if not self._workbench.run(algorithm, parameters, kind=kind, then=self._on_ended):
            self.place = None
            discard_unborn(place)
            return False
        return True

    def _on_ended(self, result: RunResult) -> None:
        place, self.place = self.place, None
        if place is None:
            return
        if not result.is_done:
            discard_unborn(place)
            place.redrawn.unlink(missing_ok=True)
        self.ended.emit(place, result)


def sources(paths: Sequence[str], workbench: Workbench) -> list[str]:
    """Return layers of the QGIS project where there are some: a user may have told those their system."""
    layers = [layer_of(str(path), workbench.qgis_project) for path in paths]
    return [str(path) if layer is None else layer.id() for path, layer in zip(paths, layers)]


def put_redrawn(place: PredictionPlace) -> bool:
    """Put redrawn footprints in the place of the older ones; return whether there were any.

    Raises:
        DeepSegPluginError: the older ones are held open by somebody.
    """
    if not place.redrawn.is_file():
        return False
    replace_footprints(place)
    return True


def seconds_for(card: ModelCard, device: str, megapixels: float) -> float | None:
    """Return how long a prediction will take, as far as earlier ones tell."""
    speed = _speeds().get(_speed_key(card, device))
    return None if speed is None else speed * megapixels


def _speed_key(card: ModelCard, device: str) -> str:
    return f"{device} · {card.family} {card.encoder} × {card.n_members}"


def _remember_speed(key: str, seconds_per_megapixel: float) -> None:
    Settings.set(_SPEEDS, json.dumps({**_speeds(), key: seconds_per_megapixel}, ensure_ascii=False))


def _speeds() -> dict[str, float]:
    try:
        values = json.loads(Settings.get(_SPEEDS, "{}"))
    except ValueError:
        return {}
    if not isinstance(values, dict):
        return {}
    return {str(key): float(value) for key, value in values.items() if isinstance(value, (int, float))}
