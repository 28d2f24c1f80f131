"""What cells mean for fields of several tables: codes, minutes, truths, consent; what isn't understood is said."""

from __future__ import annotations

from facilitator.domain.consent import Attribution, Consent, of_consent
from facilitator.domain.errors import Refused
from facilitator.domain.times import parse_start
from facilitator.features.imports.planning.building import RowBuilder
from facilitator.features.imports.reading.durations import read_minutes
from facilitator.features.imports.reading.words import code_of, language_code, listed, truth
from facilitator.translation import tr


def minutes_in(at: RowBuilder, field: str = "minutes") -> int | None:
    """The minutes that a cell gives; None, with a message, when it holds something else."""
    cell = at.cell(field)
    if cell is None:
        return None
    minutes = read_minutes(cell)
    if minutes is None:
        not_understood(at, field, tr("is no number of whole minutes"))
    return minutes


def code_in(at: RowBuilder, field: str, list_name: str) -> str:
    """The code of a cell's word; empty, with a message, when the word isn't known."""
    text = at.text(field)
    code = code_of(list_name, text) if text else ""
    if code is None:
        not_understood(at, field, tr("isn’t a word known here"))
    return code or ""


def whole_in(at: RowBuilder, field: str) -> int | None:
    """The whole number in a cell, with or without spaces, commas or points between thousands."""
    text = at.text(field)
    digits = "".join(letter for letter in text if letter not in " ,.'’\u00a0\u202f")
    if not text:
        return None
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 12):
        not_understood(at, field, tr("is no whole number"))
        return None
    return int(digits)


def truth_in(at: RowBuilder, field: str) -> bool | None:
    """Yes or no."""
    text = at.text(field)
    found = truth(text) if text else None
    if text and found is None:
        not_understood(at, field, tr("is neither yes nor no"))
    return found


def languages_in(at: RowBuilder, field: str) -> str:
    """The codes of the languages that a cell lists, separated by spaces."""
    codes = []
    for text in listed(at.text(field), commas=True):
        code = language_code(text)
        if code:
            codes.append(code)
        else:
            at.say(
                "unknown_language",
                tr("The language “{text}” isn’t known and is left out.").format(text=text),
                field,
            )
    return " ".join(dict.fromkeys(codes))


def consent_in(at: RowBuilder, field: str = "consent") -> str:
    """What a person agreed to; pending where the word isn't known, empty where there is none."""
    return _consent(at, field, Consent.PENDING.value)


def attribution_in(at: RowBuilder, field: str = "attribution") -> str:
    """How a note, a case or a session may be published: as for consent, but who was not asked is pending."""
    code = _consent(at, field, Attribution.PENDING.value)
    return Attribution.PENDING.value if code == Consent.NOT_ASKED else code


def _consent(at: RowBuilder, field: str, unknown: str) -> str:
    """The strictest of what the columns of a row say."""
    codes = []
    whole = at.text(field)
    for text in [whole] if code_of("consent", whole) is not None else listed(whole):
        code = code_of("consent", text)
        if code is None:
            why = tr(
                "“{heading}”: “{text}” isn’t a word known here; taken as pending, so that nothing is published."
            )
            at.say("unknown_consent", why.format(heading=at.heading(field), text=text), field)
        codes.append(unknown if code is None else code)
    return max(codes, key=lambda code: of_consent(Consent(code)), default="")


def not_understood(at: RowBuilder, field: str, why: str) -> None:
    """Say that a cell is left out, and why."""
    text = tr("“{heading}”: “{text}” {why}; left out.").format(
        heading=at.heading(field), text=at.text(field), why=why
    )
    at.say("not_understood", text, field)


def fixed_start(at: RowBuilder) -> int | None:
    """The hard start that a cell gives, such as ``09:00`` or, on the second day, ``09:00 +1``; None, with a message,
    where it can't be read."""
    try:
        return parse_start(at.text("start"))
    except Refused:
        not_understood(at, "start", tr("is no time of day"))
        return None
