"""`deepseg vectorize`: other thresholds on the fields that a run kept, without running the model."""

from __future__ import annotations

from engine.commands.footprint_writing import write_footprints
from engine.commands.holes import write_holes
from engine.domain.settings import VectorizeSettings
from engine.events import Reporter
from engine.geo.footprint_file import check_footprint_path
from engine.inference.manifest import PredictionFolder
from engine.inference.rules import ShapeRules
from engine.stop import StopFlag


def vectorize(settings: VectorizeSettings, *, reporter: Reporter, stop: StopFlag) -> None:
    """Write the footprints of a finished prediction to `settings.output`.

    Raises:
        RunFolderError: the folder holds no finished prediction, or its fields were not kept.
        DeepSegError: as `write_footprints` and `ShapeRules.chosen`.
        Stopped: when `stop` was requested; no file is left behind.
    """
    check_footprint_path(settings.output)
    folder = PredictionFolder(settings.run_dir)
    manifest = folder.read()
    folder.check_fields(manifest)
    rules = ShapeRules.chosen(settings.shape, manifest.card)
    result = write_footprints(
        manifest, folder, rules, settings.output, workers=settings.workers, reporter=reporter, stop=stop
    )
    reporter.result(result | write_holes(manifest, folder, settings.output, reporter))
