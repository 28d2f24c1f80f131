"""Stream the XML parts of a workbook. Document types, and with them entities, are refused before they expand."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Mapping
from typing import IO
from xml.parsers import expat
from zipfile import BadZipFile

from facilitator.features.imports.reading import limits

_CHUNK = 1 << 16
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.')
_BRACKETED = re.compile(r"\[(?!h+\]|m+\]|s+\])[^\]]*\]", re.IGNORECASE)
_DATE_FORMATS = {*range(14, 18), *range(27, 32), 34, 35, 36, *range(50, 59)}
_TIME_FORMATS = {18, 19, 20, 21, 32, 33, 45, 47}
_BOTH_FORMATS = {22}
_ELAPSED_FORMATS = {46}

Start = Callable[[str, Mapping[str, str]], None]


class NotAWorkbook(Exception):
    """A part is damaged or not what it should be; its text says how."""


def stream(part: IO[bytes], start: Start, end: Callable[[str], None], text: Callable[[str], None]) -> None:
    """Call ``start``, ``end`` and ``text`` for the part's elements, by their names without namespace prefix."""
    elements = 0

    def _counted(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal elements
        elements += 1
        if elements > limits.ELEMENTS:
            raise NotAWorkbook("it has too many elements")
        start(name.rpartition(":")[2], attributes)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = _counted
    parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_document_type
    try:
        while chunk := part.read(_CHUNK):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, BadZipFile, zlib.error, EOFError, OSError) as error:
        raise NotAWorkbook(str(error)) from error


def _refuse_document_type(*_: object) -> None:
    raise NotAWorkbook("it declares a document type, which a workbook never does")


def unescaped(text: str) -> str:
    """The text with ``_x000D_`` and the like as the characters they stand for (ECMA-376, ST_Xstring)."""
    return _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text) if "_x" in text else text


class SharedStrings:
    """The texts that cells refer to by number, without the readings (furigana) that stand beside them."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._parts: list[str] = []
        self._in_text = self._in_reading = False

    def start(self, name: str, _attributes: Mapping[str, str]) -> None:
        if name == "t":
            self._in_text = not self._in_reading
        elif name == "si":
            self._parts = []
        elif name == "rPh":
            self._in_reading = True

    def end(self, name: str) -> None:
        if name == "t":
            self._in_text = False
        elif name == "rPh":
            self._in_reading = False
        elif name == "si":
            self.texts.append(unescaped("".join(self._parts)))

    def text(self, text: str) -> None:
        if self._in_text:
            self._parts.append(text)


class Styles:
    """Which cell styles show a number as a date, a time of day, both, or an elapsed time."""

    def __init__(self) -> None:
        self.kinds: list[str] = []
        self._formats: dict[int, str] = {}
        self._in_cell_formats = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "numFmt":
            self._formats[_number(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._in_cell_formats = True
        elif name == "xf" and self._in_cell_formats:
            self.kinds.append(self._kind(_number(attributes.get("numFmtId"))))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._in_cell_formats = False

    def text(self, text: str) -> None:
        """Styles hold no text."""

    def _kind(self, number: int) -> str:
        if number in self._formats:
            return kind_of_format(self._formats[number])
        for numbers, kind in (
            (_DATE_FORMATS, "date"),
            (_TIME_FORMATS, "time"),
            (_BOTH_FORMATS, "both"),
            (_ELAPSED_FORMATS, "elapsed"),
        ):
            if number in numbers:
                return kind
        return ""


def kind_of_format(code: str) -> str:
    """``date``, ``time``, ``both``, ``elapsed``, or nothing for formats of plain numbers (ECMA-376, 18.8.31)."""
    plain = _BRACKETED.sub("", _QUOTED.sub("", code)).lower().partition(";")[0]
    if "general" in plain:
        return ""
    if "[" in plain:
        return "elapsed"
    has_time = "h" in plain or "s" in plain
    has_date = "d" in plain or "y" in plain or ("m" in plain and not has_time)
    return {(True, True): "both", (True, False): "date", (False, True): "time"}.get((has_date, has_time), "")


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() else -1
