"""Names of columns that stay apart, also for writers that take capitals and small letters for the same."""

from __future__ import annotations

from collections.abc import Sequence


def free_name(wanted: str, names: Sequence[str]) -> str:
    """Return a name that none of the others is, whatever its case: the one that is wanted, else with a number."""
    taken = {name.casefold() for name in names}
    number, name = 1, wanted
    while name.casefold() in taken:
        number += 1
        name = f"{wanted}_{number}"
    return name


def distinct_names(names: Sequence[str]) -> list[str]:
    """Return the names, those that differ from an earlier one by its case at most with a number after them."""
    distinct: list[str] = []
    for name in names:
        is_new = name.casefold() not in {each.casefold() for each in distinct}
        distinct.append(name if is_new else free_name(name, [*names, *distinct]))
    return distinct
