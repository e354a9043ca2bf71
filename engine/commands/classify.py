"""`deepseg classify`: adds the kind of each footprint, and how sure the classifier is of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from typing import Any

import numpy as np
import pyarrow as pa
import torch
from numpy.typing import NDArray

from engine.commands.category_choice import category_values, check_found
from engine.commands.ready_rasters import folder_of_copies, ready_below_polygons
from engine.data.category_names import category_name
from engine.data.classifier_sample import Sample, make_sample, measures_of
from engine.data.cutout import boxes_around, cut_out
from engine.data.raster_choice import RasterChoice
from engine.domain.classify_settings import SUBCATEGORY, SUBCATEGORY_SCORE, ClassifySettings
from engine.errors import ModelFileError, VectorOpenError
from engine.evaluation.confusion import Confusion
from engine.events import Reporter
from engine.geo.polygon_stream import (
    PolygonBatch,
    PolygonStream,
    check_stream_output,
    open_polygon_stream,
    with_column,
    write_polygon_stream,
)
from engine.geo.raster import Raster, open_raster
from engine.models.classifier_file import LoadedClassifier, load_classifier, read_classifier_card
from engine.models.device import choose_device, describe_device
from engine.stop import StopFlag
from engine.training.feature_bank import to_tensors, turned

_BATCH = 1000
_SCORE_DECIMALS = 4


def classify(settings: ClassifySettings, *, reporter: Reporter, stop: StopFlag) -> None:
    """Write the footprints with their kinds to `settings.output`; all other attributes stay.

    Raises:
        DeepSegError: an input does not fit; the message says why and what to do.
        Stopped: when `stop` was requested; no file is left behind.
    """
    check_stream_output(settings.output)
    card = read_classifier_card(settings.model)
    device = choose_device(settings.device)
    if settings.threads:
        torch.set_num_threads(settings.threads)
    with ExitStack() as stack:
        stream = open_polygon_stream(settings.footprints)
        rasters = [stack.enter_context(open_raster(path, crs=settings.crs)) for path in settings.rasters]
        for raster in rasters:
            _check(raster, card.bands, card.shape_unit)
        choice = RasterChoice(rasters, stream, reporter=reporter)
        ready = ready_below_polygons(
            rasters,
            stream,
            choice,
            folder_of_copies(settings.output, stack),
            bands=card.bands,
            grown=partial(boxes_around, framing=card.framing),
            stack=stack,
            reporter=reporter,
            stop=stop,
        )
        model = load_classifier(settings.model, device)
        sorting = _Sorting(settings, model, stream, ready, choice, device, reporter, stop)
        reporter.stage("classify", f"sorting the polygons of {stream.name} on {describe_device(device)}")
        write_polygon_stream(settings.output, stream, sorting.tables())
        sorting.tell()


def _check(raster: Raster, bands: Sequence[int], shape_unit: str) -> None:
    raster.check_bands(bands)
    if shape_unit == "m" and not raster.native_grid.metres_per_pixel:
        raise ModelFileError(
            f"the classifier learned sizes in metres, which {raster.name} without a coordinate system has not",
            hint="Name its coordinate system, such as --crs EPSG:31370, or train one on such rasters.",
        )


class _Sorting:
    """The walk over the polygons."""

    def __init__(
        self,
        settings: ClassifySettings,
        model: LoadedClassifier,
        stream: PolygonStream,
        rasters: Sequence[Raster],
        choice: RasterChoice,
        device: torch.device,
        reporter: Reporter,
        stop: StopFlag,
    ) -> None:
        self._settings, self._model, self._stream, self._rasters = settings, model, stream, rasters
        self._device, self._reporter, self._stop = device, reporter, stop
        self._choice = choice
        self._names = [category.name for category in model.card.categories]
        self._ways = (range(8) if not model.card.framing.is_upright else (0, 2, 4, 6))[: settings.views]
        self._seen: Counter[str] = Counter()
        self._counts: Counter[str] = Counter()
        self._n_outside = 0
        self._truths: list[int] = []
        self._answers: list[int] = []
        self._n_strange = 0  # of kinds that the model does not know
        self._truth = None if settings.truth_field is None else stream.field(settings.truth_field)
        self._n_done = 0

    def tables(self) -> Iterator[pa.RecordBatch]:
        """Yield the batches with two more columns."""
        for batch in self._stream.batches(_BATCH):
            self._stop.check("nothing was written")
            kinds, scores = self._sorted(batch)
            table = with_column(batch.table, pa.field(SUBCATEGORY, pa.string()), kinds)
            yield with_column(table, pa.field(SUBCATEGORY_SCORE, pa.float64()), scores)
            self._n_done += len(batch)
        check_found(self._settings.categories, self._seen, self._stream.name)

    def _sorted(self, batch: PolygonBatch) -> tuple[list[str | None], list[float | None]]:
        chosen = self._choice.place(batch)
        is_wanted = self._wanted(batch)
        self._n_outside += int((is_wanted & (chosen.rasters < 0)).sum())
        rows = np.flatnonzero(is_wanted & (chosen.rasters >= 0))
        kinds: list[str | None] = [None] * len(batch)
        scores: list[float | None] = [None] * len(batch)
        truths = batch.column(self._truth) if self._truth is not None else None
        jobs = [(row, int(chosen.rasters[row]), chosen.polygons[row]) for row in rows.tolist()]
        for row, beliefs in self._looked_at(jobs):
            answer = int(beliefs.argmax())
            kinds[row], scores[row] = self._names[answer], round(float(beliefs[answer]), _SCORE_DECIMALS)
            self._counts[self._names[answer]] += 1
            if truths is not None:
                self._compare(category_name(truths[row]), answer)
        return kinds, scores

    def _compare(self, truth: str | None, answer: int) -> None:
        if truth in self._names:
            self._truths.append(self._names.index(truth))
            self._answers.append(answer)
        else:
            self._n_strange += truth is not None

    def _wanted(self, batch: PolygonBatch) -> NDArray[np.bool_]:
        if not self._settings.categories:
            return np.ones(len(batch), bool)
        categories = category_values(self._stream, batch, self._settings.category_field)
        self._seen.update(categories)
        return np.array([category in self._settings.categories for category in categories], bool)

    def _looked_at(self, jobs: list[tuple[int, int, Any]]) -> Iterator[tuple[int, NDArray[np.float32]]]:
        """Yield each row with the belief in each category; pictures are read while the network looks at others."""
        size = self._settings.batch_size
        with ThreadPoolExecutor(1) as reader:
            parts = [jobs[first : first + size] for first in range(0, len(jobs), size)]
            waiting = reader.submit(self._samples, parts[0]) if parts else None
            for number, part in enumerate(parts):
                assert waiting is not None
                samples = waiting.result()
                if number + 1 < len(parts):
                    waiting = reader.submit(self._samples, parts[number + 1])
                self._stop.check("nothing was written")
                yield from zip((row for row, _, _ in part), self._beliefs(samples), strict=True)
                done = self._n_done + min(size * (number + 1), len(jobs))
                self._reporter.progress("classify", done, max(self._stream.n_rows, done), "polygon")

    def _samples(self, jobs: list[tuple[int, int, Any]]) -> list[Sample]:
        return [self._sample(self._rasters[number], polygon) for _, number, polygon in jobs]

    def _sample(self, raster: Raster, polygon: Any) -> Sample:
        card = self._model.card
        cutout = cut_out(raster, polygon, card.framing, bands=card.bands)
        metres = raster.native_grid.metres_per_pixel if card.shape_unit == "m" else None
        return make_sample(
            cutout.values,
            cutout.valid,
            cutout.inside if card.shape_unit or card.is_masked else np.ones_like(cutout.inside),
            measures_of(polygon, metres) if card.shape_unit else None,
            scaling=card.scaling,
            size_px=card.size_px,
            is_masked=card.is_masked,
        )

    @torch.inference_mode()
    def _beliefs(self, samples: list[Sample]) -> NDArray[np.float32]:
        total: Any = 0.0
        for way in self._ways:
            seen = samples if way == 0 else [turned(sample, way) for sample in samples]
            total = total + self._model.network(*to_tensors(seen, self._device)).float().cpu()
        return np.asarray((total / len(self._ways)).numpy(), np.float32)

    def tell(self) -> None:
        """Tell what was found.

        Raises:
            VectorOpenError: nothing lies on the rasters.
        """
        n = sum(self._counts.values())
        if self._n_outside:
            self._reporter.warning(
                "outside_rasters",
                f"polygons that lie on none of the rasters, or are empty, stay without a kind: {self._n_outside}",
                hint="Give the rasters that show them as well.",
            )
        self._reporter.artifact("footprints", self._settings.output)
        parts = ", ".join(f"{number} {name}" for name, number in self._counts.most_common())
        text = f"{n} footprint{'' if n == 1 else 's'} sorted{f' ({parts})' if n else ''} in {self._settings.output}"
        values: dict[str, Any] = {
            "n_sorted": n,
            "per_subcategory": dict(self._counts.most_common()),
            "output": self._settings.output,
        }
        if self._truth is not None:
            confusion = Confusion.of(self._names, np.array(self._truths, np.int64), np.array(self._answers, np.int64))
            if not confusion.n:
                raise VectorOpenError(
                    f'no sorted polygon has a value in the field "{self._settings.truth_field}" that the model knows',
                    hint=f"It knows {', '.join(self._names)}.",
                )
            values |= {"scores": confusion.as_dict(), "n_of_unknown_kind": self._n_strange}
            right = round(confusion.accuracy * confusion.n)
            strange = f"; {self._n_strange} more are of kinds that the model does not know" if self._n_strange else ""
            text += f"\n{right} of {confusion.n} are right ({100 * confusion.accuracy:.0f} %){strange}"
            text += f"\n{confusion.as_text()}"
        self._reporter.result({**values, "text": text})
