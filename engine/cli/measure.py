"""`deepseg measure`."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.cli.options import Command, add_crs
from engine.domain.measure_settings import MeasureSettings


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `deepseg measure`."""
    parser.add_argument("polygons", metavar="POLYGONS", help="any layer of polygons: FILE or FILE|LAYER")
    parser.add_argument(
        "--output",
        required=True,
        type=Path,
        metavar="FILE",
        help="the polygons with all that was known and is measured of them: .gpkg, .geojson or .parquet",
    )
    parser.add_argument(
        "--raster",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="measure the pixels below as well; a raster, a folder of rasters or a .txt list; may be given again",
    )
    add_crs(parser)
    parser.add_argument(
        "--bands",
        type=named_bands,
        default=(),
        metavar="NAME=N,...",
        help="which bands to measure, and what they are called: red=1,green=2,blue=3,nir=4 (default: all)",
    )
    parser.add_argument(
        "--percentiles",
        type=percentiles,
        metavar="P,...",
        help="percentiles of each band, from 0 to 100; none for none (default: 10,50,90)",
    )
    parser.add_argument("--texture", action="store_true", help="contrast, homogeneity and entropy of gray levels")


def settings(options: argparse.Namespace) -> MeasureSettings:
    """Return what `deepseg measure` was asked."""
    return MeasureSettings(
        polygons=options.polygons,
        output=options.output,
        rasters=tuple(options.raster),
        bands=options.bands,
        percentiles=options.percentiles,
        texture=options.texture,
        crs=options.crs,
    )


def named_bands(text: str) -> tuple[tuple[str, int], ...]:
    """Return names and numbers of `red=1,nir=4`."""
    pairs = [part.partition("=") for part in text.split(",")]
    if not all(name.strip() and number.strip().isdigit() for name, _, number in pairs):
        raise argparse.ArgumentTypeError(
            f"takes names and numbers of bands, such as red=1,green=2,blue=3, got {text!r}"
        )
    return tuple((name.strip().lower(), int(number)) for name, _, number in pairs)


def percentiles(text: str) -> tuple[float, ...]:
    """Return the numbers of `10,50,90`, sorted, each once; none of `none`."""
    if text.strip().lower() == "none":
        return ()
    try:
        return tuple(sorted({float(part) for part in text.split(",")}))
    except ValueError:
        raise argparse.ArgumentTypeError(f"takes numbers from 0 to 100, such as 10,50,90, got {text!r}") from None


COMMAND = Command(
    name="measure",
    summary="measure the shape of polygons, and the pixels of rasters below them",
    example="deepseg measure roofs.gpkg --raster city.tif --bands red=1,green=2,blue=3,nir=4 --output measured.gpkg",
    add_options=add_options,
    settings=settings,
)
