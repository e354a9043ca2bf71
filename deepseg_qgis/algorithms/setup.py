"""`deepseg:setup`: makes the engine's environment, or takes a Python that has one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFolder,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
)

from .. import settings
from ..engine_client.events import Event
from ..engine_client.installer import install
from ..engine_client.interpreter import PYTHON_VARIABLE, named_python
from ..engine_client.proxy import qgis_proxy
from ..engine_client.setup_plan import SetupPlan, describe, plan_setup
from ..i18n import tr
from .base import DeepSegAlgorithm, is_canceled
from .parameters import explained, has_value

DEVICES = ("auto", "cpu", "cuda")


class SetupAlgorithm(DeepSegAlgorithm):
    """Sets up the engine; what docks, `qgis_process` and the dialog all run."""

    NAME = "setup"
    GROUP = "setup"

    def __init__(self) -> None:
        super().__init__()
        self._proxy: Mapping[str, str] = {}

    def title(self) -> str:
        """Return the name that people see."""
        return tr("Set up DeepSeg")

    def help_text(self) -> str:
        """Return what it does."""
        return tr(
            "Makes the environment that DeepSeg's engine runs in: a folder of its own with PyTorch and other packages. "
            "QGIS itself is not changed.\n\n"
            "Needed once for each version of DeepSeg; all profiles of QGIS share it. What comes down and how large it "
            "is stands in the log first. If it fails or is stopped, what was made is removed again."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  (QGIS's name)
        """Add parameters and outputs."""
        self.addParameter(
            explained(
                _program("PYTHON", tr("Use this Python of mine")),
                tr(
                    "A Python that has the engine's packages already. It is tried and remembered, and nothing is "
                    "installed. Left empty, DeepSeg makes an environment of its own."
                ),
            )
        )
        self.addParameter(
            explained(
                QgsProcessingParameterFile(
                    "WHEELS", tr("Folder of wheels"), behavior=QgsProcessingParameterFile.Folder, optional=True
                ),
                tr("Install from the .whl files in this folder, without the network."),
            )
        )
        names = [tr("Whatever fits"), tr("Processor (CPU)"), tr("NVIDIA GPU (CUDA)")]
        self.addParameter(
            explained(
                QgsProcessingParameterEnum("DEVICE", tr("Compute on"), names, defaultValue=0),
                tr("For an NVIDIA GPU several times as much comes down. “Whatever fits” looks for its driver."),
            )
        )
        self.addParameter(
            explained(
                _program("BASE_PYTHON", tr("Make the environment with this Python")),
                tr("A Python from 3.10 to 3.13, 64 bit. Left empty, DeepSeg looks for one."),
                is_advanced=True,
            )
        )
        self.addOutput(QgsProcessingOutputString("PYTHON", tr("Python of the engine")))
        self.addOutput(QgsProcessingOutputFolder("ENVIRONMENT", tr("Folder of the environment")))

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Read QGIS's proxy, on the main thread."""
        self._proxy = qgis_proxy()

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Plan, tell the plan, carry it out, remember the Python."""
        feedback.setProgressText(tr("Looking at this computer"))
        plan = self._plan(parameters, context)
        if not plan.is_possible:
            for step in describe(plan):
                feedback.pushInfo(step)
            raise plan.problem()
        python = install(
            plan,
            proxy=self._proxy,
            on_progress=lambda fraction, doing: _show(feedback, fraction, doing),
            on_text=feedback.pushConsoleInfo,
            on_event=lambda event: _pass_on(feedback, event),
            is_canceled=lambda: is_canceled(feedback),
        )
        # A Python that was picked goes before one that was made: who makes one wants that to be used.
        settings.set_picked_python(str(plan.uses or ""))
        if named_python() not in (None, python):
            feedback.pushWarning(
                tr("The environment variable {name} names another Python, and goes first.").format(name=PYTHON_VARIABLE)
            )
        feedback.pushInfo(tr("DeepSeg is set up and was tried: {python}").format(python=python))
        return {"PYTHON": str(python), "ENVIRONMENT": str(python.parent.parent)}

    def _plan(self, parameters: dict[str, Any], context: QgsProcessingContext) -> SetupPlan:
        def path(name: str) -> Path | None:
            return Path(self.parameterAsString(parameters, name, context)) if has_value(parameters, name) else None

        return plan_setup(
            uses=path("PYTHON"),
            base_python=path("BASE_PYTHON"),
            wheels=path("WHEELS"),
            device=DEVICES[self.parameterAsEnum(parameters, "DEVICE", context)],
        )


def _program(name: str, title: str) -> QgsProcessingParameterFile:
    # QGIS asks for a dot in the name otherwise (*.*), and most programs have none.
    return QgsProcessingParameterFile(name, title, optional=True, fileFilter=tr("All files") + " (*)")


def _show(feedback: QgsProcessingFeedback, fraction: float, doing: str) -> None:
    feedback.setProgress(100.0 * fraction)
    _tell_dock(feedback, Event("progress", {"stage": "setup", "done": fraction, "total": 1.0, "message": doing}))
    if doing:
        feedback.setProgressText(doing)


def _pass_on(feedback: QgsProcessingFeedback, event: Event) -> None:
    """Tell a listening dock which device the engine found; its own progress is a small part of ours."""
    if event.kind == "result":
        _tell_dock(feedback, event)


def _tell_dock(feedback: QgsProcessingFeedback, event: Event) -> None:
    dock = getattr(feedback, "engine_event", None)
    if callable(dock):
        dock(event)
