"""Fields on disk come back as they were, from any window."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.errors import RunFolderError
from engine.geo.window import Window
from engine.inference.fields import FieldStore
from engine.inference.walk import BlockGrid

GRID = BlockGrid(rows=5, cols=7, block_rows=4, block_cols=3)


def fields() -> np.ndarray:
    return np.arange(3 * 5 * 7, dtype=np.uint8).reshape(3, 5, 7)


def filled(folder: Path, *places: tuple[int, int]) -> FieldStore:
    store = FieldStore(folder, GRID, 3)
    for place in places or tuple(GRID.places()):
        rows, cols = GRID.window_of(place).slices_in(Window(0, 0, 5, 7))
        store.write(place, fields()[:, rows, cols])
    return store


def test_nothing_written_reads_as_zero(tmp_path: Path) -> None:
    store = FieldStore(tmp_path / "fields", GRID, 3)
    assert not store.has((0, 0))
    assert not store.read(Window(0, 0, 5, 7), [0, 2]).any()


def test_any_window_and_any_choice_of_fields_comes_back(tmp_path: Path) -> None:
    filled(tmp_path)
    store = FieldStore(tmp_path, GRID, 3)
    assert (store.read(Window(0, 0, 5, 7), [0, 1, 2]) == fields()).all()
    assert (store.read(Window(3, 2, 2, 4), [2, 0]) == fields()[[2, 0], 3:5, 2:6]).all()
    assert store.read(Window(2, 2, 0, 3), [0]).shape == (1, 0, 3)


def test_strips_of_a_block_are_read_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.inference.fields._STRIP_ROWS", 2)
    filled(tmp_path)
    store = FieldStore(tmp_path, GRID, 3)
    assert (store.read(Window(1, 2, 1, 3), [1]) == fields()[[1], 1:2, 2:5]).all()
    assert sorted(store._held) == [((0, 0), 1, 0), ((0, 1), 1, 0)]
    assert (store.read(Window(0, 0, 5, 7), [0, 1, 2]) == fields()).all()
    for place in GRID.places():
        rows, cols = GRID.window_of(place).slices_in(Window(0, 0, 5, 7))
        store.hold(place, fields()[:, rows, cols])
    assert (store.read(Window(1, 1, 4, 6), [2, 0]) == fields()[[2, 0], 1:, 1:]).all()


def test_a_missing_block_reads_as_zero(tmp_path: Path) -> None:
    store = filled(tmp_path, (0, 0))
    read = store.read(Window(0, 0, 5, 7), [1])
    assert (read[0, :4, :3] == fields()[1, :4, :3]).all()
    assert not read[0, :, 3:].any()


def test_memory_stays_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.inference.fields._HELD_BYTES", 24)  # two fields of a block
    store = filled(tmp_path)
    assert (store.read(Window(0, 0, 5, 7), [0, 1, 2]) == fields()).all()
    assert len(store._held) == 2


def test_a_block_of_another_size_is_our_mistake(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="got fields of shape"):
        FieldStore(tmp_path, GRID, 3).write((0, 0), np.zeros((3, 4, 4), np.uint8))


@pytest.mark.parametrize("damage", [b"", b"DSF3", b"nonsense that is long enough to hold a head and more"])
def test_a_damaged_block_is_told_with_its_file(tmp_path: Path, damage: bytes) -> None:
    store = filled(tmp_path)
    (tmp_path / "r00000_c00001.fields").write_bytes(damage)
    with pytest.raises(RunFolderError, match=r"r00000_c00001\.fields cannot be read") as caught:
        store.read(Window(0, 0, 5, 7), [2])
    assert "Delete this file" in caught.value.hint


@pytest.mark.parametrize("n_from_end", [1, 2, 5])
def test_a_block_in_which_a_bit_fell_over_or_that_ends_early_is_told(tmp_path: Path, n_from_end: int) -> None:
    store = filled(tmp_path)
    path = tmp_path / "r00000_c00001.fields"
    content = path.read_bytes()
    for damaged in (
        content[:-n_from_end],
        content[:-n_from_end] + bytes([content[-n_from_end] ^ 4]) + content[len(content) - n_from_end + 1 :],
    ):
        path.write_bytes(damaged)
        with pytest.raises(RunFolderError, match="cannot be read"):
            store.read(Window(0, 0, 5, 7), [2])
        store.let_go()


def test_a_block_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    filled(tmp_path)
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".fields"] * 6
