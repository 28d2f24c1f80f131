"""Who may be named in a publication: a person's consent, a note's attribution, and the stricter of the two."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from facilitator.translation import mark


class Consent(StrEnum):
    """What a person agreed to. ``NOT_ASKED`` is the default and holds as ``BY_ROLE``."""

    NAMED = "named"
    BY_ROLE = "by_role"
    CHATHAM_HOUSE = "chatham_house"
    OFF_THE_RECORD = "off_the_record"
    PENDING = "pending"
    NOT_ASKED = "not_asked"


class Attribution(StrEnum):
    """How a note, or a whole session, may be published. ``PENDING``, the default of quotes, is withheld."""

    NAMED = "named"
    BY_ROLE = "by_role"
    CHATHAM_HOUSE = "chatham_house"
    OFF_THE_RECORD = "off_the_record"
    PENDING = "pending"


class Disclosure(IntEnum):
    """What a publication may show, from most to least; the larger value is the stricter."""

    NAMED = 0
    """Text, with name, office and place."""
    BY_ROLE = 1
    """Text, with office or role and place or section, never the name."""
    CHATHAM_HOUSE = 2
    """Text, with neither name, office nor place."""
    WITHHELD = 3
    """Nothing until it is settled."""
    OFF_THE_RECORD = 4
    """Nothing, ever: it never leaves the library."""

    @property
    def text_may_be_published(self) -> bool:
        """Whether the words themselves may appear, with whatever attribution."""
        return self <= Disclosure.CHATHAM_HOUSE


CONSENT_LABELS: dict[Consent, str] = {
    Consent.NAMED: mark("Named"),
    Consent.BY_ROLE: mark("By role"),
    Consent.CHATHAM_HOUSE: mark("Chatham House"),
    Consent.OFF_THE_RECORD: mark("Off the record"),
    Consent.PENDING: mark("Pending"),
    Consent.NOT_ASKED: mark("Not asked"),
}
ATTRIBUTION_LABELS: dict[Attribution, str] = {
    Attribution.NAMED: mark("Named"),
    Attribution.BY_ROLE: mark("By role"),
    Attribution.CHATHAM_HOUSE: mark("Chatham House"),
    Attribution.OFF_THE_RECORD: mark("Off the record"),
    Attribution.PENDING: mark("Pending"),
}
CONSENT_MEANINGS: dict[Consent, str] = {
    Consent.NAMED: mark("A publication may give what they said with name, office and place."),
    Consent.BY_ROLE: mark("A publication gives office or role and place or section, never the name."),
    Consent.CHATHAM_HOUSE: mark("A publication gives what was said, with neither name, office nor place."),
    Consent.OFF_THE_RECORD: mark("Nothing they said ever leaves this library."),
    Consent.PENDING: mark("What they said is withheld from publications until this is settled."),
    Consent.NOT_ASKED: mark("Until they are asked, publications treat them as “by role”: never the name."),
}
ATTRIBUTION_MEANINGS: dict[Attribution, str] = {
    Attribution.NAMED: CONSENT_MEANINGS[Consent.NAMED],
    Attribution.BY_ROLE: CONSENT_MEANINGS[Consent.BY_ROLE],
    Attribution.CHATHAM_HOUSE: CONSENT_MEANINGS[Consent.CHATHAM_HOUSE],
    Attribution.OFF_THE_RECORD: mark("It never leaves this library."),
    Attribution.PENDING: mark("It is withheld from publications until this is settled."),
}
DISCLOSURE_LABELS: dict[Disclosure, str] = {
    Disclosure.NAMED: mark("Named"),
    Disclosure.BY_ROLE: mark("By role"),
    Disclosure.CHATHAM_HOUSE: mark("Chatham House"),
    Disclosure.WITHHELD: mark("Withheld"),
    Disclosure.OFF_THE_RECORD: mark("Off the record"),
}

_OF_CONSENT = {
    Consent.NAMED: Disclosure.NAMED,
    Consent.BY_ROLE: Disclosure.BY_ROLE,
    Consent.NOT_ASKED: Disclosure.BY_ROLE,
    Consent.CHATHAM_HOUSE: Disclosure.CHATHAM_HOUSE,
    Consent.PENDING: Disclosure.WITHHELD,
    Consent.OFF_THE_RECORD: Disclosure.OFF_THE_RECORD,
}
_OF_ATTRIBUTION = {
    Attribution.NAMED: Disclosure.NAMED,
    Attribution.BY_ROLE: Disclosure.BY_ROLE,
    Attribution.CHATHAM_HOUSE: Disclosure.CHATHAM_HOUSE,
    Attribution.PENDING: Disclosure.WITHHELD,
    Attribution.OFF_THE_RECORD: Disclosure.OFF_THE_RECORD,
}


def of_consent(consent: Consent) -> Disclosure:
    """What a person's consent allows by itself."""
    return _OF_CONSENT[consent]


def of_attribution(attribution: Attribution) -> Disclosure:
    """What a note's attribution allows by itself."""
    return _OF_ATTRIBUTION[attribution]


def strictest(*attributions: Attribution) -> Attribution:
    """The attribution that allows least."""
    return max(attributions, key=of_attribution)


def as_attribution(consent: str) -> Attribution:
    """What the code of a person's consent amounts to for what they said: not asked where it is empty, pending where it
    is not known."""
    known = set(Consent)
    code = consent or Consent.NOT_ASKED.value
    wanted = of_consent(Consent(code)) if code in known else Disclosure.WITHHELD
    return next(one for one in Attribution if of_attribution(one) == wanted)


def rule_of(*codes: str) -> Attribution:
    """The rule of an occasion, from those of its session and its agenda item: the strictest holds. Named where none was
    given; one that is not known holds as pending."""
    known = set(Attribution)
    given = (Attribution(code) if code in known else Attribution.PENDING for code in codes if code)
    return strictest(Attribution.NAMED, *given)


def of_note(
    attribution: Attribution, session_rule: Attribution, speakers_consent: Consent | None
) -> Disclosure:
    """What a publication may show of a note: the strictest of its attribution, the rule of the occasion (see
    ``rule_of``) and the consent of its speaker (None where no person is known as the speaker)."""
    levels = [of_attribution(attribution), of_attribution(session_rule)]
    if speakers_consent is not None:
        levels.append(of_consent(speakers_consent))
    return max(levels)


def of_person(consent: Consent, session_rule: Attribution, notes: list[Disclosure]) -> Disclosure:
    """What a paper on a session may show of a person who took part in it, apart from single notes.

    When everything that was noted of them is under some restriction, naming them beside it would tell who spoke, so
    the mildest of their notes' levels holds for the person too.
    """
    own = max(of_consent(consent), of_attribution(session_rule))
    return max(own, min(notes)) if notes else own


def of_case(consent: Attribution, session_rule: Attribution, speakers_consent: Consent | None) -> Disclosure:
    """What a publication may show of a case study: the strictest of its own consent, of the rule of the session it was
    heard in, and of the consent of who told it there (None where nobody is known)."""
    return of_note(consent, session_rule, speakers_consent)
