"""metadata.txt has what QGIS and its plugin repository ask for, and one version is one version everywhere."""

from __future__ import annotations

import configparser
import re
from pathlib import Path

import pytest

import engine

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def general() -> configparser.SectionProxy:
    parser = configparser.ConfigParser()
    parser.read(REPOSITORY / "metadata.txt", encoding="utf-8")
    return parser["general"]


@pytest.mark.parametrize(
    "key",
    ["name", "description", "about", "version", "qgisMinimumVersion", "author", "email", "tracker", "tags"],
)
def test_what_the_plugin_repository_asks_for_is_there(general: configparser.SectionProxy, key: str) -> None:
    assert general.get(key, "").strip()


def test_it_promises_what_the_code_keeps(general: configparser.SectionProxy) -> None:
    assert general["qgisMinimumVersion"] == "3.22"
    assert general["qgisMaximumVersion"] == "4.99"
    assert general.getboolean("supportsQt6")
    assert general["license"] == "GPL-2.0-or-later"


def test_processing_is_announced_as_soon_as_there_is_a_provider(general: configparser.SectionProxy) -> None:
    # Without this key qgis_process does not load the plugin; with it and no provider it fails.
    has_provider = (REPOSITORY / "deepseg_qgis" / "algorithms" / "provider.py").exists()
    assert general.getboolean("hasProcessingProvider") == has_provider


def test_one_version_everywhere(general: configparser.SectionProxy) -> None:
    about = (REPOSITORY / "deepseg_qgis" / "about.py").read_text(encoding="utf-8")
    plugin_version = re.search(r'^VERSION = "(.+)"$', about, re.MULTILINE)
    assert plugin_version is not None
    assert engine.__version__ == plugin_version[1] == general["version"]
    assert f"## {engine.__version__}" in (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_plugin_finds_its_metadata_and_the_root_names_the_same_file() -> None:
    inside = REPOSITORY / "deepseg_qgis" / "metadata.txt"
    assert inside.read_bytes() == (REPOSITORY / "metadata.txt").read_bytes()


def test_the_license_is_there_in_full() -> None:
    text = (REPOSITORY / "LICENSE").read_text(encoding="utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in text and "Version 2, June 1991" in text
    assert len(text) > 15_000
