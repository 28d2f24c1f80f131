"""What is being composed: the paper, and the place in it. What stands beside the text follows it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from facilitator.features.briefing import queries
from facilitator.features.briefing.rows import BriefingRow, NoteRow, ParagraphRow, SectionRow
from facilitator.features.briefing.templates import BRIEFING, Template
from facilitator.kit.context import Context
from facilitator.storage.journal import ChangeSet
from facilitator.storage.store import Command


class Desk(QObject):
    """One paper on one session. ``briefing`` is None while nothing is drafted; ``section_key`` and ``paragraph_id``
    say where the person is, empty for nowhere."""

    read = Signal()
    """The paper was read anew, or is another one."""
    placed = Signal()
    """Another section or paragraph is the current one."""
    second_wanted = Signal()
    """The place is to be looked at in the second language."""
    data_wanted = Signal(bool)
    """Whether the PDF is to carry what the paper shows as data."""

    def __init__(self, context: Context, session_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context, self.session_id = context, session_id
        self.paper = BRIEFING
        self.templates: tuple[Template, ...] = ()
        """Those that a paper can be written with."""
        self.briefing: BriefingRow | None = None
        self.notes: tuple[NoteRow, ...] = ()
        """All notes of the session, those that are not used first."""
        self.section_key, self.paragraph_id = "", ""
        self.with_data = False
        self._is_asleep = self._is_stale = False
        context.library.changed.connect(self._on_changed)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self.context.library.read_only

    @property
    def section(self) -> SectionRow | None:
        """The section where the person is."""
        return self.briefing.section(self.section_key) if self.briefing else None

    @property
    def paragraph(self) -> ParagraphRow | None:
        """The paragraph where the person is."""
        rows = self.section.paragraphs if self.section else ()
        return next((row for row in rows if row.id == self.paragraph_id), None)

    def choose_paper(self, template: str) -> None:
        """Compose another paper on the session, by the name of its template."""
        if template != self.paper:
            self.paper, self.section_key, self.paragraph_id = template, "", ""
            self.refresh()

    def carry_data(self, wanted: bool) -> None:
        """Let the PDF carry what the paper shows as data for programs, or not."""
        if wanted != self.with_data:
            self.with_data = wanted
            self.data_wanted.emit(wanted)

    def refresh(self) -> None:
        """Read the paper anew. The place stays, or is the first section where it is gone."""
        with self.context.library.read() as session:
            self.templates = tuple(queries.list_templates(session))
            if self.paper not in {one.name for one in self.templates}:
                self.paper = BRIEFING
            self.briefing = queries.read_briefing(session, self.session_id, self.paper)
            self.notes = tuple(queries.list_notes(session, self.session_id, self.paper))
        self._is_stale = False
        section, paragraph = self._nearest()
        moved = (section, paragraph) != (self.section_key, self.paragraph_id)
        self.section_key, self.paragraph_id = section, paragraph
        self.read.emit()
        if moved:
            self.placed.emit()

    def go(self, section_key: str, paragraph_id: str = "") -> None:
        """Be in a section, and in one of its paragraphs."""
        if (section_key, paragraph_id) != (self.section_key, self.paragraph_id):
            self.section_key, self.paragraph_id = section_key, paragraph_id
            self.placed.emit()

    def sleep(self) -> None:
        """Read nothing any more: the stage is out of sight, and notes may be taken as fast as they are said."""
        self._is_asleep = True

    def wake(self) -> None:
        """The stage is in sight again: read what was changed meanwhile."""
        self._is_asleep = False
        if self._is_stale:
            self.refresh()

    def find(self, row_id: str) -> bool:
        """Go to a paragraph, or to the first that rests on a note; False where there is none."""
        if self._is_stale:
            self.refresh()
        for section in self.briefing.sections if self.briefing else ():
            for row in section.paragraphs:
                if row_id == row.id or any(row_id == one.note_id for one in row.evidence):
                    self.go(section.key, row.id)
                    return True
        return False

    def run(self, command: Command, tell: str = "") -> bool:
        """Run a command; ``tell`` what it did, with its undo. False where it was refused, which is told."""
        done = bool(self.context.library.run(command))
        if done and tell:
            self.context.notices.tell(tell, offer_undo=True)
        return done

    def _nearest(self) -> tuple[str, str]:
        sections = self.briefing.sections if self.briefing else ()
        if self.section is None:
            return next((one.key for one in sections if not one.generated), ""), ""
        return self.section_key, self.paragraph_id if self.paragraph else ""

    def _on_changed(self, _changes: ChangeSet) -> None:
        """Whatever was changed may be told in the paper, or be a consent to it."""
        if self._is_asleep:
            self._is_stale = True
        else:
            self.refresh()
