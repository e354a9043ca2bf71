"""On which rasters and with which networks seams are looked for."""

from __future__ import annotations

from pathlib import Path

from benchmarks.kampala_world import quilt
from benchmarks.scenes import RESOLUTION_M
from benchmarks.seam_lines import scene_lines
from benchmarks.seam_scene import SeamScene, seam_scene
from benchmarks.seams import TILE_SIZES, World
from benchmarks.stub_models import HALO_PX, write_model
from engine.models.model_file import read_card
from engine.models.registry import family_named

_ODD_SHIFT_PX = (37, 91)  # networks that keep the size of their input do not mind by how much
_EVEN_SHIFT_PX = (128, 256)  # a trained network sees Kampala at three quarters: 96 and 192, multiples of 32
_MADE_MARGIN_PX, _MARGIN_PX = 64, 192  # more than halos, in pixels of the raster: 128 of the network are 171 of Kampala
_SIDE_PX = 2560


def short(folder: Path) -> list[World]:
    """Return one small scene."""
    return [_made(folder, "stub", seam_scene(folder, 640, scene_lines(640, TILE_SIZES, HALO_PX)))]


def full(folder: Path, model: Path) -> list[World]:
    """Return the made scene and Kampala, with both made networks and with one that was trained on Kampala."""
    card = read_card(model)
    halo_px = family_named(card.family).halo_px(card.encoder_depth)
    resolution_m = card.resolution_m or RESOLUTION_M
    lines = sorted({*scene_lines(_SIDE_PX, TILE_SIZES, HALO_PX), *scene_lines(_SIDE_PX, TILE_SIZES, halo_px)})
    scene = seam_scene(folder, _SIDE_PX, lines)
    # The same pixels, said to be as large as those that the network wants.
    as_seen = seam_scene(folder, _SIDE_PX, lines, resolution_m)
    kampala, labels = quilt(folder, 1, 1)
    many, many_labels = quilt(folder, 4, 4)
    return [
        *(_made(folder, name, scene) for name in ("stub", "small")),
        *(
            World(
                f"Kampala, {name}",
                kampala,
                labels,
                write_model(name, folder),
                _MADE_MARGIN_PX,
                _ODD_SHIFT_PX,
                True,
            )
            for name in ("stub", "small")
        ),
        World("made scene, trained", as_seen.path, as_seen.things, model, _MARGIN_PX, _EVEN_SHIFT_PX, False),
        World("Kampala, trained", kampala, labels, model, _MARGIN_PX, _EVEN_SHIFT_PX, False),
        World("Kampala 4 x 4, trained", many, many_labels, model, _MARGIN_PX, _EVEN_SHIFT_PX, False),
    ]


def _made(folder: Path, family: str, scene: SeamScene) -> World:
    model = write_model(family, folder)
    return World(f"made scene, {family}", scene.path, scene.things, model, _MADE_MARGIN_PX, _ODD_SHIFT_PX, True)
