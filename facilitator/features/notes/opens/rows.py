"""What may be open, as it is read. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Code(StrEnum):
    """Kinds of things that can be open, in the order in which they are listed."""

    QUOTE = "quote"
    CONSENT = "consent"
    FIGURE = "figure"
    DOUBT = "doubt"
    COMMITMENT = "commitment"
    RECOMMENDATION = "recommendation"
    QUESTION = "question"
    GUIDING = "guiding"
    CASE = "case"
    SPEAKER = "speaker"
    KIND = "kind"
    UNLISTED = "unlisted"


@dataclass(frozen=True)
class OpenNote:
    """A note with what can be open about it; the columns are those of the record. ``rule`` and ``item_rule`` are the
    rules of its session and item (codes), ``consent`` that of its speaker: None where no person is known as the
    speaker. ``who`` is the speaker or voice in words, ``minute`` the moment as a clock shows it."""

    id: str
    text: str
    kind: str = ""
    attribution: str = ""
    rule: str = ""
    item_rule: str = ""
    speaker_id: str | None = None
    consent: str | None = None
    voice: str = ""
    who: str = ""
    minute: str = ""
    figure: str = ""
    unit: str = ""
    source: str = ""
    verified: bool = False
    to_verify: bool = False
    responsible: str = ""
    due: str = ""
    addressee: str = ""
    answer: str = ""
    case_id: str | None = None


@dataclass(frozen=True)
class OpenPerson:
    """Somebody who spoke. ``notes`` are those of the session that hang on their consent."""

    id: str
    name: str
    consent: str = ""
    consent_note: str = ""
    unlisted: bool = False
    notes: int = 0


@dataclass(frozen=True)
class OpenQuestion:
    """A guiding question with its number from 1, and how many notes answer it."""

    id: str
    number: int
    question: str
    notes: int = 0


OpenRow = OpenNote | OpenPerson | OpenQuestion
