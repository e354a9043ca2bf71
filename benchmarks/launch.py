"""The engine's command line with the models that only benchmarks know: `python -m benchmarks.launch predict ...`."""

from __future__ import annotations

import sys

from benchmarks.stub_models import register
from engine.cli.main import main

register()  # here and not below: a worker process that imports this file must know the families as well

if __name__ == "__main__":
    sys.exit(main())
