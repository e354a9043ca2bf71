import pytest
import torch

from engine.models.unet import UNet, fields


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(0)
    return UNet(n_bands=4, n_categories=2).eval()


@pytest.mark.parametrize("n_chips, rows, cols", [(1, 32, 32), (2, 32, 64)])
def test_three_fields_per_category_at_full_size(network, n_chips, rows, cols):
    assert network(torch.rand(n_chips, 4, rows, cols)).shape == (n_chips, 6, rows, cols)


@pytest.mark.parametrize("depth", [3, 4, 5])
def test_a_shallower_network_draws_at_full_size_as_well_and_carries_no_unused_stage(depth):
    shallow = UNet(n_bands=3, n_categories=1, depth=depth, weights="imagenet").train()
    drawn = shallow(torch.rand(1, 3, 64, 64))
    drawn.sum().backward()
    assert drawn.shape == (1, 3, 64, 64)
    assert all(p.grad is not None for p in shallow.parameters())


def test_fields_lie_between_0_and_1():
    assert fields(torch.tensor([-100.0, 0.0, 100.0])).tolist() == [0.0, 0.5, 1.0]


def test_a_tile_gives_the_same_fields_whatever_its_neighbors_in_the_batch(network):
    one, other = torch.rand(2, 1, 4, 64, 64)
    with torch.inference_mode():
        torch.testing.assert_close(network(torch.cat([one, other]))[:1], network(one), rtol=1e-4, atol=1e-5)


def test_training_leaves_the_statistics_of_the_encoder_alone():
    network = UNet(n_bands=3, n_categories=1).train()
    before = {key: value.clone() for key, value in network.encoder.state_dict().items() if "running" in key}
    network(torch.rand(2, 3, 32, 32))
    after = network.encoder.state_dict()
    assert all(torch.equal(after[key], value) for key, value in before.items())
    assert network.decoder.training


def test_every_weight_is_in_exactly_one_group(network):
    grouped = [*network.encoder_parameters(), *network.fresh_parameters()]
    assert len({id(p) for p in grouped}) == len(grouped) == len(list(network.parameters()))


def test_pretrained_weights_are_loaded_only_when_asked_for():
    torch.manual_seed(0)
    random = UNet(3, 1).encoder.state_dict()["model.bn1.running_mean"]
    pretrained = UNet(3, 1, weights="imagenet").encoder.state_dict()["model.bn1.running_mean"]
    assert torch.all(random == 0)
    assert torch.any(pretrained != 0)
