"""A committee answers with the mean of its members' votes."""

from __future__ import annotations

import torch
from torch import nn

from engine.models.committee import Committee


def test_one_member_answers_as_it_would_alone():
    member = nn.Conv2d(1, 3, 1)
    pixels = torch.rand(2, 1, 4, 4)
    assert (Committee(member, 1)(pixels) == member(pixels)).all()


def test_members_start_alike_and_vote_by_the_mean_of_their_probabilities():
    committee = Committee(nn.Conv2d(1, 1, 1, bias=False), 2)
    assert (committee.members[0].weight == committee.members[1].weight).all()
    with torch.no_grad():
        committee.members[0].weight.fill_(0.0)  # says one half
        committee.members[1].weight.fill_(2.0)  # says 0.88 where the pixel is 1
    vote = torch.sigmoid(committee(torch.ones(1, 1, 1, 1))).item()
    assert abs(vote - (0.5 + 0.8808) / 2) < 1e-3


def test_a_unanimous_vote_stays_finite():
    committee = Committee(nn.Conv2d(1, 1, 1, bias=False), 2)
    with torch.no_grad():
        for member in committee.members:
            member.weight.fill_(1000.0)
    assert torch.isfinite(committee(torch.ones(1, 1, 1, 1))).all()
