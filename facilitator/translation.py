"""Translate every text that a person sees, without Qt, so that reports and commands can use it too.

The language of the screens is one for the process; the language of a document is its own, and is asked for with
``catalogue(language)``. English is the language of the source, so a missing translation shows English.
"""

from __future__ import annotations

import gettext
from functools import cache

from facilitator import assets

DOMAIN, PAPERS = "facilitator", "papers"
SOURCE_LANGUAGE = "en"
PSEUDO_LANGUAGE = "qps"


class PseudoTranslations(gettext.NullTranslations):
    """A made-up language that shows which texts escaped translation, and what clips when texts are longer."""

    def gettext(self, message: str) -> str:
        return f"[¡{message}~~!]" if message else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The texts in one language, by its BCP 47 code (``"fr"``, ``"es"``); English where there is no catalogue."""
    if language == PSEUDO_LANGUAGE:
        return PseudoTranslations()
    return gettext.translation(DOMAIN, str(assets.path("translations")), languages=[language], fallback=True)


@cache
def papers(language: str) -> gettext.NullTranslations:
    """The fixed texts of papers in one language, by its BCP 47 code; of a variety (``pt-BR``) those of the language.
    They are apart from those of the screens: a paper may be in a language that the screens don't speak."""
    if language == PSEUDO_LANGUAGE:
        return PseudoTranslations()
    codes = [language, language.replace("_", "-").split("-")[0]]
    return gettext.translation(PAPERS, str(assets.path("translations")), languages=codes, fallback=True)


PAPER_LANGUAGES: dict[str, str] = {
    "en": "English",
    "fr": "Français",
    "es": "Español",
    "pt": "Português",
    "ar": "العربية",
    "ru": "Русский",
    "zh": "中文",
}
"""The languages that papers ship in, each by its own name."""


class _Current:
    texts: gettext.NullTranslations = gettext.NullTranslations()
    language: str = SOURCE_LANGUAGE


def set_language(language: str) -> None:
    """Choose the language of the screens and messages from now on."""
    _Current.texts = catalogue(language)
    _Current.language = language


def current_language() -> str:
    """The language of the screens, as a BCP 47 code."""
    return _Current.language


def available_languages() -> tuple[str, ...]:
    """The codes of the languages that ship, English first."""
    shipped = assets.path("translations").glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    return (SOURCE_LANGUAGE, *sorted(found.parts[-3] for found in shipped))


def mark(message: str) -> str:
    """Mark a constant for translation where it is written; it is translated by ``tr`` where it is shown."""
    return message


def tr(message: str) -> str:
    """The text in the language of the screens. Values are filled in afterwards with ``str.format``."""
    return _Current.texts.gettext(message) if message else message


def ntr(singular: str, plural: str, count: int) -> str:
    """The text for ``count`` things, in the plural form that the language of the screens wants."""
    return _Current.texts.ngettext(singular, plural, count)
