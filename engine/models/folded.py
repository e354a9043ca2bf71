"""Batch norms folded into the convolutions before them: the same answer with a third of the passes over memory."""

from __future__ import annotations

import copy
from typing import TypeVar

import torch
from torch import Tensor, nn
from torch.nn.modules.batchnorm import _BatchNorm
from torch.nn.utils.fusion import fuse_conv_bn_weights

Network = TypeVar("Network", bound=nn.Module)


@torch.no_grad()  # not inference_mode: what is made there could not be used outside
def folded(network: Network, sample: Tensor) -> Network:
    """Return a copy in eval mode, without gradients, whose batch norms are part of the convolutions before them.

    Args:
        network: stays as it is.
        sample: pixels that it can read, float32 (1, bands, rows, cols); they show which norm follows which convolution.
    """
    network = copy.deepcopy(network).eval().requires_grad_(False)
    pairs = _norms_after_convolutions(network, sample)
    for parent in list(network.modules()):
        for name, child in list(parent.named_children()):
            if child in pairs:
                _fold(pairs[child], child)
                setattr(parent, name, getattr(child, "act", nn.Identity()))  # timm keeps the activation in the norm
    return network


def _norms_after_convolutions(network: nn.Module, sample: Tensor) -> dict[nn.Module, nn.Conv2d]:
    """Return the convolution before each norm that directly follows one, and follows it alone."""
    made_by: dict[int, tuple[nn.Conv2d, Tensor]] = {}  # the tensor is held, so that its id is not given again
    pairs: dict[nn.Module, nn.Conv2d] = {}

    def remember(convolution: nn.Module, _: object, made: Tensor) -> None:
        assert isinstance(convolution, nn.Conv2d)
        made_by[id(made)] = convolution, made

    def find(norm: nn.Module, read: tuple[Tensor, ...]) -> None:
        if id(read[0]) in made_by:
            pairs[norm] = made_by[id(read[0])][0]

    hooks = [m.register_forward_hook(remember) for m in network.modules() if isinstance(m, nn.Conv2d)]
    hooks += [m.register_forward_pre_hook(find) for m in network.modules() if isinstance(m, _BatchNorm)]
    try:
        network(sample)
    finally:
        for hook in hooks:
            hook.remove()
    used = list(pairs.values())
    return {norm: convolution for norm, convolution in pairs.items() if used.count(convolution) == 1}


def _fold(convolution: nn.Conv2d, norm: nn.Module) -> None:
    assert isinstance(norm, _BatchNorm)
    assert norm.running_mean is not None and norm.running_var is not None
    weight, bias = fuse_conv_bn_weights(
        convolution.weight, convolution.bias, norm.running_mean, norm.running_var, norm.eps, norm.weight, norm.bias
    )
    convolution.weight, convolution.bias = weight, bias
