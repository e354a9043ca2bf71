"""How long QGIS waits for DeepSeg: loading it, building toolbar and menu, registering algorithms, the first click.

Run it with the Python that sees QGIS, in a fresh process each time, as QGIS starts:

    PYTHONDONTWRITEBYTECODE=1 .venv-qgis/bin/python benchmarks/plugin_load.py [RUNS]

Bytecode counts: QGIS writes it at the first start and reads it at all others. The benchmark writes it into a folder of
its own, and leaves the first run out. Times are of the processor, so that other work on the machine does not count.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]

ONE_START = """
import json, os, sys, time
sys.path.insert(0, sys.argv[1])
from qgis.testing import start_app
start_app()
from tests.qgis.interface import Interface
iface = Interface()
import qgis.utils, processing  # QGIS has loaded these before any plugin
times = {}
def note(name, began):
    times[name] = 1000 * (time.process_time() - began)
began = time.process_time()
import deepseg_qgis
plugin = deepseg_qgis.classFactory(iface)
note("load", began)
middle = time.process_time()
plugin.initGui()
note("build", middle)
note("load and build", began)
middle = time.process_time()
plugin.show_docks()
note("first click", middle)
middle = time.process_time()
plugin.unload()
note("unload", middle)
print("TIMES" + json.dumps(times))
sys.stdout.flush()
os._exit(0)
"""


def one_start(cache: str) -> dict[str, float]:
    """Return the milliseconds of each part of one start."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment |= {
        "QT_QPA_PLATFORM": "offscreen",
        "QGIS_CUSTOM_CONFIG_PATH": tempfile.mkdtemp(dir=cache),
        "XDG_RUNTIME_DIR": tempfile.mkdtemp(dir=cache),
        "PYTHONPYCACHEPREFIX": cache,
        "PYTHONPATH": "/usr/share/qgis/python/plugins",
    }
    done = subprocess.run(
        [sys.executable, "-c", ONE_START, str(REPOSITORY)], env=environment, capture_output=True, text=True, check=False
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("TIMES")]
    if not lines:
        sys.exit(done.stderr)
    return json.loads(lines[0].removeprefix("TIMES"))


def main() -> None:
    n_runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory(prefix="deepseg-load-") as cache:
        one_start(cache)
        starts = [one_start(cache) for _ in range(n_runs)]
    for name in starts[0]:
        values = [start[name] for start in starts]
        print(f"{name:<15} median {statistics.median(values):6.1f} ms, worst {max(values):6.1f} ms of {n_runs}")


if __name__ == "__main__":
    main()
