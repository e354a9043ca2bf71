"""A committee votes with the mean of its members' answers, and ends as the mean of their weights."""

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


def test_the_mean_of_the_weights_is_one_network_and_changes_no_member():
    committee = Committee(nn.Sequential(nn.Conv2d(1, 1, 1, bias=False), nn.BatchNorm2d(1)), 3)
    with torch.no_grad():
        for weight, member in zip((0.0, 1.0, 5.0), committee.members, strict=True):
            member[0].weight.fill_(weight)
    assert committee.averaged()[0].weight.item() == 2.0
    assert [member[0].weight.item() for member in committee.members] == [0.0, 1.0, 5.0]


def test_the_mean_of_one_is_that_one():
    committee = Committee(nn.Conv2d(1, 1, 3), 1)
    assert (committee.averaged().weight == committee.members[0].weight).all()
