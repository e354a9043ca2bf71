"""Whatever runs a network draws the same fields; what is not installed is refused with the way to install it."""

from __future__ import annotations

import importlib.util

import numpy as np
import pytest
import torch

from engine.errors import DependencyError
from engine.models.backends import check_backend, drawer_for, why_not
from engine.models.committee import Committee
from engine.models.prepared import prepared
from engine.models.unet import UNet
from engine.models.views import Views

CPU = torch.device("cpu")


def a_committee() -> Committee:
    torch.manual_seed(0)
    committee = Committee(UNet(3, 1), 2)
    for parameter in committee.members[1].parameters():
        parameter.data *= 0.97
    return committee.eval()


@pytest.mark.parametrize("backend", ["auto", "torch", "onnxruntime", "openvino"])
@pytest.mark.parametrize("n_views", [1, 2])
def test_every_backend_draws_what_torch_draws(backend: str, n_views: int) -> None:
    assert why_not(backend, CPU) == ""
    network = a_committee() if n_views == 1 else Views(a_committee(), n_views)
    pixels = torch.rand((2, 3, 192, 192), generator=torch.Generator().manual_seed(1))
    drawer = drawer_for(backend, network, CPU, halo_px=64, tile_shape=(192, 192), n_bands=3)
    drawn, expected = drawer(pixels.numpy()), prepared(network, CPU, halo_px=64)(pixels)
    assert drawn.shape == expected.shape == (2, 3, 64, 64)
    assert drawn.dtype == np.uint8
    assert np.abs(drawn.astype(int) - expected).max() <= 1
    assert drawer.backend == ("torch" if backend == "auto" else backend)


@pytest.mark.parametrize("missing", ["onnxruntime", "onnx"])
def test_a_backend_that_is_not_installed_is_refused(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == missing else object())
    with pytest.raises(DependencyError, match=f"the Python package {missing} is not installed") as caught:
        check_backend("onnxruntime", CPU)
    assert "pip install" in caught.value.hint


def test_libraries_for_the_processor_do_not_run_on_a_gpu() -> None:
    assert "CPU only" in why_not("openvino", torch.device("cuda"))


def test_torch_needs_nothing() -> None:
    check_backend("auto", torch.device("cuda"))
    check_backend("torch", CPU)
