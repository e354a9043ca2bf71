"""`python -m engine`: the same as the console script `deepseg`."""

import os
import sys


def _forget_current_folder() -> None:
    """Take away the user's folder, which `-m` puts first: a `torch.py` lying there must not become ours."""
    home = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))  # noqa: PTH120  (pathlib may be shadowed too)
    here = os.path.realpath(os.curdir)
    if sys.path and os.path.realpath(sys.path[0] or os.curdir) == here != home:
        del sys.path[0]


if __name__ == "__main__":
    _forget_current_folder()
    from engine.cli.main import main

    sys.exit(main())
