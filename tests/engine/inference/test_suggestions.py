"""Cells lie evenly, looks are measured in bits, and what was chosen counts as labeled for the next choice."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
import torch
from torch import Tensor, nn

from engine.geo.window import Window
from engine.inference.cells import Cells, interleaved, spread
from engine.inference.looks import Look, Looker, entropy_bits
from engine.inference.suggestions import suggest
from engine.models.committee import Committee
from engine.models.unet import UNet

NOTHING = np.zeros(0, object)


def held(*polygons: shapely.Polygon) -> np.ndarray:
    answer = np.empty(len(polygons), object)
    answer[:] = polygons
    return answer


def look(uncertainty: float, *features: float, disagreement: float = math.nan) -> Look:
    return Look(uncertainty, disagreement, np.array(features, float))


def never(_one: int, _other: int) -> bool:
    return False


# Cells


def test_one_cell_is_one_place() -> None:
    assert spread(1, 1) == [(0, 0)]


def test_the_first_places_lie_far_apart() -> None:
    assert spread(2, 2) == [(0, 0), (1, 1), (0, 1), (1, 0)]
    first = spread(8, 8)[:16]
    assert sorted(first) == [(row, col) for row in (0, 2, 4, 6) for col in (0, 2, 4, 6)]
    assert len(set(spread(5, 3))) == 15


def test_long_and_short_parts_end_together() -> None:
    assert [entry for _, entry in interleaved(["ab", "wxyz"])] == list("waxybz")
    assert list(interleaved([[], []])) == []


def test_labeled_cells_are_not_new() -> None:
    # 4 x 4 cells of 32 px; the first is labeled wholly, the second by a twentieth, the fifth by a half.
    known = held(shapely.box(0, 0, 32, 32), shapely.box(32, 0, 33.6, 32), shapely.box(0, 32, 16, 64))
    cells = Cells(128, 128, 32, known)
    assert cells.known_shares[0].tolist() == pytest.approx([1.0, 0.05, 0.0, 0.0])
    assert cells.known_shares[1, 0] == pytest.approx(0.5)
    assert {(0, 0), (1, 0)}.isdisjoint(cells.new_places()) and (0, 1) in cells.new_places()
    assert set(cells.known_places()) == {(0, 0), (1, 0)}
    assert cells.polygon((0, 1)).area == pytest.approx(32 * 32 * 0.95)  # without what is labeled


def test_a_speck_that_is_labeled_is_what_there_is_to_compare_with() -> None:
    assert Cells(64, 64, 32, held(shapely.box(1, 1, 3, 3))).known_places() == [(0, 0)]


def test_slivers_at_the_edge_are_left_out_unless_there_is_nothing_else() -> None:
    assert set(Cells(70, 128, 64, NOTHING).new_places()) == {(0, 0), (0, 1)}
    assert Cells(20, 30, 64, NOTHING).new_places() == [(0, 0)]
    assert Cells(20, 30, 64, NOTHING).window((0, 0)) == Window(0, 0, 20, 30)


def test_a_large_cell_is_looked_at_in_its_middle_or_where_it_is_labeled() -> None:
    cells = Cells(3200, 3200, 3200, held(shapely.box(0, 3000, 40, 3040)))
    assert cells.looked((0, 0), is_known=False) == Window(1408, 1408, 384, 384)
    known = cells.looked((0, 0), is_known=True)
    assert (known.row, known.col) == (3200 - 384, 0)
    assert cells.known_mask(known).sum() == 1600


# Looks


class Sure(nn.Module):
    """Says the same of every pixel."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.gain = nn.Parameter(torch.zeros(1))
        self.logit = math.log(share / (1 - share))

    def forward(self, pixels: Tensor) -> Tensor:
        return torch.full((len(pixels), 3, *pixels.shape[2:]), self.logit) + self.gain


def seen_by(*shares: float, n_categories: int = 1) -> Look:
    committee = Committee(Sure(shares[0]), 1)
    committee.members = nn.ModuleList([Sure(share) for share in shares])
    looker = Looker(committee, n_categories, torch.device("cpu"))
    (found,) = looker.look(np.zeros((1, 2, 96, 96), np.float32), np.ones((1, 32, 32), np.float32))
    return found


@pytest.mark.parametrize("share, bits", [(0.5, 1.0), (0.25, 0.8113), (0.999999, 0.0)])
def test_uncertainty_is_entropy(share: float, bits: float) -> None:
    assert seen_by(share).uncertainty == pytest.approx(bits, abs=1e-3)
    assert math.isnan(seen_by(share).disagreement)


def test_disagreement_is_what_networks_do_not_share() -> None:
    assert seen_by(0.25, 0.25).disagreement == pytest.approx(0.0, abs=1e-6)
    assert seen_by(0.000001, 0.999999).disagreement == pytest.approx(1.0, abs=1e-3)
    assert seen_by(0.5, 0.5).uncertainty == pytest.approx(1.0)


def test_kept_fields_tell_the_same() -> None:
    assert entropy_bits(np.full((1, 4, 4), 64, np.uint8)) == pytest.approx(0.8128, abs=1e-3)  # of 64 / 255
    assert entropy_bits(np.zeros((2, 4, 4), np.uint8)) == pytest.approx(0.0, abs=1e-3)
    least_sure = np.stack([np.zeros((2, 2), np.uint8), np.full((2, 2), 127, np.uint8)])
    assert entropy_bits(least_sure) == pytest.approx(1.0, abs=1e-3)


def test_a_network_with_an_encoder_tells_dark_ground_from_bright() -> None:
    torch.manual_seed(0)
    looker = Looker(Committee(UNet(3, 1, depth=4), 1).eval(), 1, torch.device("cpu"))
    pixels = np.full((3, 3, 192, 192), 0.2, np.float32)
    pixels[1:] = 0.8
    dark, bright, same = looker.look(pixels, np.ones((3, 64, 64), np.float32))
    assert np.abs(dark.features - bright.features).max() > 1e-3
    assert np.allclose(bright.features, same.features)


# Choice


def test_nothing_gives_nothing() -> None:
    assert suggest([], [], 3, are_neighbors=never) == []


def test_ground_that_looks_otherwise_comes_first() -> None:
    looks = [look(0.1, 0.0), look(0.1, 5.0), look(0.1, 0.1)]
    first, *_ = suggest(looks, [look(0.1, 0.0)], 3, are_neighbors=never)
    assert first.number == 1
    assert first.difference == pytest.approx(1.0)
    assert first.score == pytest.approx((first.uncertainty + first.difference) / 2)


def test_ground_that_the_model_is_unsure_of_comes_first() -> None:
    looks = [look(0.0, 1.0), look(0.4, 1.0), look(0.1, 1.0)]
    assert [each.number for each in suggest(looks, [look(0.0, 1.0)], 3, are_neighbors=never)] == [1, 2, 0]


def test_what_was_chosen_counts_as_labeled() -> None:
    # Two alike that differ most, and one that differs a little less: one of the two is enough.
    looks = [look(0.1, 5.0, 0.0), look(0.1, 5.0, 0.0), look(0.1, 0.0, 4.0), look(0.1, 0.0, 0.0)]
    chosen = suggest(looks, [look(0.1, 0.0, 0.0)], 4, are_neighbors=never)
    assert {each.number for each in chosen[:2]} in ({0, 2}, {1, 2})
    assert [each.score for each in chosen] == sorted((each.score for each in chosen), reverse=True)


def test_neighbors_come_when_nothing_else_is_left() -> None:
    looks = [look(0.4, 0.0), look(0.3, 1.0), look(0.2, 0.0)]
    chosen = suggest(looks, [], 3, are_neighbors=lambda one, other: abs(one - other) == 1)
    assert [each.number for each in chosen] == [0, 2, 1]


def test_disagreement_is_half_of_the_uncertainty() -> None:
    (chosen,) = suggest([look(0.5, 0.0, disagreement=0.0)], [], 1, are_neighbors=never)
    assert (chosen.uncertainty, chosen.disagreement) == (0.5, 0.0)
