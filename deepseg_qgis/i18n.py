"""Texts in the user's language, from the catalogues in `i18n/`; English where a catalogue has none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.PyQt.QtCore import QXmlStreamReader

CONTEXT = "DeepSeg"
LANGUAGES = ("en", "ko")
_FOLDER = Path(__file__).parent / "i18n"

Catalogue = dict[str, tuple[str, ...]]

_texts: Catalogue = {}


def tr(text: str, n: int | None = None) -> str:
    """Return the text in the user's language; with a count `n`, in the form that goes with this number.

    The braces are filled in by the caller, the count too: `tr("{n} labels", n).format(n=number(n))`.
    """
    forms = _texts.get(text)
    if not forms:
        return text
    return forms[0] if n == 1 else forms[-1] if n is not None else forms[0]


def use_language(locale: str) -> str:
    """Load the catalogue for a locale such as `ko_KR` and return its language; English where there is none."""
    language = locale.replace("-", "_").split("_")[0].lower()
    language = language if language in LANGUAGES else LANGUAGES[0]
    forget_language()
    _texts.update(read_catalogue(_FOLDER / f"deepseg_{language}.ts"))
    return language


def forget_language() -> None:
    """Go back to the texts as they are written in the source."""
    _texts.clear()


def read_catalogue(path: Path) -> Catalogue:
    """Return the finished texts of a catalogue in the form of Qt Linguist; empty when it cannot be read."""
    from qgis.PyQt.QtCore import QXmlStreamReader  # late: `tr` is also used where there is no QGIS

    try:
        reader = QXmlStreamReader(path.read_bytes())
    except OSError:
        return {}
    catalogue: Catalogue = {}
    reader.readNextStartElement()  # TS
    while reader.readNextStartElement():  # context
        while reader.readNextStartElement():
            if reader.name() != "message":
                reader.skipCurrentElement()
                continue
            source, forms = _message(reader)
            if forms and all(forms):
                catalogue[source] = forms
    return {} if reader.hasError() else catalogue


def _message(reader: QXmlStreamReader) -> tuple[str, tuple[str, ...]]:
    """Return source and translation of the message that begins here; no forms where it is not finished."""
    has_forms = reader.attributes().value("numerus") == "yes"
    source, forms, is_finished = "", [], True
    while reader.readNextStartElement():
        name = reader.name()
        if name == "source":
            source = reader.readElementText()
        elif name != "translation":
            reader.skipCurrentElement()
        else:
            is_finished = not reader.attributes().hasAttribute("type")
            if not has_forms:
                forms.append(reader.readElementText())
            while has_forms and reader.readNextStartElement():
                forms.append(reader.readElementText())
    return source, tuple(forms) if is_finished else ()
