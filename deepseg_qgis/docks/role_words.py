"""How the roles of areas and rasters are called on screen, and what each means."""

from __future__ import annotations

from collections.abc import Mapping

from ..domain.roles import AREA_ROLES, EVALUATE, PREDICT, TRAIN, VALIDATE
from ..i18n import tr


def role_name(role: str) -> str:
    """Return the role as one word."""
    names = {TRAIN: tr("Training"), VALIDATE: tr("Validation"), EVALUATE: tr("Evaluation"), PREDICT: tr("Prediction")}
    return names.get(role, role)


def area_role_meaning(role: str) -> str:
    """Return in one sentence what an area of this role does."""
    meanings = {
        TRAIN: tr("Training area: DeepSeg learns inside it, so label everything of your categories there."),
        VALIDATE: tr(
            "Validation area: here DeepSeg tries itself while it trains, to find the best epoch; "
            "label everything inside."
        ),
        EVALUATE: tr(
            "Evaluation area: kept away from training, to test the model on ground it has never seen; "
            "label everything inside."
        ),
        PREDICT: tr("Prediction area: DeepSeg looks for footprints inside it; no labels are needed."),
    }
    return meanings.get(role, role)


def raster_role_meaning(role: str) -> str:
    """Return in one sentence what a raster of this role is for."""
    meanings = {
        TRAIN: tr("Training raster: your labels lie on it, and DeepSeg learns from it."),
        EVALUATE: tr("Evaluation raster: only used to test the model, never to learn from."),
        PREDICT: tr("Prediction raster: DeepSeg looks for footprints on it; no labels are needed."),
    }
    return meanings.get(role, role)


def areas_text(counts: Mapping[str, int]) -> str:
    """Return how many areas there are, for example "Areas: 2 training, 1 evaluation"."""
    parts = [f"{counts[role]} {role_name(role).lower()}" for role in AREA_ROLES if counts.get(role)]
    return tr("Areas: {counts}").format(counts=", ".join(parts) if parts else tr("none yet"))
