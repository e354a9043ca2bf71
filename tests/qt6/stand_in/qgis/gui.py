"""Names of `qgis.gui`."""

from .names import named as __getattr__  # noqa: F401
