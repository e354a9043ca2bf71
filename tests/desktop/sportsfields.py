"""What QGIS runs with --code: seven nested categories, from four photographs that name no coordinate system to COCO.

Reads from the environment what drive.py reads, and leaves in DEEPSEG_DRIVE_RESULTS what the docks came to, to be
compared with what the command line makes of the same photographs and labels: labels.gpkg, the model, the history of its
training, footprints.gpkg, numbers.json, statistics.csv and the COCO JSON footprints.json.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, os.environ["DEEPSEG_DRIVE_SOURCE"])

from qgis.PyQt.QtCore import QTimer

from tests.desktop import driven, steps_sportsfields

driven.catch()
driven.use_own_dialogs()
QTimer.singleShot(300, lambda: driven.run(steps_sportsfields.walk, Path(os.environ["DEEPSEG_DRIVE_LOG"])))
