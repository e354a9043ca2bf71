"""What a check of labels can find, and how each can be repaired."""

from __future__ import annotations

from dataclasses import dataclass

# Kinds of findings, in the order in which a person should look at them.
WRONG_CRS = "wrong_crs"
EMPTY = "empty"
INVALID = "invalid"
NO_CATEGORY = "no_category"
DUPLICATE = "duplicate"
OVERLAP = "overlap"
OUTSIDE_RASTERS = "outside_rasters"
CROSSES_EDGE = "crosses_edge"
OUTSIDE_AREAS = "outside_areas"
TOO_SMALL = "too_small"
TOO_FEW = "too_few"
KINDS = (
    WRONG_CRS,
    EMPTY,
    INVALID,
    NO_CATEGORY,
    DUPLICATE,
    OVERLAP,
    OUTSIDE_RASTERS,
    CROSSES_EDGE,
    OUTSIDE_AREAS,
    TOO_SMALL,
    TOO_FEW,
)

# Repairs; `clip` cuts the finding's place out of the label, `merge` joins the label with the other one.
NONE = "none"
MAKE_VALID = "make_valid"
DELETE = "delete"
CLIP = "clip"
MERGE = "merge"
REPAIRS = (NONE, MAKE_VALID, DELETE, CLIP, MERGE)

NO_LABEL = -1  # of findings about many labels, and where there is no second one


@dataclass(frozen=True)
class CheckRules:
    """Where the limits are."""

    min_side_px: float = 4.0
    min_per_category: int = 2
    max_overlap: float = 0.1  # share of the smaller label
    duplicate_iou: float = 0.9
    same_thing_overlap: float = 0.5  # from here on two labels are taken for two parts of one thing
    max_outside: float = 0.01  # share of a label beyond a raster's edge that a careless vertex explains

    def __post_init__(self) -> None:
        if self.min_side_px < 0:
            raise ValueError(f"min_side_px must not be negative, got {self.min_side_px}")
        if self.min_per_category < 0:
            raise ValueError(f"min_per_category must not be negative, got {self.min_per_category}")
        for name in ("max_overlap", "duplicate_iou", "same_thing_overlap", "max_outside"):
            if not 0.0 <= getattr(self, name) <= 1.0:
                raise ValueError(f"{name} must be from 0 to 1, got {getattr(self, name)}")


@dataclass(frozen=True)
class PairVerdict:
    """What is said of two labels that share ground."""

    kind: str
    repair: str


def judge_pair(
    area: float, other_area: float, shared: float, *, is_same_category: bool, rules: CheckRules
) -> PairVerdict | None:
    """Return what is wrong with two labels that share the area `shared`; None when nothing is.

    Two nearly equal labels of different categories are a duplicate that only a person can resolve.
    """
    smaller = min(area, other_area)
    union = area + other_area - shared
    if smaller <= 0 or shared <= 0 or union <= 0:
        return None
    if shared / union > rules.duplicate_iou:
        return PairVerdict(DUPLICATE, DELETE if is_same_category else NONE)
    share = shared / smaller
    if not is_same_category or share <= rules.max_overlap:
        return None
    return PairVerdict(OVERLAP, MERGE if share >= rules.same_thing_overlap else CLIP)
