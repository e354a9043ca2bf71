"""What is asked of the engine about labels of other programs, as argument lists."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .command_line import _begin, _options, _repeated

if TYPE_CHECKING:  # Python 3.9 cannot evaluate these
    from .command_line import PathLike


def import_labels(
    *,
    source: PathLike,
    output: PathLike,
    format: str | None = None,
    rasters: Sequence[PathLike] = (),
    category_field: str | None = None,
    category: str | None = None,
    pixels: str | None = None,
    crs: str | None = None,
) -> list[str]:
    """Return the arguments that take labels of another program over."""
    return [
        *_begin("import-labels"),
        *_repeated("raster", rasters),
        *_options(output=output, format=format, category_field=category_field, category=category),
        *_options(pixels=pixels, crs=crs),
        "--",
        os.fspath(source),
    ]


def export_labels(
    *,
    labels: str,
    output: PathLike,
    format: str,
    rasters: Sequence[PathLike] = (),
    category_field: str | None = None,
    pixels: str | None = None,
    copy_rasters: bool = False,
    crs: str | None = None,
) -> list[str]:
    """Return the arguments that write labels in the format of another program."""
    return [
        *_begin("export-labels"),
        *_repeated("raster", rasters),
        *_options(output=output, format=format, category_field=category_field),
        *_options(pixels=pixels, copy_rasters=copy_rasters, crs=crs),
        "--",
        labels,
    ]
