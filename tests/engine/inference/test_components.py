"""Components are joined across blocks by the pixels that touch, and by nothing else."""

from __future__ import annotations

from collections import deque

import numpy as np
import pytest
from scipy import ndimage

from engine.domain.thresholds import Thresholds
from engine.geo.labels import Labels
from engine.geo.window import Window
from engine.inference import components as components_module
from engine.inference.components import (
    Component,
    ComponentBook,
    border_labels,
    components_of,
    is_giant,
    label_components,
    numbered_components,
)
from engine.inference.instances import CONTEXT_PX, separate
from engine.inference.walk import BlockGrid

HALF = Thresholds(min_area_px=1)


def body_of(text: str) -> np.ndarray:
    return np.array([[255 * (sign == "#") for sign in line] for line in text.split()], np.uint8)


def all_components(body: np.ndarray, block_px: int, order: int | None = None) -> list[Component]:
    """Return what blocks of a size find together, inside them and across their borders; `order` seeds a shuffle."""
    grid = BlockGrid(*body.shape, block_px, block_px)
    places = list(grid.places())
    if order is not None:
        np.random.default_rng(order).shuffle(places)
        places = [tuple(place) for place in places]
    book, found = ComponentBook(grid), []
    for place in places:
        window = grid.window_of(place)
        labels = label_components(body[window.slices_in(Window(0, 0, *body.shape))], HALF)
        book.add(place, labels)
        at_border = set(border_labels(labels, place, grid).tolist())
        found += [c for number, c in enumerate(components_of(labels, window), start=1) if number not in at_border]
    for place in places:
        assert not book.is_open(place)  # all blocks are there, so all components are closed
        components = book.take(place)
        assert all(grid.place_of(component.anchor) == place for component in components)
        assert components == sorted(components)
        found += components
    assert book.n_held == 0
    return sorted(found)


def whole(body: np.ndarray) -> list[Component]:
    return sorted(components_of(label_components(body, HALF), Window(0, 0, *body.shape)))


def test_an_empty_mask_has_no_components() -> None:
    assert all_components(np.zeros((4, 5), np.uint8), 2) == []


def test_a_component_is_known_by_its_first_pixel_and_its_window() -> None:
    (found,) = whole(body_of("..... ...#. .###. ....."))
    assert found == Component(anchor=(1, 3), window=Window(1, 1, 2, 3))


def test_windows_are_those_of_the_raster() -> None:
    (found,) = components_of(label_components(body_of("#"), HALF), Window(7, 9, 1, 1))
    assert found == Component((7, 9), Window(7, 9, 1, 1))


@pytest.mark.parametrize(
    "text",
    [
        "######## ######## ########",
        "######## #......# #......# ########",  # a ring
        "#...#... #...#... ########",  # joined far from where it begins
        "#.#.#.#. .#.#.#.#",  # diagonal neighbors stay apart
        "...#.... ..##.... .##..... ##......",  # a chain over corners of blocks
        "........ .##.##.. .##.##.. ........ .##.##..",
    ],
)
@pytest.mark.parametrize("block_px", [1, 2, 3, 4, 100])
def test_blocks_of_any_size_find_the_components_of_the_whole(text: str, block_px: int) -> None:
    assert all_components(body_of(text), block_px) == whole(body_of(text))
    assert all_components(body_of(text), block_px, order=1) == whole(body_of(text))


@pytest.mark.parametrize("seed", range(5))
def test_so_they_do_in_noise(seed: int) -> None:
    noise = ndimage.gaussian_filter(np.random.default_rng(seed).random((40, 50)), 1.0)
    body = np.where(noise > 0.5, 255, 0).astype(np.uint8)
    assert all_components(body, 7) == all_components(body, 16) == whole(body)
    assert all_components(body, 7, order=seed) == whole(body)


def test_a_component_is_open_until_every_block_is_there_that_it_may_go_on_into() -> None:
    body = body_of("..##.. ...... ###...")
    grid = BlockGrid(3, 6, 3, 2)
    book = ComponentBook(grid)
    book.add((0, 0), label_components(body[:, :2], HALF))
    assert book.is_open((0, 0))
    book.add((0, 1), label_components(body[:, 2:4], HALF))
    assert not book.is_open((0, 0)) and book.is_open((0, 1))
    assert book.take((0, 0)) == [Component((2, 0), Window(2, 0, 1, 3))]
    book.add((0, 2), label_components(body[:, 4:], HALF))
    assert not book.is_open((0, 1))


def test_what_is_still_open_is_closed_as_it_is_when_no_other_block_comes() -> None:
    book = ComponentBook(BlockGrid(1, 4, 1, 2))
    book.add((0, 0), label_components(body_of("##"), HALF))
    book.finish()
    assert book.take((0, 0)) == [Component((0, 0), Window(0, 0, 1, 2))]


def test_memory_grows_with_the_front_and_not_with_the_raster(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(components_module, "LONGEST_PX", 320)
    noise = ndimage.gaussian_filter(np.random.default_rng(0).random((32 * 100, 64)), 1.5)
    body = np.where(noise > 0.5, 255, 0).astype(np.uint8)
    body[:, 10] = 255  # one thing as long as the raster
    grid = BlockGrid(*body.shape, 32, 32)
    book, held = ComponentBook(grid), []
    waiting = deque(grid.places())
    for row, col in grid.places():
        pixels = body[grid.window_of((row, col)).slices_in(Window(0, 0, *body.shape))]
        book.add((row, col), label_components(pixels, HALF))
        while waiting[0] <= (row, col) and not book.is_open(waiting[0]):
            book.take(waiting.popleft())
            if not waiting:
                break
        held.append(book.n_held)
    assert not waiting
    assert max(held[40:]) <= max(held[:40]) < 300  # the thing is too large for one piece from row 11 on


def test_missing_neighbors_are_asked_for_by_components_that_matter() -> None:
    body = body_of("..##.. ...... ####..")
    grid = BlockGrid(3, 6, 3, 3)
    book = ComponentBook(grid)
    book.add((0, 0), label_components(body[:, :3], HALF))
    assert book.missing(lambda window: True) == {(0, 1)}
    assert book.missing(lambda window: window.row == 2) == {(0, 1)}
    assert book.missing(lambda window: False) == set()


def test_nothing_is_missing_beyond_the_raster() -> None:
    body = body_of("### ###")
    grid = BlockGrid(2, 3, 4, 4)
    book = ComponentBook(grid)
    labels = label_components(body, HALF)
    book.add((0, 0), labels)
    assert book.missing(lambda window: True) == set()
    assert border_labels(labels, (0, 0), grid).tolist() == []


@pytest.mark.parametrize("block_px", [4, 100])
def test_what_is_too_large_for_one_piece_is_a_giant_and_keeps_no_block_waiting(
    block_px: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(components_module, "LONGEST_PX", 9)
    body = body_of("############ #..........# #.##.#####.. .......#....")
    grid = BlockGrid(4, 12, block_px, block_px)
    book, windows, there = ComponentBook(grid), {}, {}
    for place in grid.places():
        windows[place] = grid.window_of(place)
        there[place] = label_components(body[windows[place].slices_in(Window(0, 0, 4, 12))], HALF)
        book.add(place, there[place])
    (giant,) = book.take_giants()
    assert giant.component == Component((0, 0), Window(0, 0, 3, 12))
    assert is_giant(giant.component.window)
    n_px = sum(int(np.isin(there[place].raster(), labels).sum()) for place, labels in giant.parts.items())
    assert n_px == 12 + 2 + 1
    assert not any(component.window.cols == 12 for place in grid.places() for component in book.take(place))


def test_some_labels_may_be_missing() -> None:
    labels = Labels.of_raster(np.array([[0, 2, 0, 5]], np.int32))
    assert numbered_components(labels, Window(3, 4, 1, 4)) == [
        (2, Component((3, 5), Window(3, 5, 1, 1))),
        (5, Component((3, 7), Window(3, 7, 1, 1))),
    ]


def test_instances_never_cross_components_and_need_nothing_around_them() -> None:
    body = body_of("##.. ##.. ..## ..##")
    labels, _ = separate(body, np.zeros_like(body), body, thresholds=HALF)
    assert CONTEXT_PX == 0  # components are read without a margin
    assert labels[0, 0] != labels[3, 3]
