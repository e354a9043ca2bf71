"""What a model file says of itself; enough to use it on another machine, years later."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from engine.domain.category import Category
from engine.domain.scaling import Scaling
from engine.domain.thresholds import Thresholds

CARD_FORMAT = 1


@dataclass(frozen=True)
class ModelCard:
    """The card in a model file's header.

    `bands` count from 1, in the order the network reads them. `resolution_m` is metres per pixel as the
    network sees it, `raster_resolution_m` as the training rasters had it; both are None for rasters
    without georeference, where `scale` (network pixels per raster pixel) alone holds.
    """

    family: str
    encoder: str
    categories: tuple[Category, ...]
    bands: tuple[int, ...]
    scaling: Scaling
    dtype: str
    scale: float
    resolution_m: float | None
    raster_resolution_m: float | None
    chip_size_px: int
    score_threshold: float
    thresholds: tuple[Thresholds, ...]  # one per category, in the same order
    scores: dict[str, float] = field(default_factory=dict)
    data_hash: str = ""
    engine_version: str = ""
    name: str = ""
    encoder_depth: int = 5  # how often the encoder halves its input; cards that do not tell are of this depth
    n_members: int = 1  # networks that vote
    n_views: int = 1  # ways of turning the ground in which it is looked at
    format: int = CARD_FORMAT

    def __post_init__(self) -> None:
        if len(self.thresholds) != len(self.categories):
            raise ValueError(f"{len(self.categories)} categories need as many thresholds, got {len(self.thresholds)}")
        if len(self.scaling.low) != len(self.bands):
            raise ValueError(f"{len(self.bands)} bands need as many scaling limits, got {len(self.scaling.low)}")
        if not self.scale > 0:
            raise ValueError(f"scale must be positive, got {self.scale}")

    def to_json(self) -> str:
        """Return the card as one JSON text, keys sorted, so that equal cards are equal bytes."""
        return json.dumps(asdict(self), sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> ModelCard:
        """Return the card that `to_json` wrote.

        Raises:
            ValueError, KeyError, TypeError: when the text is not such a card.
        """
        values: dict[str, Any] = json.loads(text)
        if values.get("format") != CARD_FORMAT:
            raise ValueError(f"card format {values.get('format')!r}, this engine reads {CARD_FORMAT}")
        values["categories"] = tuple(Category(**c) for c in values["categories"])
        values["scaling"] = Scaling(low=tuple(values["scaling"]["low"]), high=tuple(values["scaling"]["high"]))
        values["bands"] = tuple(values["bands"])
        values["thresholds"] = tuple(Thresholds(**t) for t in values["thresholds"])
        return cls(**values)
