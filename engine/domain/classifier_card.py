"""What the file of a classifier says of itself; enough to sort footprints with it on another machine."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from engine.domain.category import Category
from engine.domain.cutout_settings import Framing
from engine.domain.scaling import Scaling

CARD_FORMAT = 1
UNITS = ("m", "px", "")


@dataclass(frozen=True)
class ClassifierCard:
    """The card in the header of a classifier's file.

    `size_px` is the side of what the network sees. `shape_unit` says in what lengths were measured: m, px, or empty
    where the network knows pictures alone. `scores` were reached on ground that was kept aside.
    """

    encoder: str
    categories: tuple[Category, ...]
    bands: tuple[int, ...]
    scaling: Scaling
    framing: Framing
    is_masked: bool
    size_px: int
    shape_unit: str
    scores: dict[str, float] = field(default_factory=dict)
    recalls: dict[str, float | None] = field(default_factory=dict)
    n_labels: int = 0
    engine_version: str = ""
    name: str = ""
    format: int = CARD_FORMAT

    def __post_init__(self) -> None:
        if len(self.categories) < 2:
            raise ValueError(f"a classifier needs at least 2 categories, got {len(self.categories)}")
        if len(self.scaling.low) != len(self.bands):
            raise ValueError(f"{len(self.bands)} bands need as many scaling limits, got {len(self.scaling.low)}")
        if self.shape_unit not in UNITS:
            raise ValueError(f"shape_unit must be one of {UNITS}, got {self.shape_unit!r}")
        if not 32 <= self.size_px <= 1024:
            raise ValueError(f"size_px must be from 32 to 1024, got {self.size_px}")

    def to_json(self) -> str:
        """Return the card as one JSON text, keys sorted, so that equal cards are equal bytes."""
        return json.dumps(asdict(self), sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> ClassifierCard:
        """Return the card that `to_json` wrote.

        Raises:
            ValueError, KeyError, TypeError: when the text is not such a card.
        """
        values: dict[str, Any] = json.loads(text)
        if values.get("format") != CARD_FORMAT:
            raise ValueError(f"card format {values.get('format')!r}, this engine reads {CARD_FORMAT}")
        values["categories"] = tuple(Category(**each) for each in values["categories"])
        values["scaling"] = Scaling(low=tuple(values["scaling"]["low"]), high=tuple(values["scaling"]["high"]))
        values["bands"] = tuple(values["bands"])
        values["framing"] = Framing(**values["framing"])
        return cls(**values)
