"""Norms of a network that has learned move towards what they see of plain ground, and nothing else moves."""

from __future__ import annotations

import pytest
import torch

from engine.models.unet import UNet
from engine.training.settle import settle_norms


def a_network() -> UNet:
    torch.manual_seed(0)
    return UNet(3, 1).train()


def chips(n: int = 3) -> list[torch.Tensor]:
    return list(torch.rand((n, 4, 3, 64, 64), generator=torch.Generator().manual_seed(1)))


@pytest.fixture(scope="module")
def first_norm_saw() -> tuple[torch.Tensor, torch.Tensor]:
    """What goes into the decoder's first norm while all chips pass: the mean of the batches' means and variances."""
    network, seen = a_network().eval(), []
    next(iter(network.fresh_norms())).register_forward_pre_hook(lambda _, values: seen.append(values[0]))
    with torch.no_grad():
        for each in chips():
            network(each)
    means = torch.stack([each.mean((0, 2, 3)) for each in seen]).mean(0)
    variances = torch.stack([each.var((0, 2, 3)) for each in seen]).mean(0)
    return means, variances


def test_norms_move_seven_tenths_of_the_way_to_what_they_see(first_norm_saw) -> None:
    network = a_network()
    norm = next(iter(network.fresh_norms()))
    torch.nn.init.constant_(norm.running_mean, 2.0)
    torch.nn.init.constant_(norm.running_var, 5.0)
    settle_norms(network, chips())
    torch.testing.assert_close(norm.running_mean, 0.3 * 2.0 + 0.7 * first_norm_saw[0])
    torch.testing.assert_close(norm.running_var, 0.3 * 5.0 + 0.7 * first_norm_saw[1])


def test_weights_and_the_norms_of_the_encoder_stay() -> None:
    network = a_network()
    settled = a_network()
    settle_norms(settled, chips())
    moved = {name for name, value in settled.state_dict().items() if not torch.equal(value, network.state_dict()[name])}
    assert moved
    assert all(name.startswith("decoder.") and "running_" in name for name in moved)


def test_a_settled_network_predicts_and_can_learn_on() -> None:
    network = a_network()
    settle_norms(network, chips())
    assert not any(module.training for module in network.modules())
    norms = list(network.fresh_norms())
    assert {norm.momentum for norm in norms} == {0.1}
    before = norms[0].running_mean.clone()
    network.train()(chips()[0])
    assert not torch.equal(norms[0].running_mean, before)


def test_the_same_chips_settle_the_same() -> None:
    one, other = a_network(), a_network()
    settle_norms(one, chips())
    settle_norms(other, chips())
    assert all(torch.equal(a, b) for a, b in zip(one.state_dict().values(), other.state_dict().values(), strict=True))
