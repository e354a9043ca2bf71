"""Numbers, times and states as people read them, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from deepseg_qgis.docks.wording import (
    about_time,
    area_text,
    number,
    percent,
    size_text,
    state_text,
    time_left,
)
from deepseg_qgis.domain.work_state import IDLE, KINDS, PREDICTING, STOPPING, TRAINING, WorkState
from deepseg_qgis.i18n import LANGUAGES, forget_language, read_catalogue, tr, use_language

THIN = "\u202f"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    use_language("en")
    yield
    forget_language()


@pytest.mark.parametrize(
    "value, n_digits, text",
    [
        (0, 0, "0"),
        (999, 0, "999"),
        (12480, 0, f"12{THIN}480"),
        (0.6349, 2, "0.63"),
        (-1234567, 0, f"-1{THIN}234{THIN}567"),
    ],
)
def test_numbers(value: float, n_digits: int, text: str) -> None:
    assert number(value, n_digits) == text


def test_a_share_is_told_in_percent() -> None:
    assert percent(0.413) == f"41{THIN}%"


@pytest.mark.parametrize(
    "seconds, text",
    [
        (0, "a few seconds"),
        (9.9, "a few seconds"),
        (33, "about 30 s"),
        (50, "about 1 min"),
        (250, "about 4 min"),
        (3000, "about 1 h"),
        (5000, "about 1.5 h"),
        (86400, "about 1 day"),
        (200_000, "about 2 days"),
    ],
)
def test_times(seconds: float, text: str) -> None:
    assert about_time(seconds) == text


@pytest.mark.parametrize(
    "area_m2, text",
    [(0, "0.0 m²"), (410, "410 m²"), (9999, f"9{THIN}999 m²"), (24_000, "2.4 ha"), (1_930_000, "1.93 km²")],
)
def test_areas(area_m2: float, text: str) -> None:
    assert area_text(area_m2) == text


@pytest.mark.parametrize(
    "n_bytes, text", [(0, "0 kB"), (10, "1 kB"), (1.5e6, "1.5 MB"), (780e6, "780 MB"), (4.1e9, "4.1 GB")]
)
def test_sizes(n_bytes: float, text: str) -> None:
    assert size_text(n_bytes) == text


@pytest.mark.parametrize(
    "state, text, left",
    [
        (WorkState(), "IDLE", ""),
        (WorkState(TRAINING), "TRAINING", ""),
        (WorkState(TRAINING, epoch=7, n_epochs=20, eta_s=180), "TRAINING epoch 7 of 20", "about 3 min left"),
        (WorkState(PREDICTING, done=41, total=100, eta_s=5), f"PREDICTING 41{THIN}%", "a few seconds left"),
        (WorkState(STOPPING, eta_s=5), "STOPPING", ""),
        (WorkState(IDLE, eta_s=5), "IDLE", ""),
    ],
)
def test_states(state: WorkState, text: str, left: str) -> None:
    assert (state_text(state), time_left(state)) == (text, left)


def test_every_state_has_its_word() -> None:
    assert all(state_text(WorkState(kind)) for kind in KINDS)


@pytest.mark.parametrize("locale, language", [("ko_KR", "ko"), ("ko", "ko"), ("en_US", "en"), ("fr", "en"), ("", "en")])
def test_a_language_that_is_not_there_is_english(locale: str, language: str) -> None:
    assert use_language(locale) == language


def test_korean_is_spoken() -> None:
    use_language("ko_KR")
    assert tr("Training") == "학습"
    assert about_time(250) == "약 4분"


def test_a_count_takes_its_form() -> None:
    assert tr("CPU, {n} cores", 1).format(n=1) == "CPU, 1 core"
    assert tr("CPU, {n} cores", 2).format(n=2) == "CPU, 2 cores"


def test_a_text_without_translation_stays_as_it_is() -> None:
    assert tr("Never written anywhere") == "Never written anywhere"


def test_a_catalogue_that_is_not_there_or_damaged_is_empty(tmp_path: Path) -> None:
    assert read_catalogue(tmp_path / "none.ts") == {}
    (tmp_path / "half.ts").write_text("<TS><context><message><source>a</source><transl", encoding="utf-8")
    assert read_catalogue(tmp_path / "half.ts") == {}


def test_unfinished_texts_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.ts").write_text(
        "<TS><context><name>DeepSeg</name>"
        "<message><source>a &amp; b</source><translation>c</translation></message>"
        '<message><source>d</source><translation type="unfinished">e</translation></message>'
        '<message numerus="yes"><source>{n} f</source><translation><numerusform>one</numerusform>'
        "<numerusform>{n} g</numerusform></translation></message></context></TS>",
        encoding="utf-8",
    )
    assert read_catalogue(tmp_path / "a.ts") == {"a & b": ("c",), "{n} f": ("one", "{n} g")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogues_are_read_whole(language: str) -> None:
    folder = Path(__file__).parents[2] / "deepseg_qgis" / "i18n"
    text = (folder / f"deepseg_{language}.ts").read_text(encoding="utf-8")
    assert len(read_catalogue(folder / f"deepseg_{language}.ts")) == text.count("<message")
