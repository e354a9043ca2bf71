"""Changes to a layer: one step that QGIS can undo while the layer is in edit mode, else written at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from qgis.core import QgsVectorLayer, QgsVectorLayerUndoCommand
from qgis.PyQt import sip

from ..errors import DeepSegPluginError, LayerNotUsableError, ProjectFileError
from ..i18n import tr
from ..log import log

# Qt calls a step's methods only while Python holds the step; gone are those whose history was cleared.
_kept: list[LinkedChange] = []


@contextmanager
def edited(layer: QgsVectorLayer, text: str) -> Iterator[None]:
    """Make what is done to `layer` inside the block one step named `text`; outside edit mode it is saved at its end.

    Raises:
        LayerNotUsableError: the layer cannot be edited.
        ProjectFileError: the change could not be saved; nothing of it is left then.
    """
    was_in_edit_mode = layer.isEditable()
    if not was_in_edit_mode:
        start_editing(layer)
    layer.beginEditCommand(text)
    try:
        yield
    except BaseException:
        layer.destroyEditCommand()
        if not was_in_edit_mode:
            layer.rollBack()
        raise
    layer.endEditCommand()
    layer.triggerRepaint()
    if not was_in_edit_mode:
        save_edits(layer)


def must(is_done: bool, layer: QgsVectorLayer) -> None:
    """Go on if QGIS has made a change to a layer.

    Raises:
        ProjectFileError: it has not; `edited` takes back what was done before.
    """
    if not is_done:
        raise ProjectFileError(
            tr('"{name}" could not be changed.').format(name=layer.name()),
            hint=tr("Save or discard the edits of all layers of the project, then try again."),
        )


def start_editing(layer: QgsVectorLayer) -> None:
    """Put the layer into edit mode, if it is not there yet.

    Raises:
        LayerNotUsableError: QGIS cannot edit it.
    """
    if layer.isEditable():
        return
    if layer.readOnly() or not layer.startEditing():
        raise LayerNotUsableError(
            tr('The layer "{name}" cannot be edited.').format(name=layer.name()),
            hint=tr("Check that its file and folder may be written to, and that no other program has it open."),
        )


def save_edits(layer: QgsVectorLayer) -> None:
    """Save what was edited and leave edit mode.

    Raises:
        ProjectFileError: it could not be saved; the changes are undone.
    """
    if layer.commitChanges():
        return
    cause = "; ".join(line.strip() for line in layer.commitErrors() if line.strip())
    log(cause)
    layer.rollBack()
    if "locked" in cause or "busy" in cause:
        raise ProjectFileError(
            tr('"{name}" could not be saved, because another program is writing to the same file.').format(
                name=layer.name()
            ),
            hint=tr("Save or close it there, for example in a second QGIS, then try again."),
        )
    raise ProjectFileError(
        tr('"{name}" could not be saved.').format(name=layer.name()),
        hint=tr("Check that the disk has room and that the file may be written to. QGIS said: {cause}").format(
            cause=cause
        ),
    )


class LinkedChange(QgsVectorLayerUndoCommand):
    """A change elsewhere that is undone and redone together with a step of a layer in edit mode."""

    def __init__(self, layer: QgsVectorLayer, *, do: Callable[[], None], undo: Callable[[], None]) -> None:
        super().__init__(layer.editBuffer())
        self._do = do
        self._undo = undo

    def redo(self) -> None:
        """Do it (again); Qt calls this once when the step is made."""
        _tell(self._do)

    def undo(self) -> None:
        """Take it back."""
        _tell(self._undo)


def link_change(layer: QgsVectorLayer, *, do: Callable[[], None], undo: Callable[[], None]) -> None:
    """Do something now that belongs to the step that `edited` has begun on `layer`.

    Raises:
        DeepSegPluginError: what `do` raises.
    """
    done = []

    def do_again() -> None:
        if done:
            do()
        done.append(True)

    do()  # Here, not by Qt: an error that leaves a method that Qt calls ends QGIS.
    change = LinkedChange(layer, do=do_again, undo=undo)
    _kept[:] = [each for each in _kept if not sip.isdeleted(each)]
    _kept.append(change)
    layer.undoStack().push(change)


def _tell(change: Callable[[], None]) -> None:
    try:
        change()
    except DeepSegPluginError as err:
        log(err.sentence())
    except RuntimeError as err:  # a layer that has been taken off the map since
        log(str(err))
