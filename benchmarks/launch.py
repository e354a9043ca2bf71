"""The engine's command line with the models that only benchmarks know: `python -m benchmarks.launch predict ...`."""

import sys

from engine.cli.main import main

# Processes that draw footprints import this file too: they know no models, and must not load torch for them.
if __name__ == "__main__":
    from benchmarks.stub_models import register

    register()
    sys.exit(main())
