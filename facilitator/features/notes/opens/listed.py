"""Open things as they are listed: below a heading for each kind, with how many there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from facilitator.domain.consent import CONSENT_LABELS
from facilitator.domain.text import shortened
from facilitator.features.notes.opens.rows import Code, OpenNote, OpenPerson, OpenRow
from facilitator.features.notes.rows import consent_of
from facilitator.kit.icons import Tone
from facilitator.kit.pointlist import PointList
from facilitator.kit.pointmodel import PointGroup
from facilitator.translation import mark, ntr, tr

MOST_LISTED = 50
"""Things of one kind that are listed at once; the others follow as these are settled."""
_LONGEST = 140
"""Characters of a note's text in the list."""

TITLES: dict[Code, str] = {
    Code.QUOTE: mark("Not cleared"),
    Code.CONSENT: mark("Speakers without consent"),
    Code.FIGURE: mark("Figures to verify"),
    Code.DOUBT: mark("Notes to verify"),
    Code.COMMITMENT: mark("Commitments without who or by when"),
    Code.RECOMMENDATION: mark("Recommendations to nobody"),
    Code.QUESTION: mark("Questions without an answer"),
    Code.GUIDING: mark("Guiding questions without a note"),
    Code.CASE: mark("City cases without a record"),
    Code.SPEAKER: mark("Notes without a speaker"),
    Code.KIND: mark("Notes without a kind"),
    Code.UNLISTED: mark("Names in no list of people"),
}
_SIGNS: dict[Code, tuple[str, Tone]] = {
    Code.QUOTE: ("quote", Tone.WARNING),
    Code.CONSENT: ("people", Tone.WARNING),
    Code.FIGURE: ("warning", Tone.WARNING),
    Code.DOUBT: ("warning", Tone.WARNING),
    Code.COMMITMENT: ("clock", Tone.TEXT),
    Code.RECOMMENDATION: ("forward", Tone.TEXT),
    Code.QUESTION: ("info", Tone.TEXT),
    Code.GUIDING: ("info", Tone.TEXT),
    Code.CASE: ("cases", Tone.TEXT),
    Code.SPEAKER: ("people", Tone.TEXT),
    Code.KIND: ("edit", Tone.TEXT),
    Code.UNLISTED: ("people", Tone.TEXT),
}


@dataclass(frozen=True)
class OpenPoint:
    """One open thing in the list."""

    code: Code
    row: OpenRow

    @property
    def id(self) -> str:
        return f"{self.code}:{self.row.id}"

    @property
    def text(self) -> str:
        """What it is about, in words."""
        row = self.row
        if isinstance(row, OpenNote):
            text = shortened(" ".join(row.text.split()), _LONGEST)
            beside = " · ".join(part for part in (row.who, row.minute) if part)
            return f"{text}\n{beside}" if beside else text
        if isinstance(row, OpenPerson):
            return _person_words(self.code, row)
        return tr("{number}. {question}").format(number=row.number, question=row.question)


def _person_words(code: Code, person: OpenPerson) -> str:
    if code is not Code.CONSENT:
        return person.name
    hang = ntr("{count} note hangs on it", "{count} notes hang on it", person.notes)
    consent = tr(CONSENT_LABELS[consent_of(person.consent)])
    words = tr("{consent}: {notes}").format(consent=consent, notes=hang.format(count=person.notes))
    return f"{person.name}\n{words}"


def groups_of(counts: Mapping[Code, int], rows: Mapping[Code, Sequence[OpenRow]]) -> list[PointGroup]:
    """Open things as groups of a list."""
    return [
        PointGroup(
            tr(TITLES[code]), _SIGNS[code], counts[code], [OpenPoint(code, row) for row in rows.get(code, ())]
        )
        for code in Code
        if counts.get(code)
    ]


class OpenList(PointList):
    """While it has the focus, a letter or a number does what a button of the point says."""

    keyed = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.text().isalnum() and not held and not event.isAutoRepeat():
            self.keyed.emit(event.text().upper())
        else:
            super().keyPressEvent(event)
