"""What the notes' screens and the command line read of notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from facilitator.domain.consent import Attribution, Consent, Disclosure, of_note, rule_of, strictest
from facilitator.domain.vocabulary import NoteKind, attribution_of
from facilitator.features.notes.lacking import Lack


@dataclass(frozen=True)
class NoteRow:
    """A note as the command line lists it; the fields are documented in docs/command-line.md.

    ``began_at`` is ISO 8601 in UTC, empty when not known. ``attribution`` is that of the note itself, or the usual one
    of its kind; ``disclosure`` what holds with its session's rule and its speaker's consent, from ``named`` to
    ``off_the_record``. ``themes``, ``decalogue``, ``sdgs`` and ``tags`` are labels.
    """

    id: str
    session_id: str
    session: str
    kind: str
    text: str
    speaker: str
    voice: str
    city: str
    item: str
    began_at: str
    attribution: str
    disclosure: str
    starred: bool
    to_verify: bool
    horizon: str
    language: str
    heard_from: str
    addressee: str
    responsible: str
    due: str
    figure: str
    unit: str
    source: str
    verified: bool
    answer: str
    question: str
    case: str
    author: str
    themes: tuple[str, ...]
    decalogue: tuple[str, ...]
    sdgs: tuple[str, ...]
    tags: tuple[str, ...]
    source_url: str


@dataclass(frozen=True)
class NoteLine:
    """A note in a list. ``began_at`` is in milliseconds since 1970-01-01 UTC, shown in the session's ``zone``.

    ``speaker`` is a person's name, or the voice of a body; ``consent`` the code of what that person agreed to, empty
    where no person is known; ``disclosure`` what a publication may show of the note; ``tags`` the labels of its themes
    and tags, ``lacks`` what is open about it.
    """

    id: str
    session_id: str
    session: str
    zone: str
    kind: str
    text: str
    speaker: str
    speaker_id: str
    item: str
    began_at: int | None
    attribution: str
    disclosure: Disclosure
    starred: bool
    to_verify: bool
    consent: str = ""
    verified: bool = False
    answer: str = ""
    case_id: str = ""
    item_id: str = ""
    question_id: str = ""
    tags: tuple[str, ...] = ()
    lacks: tuple[Lack, ...] = ()
    pictures: int = 0


class NotePlace(NamedTuple):
    """Where a note stands among those of its session: by moment (-1 for none), then position, then id; and what it may
    stand by besides, empty where it has none.

    A tuple, as there is one for each note of the library, and they are sorted.
    """

    began_at: int
    position: int
    id: str
    item_id: str = ""
    speaker_id: str = ""
    voice: str = ""


@dataclass(frozen=True)
class PictureRow:
    """A picture of a note. ``size`` in bytes; ``description``: what it shows, for those who can't see it."""

    id: str
    name: str
    media_type: str
    size: int
    sha256: str
    description: str


@dataclass(frozen=True)
class NoteDetail:
    """One note as the editor shows it: the columns by name, and the ids of its terms by vocabulary.

    ``session_rule`` is the stricter of the session's rule and that of the agenda item.
    ``speakers_consent`` is None where no person is known as the speaker; ``day`` is the session's date (ISO).
    """

    id: str
    session_id: str
    values: Mapping[str, Any]
    session_rule: Attribution
    speakers_consent: Consent | None
    zone: str
    day: str


@dataclass(frozen=True)
class RunFrame:
    """What notes of a session can be about: its agenda items in order (id, words), and whom each item brings up.

    ``speakers`` are the people of the session in the order of the agenda, ``item_rules`` the rules of items that have
    one of their own.
    """

    items: tuple[tuple[str, str], ...]
    speakers: tuple[str, ...]
    speakers_of_items: Mapping[str, tuple[str, ...]]
    consents: Mapping[str, Consent]
    session_rule: Attribution
    zone: str
    item_rules: Mapping[str, Attribution] = field(default_factory=dict)

    def rule_of(self, item_id: str) -> Attribution:
        """The rule of what is said on an item: the stricter of its own and the session's."""
        return strictest(self.session_rule, self.item_rules.get(item_id, Attribution.NAMED))


def consent_of(code: str) -> Consent:
    """A person's consent: not asked where none was given; one that is not known holds as pending."""
    try:
        return Consent(code) if code else Consent.NOT_ASKED
    except ValueError:
        return Consent.PENDING


def disclosure_of(
    attribution: str, kind: str, rule: str, item_rule: str | None, consent: str | None
) -> Disclosure:
    """What a publication may show of a note. Notes on logistics are never published. ``rule`` is the session's,
    ``item_rule`` that of its agenda item (None where it has none)."""
    if kind == NoteKind.LOGISTICS.value:
        return Disclosure.OFF_THE_RECORD
    return of_note(
        attribution_of(attribution, kind),
        rule_of(rule, item_rule or ""),
        None if consent is None else consent_of(consent),
    )
