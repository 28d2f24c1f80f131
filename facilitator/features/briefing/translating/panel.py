"""What the section says in the second language, below what it says in the first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.prose.style import Style
from facilitator.features.briefing import commands
from facilitator.features.briefing.checking.second import is_outdated, lacks_second
from facilitator.features.briefing.composing.direction import direction_of
from facilitator.features.briefing.composing.keeper import SectionKeeper
from facilitator.features.briefing.composing.written import Written
from facilitator.features.briefing.desk import Desk
from facilitator.features.briefing.rows import BriefingRow, ParagraphRow, SectionRow
from facilitator.features.briefing.templates import fixed_texts
from facilitator.features.briefing.translating.passages import PassagesEditor, passages_of
from facilitator.kit.context import Context
from facilitator.kit.fields import LineField
from facilitator.kit.labels import ElidedLabel
from facilitator.translation import PAPER_LANGUAGES, SOURCE_LANGUAGE, papers, tr

_CAPTIONED = (Style.TABLE, Style.PICTURE)


class SecondPanel(QWidget):
    """Shown where the paper has a second language. It follows the desk, and tells it where the caret is."""

    def __init__(self, context: Context, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.told = ElidedLabel(self, "quiet")
        self.title = LineField(parent=self)
        self.title.setAccessibleName(tr("Title of the paper in the second language"))
        self.title.committed.connect(self._on_title)
        self.heading = LineField(parent=self)
        self.heading.setAccessibleName(tr("Heading of this part in the second language"))
        self.heading.committed.connect(self._on_heading)
        self.editor = PassagesEditor(self._sign, self._source, self)
        self.editor.setAccessibleName(tr("Text of this part in the second language"))
        self.caption = LineField(parent=self)
        self.caption.setAccessibleName(tr("Caption in the second language"))
        self.caption.committed.connect(self._on_caption)
        self.keeper = SectionKeeper(context.library, self.editor, desk.run, passages_of, _written, "second")
        self._lay_out()
        self.editor.moved.connect(self._on_moved)
        self.editor.refused.connect(context.notices.refuse)
        desk.read.connect(self._show)
        desk.placed.connect(self._on_placed)
        desk.second_wanted.connect(self.focus_text)

    def focus_text(self) -> None:
        """Put the caret into the paragraph where the person is."""
        self.editor.go(self._desk.paragraph_id)
        target = self.editor if self.editor.isVisibleTo(self) else self.heading
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def commit(self) -> None:
        """Keep what is being typed."""
        for field in (self.title, self.heading, self.caption):
            field.commit()
        self.keeper.commit()

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.addWidget(self.title, 1)
        fields.addWidget(self.heading, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.told)
        layout.addLayout(fields)
        layout.addWidget(self.editor, 1)
        layout.addWidget(self.caption)
        self.editor.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)

    def _show(self) -> None:
        briefing, section = self._desk.briefing, self._desk.section
        language = second_of(briefing)
        self.setVisible(bool(language))
        if not language or briefing is None:
            self.keeper.show_section(None)
            return
        is_written = section is not None and not section.generated
        for widget in (self.title, self.heading, self.editor, self.caption):
            widget.setLayoutDirection(direction_of(language))
        for field in (self.title, self.heading, self.caption, self.editor):
            field.setReadOnly(self._desk.read_only)
        self.told.setText(_told(language, section, briefing))
        self.title.show_value(briefing.second_title)
        self.title.setPlaceholderText(
            tr("Title: {title}").format(title=briefing.title or tr("as in the record"))
        )
        self.heading.setVisible(is_written)
        if section is not None and is_written:
            self.heading.show_value(section.second_heading)
            self.heading.setPlaceholderText(_usual_heading(section, language))
        self.editor.setVisible(is_written and bool(passages_of(section) if section else ()))
        self.keeper.show_section(section if is_written else None)
        self._show_caption()
        self.editor.margin.update()

    def _show_caption(self) -> None:
        row = self._desk.paragraph
        has_caption = row is not None and row.style in _CAPTIONED
        self.caption.setVisible(has_caption)
        if has_caption and row:
            self.caption.show_value(row.second_caption)
            self.caption.setPlaceholderText(row.caption or tr("Caption"))

    def _on_placed(self) -> None:
        self._show()
        if self._desk.paragraph_id and self._desk.paragraph_id != self.editor.current_id:
            self.editor.go(self._desk.paragraph_id)
            self.editor.ensureCursorVisible()

    def _on_moved(self) -> None:
        if self.editor.hasFocus() and self.editor.current_id:
            self._desk.go(self._desk.section_key, self.editor.current_id)

    def _on_title(self, title: object) -> None:
        if self._desk.briefing:
            self._desk.run(commands.set_second_title(self._desk.briefing.id, str(title)))

    def _on_heading(self, heading: object) -> None:
        section = self._desk.section
        if section and section.id:
            self._desk.run(commands.set_second_heading(section.id, str(heading)))

    def _on_caption(self, caption: object) -> None:
        if self._desk.paragraph:
            self._desk.run(commands.edit_second_caption(self._desk.paragraph.id, str(caption)))

    def _row(self, row_id: str) -> ParagraphRow | None:
        rows = self._desk.section.paragraphs if self._desk.section else ()
        return next((row for row in rows if row.id == row_id), None)

    def _sign(self, row_id: str) -> str:
        row = self._row(row_id)
        if row is None:
            return ""
        return "○" if lacks_second(row) else "▲" if is_outdated(row) else ""

    def _source(self, row_id: str) -> str:
        row = self._row(row_id)
        return row.text if row else ""


def second_of(briefing: BriefingRow | None) -> str:
    """The second language of a paper (BCP 47); empty where it has none beside its first."""
    if briefing is None or briefing.second_language in ("", briefing.language or SOURCE_LANGUAGE):
        return ""
    return briefing.second_language


def _written(section_id: str, paragraphs: tuple[Written, ...], _heirs: object) -> commands.WriteSeconds:
    return commands.WriteSeconds(section_id, paragraphs)


def _usual_heading(section: SectionRow, language: str) -> str:
    if section.heading or section.usual_heading not in fixed_texts():
        return section.heading or section.usual_heading
    return papers(language).gettext(section.usual_heading)


def _told(language: str, section: SectionRow | None, briefing: BriefingRow) -> str:
    """How much of the part and of the paper is told in the language."""
    parts = [PAPER_LANGUAGES.get(language, language)]
    if section is not None and not section.generated:
        parts.append(tr("this part: {told} of {count}").format(**_count(section.paragraphs)))
    everything = [row for one in briefing.sections for row in one.paragraphs]
    parts.append(tr("the paper: {told} of {count} paragraphs").format(**_count(everything)))
    outdated = sum(map(is_outdated, everything))
    if outdated:
        parts.append(tr("▲ {count} to look at again").format(count=outdated))
    return " · ".join(parts)


def _count(rows: tuple[ParagraphRow, ...] | list[ParagraphRow]) -> dict[str, int]:
    asked = [
        row for row in rows if row.caption.strip() or (row.text.strip() and row.style is not Style.PICTURE)
    ]
    return {"told": sum(not lacks_second(row) for row in asked), "count": len(asked)}
