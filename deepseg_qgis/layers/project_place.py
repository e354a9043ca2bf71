"""The place of a project file: whether it can be written to, is held by another program, or lies on the network."""

from __future__ import annotations

import os
from pathlib import Path

from osgeo import gdal
from qgis.PyQt.QtCore import QStorageInfo

from ..errors import ProjectFileError, ProjectReadOnlyError
from ..i18n import tr

_NETWORK_FILE_SYSTEMS = ("nfs", "cifs", "smb", "afp", "webdav", "davfs", "9p", "fuse.sshfs", "fuse.rclone", "ncpfs")
_LOCK_WAIT_MS = "300"


def check_place(path: Path) -> None:
    """Refuse a place where SQLite cannot work: it writes to the file, and beside it.

    Raises:
        ProjectReadOnlyError: the file or its folder cannot be written to.
        ProjectFileError: the folder is not there.
    """
    folder = path.parent
    if not folder.is_dir():
        raise ProjectFileError(
            tr("The folder {folder} does not exist.").format(folder=folder), hint=tr("Make it, or choose another one.")
        )
    if path.exists() and not os.access(path, os.W_OK):
        raise ProjectReadOnlyError(
            tr("{name} is read-only.").format(name=path.name),
            hint=tr("Allow writing in the file's properties, or open a copy in a folder of your own."),
        )
    if not os.access(folder, os.W_OK) or QStorageInfo(str(folder)).isReadOnly():
        raise ProjectReadOnlyError(
            tr("The folder {folder} cannot be written to.").format(folder=folder),
            hint=tr("Choose a folder of your own, or copy the project there and open the copy."),
        )


def check_not_locked(path: Path) -> None:
    """Refuse a file that another program is writing to at this moment.

    Raises:
        ProjectFileError: another program holds it.
    """
    # Asked through GDAL, never through Python's sqlite3: a second SQLite in the process would let go of QGIS's locks.
    old_wait = gdal.GetThreadLocalConfigOption("SQLITE_BUSY_TIMEOUT")
    gdal.SetThreadLocalConfigOption("SQLITE_BUSY_TIMEOUT", _LOCK_WAIT_MS)
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    gdal.ErrorReset()
    try:
        source = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE, allowed_drivers=["GPKG"])
        if source is not None:
            source.ExecuteSQL("BEGIN IMMEDIATE")
            source.ExecuteSQL("ROLLBACK")
        cause = gdal.GetLastErrorMsg()
    except RuntimeError as err:  # where somebody has asked GDAL to raise
        cause = str(err)
    finally:
        gdal.PopErrorHandler()
        gdal.SetThreadLocalConfigOption("SQLITE_BUSY_TIMEOUT", old_wait)
    if "locked" in cause or "busy" in cause:
        raise ProjectFileError(
            tr("Another program is writing to {name}.").format(name=path.name),
            hint=tr("Save or close it there, for example in a second QGIS, then open it again."),
        )


def is_on_network(path: Path) -> bool:
    """Tell whether a file lies on a drive of another computer."""
    if str(path).startswith(("\\\\", "//")):
        return True
    storage = QStorageInfo(str(path.parent))
    if storage.rootPath().startswith("//") or bytes(storage.device()).startswith(b"\\\\"):
        return True
    kind = bytes(storage.fileSystemType()).decode("ascii", "replace").lower()
    return kind.startswith(_NETWORK_FILE_SYSTEMS)


def place_warning(path: Path) -> str:
    """Return a sentence about a place that works but gives trouble; empty where there is nothing to say."""
    if not is_on_network(path):
        return ""
    return tr(
        "{name} lies on a network drive: only one person can edit it at a time, and drawing may be slow. "
        "A folder on this computer is safer while you work."
    ).format(name=path.name)


def sqlite_companions(path: Path) -> list[Path]:
    """Return what SQLite may keep beside a file."""
    return [path.with_name(path.name + ending) for ending in ("-wal", "-shm", "-journal")]
