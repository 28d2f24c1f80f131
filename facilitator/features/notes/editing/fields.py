"""The fields of a note: their labels, which of them belong to which kind, and the control that each needs."""

from __future__ import annotations

from facilitator.domain.consent import ATTRIBUTION_LABELS
from facilitator.domain.vocabulary import HEARD_FROM_LABELS, HORIZON_LABELS, NoteKind
from facilitator.features.notes.wording import FIELD_LABELS, kind_words
from facilitator.kit.fields import CheckField, ChoiceField, Field, LineField, TextField
from facilitator.kit.reference import ReferenceField
from facilitator.kit.shapes import consent_icon
from facilitator.kit.terms import TermField
from facilitator.translation import mark, tr

LABELS = FIELD_LABELS | {
    "starred": mark("Star"),
    "to_verify": mark("Doubt"),
    "verified": mark("Figure"),
    "theme": mark("Themes"),
    "decalogue": mark("Decalogue points"),
    "sdg": mark("SDGs"),
    "tag": mark("Tags"),
}
"""Beside a box to tick stands what it is about; the box itself says the rest."""
WHO = mark("Who, where and when")
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("", ("text", "kind")),
    (
        "",
        ("figure", "unit", "source", "verified", "responsible", "due", "addressee", "answer", "case_id"),
    ),
    (WHO, ("speaker_id", "voice", "place_id", "agenda_item_id", "began_at")),
    (mark("What may be published"), ("attribution", "language", "heard_from", "starred", "to_verify")),
    (
        mark("What it is about"),
        ("question_id", "theme", "tag", "decalogue", "sdg", "horizon", "source_url", "author"),
    ),
)
TERMS = ("theme", "decalogue", "sdg", "tag")

_OF_KINDS: dict[str, tuple[NoteKind, ...]] = {
    "figure": (NoteKind.DATA_POINT,),
    "unit": (NoteKind.DATA_POINT,),
    "source": (NoteKind.DATA_POINT, NoteKind.REFERENCE),
    "verified": (NoteKind.DATA_POINT,),
    "responsible": (NoteKind.COMMITMENT, NoteKind.FOLLOW_UP),
    "due": (NoteKind.COMMITMENT, NoteKind.FOLLOW_UP),
    "addressee": (NoteKind.RECOMMENDATION,),
    "answer": (NoteKind.QUESTION,),
    "case_id": (NoteKind.CITY_CASE, NoteKind.MEASURE, NoteKind.LESSON),
}
_NOT_OF_LOGISTICS = ("attribution", "language", "heard_from", "question_id", "decalogue", "sdg", "horizon")
_CHECKS = {
    "starred": mark("Starred"),
    "to_verify": mark("To verify"),
    "verified": mark("The figure is verified"),
}
_REFERENCES = {
    "speaker_id": mark("Add person “{name}”"),
    "place_id": mark("Add “{name}”"),
    "case_id": "",
    "question_id": "",
}


def belongs(name: str, kind: str, value: object) -> bool:
    """Whether a field belongs to a kind of note. One that holds something is never hidden."""
    if value:
        return True
    if name in _OF_KINDS:
        return kind in [found.value for found in _OF_KINDS[name]]
    return kind != NoteKind.LOGISTICS.value or name not in _NOT_OF_LOGISTICS


def make(name: str) -> Field:
    """The control of a column, but for the moment."""
    if name in TERMS:
        return TermField(adding=mark("Add tag “{name}”") if name == "tag" else "")
    if name in _REFERENCES:
        return ReferenceField(adding=_REFERENCES[name])
    if name in _CHECKS:
        return CheckField(tr(_CHECKS[name]))
    if name == "kind":
        return ChoiceField([(code, kind_words(code)) for code in ("", *(kind.value for kind in NoteKind))])
    if name == "attribution":
        field = ChoiceField([("", tr("As usual for its kind"))])
        field.set_choices(
            [
                ("", tr("As usual for its kind")),
                *((a.value, tr(label)) for a, label in ATTRIBUTION_LABELS.items()),
            ]
        )
        for number, attribution in enumerate(ATTRIBUTION_LABELS, start=1):
            field.setItemIcon(number, consent_icon(attribution))
        return field
    if name == "heard_from":
        return ChoiceField([(found.value, tr(label)) for found, label in HEARD_FROM_LABELS.items()])
    if name == "horizon":
        return ChoiceField([(found.value, tr(label)) for found, label in HORIZON_LABELS.items()])
    if name in ("agenda_item_id", "language"):
        return ChoiceField()
    if name in ("text", "answer"):
        return TextField(lines=5 if name == "text" else 3)
    return LineField()
