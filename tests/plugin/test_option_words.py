"""Sentences of the engine in the words of a window: labels for options, titles for commands, all else as it is."""

from __future__ import annotations

import pytest

from deepseg_qgis.domain.option_words import in_words, parameter_names
from deepseg_qgis.engine_client.events import Event, reworded

LABELS = {"crs": "Coordinate system", "tile-size": "Tile size (px)", "run-dir": "Run folder"}
TITLES = {"predict": "Predict footprints"}


@pytest.mark.parametrize(
    "text, words",
    [
        ("", ""),
        ("city.tif has 3 bands", "city.tif has 3 bands"),
        ("Give the missing one with --crs, or none.", "Give the missing one with “Coordinate system”, or none."),
        ("--tile-size must be at least 64, got 3", "“Tile size (px)” must be at least 64, got 3"),
        ("Give --tile-size 128 or more.", "Give “Tile size (px)” 128 or more."),
        ("Run `deepseg predict` again.", "Run “Predict footprints” again."),
        ("Give a --run-dir of a `deepseg predict`.", "Give a “Run folder” of a “Predict footprints”."),
        ("See `deepseg train --help`.", ""),
        ("No. See `deepseg clean-shapes --help`.", "No."),
        ("--tile-size-of-mine and a--crs stay", "--tile-size-of-mine and a--crs stay"),
        ("`git lfs pull` and `deepseg fly` stay", "`git lfs pull` and `deepseg fly` stay"),
        ("/data/a --- b.tif -- c", "/data/a --- b.tif -- c"),
    ],
)
def test_options_and_commands_become_labels_and_titles(text: str, words: str) -> None:
    assert in_words(text, label_of=LABELS.get, title_of=TITLES.get) == words


@pytest.mark.parametrize(
    "option, names",
    [("crs", ("CRS", "CRSS")), ("raster", ("RASTER", "RASTERS")), ("category", ("CATEGORY", "CATEGORIES"))],
)
def test_a_parameter_has_the_name_of_the_option_or_its_plural(option: str, names: tuple[str, ...]) -> None:
    assert parameter_names(option) == names


def test_only_sentences_for_people_are_in_other_words() -> None:
    event = Event("error", {"code": "--crs", "message": "no --crs", "hint": "", "path": "--crs"})
    told = reworded(event, lambda text: text.replace("--crs", "CRS"))
    assert told == Event("error", {"code": "--crs", "message": "no CRS", "hint": "", "path": "--crs"})
    assert reworded(Event("progress", {"done": 1}), str.upper) == Event("progress", {"done": 1})
