"""The staircase: a file imports from rooms below its own, and touches what its room may touch."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]

# Rooms from the ground up; those in one set stand on the same floor and do not see each other.
STAIRS: dict[str, tuple[frozenset[str], ...]] = {
    "engine": (
        frozenset({"errors", "__init__"}),
        frozenset({"collector", "stop", "whole_file"}),
        frozenset({"domain"}),
        frozenset({"events"}),
        frozenset({"console"}),
        frozenset({"geo"}),
        frozenset({"camera", "interchange", "measurement", "shaping"}),
        frozenset({"data"}),
        frozenset({"models"}),
        frozenset({"inference"}),
        frozenset({"evaluation"}),
        frozenset({"training"}),
        frozenset({"commands"}),
        frozenset({"cli"}),
        frozenset({"__main__"}),
    ),
    "deepseg_qgis": (
        # engine_launcher.py is a script for the engine's Python: it imports nothing of ours, and nobody imports it.
        frozenset({"errors", "about", "engine_launcher"}),
        frozenset({"domain"}),
        frozenset({"i18n", "log", "settings"}),
        frozenset({"engine_client"}),
        frozenset({"layers"}),
        frozenset({"algorithms"}),
        frozenset({"docks"}),
        frozenset({"plugin"}),
        frozenset({"__init__"}),
    ),
}
OTHER = {"engine": {"deepseg_qgis", "qgis", "PyQt5", "PyQt6", "osgeo"}, "deepseg_qgis": {"engine", "PyQt5", "PyQt6"}}
NAMES_THAT_SAY_NOTHING = {"utils.py", "util.py", "helpers.py", "helper.py", "common.py", "manager.py", "misc.py"}
MOST_LINES = 400

# Files that may open rasters or vector files, each with its reason.
OPENERS = {
    "engine/geo/raster.py": "the opener of rasters",
    "engine/geo/raster_file.py": "what rasterio says of the file that raster.py opened",
    "engine/geo/transcode.py": "the writer of scratch copies of rasters",
    "engine/geo/raster_writer.py": "the writer of tiles, chips and what is put together of them",
    "engine/geo/vector_layer.py": "what a vector file says of its layers, for all that read them",
    "engine/geo/vector.py": "the opener of vector files",
    "engine/geo/polygon_file.py": "the writer of layers of polygons",
    "engine/geo/footprint_gpkg.py": "the writer of GeoPackages",
    "engine/geo/label_reader.py": "the reader of labels, with all that they carry",
    "engine/geo/label_file.py": "the writer of labels, batch by batch",
    "engine/geo/label_raster.py": "the reader and writer of rasters whose pixels are numbers of labels",
    "engine/geo/polygon_stream.py": "the reader and writer of polygons with all their attributes",
    "engine/geo/cutout_file.py": "the writer of pictures of instances",
    "engine/geo/painted_raster.py": "the writer of rasters of what polygons say",
}
# Broad catches, each with its reason; ruff (BLE) finds the ones that are not marked.
BROAD_CATCHES = {
    "engine/commands/run.py": "turns whatever happened into an event and an exit status",
    "engine/camera/stream.py": "hands whatever happened in its thread to the one who waits for frames",
    "engine/models/calibration.py": "a library that cannot run a network says so in kinds of its own",
    "engine/models/encoders.py": "a weights file of the user's fails in as many ways as there are formats",
    "engine/inference/worker_process.py": "hands whatever happened to the process that asked",
    "engine/training/checkpoint.py": "a damaged checkpoint fails in as many ways as torch has readers",
}


def sources(package: str) -> list[Path]:
    return sorted((REPOSITORY / package).rglob("*.py"))


def named(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


ENGINE, PLUGIN = sources("engine"), sources("deepseg_qgis")
EVERY = pytest.mark.parametrize("path", ENGINE + PLUGIN, ids=named)
EVERY_ENGINE = pytest.mark.parametrize("path", ENGINE, ids=named)


def imports(tree: ast.AST, package: tuple[str, ...]) -> Iterator[str]:
    """Yield the dotted names that a file in `package` imports, also inside functions; `from a import b` is `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = list(package[: len(package) - node.level + 1]) if node.level else []
            start = ".".join([*base, *([node.module] if node.module else [])])
            yield from (f"{start}.{alias.name}" for alias in node.names)


def floor_of(package: str, room: str) -> int | None:
    return next((floor for floor, rooms in enumerate(STAIRS[package]) if room in rooms), None)


def steps_up(source: str, path: str) -> list[str]:
    """Return what the file at `path` imports though it stands above, beside, or in the other house."""
    parts = tuple(path.removesuffix(".py").split("/"))
    package, own = parts[0], parts[1]
    own_floor = floor_of(package, own)
    assert own_floor is not None, f"{path}: a room that the staircase does not know"
    wrong = []
    for name in imports(ast.parse(source), parts[:-1]):
        top, *below = name.split(".")
        if top in OTHER[package]:
            wrong.append(name)
        if top != package:
            continue
        # `import engine` and `from engine import __version__` reach the ground floor only.
        room = below[0] if below and floor_of(package, below[0]) is not None else "__init__"
        floor = floor_of(package, room)
        is_ground = package == "engine" and room == "__init__"
        if room != own and not is_ground and (floor is None or floor >= own_floor):
            wrong.append(name)
    return wrong


@EVERY
def test_a_file_imports_only_from_below(path: Path) -> None:
    assert steps_up(path.read_text(encoding="utf-8"), named(path)) == []


@pytest.mark.parametrize(
    "path, source, wrong",
    [
        ("engine/geo/window.py", "", []),
        ("engine/geo/window.py", "from engine.errors import CrsError", []),
        ("engine/geo/window.py", "from engine.geo import grid", []),
        ("engine/geo/window.py", "from engine.data.labels import x", ["engine.data.labels.x"]),
        ("engine/geo/window.py", "from engine import data", ["engine.data"]),
        ("engine/geo/window.py", "from engine import __version__", []),
        ("engine/geo/window.py", "def f():\n    import engine.cli.main", ["engine.cli.main"]),
        ("engine/geo/window.py", "from ..training import fit", ["engine.training.fit"]),
        ("engine/geo/window.py", "from . import grid", []),
        ("engine/geo/window.py", "from qgis.core import Qgis", ["qgis.core.Qgis"]),
        ("engine/geo/window.py", "from osgeo import gdal", ["osgeo.gdal"]),
        ("deepseg_qgis/plugin.py", "from engine.errors import x", ["engine.errors.x"]),
        ("deepseg_qgis/plugin.py", "from PyQt5 import QtCore", ["PyQt5.QtCore"]),
        ("deepseg_qgis/plugin.py", "from .about import NAME", []),
        ("deepseg_qgis/log.py", "from deepseg_qgis.settings import x", ["deepseg_qgis.settings.x"]),
        ("deepseg_qgis/about.py", "from deepseg_qgis.plugin import x", ["deepseg_qgis.plugin.x"]),
    ],
)
def test_the_staircase_notices(path: str, source: str, wrong: list[str]) -> None:
    assert steps_up(source, path) == wrong


def circle(files: Iterable[tuple[str, str]]) -> list[str]:
    """Return files, given as path and source, that import each other in a circle; none if there is no circle."""
    sources_by_name = dict(files)
    needs = {
        path: {
            found
            for name in imports(ast.parse(source), tuple(path.split("/")[:-1]))
            if (found := file_of(name, sources_by_name)) not in (None, path)
        }
        for path, source in sources_by_name.items()
    }
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as err:
        return [str(path) for path in err.args[1]]
    return []


def file_of(name: str, paths: Iterable[str]) -> str | None:
    """Return the file that `import name`, or `from name` without its last part, reads; rooms as such are not files."""
    whole = name.replace(".", "/")
    return next((path for path in (f"{whole}.py", f"{whole.rpartition('/')[0]}.py") if path in paths), None)


@pytest.mark.parametrize("package", [ENGINE, PLUGIN], ids=["engine", "plugin"])
def test_files_do_not_import_each_other_in_a_circle_not_even_for_their_types(package: list[Path]) -> None:
    assert circle((named(path), path.read_text(encoding="utf-8")) for path in package) == []


@pytest.mark.parametrize(
    "b", ["from .a import x", "from engine.a import x", "import engine.a", "if TYPE_CHECKING:\n    from . import a"]
)
def test_a_circle_is_noticed(b: str) -> None:
    files = [("engine/a.py", "from .c import x"), ("engine/b.py", b), ("engine/c.py", "from engine import b")]
    assert set(circle(files)) == {"engine/a.py", "engine/b.py", "engine/c.py"}
    assert circle(files[1:]) == []


@pytest.mark.parametrize("path", [path for path in PLUGIN if path.parent.name == "domain"] or [None], ids=str)
def test_the_plugins_values_know_no_qgis(path: Path | None) -> None:
    if path is not None:  # there are none yet
        assert not [name for name in imports(ast.parse(path.read_text()), ()) if name.startswith("qgis")]


@EVERY
def test_a_file_stays_below_400_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < MOST_LINES


@EVERY
def test_a_file_is_named_for_its_idea(path: Path) -> None:
    assert path.name not in NAMES_THAT_SAY_NOTHING


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Yield every call with its dotted name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


@EVERY
def test_nobody_prints(path: Path) -> None:
    assert not [name for name, _ in calls(path) if name == "print"]


@EVERY
def test_nobody_starts_the_interpreter_that_runs_us(path: Path) -> None:
    # In QGIS on Windows and macOS that is QGIS itself.
    names = [ast.unparse(node) for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Attribute)]
    assert "sys.executable" not in names


@EVERY_ENGINE
def test_nothing_is_loaded_that_could_run_code(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not {"pickle", "marshal", "shelve", "dill", "joblib"} & {
        name.split(".")[0] for name in imports(ast.parse(text), ())
    }
    assert not [name for name, _ in calls(path) if name in ("eval", "exec", "os.system")]
    for name, call in calls(path):
        if name == "torch.load":
            safe = [word.value for word in call.keywords if word.arg == "weights_only"]
            assert [ast.unparse(value) for value in safe] == ["True"], f"{named(path)}:{call.lineno}"


def opens_data(path: Path) -> bool:
    """Tell whether the file calls what opens rasters or vector files; errors and pure functions do not."""
    openers = ("rasterio.open", "pyogrio.read", "pyogrio.write", "pyogrio.raw", "pyogrio.list", "pyogrio.open")
    return any(name.startswith(openers) for name, _ in calls(path))


@EVERY_ENGINE
def test_rasters_and_vector_files_are_opened_in_few_places(path: Path) -> None:
    assert not opens_data(path) or named(path) in OPENERS


@EVERY_ENGINE
def test_broad_catches_are_few_and_have_a_reason(path: Path) -> None:
    broad = [
        node.lineno
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in ("Exception", "BaseException"))
        and ast.unparse(node.body[-1]) != "raise"  # tidies up and passes it on
    ]
    assert not broad or named(path) in BROAD_CATCHES


@EVERY_ENGINE
def test_the_oldest_python_that_we_promise_can_read_it(path: Path) -> None:
    ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 10))
