"""What may be published, where two rows, or a file and the library, say different things: the stricter holds."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.domain.consent import CONSENT_LABELS, Consent, Disclosure, of_consent
from facilitator.features.imports.planning.building import RowBuilder
from facilitator.features.imports.planning.draft import Draft, DraftRow
from facilitator.features.imports.rows import Action
from facilitator.translation import tr


def hold(draft: Draft, at: RowBuilder, row: DraftRow, name: str, code: str, title: str = "") -> None:
    """Give a field of consent or attribution what a file says, when nothing was said yet or when it is stricter.

    A milder one never overwrites, nor one that somebody has changed on purpose: the row held it before. That nobody was
    asked says nothing, so whatever is known later holds.
    """
    mine = str(row[name] or "")
    was_there = any(image.get(name) == code for image in row.former)
    unsaid = mine == Consent.NOT_ASKED and code not in ("", mine)
    if was_there or not mine or code == Consent.NOT_ASKED or not (unsaid or is_stricter(code, mine)):
        draft.fill(at, row, name, code, title)
        return
    draft.move(row, name, code)
    at.effect(row, Action.UPDATE, title, {name: code})
    if unsaid:
        return
    at.say(
        "stricter",
        tr("“{heading}”: “{theirs}” is stricter than “{mine}”, which was there, and holds.").format(
            heading=at.heading(name), theirs=tr(CONSENT_LABELS[Consent(code)]), mine=_label(mine)
        ),
        name,
    )


def hold_as_candidates(
    draft: Draft, at: RowBuilder, person: DraftRow, candidates: Sequence[DraftRow], title: str
) -> None:
    """Treat somebody who may be one of these people as strictly as the strictest of them, until it is settled."""
    strict = [str(row["consent"]) for row in candidates if is_strict(row)]
    if strict:
        code = max(strict, key=level)
        hold(draft, at, person, "consent", code, title)
        text = tr("Until it is settled who {who} is, “{consent}” holds, as for somebody who may be meant.")
        at.say("as_candidate", text.format(who=title, consent=_label(code)), "consent")


def is_strict(person: DraftRow) -> bool:
    """Whether a person's consent allows less than the default, which is by role."""
    return level(str(person["consent"] or "")) > Disclosure.BY_ROLE


def is_stricter(code: str, other: str) -> bool:
    """Whether a consent or attribution allows less than another; empty says nothing and is the mildest."""
    return bool(code) and level(code) > level(other)


def level(code: str) -> Disclosure:
    """What a consent or attribution allows; a word that is none allows nothing until it is settled."""
    try:
        return of_consent(Consent(code)) if code else Disclosure.NAMED
    except ValueError:
        return Disclosure.WITHHELD


def _label(code: str) -> str:
    return tr(CONSENT_LABELS[Consent(code)]) if code in set(Consent) else code
