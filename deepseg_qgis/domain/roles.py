"""What an area or a raster is for; the words are those of the engine's field `role`."""

from __future__ import annotations

TRAIN, VALIDATE, EVALUATE, PREDICT = "train", "validate", "evaluate", "predict"
AREA_ROLES = (TRAIN, VALIDATE, EVALUATE, PREDICT)
RASTER_ROLES = (TRAIN, EVALUATE, PREDICT)
