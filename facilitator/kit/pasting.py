"""What is pasted or dropped into a text: plain text of bounded length, and nothing that is hidden in it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from PySide6.QtCore import QMimeData

from facilitator.domain.errors import Refused
from facilitator.domain.text import storable
from facilitator.translation import tr

MOST_CHARACTERS = 20_000
"""Of one text: some ten pages. Longer ones are read by nobody, and slow down every list that they stand in."""
_MOST_BYTES = 8 * MOST_CHARACTERS
"""Of what may be such a text, with its HTML around it."""

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_HIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]")
"""Controls, and signs that would turn the direction of all that stands behind them on the screen."""


def cleaned(text: str) -> str:
    """The text with line ends of one kind, spaces for tabs, and without signs that can't be seen."""
    return _HIDDEN.sub("", _LINE_ENDS.sub("\n", storable(text))).replace("\t", " ")


def pasted_text(mime: QMimeData, already: int = 0, most: int = MOST_CHARACTERS) -> str:
    """What ``mime`` has to say, as plain text: of HTML its words alone, nothing that it refers to is looked at.

    Raises ``Refused`` where the text, with the characters that are there ``already``, would become too long.
    """
    if mime.hasFormat("text/plain") or not mime.hasHtml():
        text = mime.text()
    else:
        markup = bytes(mime.data("text/html").data())
        text = mime.html() if len(markup) <= _MOST_BYTES else " " * (most + 1)
        text = _words(text) if text.strip() else text
    if len(text) + already > most:
        raise _too_long(len(text), already, most)
    return cleaned(text)


def _too_long(length: int, already: int, most: int) -> Refused:
    why = (
        tr("It has {length} characters, with {already} that are there already; a text holds {most}.")
        if already
        else tr("It has {length} characters; a text holds {most}.")
    )
    return Refused(
        tr("What is pasted is too long."),
        why.format(length=f"{length:,}", already=f"{already:,}", most=f"{most:,}"),
        tr("Nothing was changed, and the clipboard still has it. Paste a part of it, or keep it as a file."),
    )


class _Words(HTMLParser):
    _SILENT = frozenset({"script", "style", "head", "title", "template", "noscript"})
    _BREAKS = frozenset({"p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = ""

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        if tag in self._SILENT and not self._silent:
            self._silent = tag
        if tag in self._BREAKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = ""

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(re.sub(r"\s+", " ", data))


def _words(markup: str) -> str:
    reader = _Words()
    reader.feed(markup)
    reader.close()
    lines = (line.strip() for line in "".join(reader.parts).splitlines())
    return "\n".join(line for line in lines if line)
