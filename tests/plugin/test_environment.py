"""What QGIS set for itself does not reach the engine; what the user set does."""

from __future__ import annotations

import os

import pytest

from deepseg_qgis.engine_client.environment import child_environment, qgis_prefixes

PROXY = {"HTTPS_PROXY": "http://proxy:8080", "HOME": "/home/kim", "CUDA_VISIBLE_DEVICES": "1"}


@pytest.mark.parametrize(
    "name",
    [
        *("PYTHONHOME", "PYTHONPATH", "PYTHONEXECUTABLE", "PYTHONSTARTUP", "__PYVENV_LAUNCHER__", "VIRTUAL_ENV"),
        *("PROJ_LIB", "PROJ_DATA", "PROJ_NETWORK", "GDAL_DATA", "GDAL_DRIVER_PATH", "GDAL_PAM_PROXY_DIR"),
        *("LD_LIBRARY_PATH", "LD_PRELOAD", "DYLD_LIBRARY_PATH", "DYLD_INSERT_LIBRARIES"),
        *("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "GISBASE"),
    ],
)
@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_what_breaks_another_python_is_taken_away(name, platform):
    assert name not in child_environment({name: "/usr", **PROXY}, platform=platform)


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_all_else_stays(platform):
    found = child_environment(PROXY, platform=platform)
    assert PROXY.items() <= found.items()
    assert (found["PYTHONNOUSERSITE"], found["PYTHONUTF8"], found["PYTHONUNBUFFERED"]) == ("1", "1", "1")


def test_what_was_given_is_not_changed():
    base = {"PYTHONPATH": "/x"}
    child_environment(base)
    assert base == {"PYTHONPATH": "/x"}


def test_windows_loses_the_folders_of_qgis_from_its_path():
    base = {
        "Path": r"C:\Program Files\QGIS 3.22\bin;C:\Windows\system32;C:\Program Files\QGIS 3.220\bin;;"
        r'"c:\program files\qgis 3.22\apps\Python39\Scripts"'
    }
    found = child_environment(base, platform="win32", qgis_prefix=r"C:\Program Files\QGIS 3.22")
    assert found["Path"] == r"C:\Windows\system32;C:\Program Files\QGIS 3.220\bin"


def test_windows_finds_qgis_by_its_own_variables():
    base = {"OSGEO4W_ROOT": "C:\\OSGeo4W\\", "PATH": r"C:\OSGeo4W\bin;D:\tools"}
    assert r"C:\OSGeo4W" in qgis_prefixes(base, platform="win32")
    assert child_environment(base, platform="win32")["PATH"] == r"D:\tools"


def test_linux_keeps_its_path():
    base = {"PATH": "/usr/bin:/usr/local/bin"}
    assert child_environment(base, platform="linux")["PATH"] == base["PATH"]


@pytest.mark.parametrize(
    "platform, value, prefix, is_kept",
    [
        ("darwin", "/Applications/QGIS.app/Contents/Resources/certs.pem", "/Applications/QGIS.app", False),
        ("darwin", "/etc/company.pem", "/Applications/QGIS.app", True),
        ("win32", r"C:\OSGeo4W\bin\curl-ca-bundle.crt", r"C:\OSGeo4W", False),
        ("win32", r"C:\company\ca.crt", r"C:\OSGeo4W", True),
        ("linux", "/etc/ssl/company.pem", "/usr", True),
    ],
)
def test_certificates_of_a_company_stay_those_of_qgis_go(platform, value, prefix, is_kept):
    found = child_environment({"SSL_CERT_FILE": value}, platform=platform, qgis_prefix=prefix)
    assert ("SSL_CERT_FILE" in found) == is_kept


def test_a_real_environment_comes_through():
    assert child_environment(os.environ)["PATH"] == os.environ["PATH"]
