"""How each language of papers sets marks, lists, numbers and ranges; the one place for all renderers.

Signs of numbers, percents and lists are those of the Unicode CLDR, which a test compares; quotation marks and the
blanks of French are those that the organisers write (Imprimerie nationale, UN editorial manual). What people typed is
never changed, but for quotation marks inside of what the paper itself quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

NO_BREAK, THIN = "\u00a0", "\u202f"
"""No-break space, and the narrow one."""

Marks = tuple[str, str]
_GUILLEMETS = ("«", "»")
_CURLY, _SINGLE = ("“", "”"), ("‘", "’")


@dataclass(frozen=True)
class Typography:
    """The habits of one language. Marks are opening and closing ones with the blanks that belong to them."""

    outer: Marks = _CURLY
    inner: Marks = _SINGLE
    comma: str = ", "
    """Between things of a list."""
    apposition: str = ", "
    """Between what is told of one thing, such as name and office."""
    semicolon: str = "; "
    colon: str = ": "
    brackets: Marks = (" (", ")")
    full_stop: str = "."
    after_sentence: str = " "
    decimal: str = "."
    group: str = ","
    ungrouped: int = 3
    """Digits that a whole number may have without being grouped."""
    percent: str = "%"
    """The sign with what stands between it and its number."""
    days: str = "–"
    """Between two days of one month."""
    to: str = f"{NO_BREAK}– "
    """Between two dates, or times of two days."""
    first_day: str = "1"
    """The first day of a month."""
    marks_apart: bool = False
    """Whether a no-break space stands before : ; ? and !"""

    def quoted(self, text: str) -> str:
        """A text in quotation marks; those of its own, straight ones too, become the inner ones."""
        opening, closing = self.outer
        return f"{opening}{self.nested(text)}{closing}"

    def nested(self, text: str) -> str:
        """A text that stands in quotation marks already: the pairs in it become the inner ones. An odd mark stays."""
        return _PAIR.sub(lambda found: f"{self.inner[0]}{found[found.lastindex or 0]}{self.inner[1]}", text)

    def listed(self, parts: Iterable[str]) -> str:
        """The parts that say something, one after the other; an Arabic or Chinese list has its own comma."""
        return self.comma.join(part for part in parts if part.strip())

    def described(self, parts: Iterable[str]) -> str:
        """What says something of one thing, such as name, office and place, or day and time."""
        return self.apposition.join(part for part in parts if part.strip())

    def series(self, parts: Iterable[str]) -> str:
        """Parts that may hold commas themselves."""
        return self.semicolon.join(part for part in parts if part.strip())

    def labelled(self, label: str, text: str) -> str:
        """``Source: Treasury``; what is empty leaves the colon out."""
        return self.colon.join(filter(None, (label, text)))

    def bracketed(self, text: str) -> str:
        """A text in brackets, to be put right after another one; empty for none."""
        return f"{self.brackets[0]}{text}{self.brackets[1]}" if text else ""

    def number(self, value: float) -> str:
        """A number with its thousands apart: ``12,500``, ``12 500``, ``12.500``."""
        whole, _, fraction = f"{value:,}".partition(".")
        if len(whole.replace(",", "").lstrip("-")) <= self.ungrouped:
            whole = whole.replace(",", "")
        shown = whole.replace(",", self.group)
        return f"{shown}{self.decimal}{fraction}" if fraction else shown

    def share(self, number: str) -> str:
        """A number of percents, as it is shown."""
        return f"{number}{self.percent}"

    def measured(self, number: str, unit: str) -> str:
        """A number, as its source wrote it, with its unit: kept on one line, percents as the language sets them."""
        if number and unit.strip() in ("%", "٪"):
            return self.share(number)
        return NO_BREAK.join(filter(None, (number, unit)))

    def fixed(self, text: str) -> str:
        """A text of the program with placeholders: its quotation marks, and the blanks before its marks. What will
        stand in its placeholders is not touched."""
        shown = _QUOTED.sub(lambda found: f"{self.outer[0]}{found[1]}{self.outer[1]}", text)
        if self.marks_apart:
            shown = _HIGH_MARKS.sub(rf"{THIN}\1", shown)
            shown = _COLON.sub(f"{NO_BREAK}:", shown)
        return shown


_QUOTED = re.compile(r"[“«„][ \u00a0\u202f]?(\{[a-z_]+\})[ \u00a0\u202f]?[”»“]")
"""A placeholder in quotation marks, whoever translated it."""
_PAIR = re.compile(
    r"“([^“”]*)”|«[ \u00a0\u202f]?([^«»]*?)[ \u00a0\u202f]?»|„([^„“”]*)[“”]|(?<!\w)\"(?=\S)([^\"]*?)(?<=\S)\"(?!\w)"
)
_HIGH_MARKS = re.compile(r"(?<=[\w)}»])[ \u00a0\u202f]*([;?!])(?=\s|$)")
_COLON = re.compile(r"(?<=[\w)}»])[ \u00a0\u202f]*:(?=\s|$)")

_LANGUAGES = {
    "en": Typography(),
    "fr": Typography(
        outer=(f"«{THIN}", f"{THIN}»"),
        inner=_CURLY,
        semicolon=f"{THIN}; ",
        colon=f"{NO_BREAK}: ",
        decimal=",",
        group=THIN,
        percent=f"{NO_BREAK}%",
        first_day="1er",
        marks_apart=True,
    ),
    "es": Typography(_GUILLEMETS, _CURLY, decimal=",", group=".", percent=f"{NO_BREAK}%", ungrouped=4),
    "pt": Typography(_GUILLEMETS, _CURLY, decimal=",", group=NO_BREAK, ungrouped=4),
    "ar": Typography(_GUILLEMETS, _CURLY, comma="، ", apposition="، ", semicolon="؛ "),
    "ru": Typography(_GUILLEMETS, ("„", "“"), decimal=",", group=NO_BREAK, percent=f"{NO_BREAK}%"),
    "zh": Typography(
        comma="、",
        apposition="，",
        full_stop="。",
        after_sentence="",
        semicolon="；",
        colon="：",
        brackets=("（", "）"),
        days="日至",
        to="至",
    ),
}


def typography(language: str) -> Typography:
    """The habits of a language by its BCP 47 code; of a variety those of the language, of others the English ones."""
    return _LANGUAGES.get(language.replace("_", "-").split("-")[0].lower(), _LANGUAGES["en"])
