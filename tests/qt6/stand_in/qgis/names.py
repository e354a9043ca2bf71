"""Classes that are only names: enough to import what uses them."""

from __future__ import annotations

from typing import Any

from PyQt6.QtWidgets import QWidget


class Member(int):
    """A member of an enum, or something inside of it, whatever it is."""

    def __getattr__(self, name: str) -> Member:
        if name.startswith("__"):
            raise AttributeError(name)
        return Member()


class _Meta(type(QWidget)):
    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Member()


_made: dict[str, type] = {}


def named(name: str) -> type:
    """Return the one class of this name; it is a widget, so that signals and layouts work on its subclasses."""
    if name.startswith("__"):
        raise AttributeError(name)
    if name not in _made:
        _made[name] = _Meta(name, (QWidget,), {})
    return _made[name]
