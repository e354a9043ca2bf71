"""`deepseg history`: the runs in a folder, side by side, and how to do one again."""

from __future__ import annotations

import csv
import io
import json
import shlex
from collections.abc import Sequence
from typing import Any

from engine.commands.run_comparison import ComparisonRow, compare_runs
from engine.commands.run_search import NamedRun, find_runs
from engine.domain.history_settings import HistorySettings
from engine.errors import UsageError
from engine.events import Reporter
from engine.stop import StopFlag
from engine.whole_file import whole_file

_Rows = list[dict[str, Any]]
_TITLES = {"name": "run", "command": "what", "seconds": "s", "n_footprints": "footprints", "area_m2": "m²"}
_MOST_NAMED = 20  # runs in a sentence
_LEFT = frozenset({"name", "command", "state", "started", "group"})
_NO_COLUMNS = frozenset({"message"})  # too long for a table


def history(settings: HistorySettings, *, reporter: Reporter, stop: StopFlag) -> None:
    """Tell which runs there are, or compare some of them, or show one whole.

    Raises:
        UsageError: there is no such folder, or no such run in it.
        OutputError: the output cannot be written.
        Stopped: when `stop` was requested.
    """
    reporter.stage("search", f"looking for runs in {settings.folder}")
    runs = find_runs(settings.folder, reporter=reporter, stop=stop)
    values: dict[str, Any]
    if settings.show is not None:
        (run,) = chosen(runs, [settings.show], settings)
        values, rows = shown(run), [{"name": name, "value": _cell(value)} for name, value in _lines(run)]
    elif settings.compare:
        picked = chosen(runs, settings.compare, settings)
        compared = compare_runs(picked)
        values, rows = _told(picked, compared), _beside(picked, compared)
    else:
        rows = [summary(run) for run in runs]
        values = {"runs": rows}
    text = json.dumps(values, indent=2, ensure_ascii=False) + "\n" if settings.format == "json" else ""
    text = text or (_csv(rows) if settings.format == "csv" else _table(rows) or f"no runs in {settings.folder}\n")
    if settings.output is not None:
        with whole_file(settings.output) as beside:
            beside.write_text(text, encoding="utf-8", newline="")
        reporter.artifact("history", settings.output)
    n = "1 run" if len(runs) == 1 else f"{len(runs)} runs"
    reporter.result({**values, "text": f"{n} in {settings.output}" if settings.output else text.rstrip("\n")})


def chosen(runs: Sequence[NamedRun], names: Sequence[str], settings: HistorySettings) -> list[NamedRun]:
    """Return the runs of these names, in their order.

    Raises:
        UsageError: one is not there, or is named twice.
    """
    by_name = {run.name: run for run in runs}
    for name in names:
        if name not in by_name:
            known = ", ".join([*by_name][-_MOST_NAMED:]) or "none at all"
            known = f"{len(by_name)} others, the last are {known}" if len(by_name) > _MOST_NAMED else known
            raise UsageError(f'there is no run "{name}" in {settings.folder}', hint=f"There are: {known}.")
    if len(set(names)) < len(names):
        raise UsageError("a run is named twice", hint="Name each run once.")
    return [by_name[name] for name in names]


def summary(run: NamedRun) -> dict[str, Any]:
    """Return a run in one line."""
    record = run.record
    areas = record.areas_m2
    return {
        "name": run.name,
        "command": record.command,
        "started": record.started,
        "state": record.state,
        "seconds": record.seconds,
        "f1": record.scores.get("f1"),
        "map50": record.scores.get("map50"),
        "n_footprints": int(sum(record.n_footprints.values())) if record.n_footprints else None,
        "area_m2": round(sum(areas.values()), 2) if areas else None,
        "message": record.message,
    }


def command_line(run: NamedRun) -> str:
    """Return the command that does the run again, as it can be pasted into a terminal."""
    return shlex.join(["deepseg", *(word for word in run.record.words if word != "--events")])


def shown(run: NamedRun) -> dict[str, Any]:
    """Return all that is known of a run."""
    return {"name": run.name, **run.record.as_dict(), "command_line": command_line(run)}


def _lines(run: NamedRun) -> list[tuple[str, Any]]:
    record = run.record
    about = [("run", run.name), ("what", record.command), ("state", record.state), ("started", record.started)]
    about += [("seconds", f"{record.seconds:g}")]
    about += [(name, text) for name, text in (("about", record.about), ("message", record.message)) if text]
    numbers: list[tuple[str, Any]] = [*record.scores.items()]
    numbers += [(f"footprints of {name}", n) for name, n in record.n_footprints.items()]
    numbers += [(f"m² of {name}", area_m2) for name, area_m2 in record.areas_m2.items()]
    settings = [(f"--{name.replace('_', '-')}", value) for name, value in record.settings.items() if value is not None]
    command = [("in the folder", record.folder), ("command line", command_line(run))]
    return [*about, *numbers, *record.outputs.items(), *settings, *command]


def _told(runs: Sequence[NamedRun], rows: Sequence[ComparisonRow]) -> dict[str, Any]:
    lines = [{"group": row.group, "name": row.name, "values": list(row.values)} for row in rows]
    return {"runs": [run.name for run in runs], "rows": lines}


def _beside(runs: Sequence[NamedRun], rows: Sequence[ComparisonRow]) -> _Rows:
    names = [run.name for run in runs]
    return [{"group": row.group, "name": row.name, **dict(zip(names, row.values, strict=True))} for row in rows]


def _csv(rows: _Rows) -> str:
    text = io.StringIO()
    if rows:
        writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return text.getvalue()


def _table(rows: _Rows) -> str:
    """Return the rows as aligned text; texts to the left, numbers to the right."""
    if not rows:
        return ""
    names = [name for name in rows[0] if name not in _NO_COLUMNS]
    titles = _TITLES if "command" in names else {}
    cells = [[titles.get(name, name) for name in names], *([_cell(row[name]) for name in names] for row in rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(names))]
    is_list = "value" not in names
    lines = []
    for row in cells:
        parts = [
            cell.ljust(width) if name in _LEFT or not is_list else cell.rjust(width)
            for name, cell, width in zip(names, row, widths, strict=True)
        ]
        lines.append("  ".join(parts).rstrip())
    return "\n".join(lines[0 if is_list else 1 :]) + "\n"


def _cell(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, float):
        return f"{value:.3f}" if abs(value) < 1 else f"{value:.1f}"
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value)) or "-"
    return str(value)
