"""The section that is written: its heading, its text, and the notes behind the paragraph with the caret."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QVBoxLayout, QWidget

from facilitator.domain.errors import Refused
from facilitator.domain.prose.style import Style
from facilitator.features.briefing import commands
from facilitator.features.briefing.columns import EVIDENCE
from facilitator.features.briefing.commands.writing import AddPicture
from facilitator.features.briefing.composing.bar import ProseBar
from facilitator.features.briefing.composing.direction import direction_of
from facilitator.features.briefing.composing.editor import ProseEditor
from facilitator.features.briefing.composing.keeper import SectionKeeper
from facilitator.features.briefing.composing.linking import link_to
from facilitator.features.briefing.composing.pasted import PastedPicture
from facilitator.features.briefing.composing.standing import sign_of, words_on
from facilitator.features.briefing.desk import Desk
from facilitator.features.briefing.rows import EvidenceRow, SectionRow
from facilitator.features.briefing.translating.panel import SecondPanel
from facilitator.kit.context import Context
from facilitator.kit.fields import LineField
from facilitator.kit.labels import plain_label
from facilitator.kit.lists import RowTable
from facilitator.kit.picture_taking import of_file, pictures_of
from facilitator.kit.pictures import Picture, media_type
from facilitator.storage.store import Command
from facilitator.translation import tr

_TWO_LANGUAGES = 34
"""Lines from which on the notes stand below a text in two languages."""
_CAPTIONED = (Style.TABLE, Style.PICTURE)


class ComposingPanel(QWidget):
    """Follows the desk, and tells it where the caret is."""

    def __init__(self, context: Context, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._desk = context, desk
        self.heading = LineField(parent=self)
        self.heading.setAccessibleName(tr("Heading of this part"))
        self.heading.committed.connect(self._on_heading)
        self.guidance = plain_label(self, "quiet")
        self.editor = ProseEditor(self._sign, self)
        self.editor.setAccessibleName(tr("Text of this part"))
        self.bar = ProseBar(self.editor, self.ask_link, self.ask_picture, self)
        self.caption = LineField(parent=self)
        self.caption.setAccessibleName(tr("Caption"))
        self.caption.setPlaceholderText(tr("Caption"))
        self.caption.committed.connect(self._on_caption)
        self.standing = plain_label(self, "quiet")
        self.evidence = RowTable(EVIDENCE, tr("Notes behind this paragraph"), self)
        self.evidence.setSortingEnabled(False)
        self.evidence.opened.connect(lambda row: self.open_note(row.note_id))
        self.evidence.deletion_requested.connect(self._on_unlink)
        self.keeper = SectionKeeper(context.library, self.editor, self._run)
        self.second = SecondPanel(context, desk, self)
        self.bar.others.append(self.second.editor)
        self._lay_out()
        self.editor.moved.connect(self._on_moved)
        self.editor.pictures_dropped.connect(self._on_dropped)
        self.editor.pictures_pasted.connect(self._on_pasted)
        self.editor.refused.connect(context.notices.refuse)
        self.editor.margin.chosen.connect(self._on_margin)
        desk.read.connect(self._on_read)
        desk.placed.connect(self._on_placed)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (
            self.heading,
            self.guidance,
            self.bar,
            self.editor,
            self.caption,
            self.second,
            self.standing,
            self.evidence,
        ):
            layout.addWidget(widget)
        layout.setStretchFactor(self.editor, 5)
        layout.setStretchFactor(self.second, 4)
        layout.setStretchFactor(self.evidence, 1)
        self.evidence.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)
        self.caption.hide()

    def focus_text(self) -> None:
        """Put the caret into the text."""
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def commit(self) -> None:
        """Keep what is being typed, in both languages."""
        self.keeper.commit()
        self.second.commit()

    def change_language(self) -> None:
        """Go to the same paragraph in the other language, and back."""
        if self.second.isVisibleTo(self) and not self.second.isAncestorOf(self.focusWidget() or self):
            self.second.focus_text()
        else:
            self.focus_text()

    def current_evidence(self) -> EvidenceRow | None:
        """The evidence that is selected, or the first."""
        row = self._desk.paragraph
        return self.evidence.current_row() or (row.evidence[0] if row and row.evidence else None)

    def open_note(self, note_id: str) -> None:
        """Show a note in the Run stage."""
        self.keeper.commit()
        self._context.navigator.open_stage(self._desk.session_id, "notes", note_id)

    def ask_link(self) -> None:
        """Ask where the selected words lead."""
        words = tr("Address, or # and the heading of a part (empty for none)")
        target = self.bar.target  # the dialog takes the focus
        address, sure = QInputDialog.getText(self, tr("Link"), words)
        if sure:
            target.set_link(link_to(address, self._desk.briefing))

    def ask_picture(self) -> None:
        """Ask for a picture file, and put it behind the paragraph with the caret."""
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Picture"), "", tr("Pictures (*.png *.jpg *.jpeg *.webp)")
        )
        if name:
            try:
                self.add_picture(of_file(Path(name)))
            except Refused as refusal:
                self._context.notices.refuse(refusal)

    def add_picture(self, picture: Picture, alternative: str = "") -> None:
        """Put a picture behind the paragraph with the caret."""
        self.keeper.commit()
        section = self._desk.section
        if section is None or section.generated or not section.id:
            return
        told = alternative or picture.name
        command = AddPicture(
            section.id, picture.name, picture.media_type, picture.data, self.editor.current_id, told
        )
        if self._run(command):
            self._desk.go(section.key, command.id)

    def _run(self, command: Command) -> bool:
        return self._desk.run(command)

    def _sign(self, row_id: str) -> str:
        return sign_of(self._desk.section, row_id)

    def _on_read(self) -> None:
        self._show()

    def _show(self) -> None:
        section = self._desk.section
        is_written = section is not None and not section.generated
        self.editor.setReadOnly(not is_written or self._desk.read_only)
        self.heading.setReadOnly(not is_written or self._desk.read_only)
        self.heading.show_value((section.heading or section.usual_heading or tr("Cover")) if section else "")
        made = tr("This part is made from the records each time the paper is made.")
        self.guidance.setText(_guidance(section, made))
        self.bar.setVisible(is_written)
        self.editor.setVisible(is_written)
        self.evidence.setVisible(is_written and self._has_room())
        briefing = self._desk.briefing
        for widget in (self.heading, self.editor, self.caption):
            widget.setLayoutDirection(direction_of(briefing.language if briefing else ""))
        self.keeper.show_section(section if is_written else None)
        self._show_standing()
        self.editor.margin.update()

    def _has_room(self) -> bool:
        """Whether the notes can stand below two languages; the line above them tells of them in any case."""
        lines = self.height() / self.fontMetrics().lineSpacing()
        return not self.second.isVisibleTo(self) or lines > _TWO_LANGUAGES

    def _show_standing(self) -> None:
        row = self._desk.paragraph
        self.evidence.rows.set_rows(row.evidence if row else ())
        self.standing.setText(words_on(row))
        self.standing.setVisible(bool(self.standing.text()))
        has_caption = self.editor.current_style in _CAPTIONED and row is not None
        self.caption.setVisible(has_caption)
        if has_caption and row:
            self.caption.show_value(row.caption)
        self.bar.show_style()

    def _on_placed(self) -> None:
        self._show()
        if self._desk.paragraph_id and self._desk.paragraph_id != self.editor.current_id:
            self.editor.go(self._desk.paragraph_id)
            self.editor.ensureCursorVisible()

    def _on_moved(self) -> None:
        if self.editor.current_id != self._desk.paragraph_id:
            self.keeper.commit()
            self._desk.go(self._desk.section_key, self.editor.current_id)
        self._show_standing()

    def _on_heading(self, heading: object) -> None:
        section = self._desk.section
        if section and section.id:
            wanted = str(heading)
            self._run(commands.set_heading(section.id, wanted if wanted != section.usual_heading else ""))

    def _on_caption(self, caption: object) -> None:
        if self._desk.paragraph:
            self._run(commands.edit_caption(self._desk.paragraph.id, str(caption)))

    def _on_unlink(self, rows: list[EvidenceRow]) -> None:
        self._run(commands.unlink_evidence([row.id for row in rows]))

    def _on_margin(self, row_id: str) -> None:
        if self.editor.go(row_id):
            self.evidence.setFocus(Qt.FocusReason.MouseFocusReason)

    def _on_dropped(self, dropped: QMimeData) -> None:
        found, refusal = pictures_of(dropped)
        for picture in found:
            self.add_picture(picture)
        if refusal:
            self._context.notices.refuse(refusal)

    def _on_pasted(self, pictures: tuple[PastedPicture, ...]) -> None:
        for one in pictures:
            if kind := media_type(one.data):
                self.add_picture(Picture(one.alternative or tr("Picture"), kind, one.data), one.alternative)


def _guidance(section: SectionRow | None, made: str) -> str:
    if section is None:
        return ""
    return made if section.generated else tr(section.guidance)
