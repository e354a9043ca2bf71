"""Names of `qgis.analysis`."""

from .names import named as __getattr__  # noqa: F401
