"""Every way in which the engine fails, named by its cause; below the rest of the house."""

from __future__ import annotations

from enum import IntEnum


class ExitStatus(IntEnum):
    """What the process tells its caller when it leaves."""

    DONE = 0
    OUR_FAULT = 1
    BAD_INPUT = 2
    STOPPED = 3


class DeepSegError(Exception):
    """A failure that is told to a person: one sentence, and what to do next."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    @property
    def code(self) -> str:
        """Return the name that scripts match on, such as `RasterOpenError`."""
        return type(self).__name__


class UsageError(DeepSegError):
    """The command line asks for something that cannot be."""


class RasterOpenError(DeepSegError):
    """A raster is missing, is no raster, or breaks while it is read."""


class VectorOpenError(DeepSegError):
    """A file of polygons is missing, is no vector file, or lacks the layer asked for."""


class LabelFileError(DeepSegError):
    """A file or folder of labels of another program is missing, damaged, or of another format."""


class ImagesUnmatchedError(DeepSegError):
    """None of the images that labels belong to is among the rasters."""


class CategoryFieldError(DeepSegError):
    """The field that should hold the category is not in the file, or holds something else."""


class CrsError(DeepSegError):
    """A coordinate system is unknown, or two inputs cannot be brought together."""


class LabelsOutsideError(DeepSegError):
    """No label lies on any of the rasters."""


class TooFewLabelsError(DeepSegError):
    """A category or an area has too few labels to learn from or to judge by."""


class AreaError(DeepSegError):
    """The areas are missing, empty, or say something that cannot be."""


class BandCountError(DeepSegError):
    """A raster does not have the bands that were asked for."""


class ResolutionError(DeepSegError):
    """A raster is much finer or coarser than what the model learned from."""


class EncoderWeightsError(DeepSegError):
    """The pretrained weights of an encoder cannot be had."""


class ModelFileError(DeepSegError):
    """A model file is missing, is no DeepSeg model, or does not fit the task."""


class DeviceError(DeepSegError):
    """The device asked for is not there."""


class LossNotFiniteError(DeepSegError):
    """Training left the road: the loss is no longer a number."""


class RunFolderError(DeepSegError):
    """A run folder lacks what is needed, or belongs to another run."""


class OutputError(DeepSegError):
    """A result cannot be written where it was asked for."""


class TilesError(DeepSegError):
    """A folder of tiles lacks one, or holds something that does not fit."""


class DependencyError(DeepSegError):
    """A Python package that the engine needs is missing or does not load."""


class CameraError(DeepSegError):
    """A camera, video or stream cannot be opened, gives no picture, or falls silent."""


class WorkerError(DeepSegError):
    """A process that works for this one has died."""


class InternalError(DeepSegError):
    """Our own mistake: something happened that no sentence above foresees."""


class Stopped(Exception):  # noqa: N818  (not an error: the user asked for it)
    """The user asked the engine to stop; what is worth saving has been saved."""

    def __init__(self, saved: str = "") -> None:
        super().__init__(saved)
        self.saved = saved
