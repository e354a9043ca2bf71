"""Names of `qgis.utils`."""

from .names import named as __getattr__  # noqa: F401
