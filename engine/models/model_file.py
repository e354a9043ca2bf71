"""Model files: one `.safetensors` whose header carries the card; loading one never runs code."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save
from torch import nn

from engine.domain.model_card import ModelCard
from engine.errors import ModelFileError
from engine.models.committee import Committee
from engine.models.damaged_file import why_not_read
from engine.models.registry import family_named
from engine.models.views import Views
from engine.whole_file import whole_file

_CARD_KEY = "deepseg"  # the one key of ours in the file's metadata
CLASSIFIER_KEY = "deepseg_classifier"  # and the one of models that sort cut-outs


@dataclass(frozen=True)
class LoadedModel:
    """A network ready to predict, and what its file says of it."""

    network: nn.Module
    card: ModelCard
    path: Path

    @property
    def name(self) -> str:
        """Return the name that footprints carry: that of the file."""
        return self.path.stem


def save_model(path: Path, network: nn.Module, card: ModelCard) -> None:
    """Write the model under its final name only when it is whole.

    Raises:
        OutputError: the place cannot be written.
    """
    tensors = {name: value.detach().cpu().contiguous() for name, value in network.state_dict().items()}
    with whole_file(path) as beside:
        # Not by the library's own writer, whose files only their owner may read.
        beside.write_bytes(save(tensors, metadata={_CARD_KEY: card.to_json()}))


def read_card(path: Path) -> ModelCard:
    """Return the card of a model file without loading its weights.

    Raises:
        ModelFileError: the file is missing, damaged, no model of ours, or written by a newer engine.
    """
    if path.is_dir():
        raise ModelFileError(f"{path} is a folder, and a model is a file", hint="Choose the .safetensors file in it.")
    if not path.is_file():
        raise ModelFileError(f"there is no model file {path}", hint="Check the path, or train one: deepseg train.")
    try:
        with safe_open(path, framework="pt") as file:
            metadata = file.metadata() or {}
    except (SafetensorError, OSError) as err:
        raise ModelFileError(
            f"{path} is not a model file, or is damaged: {why_not_read(path, err)}",
            hint="Choose a .safetensors file that DeepSeg wrote.",
        ) from err
    if CLASSIFIER_KEY in metadata:
        raise ModelFileError(
            f"{path} sorts cut-outs into kinds; it finds nothing in a raster",
            hint="Use it with `deepseg classify`, or choose a model that `deepseg train` wrote.",
        )
    if _CARD_KEY not in metadata:
        raise ModelFileError(
            f"{path} holds weights but no DeepSeg card", hint="Choose a .safetensors file that DeepSeg wrote."
        )
    try:
        return ModelCard.from_json(metadata[_CARD_KEY])
    except (ValueError, KeyError, TypeError) as err:
        raise ModelFileError(
            f"the card of {path} cannot be read: {err}", hint="Update DeepSeg if a newer version wrote the model."
        ) from err


def load_model(path: Path, device: torch.device, *, n_views: int | None = None) -> LoadedModel:
    """Return the model on `device`, ready to predict with the views that its card tells, or with `n_views`.

    Raises:
        ModelFileError: as `read_card`, or when the weights do not fit what the card describes.
    """
    card = read_card(path)
    card = replace(card, n_views=n_views or card.n_views)
    network: nn.Module = new_network(card)
    load_weights(network, path)
    if card.n_views > 1:
        network = Views(network, card.n_views)
    return LoadedModel(network.to(device).eval(), card, path)


def new_network(card: ModelCard, *, weights: str | None = None, weights_file: Path | None = None) -> Committee:
    """Return the network that the card describes, with random or with pretrained weights."""
    member = family_named(card.family).build(
        len(card.bands),
        len(card.categories),
        card.encoder,
        depth=card.encoder_depth,
        weights=weights,
        weights_file=weights_file,
    )
    return Committee(member, card.n_members)


def load_weights(network: nn.Module, path: Path) -> None:
    """Fill the network with the weights of a model file.

    Raises:
        ModelFileError: when they do not fit.
    """
    with safe_open(path, framework="pt") as file:
        tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118  (safe_open is no dict)
    try:
        network.load_state_dict(tensors)
    except RuntimeError as err:
        raise ModelFileError(
            f"the weights in {path} do not fit its card", hint="The file was changed after training; train again."
        ) from err
