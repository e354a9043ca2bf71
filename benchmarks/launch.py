"""The engine's command line with the models that only benchmarks know: `python -m benchmarks.launch predict ...`."""

import os
import sys

from engine.cli.main import main
from engine.cli.threads import wait_briefly

# Processes that draw footprints import this file too: they know no models, and must not load torch for them.
if __name__ == "__main__":
    wait_briefly(os.environ)  # as `main` does, but before torch is loaded here
    from benchmarks.stub_models import register

    register()
    if os.environ.get("DEEPSEG_BENCH_CUT_ALL"):  # small files, too, as if they were large
        from engine.geo import read_plan

        read_plan._LARGE_FILE_BYTES = 0
    sys.exit(main())
