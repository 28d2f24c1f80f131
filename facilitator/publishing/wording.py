"""The fixed texts of a paper, in its own language, which need not be that of the screens."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from facilitator.domain.dates import MONTHS
from facilitator.publishing.typography import typography
from facilitator.translation import mark, papers

_PLACEHOLDER = re.compile(r"\{[a-z_]*\}")
_ENDING = re.compile(r"\{([a-z_]+)\}\.(?=\s|$)")
_IN_MARKS = re.compile(r"[“«][\u00a0\u202f]?\{([a-z_]+)\}")


class Wording:
    """The texts of one language. It remembers what it gave (``used``): the gate must know what the program wrote."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.used: set[str] = set()
        self.marks = typography(language)
        self._texts = papers(language)

    def __call__(self, message: str, **values: object) -> str:
        """A fixed text with its values filled in; only what is fixed in it is remembered. It is set as the language
        sets it, and quotation marks in a value that it quotes are the inner ones."""
        translated = self.marks.fixed(self._texts.gettext(message)) if message else ""
        self._remember(translated)
        return self._filled(translated, values) if values else translated

    def count(self, singular: str, plural: str, number: int, **values: object) -> str:
        """The text for ``number`` things, as ``{count}`` in it."""
        translated = self.marks.fixed(self._texts.ngettext(singular, plural, number))
        self._remember(translated)
        return self._filled(translated, {"count": self.marks.number(number), **values})

    def label(self, text: str) -> str:
        """A word of a vocabulary: translated where it is one that ships, as the library has it otherwise."""
        return self._texts.gettext(text) if text else ""

    def date(self, iso: str) -> str:
        """An ISO date as ``9 April 2020``; what is none is given as it is."""
        try:
            day = dt.date.fromisoformat(iso)
        except ValueError:
            return iso
        return self._dated(self._day(day), day)

    def dates(self, first: dt.date, last: dt.date) -> str:
        """The first and the last of several days: ``9–11 April 2020``, ``30 April – 2 May 2020``."""
        if (first.year, first.month) == (last.year, last.month):
            return self._dated(f"{self._day(first)}{self.marks.days}{self._day(last)}", first)
        if first.year == last.year and self.language.startswith("zh"):
            return f"{self.date(first.isoformat())}{self.marks.to}{self.day(last)}"
        begun = self.day(first) if first.year == last.year else self.date(first.isoformat())
        return f"{begun}{self.marks.to}{self.date(last.isoformat())}"

    def day(self, of: dt.date) -> str:
        """A date without its year, as ``9 April``."""
        month = self._texts.gettext(MONTHS[of.month - 1])
        shown = self._texts.gettext(mark("{day} {month}")).format(day=self._day(of), month=month)
        self.used.add(shown)
        return shown

    def _dated(self, days: str, of: dt.date) -> str:
        month = self._texts.gettext(MONTHS[of.month - 1])
        shown = self._texts.gettext(mark("{day} {month} {year}")).format(day=days, month=month, year=of.year)
        self.used.add(shown)
        return shown

    def _day(self, of: dt.date) -> str:
        return self.marks.first_day if of.day == 1 else str(of.day)

    def _filled(self, translated: str, values: Mapping[str, object]) -> str:
        quoted = set(_IN_MARKS.findall(translated))
        inner = {name: self.marks.nested(str(values[name])) for name in quoted if name in values}
        shown = {**values, **inner}
        # "2020 г." at the end of a sentence ends it too.
        for name in _ENDING.findall(translated):
            value = str(shown.get(name, ""))
            if value.endswith(".") and not value.endswith(".."):
                shown[name] = value[:-1]
        return translated.format(**shown)

    def _remember(self, translated: str) -> None:
        self.used.update(part.strip() for part in _PLACEHOLDER.split(translated) if part.strip())
