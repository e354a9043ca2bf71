"""Where a training stands after an epoch, on disk, so that a kill at any moment costs one epoch at most."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch

from engine.errors import RunFolderError
from engine.training.history import EpochRecord
from engine.whole_file import whole_file

_FORMAT = 2


@dataclass
class TrainState:
    """All that the next epoch needs; tensors live on the CPU."""

    epoch: int = 0  # epochs that are done
    step: int = 0  # optimizer updates that are done
    network: dict[str, Any] = field(default_factory=dict)
    ema: dict[str, Any] = field(default_factory=dict)
    optimizer: dict[str, Any] = field(default_factory=dict)
    records: list[EpochRecord] = field(default_factory=list)
    best: dict[str, Any] | None = None  # weights of the best epoch
    best_objective: float | None = None  # the highest that `judge` has seen


def save_state(path: Path, state: TrainState) -> None:
    """Write the state, replacing the older one as a whole."""
    content = {**vars(state), "records": [asdict(record) for record in state.records], "format": _FORMAT}
    with whole_file(path) as beside, beside.open("wb") as file:
        torch.save(content, file)
        file.flush()
        os.fsync(file.fileno())


def load_state(path: Path) -> TrainState:
    """Return the state that `save_state` wrote; only tensors and plain values are ever read.

    Raises:
        RunFolderError: when the file is damaged or of another version.
    """
    try:  # broad, for torch raises almost anything for a damaged file
        content = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as err:
        raise RunFolderError(
            f"the checkpoint {path} is damaged", hint="Train again without --resume, or choose another --run-dir."
        ) from err
    if content.pop("format", None) != _FORMAT:
        raise RunFolderError(
            f"the checkpoint {path} is of another version of DeepSeg", hint="Train again without --resume."
        )
    content["records"] = [EpochRecord(**record) for record in content["records"]]
    return TrainState(**content)
