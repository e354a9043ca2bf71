"""Looks at this computer in the background: starting Pythons to ask for their versions takes a second or two."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qgis.core import QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ..engine_client.setup_plan import SetupPlan, plan_setup
from ..errors import DeepSegPluginError
from ..i18n import tr

_DEVICES = ("auto", "cpu", "cuda")


class PlanTask(QgsTask):
    """Makes the plan for the parameters of `deepseg:setup`; `planned` comes on the main thread."""

    planned = pyqtSignal(int, object, str)  # the number it was given, SetupPlan or None, why there is none

    def __init__(self, number: int, parameters: Mapping[str, Any]) -> None:
        super().__init__(tr("Looking at this computer"))
        self._number = number
        self._parameters = dict(parameters)
        self._plan: SetupPlan | None = None
        self._reason = ""

    def run(self) -> bool:
        """Make the plan, in a thread of the task manager."""
        try:
            self._plan = plan_setup(
                uses=self._path("PYTHON"),
                base_python=self._path("BASE_PYTHON"),
                wheels=self._path("WHEELS"),
                device=_DEVICES[self._parameters.get("DEVICE", 0)],
            )
        except DeepSegPluginError as err:
            self._reason = err.sentence()
        return True

    def finished(self, is_done: bool) -> None:
        """Hand it over, on the main thread."""
        self.planned.emit(self._number, self._plan, self._reason)

    def _path(self, name: str) -> Path | None:
        text = str(self._parameters.get(name) or "")
        return Path(text) if text else None
