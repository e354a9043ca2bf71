"""Small algorithms, and a provider for them, that behave in every way a run can go."""

from __future__ import annotations

import time
import weakref
from typing import Any, ClassVar

from qgis.core import (
    QgsFeature,
    QgsField,
    QgsFields,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
    QgsProcessingProvider,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication, QVariant

from deepseg_qgis.algorithms.base import DeepSegAlgorithm
from deepseg_qgis.algorithms.engine_algorithm import EngineAlgorithm
from deepseg_qgis.errors import DeepSegPluginError, EngineStoppedError

# What to wait for before a stop is tried: QGIS calls a task running already before it has begun.
AT_WORK = "at work"


class Trial(DeepSegAlgorithm):
    GROUP = "data"

    def title(self) -> str:
        return self.NAME

    def help_text(self) -> str:
        return "A trial."

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(QgsProcessingParameterString("WORD", "Word", optional=True))


class Quick(Trial):
    NAME = "quick"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", "Output", QgsProcessing.TypeVectorAnyGeometry))

    def work(self, parameters, context, feedback) -> dict[str, Any]:
        fields = QgsFields()
        fields.append(QgsField("word", QVariant.String))
        sink, name = self.parameterAsSink(parameters, "OUTPUT", context, fields, QgsWkbTypes.NoGeometry)
        feature = QgsFeature(fields)
        feature["word"] = "hello"
        sink.addFeature(feature)
        feedback.pushInfo("one row")
        return {"OUTPUT": name, "N": 1}


class Failing(Trial):
    NAME = "failing"

    def work(self, parameters, context, feedback) -> dict[str, Any]:
        raise DeepSegPluginError("The disk is full", hint="Make room.")


class Holding(Trial):
    """Fails with an open layer in its hands, in the way that it is told."""

    NAME = "holding"
    held: ClassVar[list[weakref.ref]] = []
    errors: ClassVar[dict[str, Exception]] = {
        "ours": DeepSegPluginError("The disk is full"),
        "qgis": QgsProcessingException("The sink is full"),
        "mistake": ZeroDivisionError("by zero"),
    }

    def work(self, parameters, context, feedback) -> dict[str, Any]:
        layer = QgsVectorLayer("Point", "held", "memory")
        self.held.append(weakref.ref(layer))
        raise self.errors[parameters["WORD"]]


class Unprepared(Trial):
    NAME = "unprepared"

    def prepare(self, parameters, context, feedback) -> None:
        raise DeepSegPluginError("The layer is empty", hint="Draw something.")

    def work(self, parameters, context, feedback) -> dict[str, Any]:
        raise AssertionError("never reached")


class Picky(Trial):
    NAME = "picky"

    def problem(self, parameters, context) -> str:
        return "There is no word."


class Patient(Trial):
    """Says that it is at work, then waits until it is stopped, at most ten seconds."""

    NAME = "patient"

    def work(self, parameters, context, feedback) -> dict[str, Any]:
        feedback.pushInfo(AT_WORK)
        until_s = time.monotonic() + 10
        while not feedback.isCanceled():
            assert time.monotonic() < until_s
            time.sleep(0.005)
        raise EngineStoppedError("Stopped; the best model so far is kept.")


class Child(EngineAlgorithm):
    """Runs the engine, or what stands in for it."""

    NAME = "child"
    GROUP = "data"
    title = Trial.title
    help_text = Trial.help_text
    initAlgorithm = Trial.initAlgorithm  # noqa: N815

    def work(self, parameters, context, feedback) -> dict[str, Any]:
        return dict(self.run_engine(["check", "--events"], feedback).values)


class TrialProvider(QgsProcessingProvider):
    def loadAlgorithms(self) -> None:
        for kind in (Quick, Failing, Holding, Unprepared, Picky, Patient, Child):
            self.addAlgorithm(kind())

    def id(self) -> str:
        return "trial"

    def name(self) -> str:
        return "Trial"


def wait_until(is_so, seconds: float = 15.0) -> None:
    """Let Qt work until something is so; fail when it takes too long."""
    until_s = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < until_s, "it never came"
        QCoreApplication.processEvents()
        time.sleep(0.005)
