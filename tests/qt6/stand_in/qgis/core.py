"""Names of `qgis.core`."""

from .names import named as __getattr__  # noqa: F401
