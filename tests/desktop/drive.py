"""What QGIS runs with --code: the whole loop, from an orthophoto to footprints that are accepted as labels.

Reads from the environment: DEEPSEG_DRIVE_SOURCE (the repository), DEEPSEG_DRIVE_FOLDER (an empty folder that holds
kampala.tif), DEEPSEG_DRIVE_PICTURES, DEEPSEG_DRIVE_EPOCHS, DEEPSEG_DRIVE_START (a model to start from),
DEEPSEG_DRIVE_LOG.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, os.environ["DEEPSEG_DRIVE_SOURCE"])

from qgis.PyQt.QtCore import QTimer

from tests.desktop import driven, steps

driven.catch()
QTimer.singleShot(300, lambda: driven.run(steps.walk, Path(os.environ["DEEPSEG_DRIVE_LOG"])))
