"""Labels as they are, in another vector format."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.commands.import_labels import COLUMNS
from engine.commands.label_export_table import ExportTable
from engine.domain.label_interchange_settings import ExportLabelsSettings
from engine.geo.label_file import LabelFile
from engine.interchange.writing import out_kinds
from engine.stop import StopFlag

_BATCH = 5000


def export_vector(settings: ExportLabelsSettings, table: ExportTable, stop: StopFlag) -> int:
    """Write all labels and return how many.

    Raises:
        OutputError: the output cannot be written.
        Stopped: when `stop` was requested.
    """
    kinds = out_kinds(table.kinds)
    by_name = {kind.name: kind for kind in kinds}
    coded = [by_name[kind.name] for kind in table.kinds]
    with LabelFile(settings.output, table.crs) as file:
        for start in range(0, len(table), _BATCH):
            stop.check()
            rows = np.arange(start, min(start + _BATCH, len(table)))
            columns: dict[str, list[Any]] = {name: [] for name in COLUMNS}
            for row in rows.tolist():
                kind = coded[int(table.kind_codes[row])]
                values = (kind.name, kind.number, kind.color, table.raster_name(row) or None, table.number(row))
                for name, value in zip(COLUMNS, (*values, table.score(row), int(table.crowds[row])), strict=True):
                    columns[name].append(value)
            file.write(table.shapes(rows), columns)
        file.write_categories([k.name for k in kinds], [k.color for k in kinds], [k.number for k in kinds])
    return len(table)
