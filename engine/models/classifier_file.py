"""Files of classifiers: one `.safetensors` whose header carries the card; loading one never runs code."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save

from engine.domain.classifier_card import ClassifierCard
from engine.errors import ModelFileError
from engine.models.classifier import Classifier, FeatureMaker
from engine.models.damaged_file import why_not_read
from engine.models.model_file import CLASSIFIER_KEY, load_weights
from engine.whole_file import whole_file

_HINT = "Choose a .safetensors file that `deepseg classify-train` wrote."


@dataclass(frozen=True)
class LoadedClassifier:
    """A classifier ready to sort, and what its file says of it."""

    network: Classifier
    card: ClassifierCard


def save_classifier(path: Path, network: Classifier, card: ClassifierCard) -> None:
    """Write the classifier under its final name only when it is whole.

    Raises:
        OutputError: the place cannot be written.
    """
    tensors = {name: value.detach().cpu().contiguous() for name, value in network.state_dict().items()}
    with whole_file(path) as beside:
        beside.write_bytes(save(tensors, metadata={CLASSIFIER_KEY: card.to_json()}))


def read_classifier_card(path: Path) -> ClassifierCard:
    """Return the card of a classifier without loading its weights.

    Raises:
        ModelFileError: the file is missing, damaged, no classifier of ours, or written by a newer engine.
    """
    if path.is_dir():
        raise ModelFileError(f"{path} is a folder, and a model is a file", hint="Choose the .safetensors file in it.")
    if not path.is_file():
        raise ModelFileError(f"there is no model file {path}", hint="Check the path, or train one: classify-train.")
    try:
        with safe_open(path, framework="pt") as file:
            metadata = file.metadata() or {}
    except (SafetensorError, OSError) as err:
        raise ModelFileError(
            f"{path} is not a model file, or is damaged: {why_not_read(path, err)}", hint=_HINT
        ) from err
    if "deepseg" in metadata:
        raise ModelFileError(f"{path} finds things in rasters; it does not sort what was found", hint=_HINT)
    if CLASSIFIER_KEY not in metadata:
        raise ModelFileError(f"{path} holds weights but no card of a DeepSeg classifier", hint=_HINT)
    try:
        return ClassifierCard.from_json(metadata[CLASSIFIER_KEY])
    except (ValueError, KeyError, TypeError) as err:
        raise ModelFileError(
            f"the card of {path} cannot be read: {err}", hint="Update DeepSeg if a newer version wrote the model."
        ) from err


def load_classifier(path: Path, device: torch.device) -> LoadedClassifier:
    """Return the classifier on `device`, ready to sort.

    Raises:
        ModelFileError: as `read_classifier_card`, or when the weights do not fit the card.
    """
    card = read_classifier_card(path)
    network = Classifier(FeatureMaker(len(card.bands), card.encoder), len(card.categories))
    load_weights(network, path)
    return LoadedClassifier(network.to(device).eval(), card)
