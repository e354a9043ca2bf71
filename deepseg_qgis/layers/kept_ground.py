"""Where a model can be tested: what the site keeps aside for it."""

from __future__ import annotations

from typing import Any

from ..domain.kept_ground import KeptGround
from ..domain.roles import EVALUATE, TRAIN, VALIDATE
from .labels_on_raster import shown_ground
from .project import SiteProject
from .training_data import CATEGORY_FIELD, labels_on, n_judged, n_overlapping, owned_areas, rasters_for


def survey(site: SiteProject) -> KeptGround:
    """Return what the site keeps aside for the test, with what is drawn and not saved."""
    areas, labels = site.layer("areas"), site.layer("labels")
    kept = owned_areas(areas, EVALUATE)
    learned = owned_areas(areas, TRAIN) + owned_areas(areas, VALIDATE)
    own_rasters = rasters_for(site, EVALUATE)
    layers = [entry.layer for entry in site.rasters()]
    ground = None if None in layers else shown_ground(layers, labels, site.qgis_project)
    return KeptGround(
        n_rasters=len(_rasters(site, is_whole_rasters=not kept)),
        n_areas=len(kept),
        n_labels=n_judged(labels, kept, ground) if kept else len(labels_on(site, labels, EVALUATE)),
        n_overlapping=n_overlapping(kept, learned),
        has_own_rasters=bool(own_rasters),
    )


def evaluation_data(site: SiteProject, *, is_whole_rasters: bool) -> dict[str, Any]:
    """Return the parameters that say what a model is tested on; layers by their ids, so that edits count."""
    parameters = {
        "RASTERS": _rasters(site, is_whole_rasters=is_whole_rasters),
        "LABELS": site.layer("labels").id(),
        "CATEGORY_FIELD": CATEGORY_FIELD,
    }
    if not is_whole_rasters:
        parameters["AREAS"] = site.layer("areas").id()
    return parameters


def _rasters(site: SiteProject, *, is_whole_rasters: bool) -> list[str]:
    """Return the rasters to test on; an area may lie on a raster that is learned from elsewhere."""
    own = rasters_for(site, EVALUATE)
    return own if is_whole_rasters else own + [path for path in rasters_for(site, TRAIN) if path not in own]
