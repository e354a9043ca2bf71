"""The folders in predictions/: what was asked for, the footprints, and what the engine keeps to go on."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..domain.prediction import PastPrediction
from ..domain.runs import next_run_name
from ..errors import DeepSegPluginError
from ..i18n import tr
from .whole_json import write_whole_json

_STEM = "prediction"
_REQUEST = "request.json"
_FIELDS = "fields"


def holes_file(footprints: Path) -> Path:
    """Return where the engine says which places of the rasters it could not read; mostly there is no such file."""
    return footprints.with_name(f"{footprints.stem}_holes.geojson")


class PredictionPlace:
    """Names the files of one prediction."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.name = folder.name
        self.request = folder / _REQUEST
        self.footprints = folder / "footprints.gpkg"
        self.redrawn = folder / "footprints-new.gpkg"
        self.engine_folder = folder / "run"

    @property
    def has_fields(self) -> bool:
        """Return whether something is kept to go on from, or to draw again from."""
        return (self.engine_folder / _FIELDS).is_dir()


def new_place(folder: Path) -> PredictionPlace:
    """Return the place of the next prediction in a folder of predictions, and make it.

    Raises:
        DeepSegPluginError: it cannot be made.
    """
    try:
        taken = [path.name for path in folder.iterdir()] if folder.is_dir() else []
        place = PredictionPlace(folder / next_run_name(_STEM, taken))
        place.folder.mkdir(parents=True)
    except OSError as err:
        raise _cannot_write(folder, err) from err
    return place


def write_request(place: PredictionPlace, parameters: Mapping[str, Any]) -> None:
    """Keep what is asked for, so that it can be gone on with and shown another day.

    Raises:
        DeepSegPluginError: the folder cannot be written.
    """
    try:
        write_whole_json(place.request, parameters)
    except OSError as err:
        raise _cannot_write(place.folder, err) from err


def past_predictions(folder: Path) -> list[PastPrediction]:
    """Return the predictions in a folder, the latest first; folders that hold none are left out."""
    try:
        folders = [path for path in folder.iterdir() if path.is_dir()]
    except OSError:  # not there yet
        return []
    found = [read_prediction(PredictionPlace(path)) for path in folders]
    return sorted((each for each in found if each is not None), key=lambda each: each.when, reverse=True)


def read_prediction(place: PredictionPlace) -> PastPrediction | None:
    """Return one prediction; None where the folder holds none."""
    try:
        values = json.loads(place.request.read_text(encoding="utf-8"))
        when = place.request.stat().st_mtime
    except (OSError, ValueError):
        return None
    if not isinstance(values, dict):
        return None
    return PastPrediction(
        name=place.name,
        folder=str(place.folder),
        footprints=str(place.footprints),
        is_done=place.footprints.is_file(),
        has_fields=place.has_fields,
        when=when,
        parameters=values,
    )


def discard_unborn(place: PredictionPlace) -> None:
    """Delete the folder of a prediction that brought neither footprints nor something to go on from."""
    if not place.footprints.exists() and not place.has_fields:
        shutil.rmtree(place.folder, ignore_errors=True)


def replace_footprints(place: PredictionPlace) -> None:
    """Put the footprints that were drawn again in the place of the older ones.

    Raises:
        DeepSegPluginError: the older ones are held open by somebody.
    """
    try:
        for ending in ("-wal", "-shm"):  # what SQLite keeps beside belongs to the older file
            Path(f"{place.footprints}{ending}").unlink(missing_ok=True)
        os.replace(place.redrawn, place.footprints)
        holes_file(place.redrawn).unlink(missing_ok=True)  # the same as those of the older ones
    except OSError as err:
        raise DeepSegPluginError(
            tr("{path} cannot be replaced: {cause}.").format(path=place.footprints, cause=err.strerror or err),
            hint=tr("The new result is in {path}.").format(path=place.redrawn),
        ) from err


def delete_prediction(prediction: PastPrediction) -> None:
    """Delete the folder of a prediction.

    Raises:
        DeepSegPluginError: it is none, or cannot be deleted.
    """
    folder = Path(prediction.folder)
    if folder.is_symlink() or read_prediction(PredictionPlace(folder)) is None:
        raise DeepSegPluginError(tr("{path} is no prediction, so it was left alone.").format(path=folder))
    try:
        shutil.rmtree(folder)
    except OSError as err:
        raise DeepSegPluginError(
            tr("{path} cannot be deleted: {cause}.").format(path=folder, cause=err.strerror or err),
            hint=tr("Remove its layers from the map, or close what else has the folder open, then try again."),
        ) from err


def free_bytes(folder: Path) -> float | None:
    """Return how much room the disk has on which a folder lies or will lie; None where nobody knows."""
    place = next((each for each in (folder, *folder.parents) if each.is_dir()), None)
    try:
        return None if place is None else float(shutil.disk_usage(place).free)
    except OSError:
        return None


def _cannot_write(folder: Path, err: OSError) -> DeepSegPluginError:
    return DeepSegPluginError(
        tr("The folder {path} cannot be written: {cause}.").format(path=folder, cause=err.strerror or err),
        hint=tr("Make room, or make a DeepSeg project in a folder of yours; predictions go there."),
    )
