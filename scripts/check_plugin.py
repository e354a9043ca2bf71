#!/usr/bin/env python3
"""Checks a plugin's zip by the rules of QGIS's plugin repository, and by what breaks QGIS though the rules allow it.

usage: scripts/check_plugin.py ZIP [--release]     --release: also refuses addresses that stand for real ones
"""

from __future__ import annotations

import ast
import configparser
import re
import stat
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

MOST_MEGABYTES = 25
REQUIRED = (
    "name",
    "description",
    "about",
    "version",
    "qgisMinimumVersion",
    "author",
    "email",
    "tracker",
    "repository",
    "homepage",
    "license",
    "tags",
)
ADDRESSES = ("tracker", "repository", "homepage")
VERSION = re.compile(r"\d+(\.\d+){1,3}([-.]?(alpha|beta|rc)\d*)?")
QGIS_VERSION = re.compile(r"\d+\.\d+(\.\d+)?")
CACHES = {"__pycache__", "__macosx", "thumbs.db", "desktop.ini", "node_modules"}
BINARY_SUFFIXES = {
    ".a", ".bin", ".bat", ".com", ".dll", ".dylib", ".egg", ".exe", ".gz", ".jar", ".lib", ".msi", ".o", ".obj",
    ".pt", ".pyc", ".pyd", ".pyo", ".safetensors", ".so", ".tar", ".whl", ".zip",
}  # fmt: skip
BINARY_STARTS = (b"\x7fELF", b"MZ", b"\xfe\xed\xfa", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"PK\x03\x04")
TEST_FOLDERS = {"test", "tests"}
ENGINE = "engine_source"
OTHER_QT = {"PyQt4", "PyQt5", "PyQt6", "PySide2", "PySide6"}
PLACEHOLDERS = (".example", "example.org", "example.com", "example.net")


@dataclass(frozen=True)
class Package:
    """What the zip holds: its entries, and the files below its one top folder by their path in it."""

    entries: tuple[zipfile.ZipInfo, ...]
    top: str
    files: dict[str, bytes]
    size_mb: float
    is_release: bool = False

    def text(self, path: str) -> str:
        """Return a file as text; nothing where it is not there."""
        return self.files.get(path, b"").decode("utf-8", errors="replace")


Rule = Callable[[Package], Iterator[str]]


def problems(path: Path, *, is_release: bool = False) -> list[str]:
    """Return what is wrong with a zip, one sentence each; nothing when all is well."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = tuple(archive.infolist())
            damaged = archive.testzip()
            contents = {entry.filename: archive.read(entry) for entry in entries if not entry.is_dir()}
    except (OSError, zipfile.BadZipFile, RuntimeError) as err:
        return [f"it is no zip that can be read: {err}"]
    if damaged is not None:
        return [f"{damaged} is damaged"]
    tops = sorted({name.split("/")[0] for name in contents})
    if len(tops) != 1 or any("/" not in name for name in contents):
        return [f"it needs exactly one top folder that holds everything, and has {', '.join(tops) or 'nothing'}"]
    files = {name.split("/", 1)[1]: content for name, content in contents.items()}
    package = Package(entries, tops[0], files, path.stat().st_size / 1e6, is_release)
    return [problem for rule in RULES for problem in rule(package)]


def names_are_safe(package: Package) -> Iterator[str]:
    """No file lands outside the folder, hides another, or is a link."""
    if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", package.top):
        yield f"the top folder {package.top} is no identifier of Python"
    seen: set[str] = set()
    for entry in package.entries:
        name = entry.filename
        if name.startswith("/") or "\\" in name or ".." in name.split("/") or ":" in name:
            yield f"{name} leads out of the folder"
        if stat.S_ISLNK(entry.external_attr >> 16):
            yield f"{name} is a link"
        if name.lower() in seen:
            yield f"{name} is there twice for systems that do not tell large letters from small ones"
        seen.add(name.lower())


def nothing_strange_is_inside(package: Package) -> Iterator[str]:
    """No hidden files, caches, binaries or tests."""
    for name, content in package.files.items():
        parts = PurePosixPath(name).parts
        if any(part.startswith(".") for part in parts):
            yield f"{name} is hidden"
        if any(part.lower() in CACHES for part in parts):
            yield f"{name} is a cache or a leftover of a system"
        if PurePosixPath(name).suffix.lower() in BINARY_SUFFIXES or content.startswith(BINARY_STARTS):
            yield f"{name} is binary"
        if TEST_FOLDERS & set(parts[:-1]):
            yield f"{name} is a test"
    if package.size_mb >= MOST_MEGABYTES:
        yield f"it has {package.size_mb:.1f} MB, and less than {MOST_MEGABYTES} are allowed"


def what_must_be_there_is(package: Package) -> Iterator[str]:
    """Metadata, license, the door that QGIS opens, and the engine."""
    for name in (
        "metadata.txt",
        "LICENSE",
        "__init__.py",
        f"{ENGINE}/engine/__main__.py",
        f"{ENGINE}/requirements.txt",
    ):
        if not package.files.get(name):
            yield f"{name} is missing or empty"
    if "def classFactory" not in package.text("__init__.py"):
        yield "__init__.py has no classFactory"


def metadata_is_complete(package: Package) -> Iterator[str]:
    """The keys that the repository asks for, each in its form."""
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read_string(package.text("metadata.txt"))
        general = {key.lower(): value.strip() for key, value in parser["general"].items()}
    except (configparser.Error, KeyError) as err:
        yield f"metadata.txt cannot be read: {err}"
        return
    for key in REQUIRED:
        if not general.get(key.lower()):
            yield f"metadata.txt has no {key}"
    yield from _versions(general)
    yield from _addresses(general, is_release=package.is_release)
    if not general.get("name", "").isascii():
        yield "the name has letters beyond ASCII"
    if general.get("icon") and general["icon"] not in package.files:
        yield f"the icon {general['icon']} is not there"
    has_provider = "algorithms/provider.py" in package.files
    if has_provider != (general.get("hasprocessingprovider", "no").lower() in ("yes", "true")):
        yield "hasProcessingProvider does not say what the code does"


def _versions(general: dict[str, str]) -> Iterator[str]:
    if not VERSION.fullmatch(general.get("version", "")):
        yield f"the version {general.get('version')} is not of the form 1.2.3"
    least, most = general.get("qgisminimumversion", ""), general.get("qgismaximumversion", "")
    for key, value in (("qgisMinimumVersion", least), ("qgisMaximumVersion", most)):
        if value and not QGIS_VERSION.fullmatch(value):
            yield f"{key} {value} is not of the form 3.22"
            return
    if least and most and _numbers(least) > _numbers(most):
        yield f"qgisMinimumVersion {least} is above qgisMaximumVersion {most}"


def _addresses(general: dict[str, str], *, is_release: bool) -> Iterator[str]:
    for key in ADDRESSES:
        address = urlsplit(general.get(key, ""))
        if general.get(key) and (address.scheme not in ("http", "https") or "." not in address.netloc):
            yield f"{key} is no address of a page: {general[key]}"
        elif is_release and (address.hostname or "").endswith(PLACEHOLDERS):
            yield f"{key} still stands for a real address: {general[key]}"
    email = general.get("email", "")
    if email and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", email):
        yield f"email is no address: {email}"
    if is_release and email.endswith(PLACEHOLDERS):
        yield f"email still stands for a real address: {email}"


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]


def code_suits_qgis(package: Package) -> Iterator[str]:
    """Nothing that fails in QGIS of another Qt or another system; the engine never meets QGIS."""
    for name, content in package.files.items():
        if not name.endswith(".py"):
            continue
        is_engine = name.startswith(f"{ENGINE}/")
        try:
            tree = ast.parse(content, feature_version=(3, 10) if is_engine else (3, 9))
        except (SyntaxError, ValueError) as err:
            yield f"{name} cannot be read by the oldest Python that is promised: {err}"
            continue
        yield from (f"{name} {problem}" for problem in _code_problems(tree, is_engine=is_engine))


def _code_problems(tree: ast.AST, *, is_engine: bool) -> Iterator[str]:
    tops = {name.split(".")[0] for name in _imports(tree)}
    for top in sorted(tops & ({*OTHER_QT, "qgis"} if is_engine else {*OTHER_QT, "engine"})):
        yield f"imports {top}"
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute):
            continue
        if node.attr == "executable" and ast.unparse(node) == "sys.executable":
            yield f"names sys.executable in line {node.lineno}, which is QGIS itself on Windows and macOS"
        if not is_engine and node.attr == "exec_":
            yield f"calls exec_ in line {node.lineno}, which Qt 6 does not have"


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module


RULES: tuple[Rule, ...] = (
    names_are_safe,
    nothing_strange_is_inside,
    what_must_be_there_is,
    metadata_is_complete,
    code_suits_qgis,
)


def tell(path: Path, *, is_release: bool = False) -> int:
    """Say what is wrong with a zip, and return the exit status."""
    found = problems(path, is_release=is_release)
    for problem in found:
        sys.stderr.write(f"{path.name}: {problem}\n")
    if not found:
        sys.stdout.write(f"{path} ({path.stat().st_size / 1e6:.1f} MB) keeps the rules of the plugin repository\n")
    return 1 if found else 0


if __name__ == "__main__":
    named = [argument for argument in sys.argv[1:] if argument != "--release"]
    if len(named) != 1:
        raise SystemExit("usage: scripts/check_plugin.py ZIP [--release]")
    sys.exit(tell(Path(named[0]), is_release="--release" in sys.argv))
