"""Keeps what is typed: as a draft within a second, and as one change of the library when one pauses or leaves."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer

from facilitator.features.briefing import commands
from facilitator.features.briefing.composing.editor import ProseEditor
from facilitator.features.briefing.composing.written import Written, of_draft, to_draft
from facilitator.features.briefing.rows import SectionRow
from facilitator.kit.library import Library
from facilitator.storage.store import Command

DRAFT_MS, CHANGE_MS = 400, 2500
"""What was typed is a draft so soon; and a change, after a pause of so long."""


def paragraphs_of(section: SectionRow) -> tuple[Written, ...]:
    """What a section says in its own language."""
    return tuple(Written(row.id, row.style, row.text, row.spans) for row in section.paragraphs)


class SectionKeeper(QObject):
    """One section at a time. ``read`` gives what is written of it, ``write`` the command that changes it from the
    section's id, the paragraphs and who takes over from whom; ``name`` tells its drafts from those of others."""

    def __init__(
        self,
        library: Library,
        editor: ProseEditor,
        run: Callable[[Command], bool],
        read: Callable[[SectionRow], tuple[Written, ...]] = paragraphs_of,
        write: Callable[[str, tuple[Written, ...], Mapping[str, str]], Command] = commands.WriteSection,
        name: str = "prose",
    ) -> None:
        super().__init__(editor)
        self._library, self._editor, self._run = library, editor, run
        self._read, self._write, self._name = read, write, name
        self._section_id = ""
        self._shown: tuple[Written, ...] = ()
        self._is_typed = False
        self._draft = QTimer(self, interval=DRAFT_MS, singleShot=True)
        self._draft.timeout.connect(self._keep_draft)
        self._change = QTimer(self, interval=CHANGE_MS, singleShot=True)
        self._change.timeout.connect(self.commit)
        editor.edited.connect(self._on_edited)
        editor.left.connect(self.commit)
        library.closing.connect(self.commit)

    def show_section(self, section: SectionRow | None) -> None:
        """Show a section, or go on with the one that is shown: what is being typed in it stays, until it is kept."""
        section_id = section.id if section else ""
        if section_id != self._section_id:
            self.commit()
        elif self._is_typed:
            return
        shown = self._read(section) if section else ()
        if section_id == self._section_id and shown == self._editor.paragraphs():
            self._shown = shown
            return
        is_another = section_id != self._section_id
        self._section_id, self._shown = section_id, shown
        self._editor.show_paragraphs(shown)
        if is_another and section_id:
            self._restore()

    def commit(self) -> None:
        """Make what was typed a change of the library."""
        self._draft.stop()
        self._change.stop()
        if not self._is_typed or not self._section_id:
            return
        written, heirs = self._editor.settled(), dict(self._editor.heirs)
        self._is_typed = False
        if written != self._shown and not self._run(self._write(self._section_id, written, heirs)):
            self._is_typed = True  # it stays on the screen, and in its draft
            return
        self._editor.heirs = {}
        self._library.save_draft(self._key(), "")

    def _on_edited(self) -> None:
        self._is_typed = True
        if not self._draft.isActive():
            self._draft.start()
        self._change.start()

    def _keep_draft(self) -> None:
        if self._is_typed and self._section_id:
            self._library.save_draft(self._key(), to_draft(self._editor.paragraphs()))

    def _restore(self) -> None:
        """Go on with what was typed when the program ended before it was a change."""
        found = of_draft(self._library.store.drafts(self._key()).get(self._key(), ""))
        if found and found != self._shown and not self._library.read_only:
            self._editor.show_paragraphs(found)
            self._is_typed = True
            self.commit()

    def _key(self) -> str:
        return f"{self._name}:{self._section_id}"
