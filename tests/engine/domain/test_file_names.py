"""Names that people gave become names of files that every system takes."""

from __future__ import annotations

import pytest

from engine.domain.file_names import FolderNames, safe_name


@pytest.mark.parametrize(
    "name, safe",
    [
        ("", "_"),
        ("roof", "roof"),
        ("flat roof", "flat roof"),
        ("지붕 Dächer", "지붕 Dächer"),
        ("..", "_"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("a/b\\c", "a_b_c"),
        ("C:\\temp", "C__temp"),
        (" . ", "_"),
        ("roof.", "roof"),
        ("CON", "CON_"),
        ("nul.txt", "nul.txt_"),
        ("a\x00b\nc", "a_b_c"),
        ("right\u202eleft", "right_left"),
        ("x" * 300, "x" * 80),
        ("지" * 100, "지" * 26),
    ],
)
def test_a_name_is_safe_and_can_still_be_read(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_accents_are_written_one_way() -> None:
    assert safe_name("Da\u0308cher") == safe_name("D\u00e4cher")


def test_each_name_has_a_folder_of_its_own() -> None:
    names = FolderNames()
    assert [names.of(each) for each in ("a/b", "a_b", "A_B", "a/b")] == ["a_b", "a_b_2", "A_B_3", "a_b"]
    assert names.folders == {"a/b": "a_b", "a_b": "a_b_2", "A_B": "A_B_3"}
