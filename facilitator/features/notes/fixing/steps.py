"""Fixing the notes that are selected by one key: each gesture is one step of undo."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from facilitator.domain import moments
from facilitator.domain.identity import new_id
from facilitator.domain.vocabulary import NoteKind
from facilitator.features.notes import commands, queries
from facilitator.features.notes.fixing.changing import delete_lines, mark_lines
from facilitator.features.notes.keys import with_letter
from facilitator.features.notes.listing.pair import NoteLists
from facilitator.features.notes.rows import NoteLine, RunFrame
from facilitator.kit.context import Context
from facilitator.storage import choices
from facilitator.storage.store import Command
from facilitator.translation import ntr, tr

CASE = "X"
"""The letter that makes a case of a note, and goes to it."""


class Steps(QObject):
    """What is done at once, without asking for more."""

    def __init__(self, context: Context, session_id: str, lists: NoteLists) -> None:
        super().__init__(lists)
        self._context, self._session_id, self._lists = context, session_id, lists

    def lines(self) -> list[NoteLine]:
        """The notes that are selected."""
        return self._lists.active.selected_lines()

    def ids(self) -> list[str]:
        """The ids of the notes that are selected."""
        return self._lists.active.selected_ids()

    def means_notes(self) -> bool:
        """Whether keys act on notes of the list: it has the focus, and some are selected."""
        return self._lists.has_focus() and bool(self.ids())

    def delete(self) -> None:
        """Delete the notes."""
        delete_lines(self._context, self.lines())

    def mark(self, name: str, value: str | bool, words: str) -> None:
        """Give the notes a kind, an attribution, star or doubt; where all of them have it, take it away."""
        if lines := self.lines():
            mark_lines(self._context, lines, name, value, words)

    def step_speaker(self, steps: int) -> None:
        """Give the notes the speaker after (1) or before (-1): those of the item first, then those of the session."""
        lines = self.lines()
        frame, people = self._frame()
        of_item = frame.speakers_of_items.get(lines[0].item_id, ())
        ring = ["", *(one for one in dict.fromkeys((*of_item, *frame.speakers)) if one in people)]
        here = ring.index(lines[0].speaker_id) if lines[0].speaker_id in ring else 0
        chosen = ring[(here + steps) % len(ring)]
        words = people.get(chosen) or tr("no speaker")
        self.set(tr("Speaker"), {"speaker_id": chosen or None}, words)

    def step_item(self, steps: int) -> None:
        """Move the notes to the agenda item after (1) or before (-1)."""
        lines = self.lines()
        items = [("", tr("No agenda item")), *self._frame()[0].items]
        here = next((n for n, (item_id, _) in enumerate(items) if item_id == lines[0].item_id), 0)
        if 0 <= here + steps < len(items):
            chosen, words = items[here + steps]
            self.set(tr("Agenda item"), {"agenda_item_id": chosen or None}, words)

    def shift(self, milliseconds: int) -> None:
        """Move the notes on in time, or back."""
        lines = self.lines()
        moved = lines[0].began_at
        if self.run(commands.ShiftMoments([line.id for line in lines], milliseconds)) and moved is not None:
            shown = moments.typed(max(0, moved + milliseconds), lines[0].zone)
            self.tell(tr("Moment"), shown)

    def settle(self) -> None:
        """Have questions answered, and figures verified; where all of them are, take that back."""
        words = tr("Answered in the session")
        with_lack = [line for line in self.lines() if _can_be_settled(line)]
        is_open = any(not _is_settled(line) for line in with_lack)
        edits: list[Command] = []
        for line in with_lack:
            if line.kind == NoteKind.DATA_POINT.value:
                values = {"verified": is_open, "to_verify": line.to_verify and not is_open}
                edits.append(commands.edit_note(line.id, tr("Figure"), values))
            elif not _is_settled(line) or line.answer == words:
                edits.append(commands.edit_note(line.id, tr("Answer"), {"answer": words if is_open else ""}))
        if not edits:
            self._context.notices.tell(tr("Questions are answered and figures verified by this key."))
        elif self.run(commands.together(edits, tr("Settle notes"))):
            self._context.notices.tell(tr("Settled.") if is_open else tr("Open again."), offer_undo=True)

    def join(self) -> None:
        """Make one note of those that are selected."""
        ids = self.ids()
        if self.run(commands.JoinNotes(ids)):
            kept = next((row_id for row_id in ids if self._lists.active.notes.row_of(row_id) >= 0), "")
            self._lists.select(kept)
            joined = ntr("Joined {count} note.", "Joined {count} notes.", len(ids)).format(count=len(ids))
            self._context.notices.tell(joined, offer_undo=True)

    def make_case(self) -> None:
        """Make a city case of the notes; go to it where it is made already."""
        lines = self.lines()
        cases = {line.case_id for line in lines}
        if len(cases) == 1 and (known := cases.pop()):
            self._context.navigator.open_row("case", known)
        else:
            self.make_case_of([line.id for line in lines])

    def make_case_of(self, note_ids: Sequence[str]) -> None:
        """Make a city case of notes that have none."""
        if self.run(commands.MakeCase(new_id(), note_ids)):
            keys = with_letter(CASE)
            words = tr("Made a city case. {keys} on its note goes to it.")
            self._context.notices.tell(words.format(keys=keys), offer_undo=True)

    def set(self, field: str, values: dict[str, object], words: str) -> None:
        """Set columns of the notes, and say what they are now."""
        if self.run(commands.edit_notes(self.ids(), field, values)):
            self.tell(field, words)

    def run(self, command: Command) -> bool:
        """Run a command, unless the library is only read."""
        return not self._context.library.read_only and self._context.library.run(command)

    def tell(self, field: str, words: str) -> None:
        """Say what a field is now, with its undo, and keep the notes in sight."""
        self._context.notices.tell(tr("{field}: {value}").format(field=field, value=words), offer_undo=True)
        current = self._lists.active.current_line()
        if current is not None:
            self._lists.active.bring_into_sight(current.id)

    def _frame(self) -> tuple[RunFrame, dict[str, str]]:
        with self._context.library.read() as session:
            return queries.run_frame(session, self._session_id), dict(choices.people(session))


def _can_be_settled(line: NoteLine) -> bool:
    return line.kind in (NoteKind.QUESTION.value, NoteKind.DATA_POINT.value)


def _is_settled(line: NoteLine) -> bool:
    return line.verified if line.kind == NoteKind.DATA_POINT.value else bool(line.answer.strip())
