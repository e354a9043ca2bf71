"""The package of `make package` keeps the rules of the plugin repository, and our check notices each breach."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from engine import __version__
from scripts.check_plugin import MOST_MEGABYTES, problems

REPOSITORY = Path(__file__).parents[2]
SCRIPTS = REPOSITORY / "scripts"
TOP = "deepseg_qgis"
METADATA = (REPOSITORY / "metadata.txt").read_text(encoding="utf-8")


def run(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *map(str, words)], capture_output=True, text=True)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    done = run(SCRIPTS / "build-plugin", folder)
    assert done.returncode == 0, done.stderr
    return folder / TOP


@pytest.fixture(scope="module")
def packed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packed")
    done = run(SCRIPTS / "package-plugin", built, folder)
    assert done.returncode == 0, done.stderr
    return folder / f"{TOP}.{__version__}.zip"


@pytest.fixture(scope="module")
def small(packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package with only what must be there, which is quickly checked."""
    kept = ("__init__.py", "metadata.txt", "LICENSE", "about.py", "algorithms/provider.py")
    kept += ("engine_source/engine/__main__.py", "engine_source/requirements.txt")
    path = tmp_path_factory.mktemp("small") / "small.zip"
    with zipfile.ZipFile(packed) as archive, zipfile.ZipFile(path, "w") as other:
        for name in kept:
            other.writestr(f"{TOP}/{name}", archive.read(f"{TOP}/{name}"))
    assert problems(path) == []
    return path


def changed(packed: Path, target: Path, changes: dict[str, bytes | str | None]) -> Path:
    """Write the package anew with files added, replaced, or (None) left out; names are below the top folder."""
    with zipfile.ZipFile(packed) as archive:
        files: dict[str, bytes | str | None] = {name: archive.read(name) for name in archive.namelist()}
    files.update({name.replace("TOP/", f"{TOP}/"): content for name, content in changes.items()})
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files.items():
            if content is not None:
                archive.writestr(name, content)
    return target


def test_the_package_keeps_all_rules(packed: Path) -> None:
    assert problems(packed) == []


def test_plugin_engine_metadata_and_license_are_in_it(built: Path) -> None:
    assert not any(path.is_symlink() for path in built.rglob("*"))
    assert (built / "metadata.txt").read_text(encoding="utf-8") == METADATA
    assert (built / "LICENSE").read_bytes() == (REPOSITORY / "LICENSE").read_bytes()
    for package, there in ((TOP, built), ("engine", built / "engine_source" / "engine")):
        ours = {path.relative_to(REPOSITORY / package) for path in (REPOSITORY / package).rglob("*.py")}
        theirs = {path.relative_to(there) for path in there.rglob("*.py")}
        assert ours == {path for path in theirs if path.parts[0] != "engine_source"}
    assert (built / "engine_source" / "engine" / "evaluation" / "report.html.j2").is_file()
    assert "torch>=" in (built / "engine_source" / "requirements.txt").read_text(encoding="utf-8")


def test_the_engine_runs_from_the_built_plugin(built: Path, tmp_path: Path) -> None:
    # In a folder of its own and without the repository on the path: what answers must be the copy.
    command = [sys.executable, "-I", "-B", built / "engine_launcher.py", built / "engine_source"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [*map(str, command), "info", str(REPOSITORY / "examples" / "kampala" / "kampala_30cm.tif"), "--events"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1])["event"] == "result"


def test_packing_twice_gives_the_same_bytes(built: Path, packed: Path, tmp_path: Path) -> None:
    os.utime(built / "__init__.py", (2_000_000_000, 2_000_000_000))
    (built / "__init__.py").chmod(0o600)
    assert run(SCRIPTS / "package-plugin", built, tmp_path).returncode == 0
    assert (tmp_path / packed.name).read_bytes() == packed.read_bytes()


def test_building_again_leaves_no_old_file(built: Path, tmp_path: Path) -> None:
    run(SCRIPTS / "build-plugin", tmp_path)
    (tmp_path / TOP / "old.py").write_text("")
    assert run(SCRIPTS / "build-plugin", tmp_path).returncode == 0
    assert not (tmp_path / TOP / "old.py").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == [TOP]


def test_building_does_not_delete_what_it_did_not_build(tmp_path: Path) -> None:
    (tmp_path / TOP).mkdir()
    (tmp_path / TOP / "mine.txt").write_text("mine")
    done = run(SCRIPTS / "build-plugin", tmp_path)
    assert done.returncode == 1 and "was not built by this script" in done.stderr
    assert (tmp_path / TOP / "mine.txt").read_text() == "mine"


def test_packing_what_is_no_plugin_says_what_to_do(tmp_path: Path) -> None:
    done = run(SCRIPTS / "package-plugin", tmp_path)
    assert done.returncode == 1 and "make plugin builds it" in done.stderr


def metadata(old: str, new: str) -> dict[str, bytes | str | None]:
    assert old in METADATA
    return {"TOP/metadata.txt": METADATA.replace(old, new)}


@pytest.mark.parametrize(
    "changes, words",
    [
        ({"other/a.py": ""}, "exactly one top folder"),
        ({"README": "loose"}, "exactly one top folder"),
        ({"TOP/../a.py": ""}, "leads out of the folder"),
        ({"TOP/About.py": ""}, "is there twice"),
        ({"TOP/.gitignore": "x"}, ".gitignore is hidden"),
        ({"TOP/domain/.DS_Store": "x"}, "is hidden"),
        ({"TOP/__pycache__/a.txt": "x"}, "is a cache"),
        ({"TOP/a.cpython-311.pyc": "x"}, "is binary"),
        ({"TOP/fast.so": "x"}, "fast.so is binary"),
        ({"TOP/fast.dat": b"\x7fELF\x02\x01"}, "fast.dat is binary"),
        ({"TOP/tests/test_a.py": ""}, "is a test"),
        ({"TOP/LICENSE": None}, "LICENSE is missing"),
        ({"TOP/metadata.txt": None}, "metadata.txt is missing"),
        ({"TOP/metadata.txt": "name=DeepSeg"}, "metadata.txt cannot be read"),
        ({"TOP/__init__.py": "pass"}, "no classFactory"),
        ({"TOP/engine_source/engine/__main__.py": None}, "engine/__main__.py is missing"),
        ({"TOP/engine_source/requirements.txt": None}, "requirements.txt is missing"),
        (metadata("author=The DeepSeg developers", "author="), "has no author"),
        (metadata("tracker=", "tracked="), "has no tracker"),
        (metadata("tracker=https://", "tracker="), "tracker is no address"),
        (metadata("email=deepseg@", "email=deepseg at "), "email is no address"),
        (metadata(f"version={__version__}", "version=first"), "version first is not of the form"),
        (metadata("qgisMinimumVersion=3.22", "qgisMinimumVersion=3"), "qgisMinimumVersion 3 is not"),
        (metadata("qgisMinimumVersion=3.22", "qgisMinimumVersion=5.0"), "is above qgisMaximumVersion"),
        (metadata("name=DeepSeg", "name=DeepSeg é"), "beyond ASCII"),
        (metadata("server=False", "icon=icons/gone.svg"), "icon icons/gone.svg is not there"),
        (metadata("hasProcessingProvider=yes", "hasProcessingProvider=no"), "hasProcessingProvider"),
        ({"TOP/a.py": "from PyQt5.QtCore import Qt"}, "a.py imports PyQt5"),
        ({"TOP/a.py": "def f():\n    import PyQt6"}, "a.py imports PyQt6"),
        ({"TOP/a.py": "import engine.events"}, "a.py imports engine"),
        ({"TOP/engine_source/engine/a.py": "import qgis.core"}, "a.py imports qgis"),
        ({"TOP/a.py": "import sys\nsys.executable"}, "names sys.executable in line 2"),
        ({"TOP/a.py": "dialog.exec_()"}, "calls exec_ in line 1"),
        ({"TOP/a.py": "match 1:\n    case 1: pass"}, "cannot be read by the oldest Python"),
    ],
)
def test_each_rule_notices_its_breach(
    small: Path, tmp_path: Path, changes: dict[str, bytes | str | None], words: str
) -> None:
    found = problems(changed(small, tmp_path / "changed.zip", changes))
    assert any(words in problem for problem in found), found


def test_a_package_that_is_too_large_is_noticed(small: Path, tmp_path: Path) -> None:
    noise = os.urandom(MOST_MEGABYTES * 1_000_000)
    found = problems(changed(small, tmp_path / "large.zip", {"TOP/noise.txt": noise}))
    assert any("less than 25 are allowed" in problem for problem in found)


def test_a_top_folder_must_be_an_identifier(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("deep-seg/__init__.py", "")
    assert "the top folder deep-seg is no identifier of Python" in problems(tmp_path / "a.zip")


def test_a_link_is_noticed(small: Path, tmp_path: Path) -> None:
    path = changed(small, tmp_path / "a.zip", {})
    with zipfile.ZipFile(path, "a") as archive:
        link = zipfile.ZipInfo(f"{TOP}/link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert f"{TOP}/link.txt is a link" in problems(path)


@pytest.mark.parametrize("content", [b"", b"no zip"])
def test_what_is_no_zip_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(content)
    assert "no zip" in problems(tmp_path / "a.zip")[0]


def test_an_empty_zip_is_told(tmp_path: Path) -> None:
    zipfile.ZipFile(tmp_path / "a.zip", "w").close()
    assert "has nothing" in problems(tmp_path / "a.zip")[0]


def test_a_release_has_real_addresses(small: Path) -> None:
    found = problems(small, is_release=True)
    assert [problem.split()[0] for problem in found] == ["tracker", "repository", "homepage", "email"]


def test_the_command_says_what_is_wrong(small: Path, tmp_path: Path) -> None:
    broken = changed(small, tmp_path / "broken.zip", {"TOP/LICENSE": None})
    done = run(SCRIPTS / "check_plugin.py", broken)
    assert (done.returncode, done.stderr) == (1, "broken.zip: LICENSE is missing or empty\n")
    assert run(SCRIPTS / "check_plugin.py", small).returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_linking_and_installing_replace_each_other_and_nothing_else(tmp_path: Path) -> None:
    plugins = tmp_path / "default" / "python" / "plugins"
    install = (SCRIPTS / "install-plugin", "--profiles-folder", tmp_path)
    for _ in range(2):
        assert run(*install, "--link").returncode == 0
        assert (plugins / TOP).resolve() == REPOSITORY / TOP
    (plugins / TOP).unlink()
    (plugins / TOP).mkdir()
    (plugins / TOP / "metadata.txt").write_text("[general]\nname=Another\n")
    done = run(*install, "--link")
    assert done.returncode == 1 and "is not DeepSeg; move it away" in done.stderr


def test_a_profile_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    done = run(SCRIPTS / "install-plugin", "--link", "--profiles-folder", tmp_path, "--profile", "mine")
    assert done.returncode == 1 and "there is no profile mine" in done.stderr
