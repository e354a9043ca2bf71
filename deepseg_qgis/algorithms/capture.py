"""`deepseg:capture`: takes frames from a camera, a video or a stream as rasters."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ..engine_client import command_line
from ..i18n import tr
from .engine_algorithm import EngineAlgorithm, Spans
from .parameters import explained, number, number_or_none, text_or_none, whole_or_none

FORMATS = ("png", "jpg")


class CaptureAlgorithm(EngineAlgorithm):
    """Takes frames from a camera, a video or a stream."""

    NAME = "capture"
    GROUP = "data"
    SPANS: ClassVar[Spans] = {"capture": (0.0, 100.0)}

    def title(self) -> str:
        """Return the name that people see."""
        return tr("Take frames from a camera or video")

    def help_text(self) -> str:
        """Return what it does."""
        return tr(
            "Takes frames from a camera of this computer, a video file or a stream, and keeps each as a raster. "
            "Without a number of frames it goes on until the video ends, or until it is stopped. Frames that were "
            "taken are kept.\n\n"
            "The network is used only for the address that you give."
        )

    def tags(self) -> list[str]:
        """Return words that find it in the toolbox."""
        return tr("camera,webcam,video,stream,rtsp,capture,photo,image").split(",")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Add parameters and outputs."""
        source = QgsProcessingParameterString("SOURCE", tr("Camera, video or stream"), "0")
        source_text = tr("0 for the first camera, the path of a video, or a URL that begins with rtsp:// or http://.")
        self.addParameter(explained(source, source_text))
        every_text = tr("0 keeps every picture. In a video, its own time counts.")
        self.addParameter(
            number("EVERY_S", tr("Seconds from frame to frame"), every_text, default=1.0, least=0.0, is_advanced=False)
        )
        count_text = tr("Left empty, until the video ends or you stop.")
        self.addParameter(
            number("COUNT", tr("Number of frames"), count_text, least=1, is_whole=True, is_advanced=False)
        )
        formats = QgsProcessingParameterEnum(
            "FORMAT", tr("Format"), list(FORMATS), defaultValue=FORMATS[0], usesStaticStrings=True
        )
        self.addParameter(explained(formats, tr("png loses nothing; jpg is smaller."), is_advanced=True))
        timeout_text = tr("It ends after so long without a picture.")
        self.addParameter(number("TIMEOUT_S", tr("Patience (s)"), timeout_text, default=10.0, least=0.1))
        preview = QgsProcessingParameterFileDestination(
            "PREVIEW", tr("Preview"), tr("JPEG (*.jpg)"), optional=True, createByDefault=False
        )
        preview_text = tr("A small picture of what is seen, written anew up to four times a second.")
        self.addParameter(explained(preview, preview_text, is_advanced=True))
        folder = QgsProcessingParameterFolderDestination("OUTPUT", tr("Folder for the frames"))
        self.addParameter(explained(folder, tr("It is made where it is missing; what lies there stays.")))
        self.addOutput(QgsProcessingOutputMultipleLayers("FRAMES", tr("Frames")))
        self.addOutput(QgsProcessingOutputNumber("N_FRAMES", tr("Number of frames")))

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Take them."""
        folder = Path(self.parameterAsString(parameters, "OUTPUT", context))
        arguments = command_line.capture(
            source=self.parameterAsString(parameters, "SOURCE", context).strip(),
            output=folder,
            every_s=number_or_none(self, parameters, "EVERY_S", context),
            count=whole_or_none(self, parameters, "COUNT", context),
            format=text_or_none(self, parameters, "FORMAT", context),
            preview=text_or_none(self, parameters, "PREVIEW", context),
            timeout_s=number_or_none(self, parameters, "TIMEOUT_S", context),
        )
        outcome = self.run_engine(arguments, feedback)
        frames = [str(artifact.path) for artifact in outcome.artifacts if artifact.kind == "frame"]
        return {"OUTPUT": str(folder), "FRAMES": frames, "N_FRAMES": len(frames)}
