"""Reads JSON of any size piece by piece: the members of the outermost object, and long lists item by item."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from engine.errors import LabelFileError

_CHUNK = 1 << 20
_LONGEST_PIECE = 1 << 28  # one value of so many letters is no label of anybody
_SPACE = re.compile(r"[ \t\n\r]*")


class JsonPieces:
    """A JSON file whose outermost value is an object; read once from its begin to its end.

    Raises:
        LabelFileError: it cannot be read, or is no such JSON.
    """

    def __init__(self, path: Path, file: TextIO, told: Callable[[int], None] | None = None) -> None:
        self._path = path
        self._file = file
        self._told = told
        self._text = ""
        self._at = 0
        self._is_over = False
        self._decode = json.JSONDecoder().raw_decode

    def members(self) -> Iterator[str]:
        """Yield the name of each member; the caller takes its value by `items`, `value` or `skip`, before the next."""
        self._expect("{")
        if self._peek() == "}":
            self._at += 1
            return
        while True:
            name = self._value()
            if not isinstance(name, str):
                raise self._broken("a name in quotes is missing")
            self._expect(":")
            yield name
            if self._expect(",}") == "}":
                return

    def items(self) -> Iterator[Any]:
        """Yield the items of the list that comes next, one by one."""
        self._expect("[")
        if self._peek() == "]":
            self._at += 1
            return
        while True:
            yield self._value()
            if self._expect(",]") == "]":
                return

    def pairs(self) -> Iterator[tuple[str, Any]]:
        """Yield the names and values of the object that comes next, one by one."""
        for name in self.members():
            yield name, self._value()

    def opens(self, sign: str) -> bool:
        """Tell whether the value that comes next opens with a sign, such as [ for a list."""
        return self._peek() == sign

    def value(self) -> Any:
        """Return the value that comes next, whole."""
        return self._value()

    def skip(self) -> None:
        """Pass over the value that comes next; lists item by item."""
        if self._peek() == "[":
            for _ in self.items():
                pass
        else:
            self._value()

    def _value(self) -> Any:
        self._peek()
        n_wanted = _CHUNK
        while True:
            try:
                value, end = self._decode(self._text, self._at)
            except RecursionError as err:
                raise self._broken("it is nested too deeply") from err
            except ValueError as err:  # also whole numbers of thousands of digits
                if self._is_over:
                    raise self._broken(_reason(err)) from err
            else:
                # A number that ends with what has been read may go on.
                if end < len(self._text) or self._is_over:
                    self._at = end
                    return value
            if len(self._text) - self._at > _LONGEST_PIECE:
                raise self._broken("one value in it goes on for more than 256 million letters, or a bracket is missing")
            self._fill(n_wanted)
            n_wanted *= 2  # else a long piece would be tried again for every chunk

    def _peek(self) -> str:
        while True:
            match = _SPACE.match(self._text, self._at)
            self._at = match.end() if match else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if self._is_over:
                raise self._broken("it ends too early")
            self._fill(_CHUNK)

    def _expect(self, signs: str) -> str:
        sign = self._peek()
        if sign not in signs:
            raise self._broken(f"{' or '.join(signs)} is missing before {self._text[self._at : self._at + 12]!r}")
        self._at += 1
        return sign

    def _fill(self, n_letters: int) -> None:
        try:
            more = self._file.read(n_letters)
        except UnicodeDecodeError as err:
            raise not_utf8(self._path) from err
        self._is_over = not more
        self._text = self._text[self._at :] + more
        self._at = 0
        if self._told is not None:
            self._told(self._file.buffer.tell() if hasattr(self._file, "buffer") else 0)

    def _broken(self, reason: str) -> LabelFileError:
        return LabelFileError(
            f"{self._path} is no JSON that can be read: {reason}",
            hint="Export the labels again; the file may have been cut off on its way.",
        )


def whole_json(path: Path, *, most_bytes: int = 1 << 28) -> Any:
    """Return what a JSON file of moderate size holds.

    Raises:
        LabelFileError: it cannot be read, is no JSON, or is larger than `most_bytes`.
    """
    try:
        if path.stat().st_size > most_bytes:
            raise LabelFileError(
                f"{path} is larger than {most_bytes >> 20} MB, which no such file is",
                hint="Check that it is the right file; pictures can be left out of it when it is exported.",
            )
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as err:
        raise not_utf8(path) from err
    except RecursionError as err:
        raise LabelFileError(f"{path} is nested too deeply to be labels", hint="Export the labels again.") from err
    except ValueError as err:
        raise LabelFileError(f"{path} is no JSON: {_reason(err)}", hint="Export the labels again.") from err
    except OSError as err:
        raise unreadable(path, err) from err


def not_utf8(path: Path) -> LabelFileError:
    """Return the error of a file whose letters are not stored as UTF-8."""
    return LabelFileError(
        f"{path} is not text in UTF-8", hint="Save it again as UTF-8; a zip file must be unpacked first."
    )


@contextmanager
def opened_pieces(path: Path, told: Callable[[int], None] | None = None) -> Iterator[JsonPieces]:
    """Open a JSON file to be read piece by piece.

    Raises:
        LabelFileError: it cannot be opened.
    """
    try:
        file = path.open(encoding="utf-8-sig")
    except OSError as err:
        raise unreadable(path, err) from err
    with file:
        yield JsonPieces(path, file, told)


def unreadable(path: Path, err: OSError) -> LabelFileError:
    """Return the error of a file that the computer refuses."""
    return LabelFileError(f"{path} cannot be read: {err.strerror or err}", hint="Check the path and your permissions.")


def _reason(err: ValueError) -> str:
    return " ".join(str(err).split())[:200]
