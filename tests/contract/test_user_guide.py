"""The user guide shows every step of the drive, in its order, with pictures that are there."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pytest

from tests.desktop.names import PICTURES

DOCS = Path(__file__).parents[2] / "docs"
GUIDE = (DOCS / "user-guide.md").read_text(encoding="utf-8")
FOLDER = DOCS / "images" / "guide"
WINDOW_PX = (1366, 768)
MOST_BYTES = 260_000  # eighteen pictures are to be no burden for whoever clones the repository


def test_every_step_has_its_picture_in_the_order_of_the_work() -> None:
    assert re.findall(r"!\[[^\]]+\]\(images/guide/([^)]+)\.png\)", GUIDE) == list(PICTURES)


def test_there_is_no_picture_that_nobody_sees() -> None:
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(PICTURES)


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_are_of_a_small_screen_and_small_themselves(name: str) -> None:
    path = FOLDER / f"{name}.png"
    head = path.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    assert struct.unpack(">II", head[16:24]) == WINDOW_PX
    assert path.stat().st_size <= MOST_BYTES


def test_the_readme_leads_to_the_guide() -> None:
    assert "docs/user-guide.md" in (DOCS.parent / "README.md").read_text(encoding="utf-8")
