"""The environment variables of a child process: those of this session without what QGIS set for itself."""

from __future__ import annotations

import ntpath
import os
import posixpath
import sys
from collections.abc import Mapping, Sequence

# Made for QGIS's own Python, PROJ, GDAL and Qt; each has been seen to break the engine's.
_NEVER = frozenset(
    {
        "__PYVENV_LAUNCHER__",
        "VIRTUAL_ENV",
        "CONDA_PREFIX",
        "CONDA_DEFAULT_ENV",
        "PROJ_LIB",
        "PROJ_DATA",
        "PROJ_NETWORK",
        "GDAL_DATA",
        "GDAL_DRIVER_PATH",
        "GDAL_PAM_PROXY_DIR",
        "LD_LIBRARY_PATH",
        "LD_PRELOAD",
        "QT_PLUGIN_PATH",
        "QT_QPA_PLATFORM",
        "QT_QPA_PLATFORM_PLUGIN_PATH",
        "GISBASE",
        "O4W_QT_PREFIX",
        "O4W_QT_PLUGINS",
        "O4W_QT_LIBRARIES",
        "O4W_QT_HEADERS",
        "O4W_QT_TRANSLATIONS",
        "O4W_QT_BINARIES",
        "O4W_QT_DOC",
        "GEOTIFF_CSV",
        "GDAL_FILENAME_IS_UTF8",
        "VSI_CACHE",
    }
)
_NEVER_BEGINNING = ("PYTHON", "DYLD_")
# A company's certificates are to be heeded, QGIS's own are not: they vanish with its next version.
_UNLESS_ELSEWHERE = ("SSL_CERT_FILE", "SSL_CERT_DIR")
_OURS = {"PYTHONNOUSERSITE": "1", "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def child_environment(
    base: Mapping[str, str],
    *,
    platform: str = sys.platform,
    qgis_prefix: str | None = None,
) -> dict[str, str]:
    """Return the environment for the engine, pip and uv; `base` stays as it is.

    Args:
        base: the environment of QGIS, usually `os.environ`.
        platform: as `sys.platform`.
        qgis_prefix: the folder that QGIS is installed in; found from `base` and the running Python if None.
    """
    is_windows = platform == "win32"
    prefixes = qgis_prefixes(base, platform=platform) if qgis_prefix is None else (qgis_prefix,)
    kept = {}
    for name, value in base.items():
        upper = name.upper() if is_windows else name  # Windows does not tell Path from PATH
        if upper in _NEVER or upper.startswith(_NEVER_BEGINNING):
            continue
        if upper in _UNLESS_ELSEWHERE and _is_below(value, prefixes, is_windows=is_windows):
            continue
        if upper == "PATH" and is_windows:
            value = _path_without(value, prefixes)
        kept[name] = value
    return {**kept, **_OURS}


def qgis_prefixes(base: Mapping[str, str], *, platform: str = sys.platform) -> tuple[str, ...]:
    """Return the folders below which all belongs to QGIS, on Windows and macOS; none on Linux.

    On Linux QGIS lies in /usr with all else, and what is there belongs to the system.
    """
    if platform == "win32":
        named = [base.get("OSGEO4W_ROOT", ""), base.get("QGIS_PREFIX_PATH", "")]
        # QGIS's own Python lies in ROOT\apps\Python39.
        own = ntpath.dirname(ntpath.dirname(sys.base_prefix)) if "python" in sys.base_prefix.lower() else ""
        roots = [ntpath.normpath(each) for each in (*named, own) if each]
        return tuple(dict.fromkeys(root for root in roots if len(ntpath.splitdrive(root)[1]) > 1))
    if platform == "darwin":
        inside = sys.base_prefix.partition(".app/")
        return (f"{inside[0]}.app",) if inside[1] else ()
    return ()


def _is_below(value: str, prefixes: Sequence[str], *, is_windows: bool) -> bool:
    paths = ntpath if is_windows else posixpath
    place = paths.normcase(paths.normpath(value))
    for prefix in prefixes:
        root = paths.normcase(paths.normpath(prefix))
        if place == root or place.startswith(root.rstrip(paths.sep) + paths.sep):
            return True
    return False


def _path_without(value: str, prefixes: Sequence[str]) -> str:
    """Return PATH without the folders of QGIS: their DLLs would be loaded instead of the environment's."""
    folders = [folder for folder in value.split(";") if folder.strip()]
    return ";".join(folder for folder in folders if not _is_below(folder.strip('" '), prefixes, is_windows=True))


def engine_environment() -> dict[str, str]:
    """Return the environment that the engine is started with from here."""
    return child_environment(os.environ)
