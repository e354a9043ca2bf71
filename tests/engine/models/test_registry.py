import pytest
import torch

from engine.errors import UsageError
from engine.models.registry import FAMILIES, family_named


@pytest.mark.parametrize("name", FAMILIES)
def test_every_family_builds_a_network_that_draws_the_fields_it_promises(name):
    family = family_named(name)
    depth = family.default_depth
    network = family.build(3, 2, "tf_efficientnet_lite0", depth=depth, weights=None).eval()
    with torch.inference_mode():
        logits = network(torch.rand(1, 3, family.stride, family.stride))
    assert logits.shape[1] == family.n_fields(2)


def test_halo_is_a_multiple_of_the_stride():
    assert all(family.halo_px(depth) % family.stride == 0 for family in FAMILIES.values() for depth in (4, 5))


def test_unknown_family_is_answered_with_the_list():
    with pytest.raises(UsageError, match="no model family named 'forest'") as caught:
        family_named("forest")
    assert "unet" in caught.value.hint
