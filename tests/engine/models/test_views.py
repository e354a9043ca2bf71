"""A network that looks at the ground in several ways answers in the right place, with the mean."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from engine.models.views import Views


class Upper(nn.Module):
    """Says yes in the upper half, whatever is there: looking again from elsewhere must change its mind."""

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        logits = torch.full_like(pixels, -4.0)
        logits[..., : pixels.shape[-2] // 2, :] = 4.0
        return logits


class Same(nn.Module):
    """Says of each pixel what it holds."""

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        return pixels


@pytest.mark.parametrize("n_views", [1, 2, 3, 4])
@pytest.mark.parametrize("shape", [(64, 64), (32, 96)])
def test_every_look_is_laid_back_where_it_was(n_views: int, shape: tuple[int, int]) -> None:
    pixels = torch.randn(2, 3, *shape)
    assert torch.allclose(Views(Same(), n_views)(pixels), pixels, atol=1e-4)


def test_the_mean_of_all_looks_counts():
    pixels = torch.zeros(1, 1, 4, 4)
    fields = torch.sigmoid(Views(Upper(), 4)(pixels))
    yes, no = torch.sigmoid(torch.tensor([4.0, -4.0])).tolist()
    # As it is: upper half; transposed: left half; mirrored left to right: upper half; upside down: lower half.
    assert fields[0, 0, 0, 0].item() == pytest.approx((3 * yes + no) / 4, abs=1e-4)
    assert fields[0, 0, 3, 3].item() == pytest.approx((yes + 3 * no) / 4, abs=1e-4)
