"""Put notes and paragraphs to where they are dropped, or sent by keys: each time one step of undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData

from facilitator.features.briefing import commands
from facilitator.features.briefing.desk import Desk
from facilitator.features.briefing.dragging import NOTES, PARAGRAPHS
from facilitator.features.briefing.rows import SectionRow
from facilitator.kit.dragging import dropped
from facilitator.translation import ntr, tr


class Moves:
    """Moves on the desk; ``settle`` first makes a change of what is being typed."""

    def __init__(self, desk: Desk, settle: Callable[[], None]) -> None:
        self._desk, self._settle = desk, settle

    def drop_on_part(self, data: QMimeData, key: str) -> None:
        """Put what is carried to the end of a part. The person stays where they are, and is told."""
        self._settle()
        section = self._target(key)
        if section is None:
            return
        notes, paragraphs = dropped(NOTES, data), self._known(dropped(PARAGRAPHS, data))
        part = section.heading or tr(section.usual_heading)
        if notes:
            told = ntr("Put {count} note into “{part}”", "Put {count} notes into “{part}”", len(notes))
            command = commands.AddNotesToSection(section.id, tuple(notes))
            self._desk.run(command, tell=told.format(count=len(notes), part=part))
        elif paragraphs:
            self._to_part(section, paragraphs)

    def drop_in_text(self, data: QMimeData, position: int) -> None:
        """Put what is carried between the paragraphs of the part that is shown; the caret goes there."""
        self._settle()
        section = self._target(self._desk.section_key)
        if section is None:
            return
        notes, paragraphs = dropped(NOTES, data), self._known(dropped(PARAGRAPHS, data))
        if notes:
            self._add_notes(section, notes, position)
        elif paragraphs:
            before = [row.id for row in section.paragraphs[:position]]
            stays = sum(row_id not in paragraphs for row_id in before)
            if self._desk.run(commands.MoveToSection(tuple(paragraphs), section.id, stays)):
                self._desk.go(section.key, paragraphs[0])

    def _add_notes(self, section: SectionRow, note_ids: list[str], position: int) -> None:
        known = {row.id for row in section.paragraphs}
        command = commands.AddNotesToSection(section.id, tuple(note_ids), position=position)
        if self._desk.run(command) and self._desk.briefing:
            now = self._desk.briefing.section(section.key)
            made = [row.id for row in now.paragraphs if row.id not in known] if now else []
            if made:
                self._desk.go(section.key, made[-1])

    def to_neighbour(self, step: int) -> None:
        """Send the paragraph with the caret to the end of the part before (-1) or behind (1) that holds text, and go
        with it."""
        self._settle()
        row, sections = self._desk.paragraph, self._desk.briefing.sections if self._desk.briefing else ()
        keys = [one.key for one in sections if one.id and not one.generated]
        if row is None or self._desk.section_key not in keys:
            return
        at = keys.index(self._desk.section_key) + step
        if not 0 <= at < len(keys):
            self._desk.context.notices.tell(tr("There is no further part in that direction."))
        elif self._to_part(self._target(keys[at]), [row.id]):
            self._desk.go(keys[at], row.id)

    def _to_part(self, section: SectionRow | None, paragraph_ids: list[str]) -> bool:
        if section is None:
            return False
        count = len(paragraph_ids)
        told = ntr("Moved {count} paragraph to “{part}”", "Moved {count} paragraphs to “{part}”", count)
        words = told.format(count=count, part=section.heading or tr(section.usual_heading))
        return self._desk.run(commands.MoveToSection(tuple(paragraph_ids), section.id), tell=words)

    def _target(self, key: str) -> SectionRow | None:
        """The part of a key where it can take something; where it can't, that is told."""
        section = self._desk.briefing.section(key) if self._desk.briefing else None
        if section is None or section.generated or not section.id:
            told = tr("This part is made from the records. Choose one that holds paragraphs.")
            self._desk.context.notices.tell(told)
            return None
        return section

    def _known(self, paragraph_ids: list[str]) -> list[str]:
        """Those of this paper."""
        sections = self._desk.briefing.sections if self._desk.briefing else ()
        known = {row.id for section in sections for row in section.paragraphs}
        return [one for one in paragraph_ids if one in known]
