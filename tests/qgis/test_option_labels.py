"""Whatever the engine says about its options and commands, in QGIS it is told by what stands in a window."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessingAlgorithm

from deepseg_qgis.algorithms.option_labels import WITHOUT_PARAMETER, in_own_words
from deepseg_qgis.domain.option_words import parameter_names
from tests.engine_sentences import engine_sentences
from tests.plugin.fake_engine.use import use_fake_engine
from tests.qgis.interface import registered_provider
from tests.qgis.processing_world import ALGORITHMS, make_world, run

SENTENCES = engine_sentences()
LEFT_OVER = re.compile(r"--[a-z]|`deepseg")


@pytest.fixture(autouse=True)
def with_provider() -> Iterator[None]:
    with registered_provider():
        yield


def algorithm(name: str) -> QgsProcessingAlgorithm:
    return QgsApplication.processingRegistry().algorithmById(f"deepseg:{name}")


def test_there_are_sentences_that_name_options() -> None:
    assert len(SENTENCES) > 100


@pytest.mark.parametrize("name", sorted(each.partition(":")[2] for each in ALGORITHMS))
def test_no_option_is_left_in_what_the_engine_says(name: str) -> None:
    all_at_once = "\n".join(f"{path}: {text}" for path, text in SENTENCES)
    told = in_own_words(all_at_once, algorithm(name)).splitlines()
    assert [line for line in told if LEFT_OVER.search(line)] == []


def test_every_option_that_is_named_has_a_parameter_or_is_known_to_have_none() -> None:
    definitions = {d.name() for each in ALGORITHMS for d in algorithm(each.partition(":")[2]).parameterDefinitions()}
    named = {
        option
        for _, text in SENTENCES
        if "--help" not in text
        for option in re.findall(r"--([a-z][a-z0-9-]*[a-z0-9])", text)
    }
    assert {option for option in named if not definitions & set(parameter_names(option))} <= WITHOUT_PARAMETER


@pytest.mark.parametrize(
    "name, text, words",
    [
        ("predict", "give --crs", "give “Coordinate system of rasters that do not say theirs”"),
        ("classify", "--category", "“Only these categories”"),
        ("predict", "--category-field", "“Field with the category”"),
        ("train", "--batch-size", "“Chips per step”"),
        ("predict", "--batch-size", "“Tiles per step”"),
        ("tile", "`deepseg check`", "“Set up DeepSeg”"),
    ],
)
def test_labels_are_those_of_the_algorithm_that_was_asked(name: str, text: str, words: str) -> None:
    assert in_own_words(text, algorithm(name)) == words


def test_a_run_that_fails_names_the_parameter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world = make_world(tmp_path)
    use_fake_engine(monkeypatch, "option")
    done = run("deepseg:predict", {"MODEL": str(world.model), "RASTERS": [str(world.raster)], "OUTPUT": "memory:"})
    assert not done.is_done
    (said,) = done.feedback.errors
    assert "say it with “Coordinate system of rasters that do not say theirs”" in said
    assert "“Tile size (px)” is large" in " ".join(done.feedback.warnings)
