"""Asks where a file is to be saved."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtWidgets import QFileDialog, QWidget


def ask_where_to_save(parent: QWidget, title: str, proposal: str, kind: str, ending: str) -> Path | None:
    """Return the file that a person names, with its ending; None where they changed their mind.

    Qt asks before a file is written over, also where the ending was left for us to add.
    """
    dialog = QFileDialog(parent, title, str(Path(proposal).parent), f"{kind} (*{ending})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(ending.lstrip("."))
    dialog.selectFile(Path(proposal).name)
    files = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    if not files:
        return None
    path = Path(files[0])
    if path.suffix.lower() == ending:
        return path
    whole = path.with_name(path.name + ending)  # Qt takes the 2 of "v1.2" for an ending and adds none
    return ask_where_to_save(parent, title, str(whole), kind, ending) if whole.exists() else whole
