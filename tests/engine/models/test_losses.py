import pytest
import torch

from engine.models.losses import LossWeights, field_loss


def world(n_categories=1):
    """Return targets of one chip of 4 x 4: a 2 x 2 instance in the corner, the right column unknown."""
    body = torch.zeros(1, n_categories, 4, 4)
    body[:, :, :2, :2] = 1
    known = torch.ones(1, 4, 4, dtype=torch.bool)
    known[:, :, 3] = False
    return {"body": body, "boundary": body.clone(), "distance": body * 0.5, "known": known}


@pytest.mark.parametrize("n_categories", [1, 3])
def test_unknown_pixels_give_exactly_no_gradient(n_categories):
    torch.manual_seed(0)
    logits = torch.randn(1, 3 * n_categories, 4, 4, requires_grad=True)
    for part in field_loss(logits, **world(n_categories)).values():
        (gradient,) = torch.autograd.grad(part, logits, retain_graph=True)
        assert torch.all(gradient[..., 3] == 0)
        assert torch.any(gradient[..., :3] != 0)


def test_what_is_said_about_unknown_pixels_costs_nothing():
    quiet = torch.zeros(1, 3, 4, 4)
    loud = quiet.clone()
    loud[..., 3] = 50.0
    assert sum(field_loss(loud, **world()).values()) == sum(field_loss(quiet, **world()).values())


def test_a_chip_of_which_nothing_is_known_costs_a_finite_nothing():
    logits = torch.randn(1, 3, 4, 4, requires_grad=True)
    loss = sum(field_loss(logits, **(world() | {"known": torch.zeros(1, 4, 4, dtype=torch.bool)})).values())
    loss.backward()
    assert torch.isfinite(loss)
    assert torch.all(logits.grad == 0)


@pytest.mark.parametrize("name", ["body", "body_overlap", "boundary", "distance"])
def test_every_part_prefers_the_truth(name):
    targets = world() | {"distance": world()["body"]}
    right = torch.cat([targets["body"], targets["boundary"], targets["distance"]], dim=1) * 6 - 3
    assert field_loss(right, **targets)[name] < field_loss(-right, **targets)[name]


def test_a_part_weighted_zero_is_silent():
    assert field_loss(torch.randn(1, 3, 4, 4), **world(), weights=LossWeights(boundary=0.0))["boundary"] == 0


def test_negative_weights_are_refused():
    with pytest.raises(ValueError, match="distance must not be negative, got -1"):
        LossWeights(distance=-1.0)
