"""The editor of one note: all its attributes, those of its kind first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QVBoxLayout

from facilitator.domain import moments
from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.notes import commands, queries
from facilitator.features.notes.editing import fields
from facilitator.features.notes.editing.splitting import Splitting
from facilitator.features.notes.history.panel import HistoryPanel
from facilitator.features.notes.pictures.dropping import PictureTarget
from facilitator.features.notes.pictures.panel import PicturesPanel
from facilitator.features.notes.rows import NoteDetail
from facilitator.features.notes.wording import publication_words
from facilitator.kit.context import Context
from facilitator.kit.fields import ChoiceField, Field, LineField, TextField
from facilitator.kit.forms import Form, scrolled
from facilitator.kit.labels import plain_label
from facilitator.kit.listpage import RowEditor
from facilitator.kit.reference import ReferenceField
from facilitator.kit.terms import TermField
from facilitator.storage import choices
from facilitator.storage.choices import Choices
from facilitator.storage.journal import ChangeSet
from facilitator.translation import mark, tr

_CHOICE_TABLES = ("place", "person", "case_study", "term", "agenda_item", "guiding_question")
_SHOWN_TABLES = ("note", "note_term", "attachment", "learning_session", *_CHOICE_TABLES)


class NoteEditor(RowEditor):
    """Typing is saving; each field that is left is one step of undo."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._detail: NoteDetail | None = None
        self._choices_stale = True
        self._offered_of = ""
        self.published = plain_label(self, "quiet")
        self.pictures = PicturesPanel(context, self)
        self.history = HistoryPanel(context, self)
        self.form = Form(context.library, "note")
        self._fill_form()
        self.form.edited.connect(self._on_edited)
        layout = QVBoxLayout(self)
        layout.addWidget(scrolled(self.form), 1)

    def show_row(self, row_id: str) -> bool:
        """Show a note; False when it was deleted."""
        with self._context.library.read() as session:
            detail = queries.note_detail(session, row_id)
        if detail is None:
            return False
        self._detail = detail
        self._refresh_choices(detail.session_id)
        self.form.show_row(detail.id, detail.values)
        for names in (names for _, names in fields.GROUPS):
            for name in names:
                shown = fields.belongs(name, detail.values["kind"], detail.values[name])
                self.form.set_shown(name, shown)
        self.published.setText(publication_words(detail))
        self.pictures.show_note(row_id)
        self.history.show_note(row_id)
        return True

    def refresh(self, changes: ChangeSet) -> bool:
        """Show the note as it is after a change; False when it was deleted."""
        self._choices_stale = self._choices_stale or changes.touches(*_CHOICE_TABLES)
        self.history.refresh(changes)
        return not changes.touches(*_SHOWN_TABLES) or self.show_row(self.form.row_id)

    def focus_first(self) -> None:
        """Put the caret into the text."""
        self.form.field("text").setFocus()

    def _fill_form(self) -> None:
        for heading, names in fields.GROUPS:
            if heading == fields.WHO:
                self.form.add_heading(mark("Pictures"))
                self.form.add_widget(self.pictures)
            if heading:
                self.form.add_heading(heading)
            for name in names:
                self.form.add(name, fields.LABELS[name], self._make(name))
                if name == "attribution":
                    self.form.add_widget(self.published)
        self.form.add_heading(mark("History"))
        self.form.add_widget(self.history)
        for name, add in (
            ("place_id", commands.give_new_place),
            ("speaker_id", commands.give_new_speaker),
            ("tag", commands.add_tag),
        ):
            field = self.form.field(name)
            assert isinstance(field, ReferenceField | TermField)
            field.named.connect(partial(self._on_named, add))
        PictureTarget(self.form, lambda mime, _place: self._take(mime))
        text = self.form.field("text")
        assert isinstance(text, TextField)
        self._splitting = Splitting(self._context, self, text, lambda: self.form.row_id)
        PictureTarget(text.viewport(), lambda mime, _place: self._take(mime), text)

    def _take(self, mime: QMimeData) -> bool:
        if not self._context.library.read_only and self.form.row_id:
            self.pictures.take(mime)
        return True

    def _make(self, name: str) -> Field:
        if name != "began_at":
            return fields.make(name)
        return LineField(self._parse_moment, self._show_moment)

    def _parse_moment(self, text: str) -> int | None:
        detail = self._detail
        if detail is None:
            return None
        return moments.parse_near(text, detail.zone, detail.day, detail.values["began_at"])

    def _show_moment(self, moment: int | None) -> str:
        return moments.typed(moment, self._detail.zone if self._detail else "")

    def _refresh_choices(self, session_id: str) -> None:
        if not self._choices_stale and session_id == self._offered_of:
            return
        self._choices_stale, self._offered_of = False, session_id
        with self._context.library.read() as session:
            frame = queries.run_frame(session, session_id)
            people = dict(choices.people(session))
            places, cases = choices.places(session), choices.cases(session)
            questions = queries.question_choices(session, session_id)
            languages = choices.codes(session, Vocabulary.LANGUAGE)
            terms = choices.terms(session, *queries.TERM_VOCABULARIES)
        first = [(row_id, people[row_id]) for row_id in frame.speakers if row_id in people]
        known = set(frame.speakers)
        self._offer("speaker_id", [*first, *(found for found in people.items() if found[0] not in known)])
        self._offer("place_id", places)
        self._offer("case_id", cases)
        self._offer("question_id", questions)
        self._offer("agenda_item_id", [(None, tr("No agenda item")), *frame.items])
        self._offer("language", [("", tr("Not stated")), *languages])
        for name in fields.TERMS:
            numbered = name in ("decalogue", "sdg")
            self._offer(
                name,
                [
                    (term.id, f"{term.code} {term.label}" if numbered else term.label)
                    for term in terms
                    if term.vocabulary == name
                ],
            )

    def _offer(self, name: str, offered: Choices | list[tuple[str | None, str]]) -> None:
        field = self.form.field(name)
        assert isinstance(field, ChoiceField | ReferenceField | TermField)
        field.set_choices(offered)  # type: ignore[arg-type]  # each gets what it takes

    def _on_edited(self, name: str, value: object) -> None:
        words = tr(fields.LABELS[name])
        if name in fields.TERMS:
            assert isinstance(value, tuple)
            command = commands.set_terms(self.form.row_id, words, Vocabulary(name), value)
        else:
            command = commands.edit_note(self.form.row_id, words, {name: value})
        self._context.library.run(command)

    def _on_named(self, add: commands.Adding, name: str) -> None:
        self._context.library.run(add(self.form.row_id, name))
