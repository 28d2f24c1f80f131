"""What the signs in a line mean for the note in hand, and how that note is told."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from facilitator.domain import moments
from facilitator.domain.consent import ATTRIBUTION_LABELS, Attribution, Consent, Disclosure, of_attribution
from facilitator.domain.identity import new_id
from facilitator.features.notes import commands
from facilitator.features.notes.capture import telling
from facilitator.features.notes.capture.chooser import Chooser
from facilitator.features.notes.capture.completing import PERSON, Completions, Suggestion
from facilitator.features.notes.capture.draft import CaptureDraft
from facilitator.features.notes.capture.hand import Hand
from facilitator.features.notes.capture.line import CaptureLine
from facilitator.features.notes.capture.prefixes import Values
from facilitator.features.notes.capture.signs import Signs
from facilitator.features.notes.capture.takings import Undo
from facilitator.features.notes.offered import Offered
from facilitator.features.notes.rows import RunFrame
from facilitator.kit.context import Context
from facilitator.storage.choices import Choices
from facilitator.translation import tr

_TOLD_CHARACTERS = 2000
"""Of a longer text, which was pasted, no bars are told."""


class Meaning(QObject):
    """Knows what the library and the session offer, and changes the note in hand by it."""

    def __init__(self, context: Context, line: CaptureLine, hand: Hand, chooser: Chooser) -> None:
        super().__init__(line)
        self._library, self._hand, self._chooser = context.library, hand, chooser
        self._frame: RunFrame | None = None
        self._people: Choices = []
        self.offered = Offered()
        self.signs = Signs(line, self._choose, self._take, lambda: hand.marks.kind)
        self.signs.people_first = chooser.people_of_session
        line.reader = self.signs

    def show_frame(self, frame: RunFrame, people: Choices) -> None:
        """Know the items and people of the session."""
        self._frame, self._people = frame, people

    def show_offered(self, offered: Offered) -> None:
        """Know what else the session offers."""
        self.offered = offered
        consents = self._frame.consents if self._frame else {}
        self.signs.completions = Completions(self._people, consents, offered.terms)
        self.signs.languages = [code for code, _ in offered.languages]
        self.signs.questions = [row_id for row_id, _ in offered.questions]

    def told(self, note: CaptureDraft | None, clock: str) -> tuple[str, str, Disclosure | None]:
        """Where the note comes from, its details, and what a publication may show of it. ``clock`` are the words that
        the clock is on another item: they are told while no note is typed, as is a restriction that stays."""
        frame = self._frame
        if note is None or frame is None:
            return clock, *self._told_of_restriction()
        consent = frame.consents.get(note.speaker_id, Consent.NOT_ASKED) if note.speaker_id else None
        item, speaker = self._chooser.item_words(note.item_id), self._chooser.name_of(note.speaker_id)
        origin = telling.origin_words(note, item, speaker, consent, frame.zone)
        today = moments.local(note.began_at, frame.zone).date().isoformat()
        shown = note if len(note.text) <= _TOLD_CHARACTERS else replace(note, text="")
        details = telling.detail_words(shown, frame, self.offered, self.signs.completions, consent, today)
        return origin, details, telling.disclosure_of_note(note, frame.rule_of(note.item_id), consent)

    def _told_of_restriction(self) -> tuple[str, Disclosure | None]:
        if not self._hand.marks.attribution:
            return "", None
        chosen = Attribution(self._hand.marks.attribution)
        words = tr("Next notes: {rule}, until it is taken back").format(rule=tr(ATTRIBUTION_LABELS[chosen]))
        return words, of_attribution(chosen)

    def add_person(self, name: str) -> str:
        """Add a person who is in no list; their id, empty where they could not be added."""
        person_id = new_id()
        return person_id if self._library.run(commands.add_speaker(person_id, name)) else ""

    def _choose(self, values: Values) -> Undo:
        return self._hand.choose(values)

    def _take(self, chosen: Suggestion) -> Undo | None:
        row_id = chosen.row_id
        if chosen.sign == PERSON:
            row_id = row_id or self.add_person(chosen.name)
            return self._hand.give_speaker(row_id) if row_id else None
        row_id = row_id or self._add_tag(chosen.name)
        return self._hand.add_term(row_id) if row_id else None

    def _add_tag(self, name: str) -> str:
        tag = commands.NewTag(name)
        return tag.term_id if self._library.run(tag) else ""
