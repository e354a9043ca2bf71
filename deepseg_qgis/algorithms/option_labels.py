"""What an option of the engine is called in the window of an algorithm."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from qgis.core import QgsApplication, QgsProcessingAlgorithm

from ..domain.option_words import in_words, parameter_names

# Options that no algorithm of ours gives, and that an error can name all the same: they are what they say.
WITHOUT_PARAMETER = frozenset({"backend", "compare", "dry-run", "grid", "look", "show", "views"})
_ALGORITHMS = {"check": "setup", "mask": "maskraster", "tile": "savetiles"}  # where the name is not the command's


def in_own_words(text: str, algorithm: QgsProcessingAlgorithm) -> str:
    """Return what the engine says with the labels that people see.

    Those of the algorithm come first; what it lacks may belong to another one, whose title the sentence then names.
    """

    @cache
    def others() -> tuple[QgsProcessingAlgorithm, ...]:
        return tuple(_others())

    def label_of(option: str) -> str | None:
        names = parameter_names(option)
        for each in (algorithm, *others()):
            found = next(filter(None, (each.parameterDefinition(name) for name in names)), None)
            if found is not None:
                return str(found.description())
        return option.replace("-", " ") if option in WITHOUT_PARAMETER else None

    def title_of(command: str) -> str | None:
        name = _ALGORITHMS.get(command, command.replace("-", ""))
        return next((str(each.displayName()) for each in others() if each.name() == name), None)

    return in_words(text, label_of=label_of, title_of=title_of)


def _others() -> Iterator[QgsProcessingAlgorithm]:
    """Yield the other algorithms, made for this alone: those of the toolbox belong to the main thread."""
    registry = QgsApplication.processingRegistry()
    provider = registry.providerById("deepseg")
    for each in provider.algorithms() if provider is not None else ():
        made = registry.createAlgorithmById(each.id())
        if made is not None:
            yield made
