"""Prediction, what comes of it, and the next day."""

STEPS = ()
