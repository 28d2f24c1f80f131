"""Fixing the notes that are selected with what is typed in place: a speaker, tags, a moment, an item, a question."""

from __future__ import annotations

from facilitator.domain import moments
from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.notes import commands, queries
from facilitator.features.notes.fixing.in_place import InPlace, several
from facilitator.features.notes.fixing.steps import Steps
from facilitator.features.notes.listing.pair import NoteLists
from facilitator.features.notes.rows import NoteLine
from facilitator.kit.context import Context
from facilitator.kit.fields import LineField, ReferenceField, TermField
from facilitator.storage import choices
from facilitator.storage.choices import Choices
from facilitator.translation import mark, tr

_NUMBERED = {
    Vocabulary.DECALOGUE.value: mark("Decalogue {number} {label}"),
    Vocabulary.SDG.value: mark("SDG {number} {label}"),
}


class Asking:
    """Opens a field below the first of the notes. What is chosen holds for all of them, in one step of undo."""

    def __init__(self, context: Context, session_id: str, lists: NoteLists, steps: Steps) -> None:
        self._context, self._session_id, self._lists, self._steps = context, session_id, lists, steps
        self.shown: InPlace | None = None

    def speaker(self) -> None:
        """Choose the speaker, or add one."""
        with self._context.library.read() as session:
            frame, people = queries.run_frame(session, self._session_id), dict(choices.people(session))
        first = dict.fromkeys(one for one in frame.speakers if one in people)
        offered = [(row_id, people[row_id]) for row_id in dict.fromkeys((*first, *people))]
        field = self._reference(offered, "speaker_id", tr("Speaker"), mark("Add person “{name}”"))
        field.named.connect(self._on_speaker_named)
        self._open(tr("Speaker"), field)

    def item(self) -> None:
        """Choose the agenda item."""
        with self._context.library.read() as session:
            items = queries.run_frame(session, self._session_id).items
        field = self._reference(list(items), "agenda_item_id", tr("Agenda item"), "", "item_id")
        self._open(tr("Agenda item"), field)

    def question(self) -> None:
        """Choose the guiding question that they answer."""
        with self._context.library.read() as session:
            offered = queries.question_choices(session, self._session_id)
        field = self._reference(offered, "question_id", tr("Guiding question"), "")
        self._open(tr("Guiding question"), field)

    def terms(self) -> None:
        """Give tags and themes, and take them away; those are shown that all of the notes have."""
        field = TermField(adding=mark("Add tag “{name}”"))
        self._show_terms(field)
        field.committed.connect(lambda chosen: self._on_terms(field, chosen))
        field.named.connect(lambda name: self._on_tag_named(field, name))
        self._open(tr("Tags and themes"), field)

    def moment(self) -> None:
        """Type when the first of them was said; the others keep their distance to it."""
        first = self._first()
        if first is None:
            return

        def parse(text: str) -> int | None:
            return moments.parse_near(text, first.zone, self._day(first), first.began_at)

        field = LineField(parse, lambda value: moments.typed(value, first.zone))
        field.show_value(first.began_at)
        field.committed.connect(self._on_moment)
        self._open(tr("Moment"), field)

    def _first(self) -> NoteLine | None:
        return next(iter(self._steps.lines()), None)

    def _ids(self) -> list[str]:
        return self._steps.ids()

    def _reference(
        self, offered: Choices, column: str, words: str, adding: str, shown: str = ""
    ) -> ReferenceField:
        field = ReferenceField(adding=adding)
        field.set_choices(offered)
        values = {getattr(line, shown or column) for line in self._steps.lines()}
        field.show_value(values.pop() if len(values) == 1 else None)
        names = dict(offered)

        def take(row_id: str | None) -> None:
            self._steps.set(words, {column: row_id or None}, names.get(row_id or "", tr("none")))

        field.committed.connect(take)
        return field

    def _open(self, title: str, field: LineField | ReferenceField | TermField) -> None:
        lines, view = self._steps.lines(), self._lists.active
        if not lines or self._context.library.read_only:
            field.deleteLater()
            return
        row = view.notes.row_of(lines[0].id)
        view.bring_into_sight(lines[0].id)
        self.shown = InPlace(several(title, len(lines)), field, view)
        self.shown.open_below(view.visualRect(view.notes.index(row)))

    def _day(self, line: NoteLine) -> str:
        with self._context.library.read() as session:
            detail = queries.note_detail(session, line.id)
        return detail.day if detail else ""

    def _on_speaker_named(self, name: str) -> None:
        if self._steps.run(commands.give_new_speaker_to(self._ids(), name)):
            self._steps.tell(tr("Speaker"), name)

    def _on_moment(self, moment: int | None) -> None:
        lines = self._steps.lines()
        began_at = lines[0].began_at
        if moment is None or began_at is None:
            self._steps.set(tr("Moment"), {"began_at": moment}, moments.typed(moment, lines[0].zone))
        else:
            self._steps.shift(moment - began_at)
        if self.shown is not None:
            self.shown.close_later()

    def _show_terms(self, field: TermField) -> None:
        with self._context.library.read() as session:
            terms = choices.terms(session, *queries.TERM_VOCABULARIES)
            chosen = queries.terms_of_all(session, self._ids())
        offered = sorted(terms, key=lambda one: one.vocabulary in _NUMBERED)
        field.set_choices([(term.id, _term_words(term)) for term in offered])
        field.show_value([term.id for term in offered if term.id in chosen])

    def _on_terms(self, field: TermField, chosen: tuple[str, ...]) -> None:
        with self._context.library.read() as session:
            before = queries.terms_of_all(session, self._ids())
        added = [term for term in chosen if term not in before]
        removed = [term for term in before if term not in chosen]
        self._steps.run(commands.ChangeTerms(self._ids(), added, removed))
        self._show_terms(field)

    def _on_tag_named(self, field: TermField, name: str) -> None:
        self._steps.run(commands.give_new_tag(self._ids(), name))
        self._show_terms(field)


def _term_words(term: choices.Term) -> str:
    words = tr(_NUMBERED[term.vocabulary]) if term.vocabulary in _NUMBERED else "{label}"
    return words.format(number=term.code, label=term.label)
