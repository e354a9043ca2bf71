"""Components are joined across blocks by the pixels that touch, and by nothing else."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from engine.domain.thresholds import Thresholds
from engine.geo.window import Window
from engine.inference.components import Component, ComponentBook, components_of, label_components
from engine.inference.instances import CONTEXT_PX, separate
from engine.inference.walk import BlockGrid

HALF = Thresholds(min_area_px=1)


def body_of(text: str) -> np.ndarray:
    return np.array([[255 * (sign == "#") for sign in line] for line in text.split()], np.uint8)


def all_components(body: np.ndarray, block_px: int) -> list[Component]:
    """Return what blocks of a size find together: inside them and across their borders."""
    grid = BlockGrid(*body.shape, block_px, block_px)
    places = set(grid.places())
    book, found = ComponentBook(grid, places), []
    for place in sorted(places):
        window = grid.window_of(place)
        labels = label_components(body[window.slices_in(Window(0, 0, *body.shape))], HALF)
        book.add(place, labels)
        at_border = set(book.border_labels(place).tolist())
        found += [c for number, c in enumerate(components_of(labels, window), start=1) if number not in at_border]
    for place, components in book.joined().items():
        assert all(grid.place_of(component.anchor) == place for component in components)
        assert components == sorted(components)
        found += components
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


@pytest.mark.parametrize("seed", range(5))
def test_so_they_do_in_noise(seed: int) -> None:
    noise = ndimage.gaussian_filter(np.random.default_rng(seed).random((40, 50)), 1.0)
    body = np.where(noise > 0.5, 255, 0).astype(np.uint8)
    assert all_components(body, 7) == all_components(body, 16) == whole(body)


def test_missing_neighbors_are_asked_for_by_components_that_matter() -> None:
    body = body_of("..##.. ...... ####..")
    grid = BlockGrid(3, 6, 3, 3)
    book = ComponentBook(grid, {(0, 0)})
    book.add((0, 0), label_components(body[:, :3], HALF))
    assert book.missing(lambda window: True) == {(0, 1)}
    assert book.missing(lambda window: window.row == 2) == {(0, 1)}
    assert book.missing(lambda window: False) == set()


def test_nothing_is_missing_beyond_the_raster() -> None:
    body = body_of("### ###")
    book = ComponentBook(BlockGrid(2, 3, 4, 4), {(0, 0)})
    book.add((0, 0), label_components(body, HALF))
    assert book.missing(lambda window: True) == set()
    assert book.border_labels((0, 0)).tolist() == []


def test_instances_never_cross_components_and_need_nothing_around_them() -> None:
    body = body_of("##.. ##.. ..## ..##")
    labels, _ = separate(body, np.zeros_like(body), body, thresholds=HALF)
    assert CONTEXT_PX == 0  # components are read without a margin
    assert labels[0, 0] != labels[3, 3]
