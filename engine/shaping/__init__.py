"""Cleaner outlines: simpler, smoother, with right angles, without small holes; neighbors keep the walls they share."""
