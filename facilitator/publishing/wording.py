"""The fixed texts of a paper, in its own language, which need not be that of the screens."""

from __future__ import annotations

import datetime as dt
import re

from facilitator.domain.dates import MONTHS
from facilitator.translation import mark, papers

_PLACEHOLDER = re.compile(r"\{[a-z_]*\}")


class Wording:
    """The texts of one language. It remembers what it gave (``used``): the gate must know what the program wrote."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.used: set[str] = set()
        self._texts = papers(language)

    def __call__(self, message: str, **values: object) -> str:
        """A fixed text with its values filled in; only what is fixed in it is remembered."""
        translated = self._texts.gettext(message) if message else ""
        self._remember(translated)
        return translated.format(**values) if values else translated

    def count(self, singular: str, plural: str, number: int, **values: object) -> str:
        """The text for ``number`` things, as ``{count}`` in it."""
        translated = self._texts.ngettext(singular, plural, number)
        self._remember(translated)
        return translated.format(count=number, **values)

    def label(self, text: str) -> str:
        """A word of a vocabulary: translated where it is one that ships, as the library has it otherwise."""
        return self._texts.gettext(text) if text else ""

    def date(self, iso: str) -> str:
        """An ISO date as ``9 April 2020``; what is none is given as it is."""
        try:
            day = dt.date.fromisoformat(iso)
        except ValueError:
            return iso
        month = self._texts.gettext(MONTHS[day.month - 1])
        shown = self._texts.gettext(mark("{day} {month} {year}")).format(
            day=day.day, month=month, year=day.year
        )
        self.used.add(shown)
        return shown

    def day(self, of: dt.date) -> str:
        """A date without its year, as ``9 April``."""
        month = self._texts.gettext(MONTHS[of.month - 1])
        shown = self._texts.gettext(mark("{day} {month}")).format(day=of.day, month=month)
        self.used.add(shown)
        return shown

    def _remember(self, translated: str) -> None:
        self.used.update(part.strip() for part in _PLACEHOLDER.split(translated) if part.strip())
