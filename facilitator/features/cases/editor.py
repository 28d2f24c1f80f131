"""The editor of one case study: all that is known of it, by group."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from facilitator.domain import moments
from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.cases import commands, fields, queries
from facilitator.kit.context import Context
from facilitator.kit.fields import ChoiceField, LineField
from facilitator.kit.forms import Form, scrolled
from facilitator.kit.labels import plain_label
from facilitator.kit.listpage import RowEditor
from facilitator.kit.reference import ReferenceField
from facilitator.kit.terms import TermField
from facilitator.storage import choices
from facilitator.storage.choices import Choices
from facilitator.storage.journal import ChangeSet
from facilitator.translation import tr

_CHOICE_TABLES = ("place", "person", "learning_session", "term")
_SHOWN_TABLES = ("case_study", "case_term", *_CHOICE_TABLES)


class CaseEditor(RowEditor):
    """Typing is saving; each field that is left is one step of undo."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._label = ""
        self._zone = ""
        self._choices_stale = True
        self.title = plain_label(self, "pageTitle")
        self.form = Form(context.library, "case")
        for heading, names in fields.GROUPS:
            if heading:
                self.form.add_heading(heading)
            for name in names:
                field = self._moment_field() if name == "heard_at" else fields.make(name)
                self.form.add(name, fields.LABELS[name], field)
                if name in fields.HINTS:
                    self.form.add_widget(plain_label(self, "quiet", tr(fields.HINTS[name])))
        self.form.edited.connect(self._on_edited)
        for name, add in (
            ("place_id", commands.give_new_place),
            ("speaker_id", commands.give_new_speaker),
            ("tag", commands.add_tag),
        ):
            field = self.form.field(name)
            assert isinstance(field, ReferenceField | TermField)
            field.named.connect(partial(self._on_named, add))
        layout = QVBoxLayout(self)
        layout.addWidget(self.title)
        layout.addWidget(scrolled(self.form), 1)

    def show_row(self, row_id: str) -> bool:
        """Show a case; False when it was deleted."""
        self._refresh_choices()
        with self._context.library.read() as session:
            detail = queries.case_detail(session, row_id)
        if detail is None:
            return False
        self._label, self._zone = detail.label, detail.zone
        self.title.setText(detail.label or tr("Untitled case"))
        self.form.show_row(detail.id, detail.values)
        return True

    def refresh(self, changes: ChangeSet) -> bool:
        """Show the case as it is after a change; False when it was deleted."""
        self._choices_stale = self._choices_stale or changes.touches(*_CHOICE_TABLES)
        return not changes.touches(*_SHOWN_TABLES) or self.show_row(self.form.row_id)

    def focus_first(self) -> None:
        """Put the caret into the title."""
        self.form.field("title").setFocus()

    def _moment_field(self) -> LineField:
        return LineField(
            lambda text: moments.parse(text, self._zone), lambda moment: moments.typed(moment, self._zone)
        )

    def _refresh_choices(self) -> None:
        if not self._choices_stale:
            return
        self._choices_stale = False
        unstated = ("", tr("That of the city"))
        with self._context.library.read() as session:
            self._offer("place_id", choices.places(session))
            self._offer("session_id", choices.sessions(session))
            self._offer("speaker_id", choices.people(session))
            self._offer("section", [unstated, *choices.codes(session, Vocabulary.SECTION)])
            self._offer("territory", [unstated, *choices.codes(session, Vocabulary.TERRITORY)])
            terms = choices.terms(session, *queries.TERM_VOCABULARIES)
        for name in fields.TERMS:
            numbered = name in ("sdg", "decalogue")
            self._offer(
                name,
                [
                    (term.id, f"{term.code} {term.label}" if numbered else term.label)
                    for term in terms
                    if term.vocabulary == name
                ],
            )

    def _offer(self, name: str, offered: Choices) -> None:
        field = self.form.field(name)
        assert isinstance(field, ChoiceField | ReferenceField | TermField)
        field.set_choices(offered)

    def _on_edited(self, name: str, value: object) -> None:
        words = tr(fields.LABELS[name])
        if name in fields.TERMS:
            assert isinstance(value, tuple)
            command = commands.set_terms(self.form.row_id, self._label, words, Vocabulary(name), value)
        else:
            command = commands.edit_case(self.form.row_id, self._label, words, {name: value})
        self._context.library.run(command)

    def _on_named(self, add: commands.Adding, name: str) -> None:
        self._context.library.run(add(self.form.row_id, self._label, name))
