"""Polygons on the pixels of one raster: what a person labeled, or what a model found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Shapes:
    """Polygons in pixel coordinates of a raster's own grid (x = column, y = row), with category and score.

    Attributes:
        polygons: object (n,) of shapely polygons.
        category_ids: int (n,), as in `Category.id`.
        scores: float (n,) from 0 to 1; 1 for labels.
    """

    polygons: NDArray[np.object_]
    category_ids: NDArray[np.int64]
    scores: NDArray[np.float64]

    def __post_init__(self) -> None:
        n = len(self.polygons)
        if len(self.category_ids) != n or len(self.scores) != n:
            raise ValueError(
                f"{n} polygons need as many categories and scores, got {len(self.category_ids)} and {len(self.scores)}"
            )

    def __len__(self) -> int:
        return len(self.polygons)

    def take(self, rows: NDArray[Any]) -> Shapes:
        """Return the shapes at `rows`: positions, or one bool per shape."""
        return Shapes(self.polygons[rows], self.category_ids[rows], self.scores[rows])

    @classmethod
    def of(
        cls,
        polygons: Sequence[Any] | NDArray[Any],
        category_ids: Sequence[int] | NDArray[Any],
        scores: Sequence[float] | NDArray[Any] | None = None,
    ) -> Shapes:
        """Return shapes from sequences of any kind; without scores they are labels, which are certain."""
        import numpy as np

        held = np.empty(len(polygons), object)
        held[:] = list(polygons)
        sure = np.ones(len(polygons)) if scores is None else np.asarray(scores, np.float64)
        return cls(held, np.asarray(category_ids, np.int64), sure)

    @classmethod
    def none(cls) -> Shapes:
        """Return no shapes at all."""
        return cls.of([], [])

    @classmethod
    def joined(cls, parts: Sequence[Shapes]) -> Shapes:
        """Return the shapes of all `parts` in their order."""
        import numpy as np

        if not parts:
            return cls.none()
        return cls(
            np.concatenate([part.polygons for part in parts]),
            np.concatenate([part.category_ids for part in parts]),
            np.concatenate([part.scores for part in parts]),
        )
