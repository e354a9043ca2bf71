"""Several networks that learned side by side and vote; to the rest of the engine they are one."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence

import torch
from torch import Tensor, nn

_LEAST = 1e-4  # a vote of 0 or 1 would be an infinite logit


class Committee(nn.Module):
    """Networks of one shape. With few labels, where one errs the others often do not."""

    def __init__(self, member: nn.Module, n_members: int) -> None:
        """Make `n_members` copies of the member: all start alike, and grow apart by what they are taught."""
        super().__init__()
        self.members = nn.ModuleList([member, *(copy.deepcopy(member) for _ in range(n_members - 1))])

    def forward(self, pixels: Tensor) -> Tensor:
        """Return the logits of the members' mean vote, float32 (chips, 3C, rows, cols)."""
        if len(self.members) == 1:
            return self.members[0](pixels)
        return mean_vote([torch.sigmoid(member(pixels)) for member in self.members])

    def encoder_parameters(self) -> Iterator[nn.Parameter]:
        """Yield the weights that come pretrained."""
        for member in self.members:
            yield from member.encoder_parameters()  # type: ignore[operator]

    def fresh_parameters(self) -> Iterator[nn.Parameter]:
        """Yield the weights that start from chance."""
        for member in self.members:
            yield from member.fresh_parameters()  # type: ignore[operator]


def mean_vote(fields: Sequence[Tensor]) -> Tensor:
    """Return the logits of the mean of several fields in 0..1, of the shape of each."""
    return torch.logit(torch.stack(list(fields)).mean(dim=0), eps=_LEAST)
