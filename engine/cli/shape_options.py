"""Options for what becomes of outlines, which predictions and `deepseg clean-shapes` share."""

from __future__ import annotations

import argparse

from engine.domain.clean_shapes_settings import LEAST_IOU, ShapeChanges


def add_changes(parser: argparse.ArgumentParser) -> None:
    """Add holes, right angles and smoothing."""
    parser.add_argument("--fill-holes-m2", type=float, default=0.0, metavar="A", help="fill holes up to this size")
    parser.add_argument(
        "--right-angles", action="store_true", help="straighten walls and set them at right angles; round ones stay"
    )
    parser.add_argument(
        "--wall-shift-m",
        type=float,
        metavar="T",
        help="how far --right-angles may move a wall (default: by the size of the building, at most 1)",
    )
    parser.add_argument(
        "--least-iou",
        type=float,
        default=LEAST_IOU,
        metavar="S",
        help=f"overlap with the outline before that --right-angles must leave; else it stays (default: {LEAST_IOU})",
    )
    parser.add_argument(
        "--smooth-m", type=float, default=0.0, metavar="T", help="round corners off, beginning at most T from each"
    )


def shape_changes(options: argparse.Namespace, *, simplify_m: float = 0.0, min_area_m2: float = 0.0) -> ShapeChanges:
    """Return what shall become of outlines."""
    return ShapeChanges(
        fill_holes_m2=options.fill_holes_m2,
        min_area_m2=min_area_m2,
        simplify_m=simplify_m,
        right_angles=options.right_angles,
        wall_shift_m=options.wall_shift_m,
        least_iou=options.least_iou,
        smooth_m=options.smooth_m,
    )
