"""Plan the rows of a table of notes, and of quotes, which are notes of their kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from facilitator.domain.consent import Attribution
from facilitator.domain.vocabulary import NoteKind, Vocabulary
from facilitator.features.imports.planning.building import RowBuilder
from facilitator.features.imports.planning.called import called, said_of
from facilitator.features.imports.planning.draft import Draft, DraftRow
from facilitator.features.imports.planning.mentions import Mentions
from facilitator.features.imports.planning.note_details import item_of, moment_of
from facilitator.features.imports.planning.places import Places
from facilitator.features.imports.planning.sessions import Sessions
from facilitator.features.imports.planning.stricter import hold, is_stricter, level
from facilitator.features.imports.planning.terms import Terms
from facilitator.features.imports.planning.words_of_rows import (
    attribution_in,
    code_in,
    languages_in,
    not_understood,
    truth_in,
)
from facilitator.features.imports.reading.likeness import spelling
from facilitator.features.imports.reading.words import code_of, listed, names, word_key
from facilitator.translation import tr

_TEXTS = ["author", "addressee", "responsible", "due", "figure", "unit", "answer", "source_url"]
_RESTRICTED = (Attribution.CHATHAM_HOUSE, Attribution.OFF_THE_RECORD, Attribution.PENDING)


@dataclass(frozen=True)
class NoteRows:
    """Plans rows of notes."""

    draft: Draft
    sessions: Sessions
    places: Places
    mentions: Mentions
    terms: Terms
    _by_text: dict[tuple[str, str], list[DraftRow]] = field(default_factory=lambda: defaultdict(list))
    _claimed: set[str] = field(default_factory=set)
    _positions: dict[str, int] = field(default_factory=dict)

    def prepare(self, _rows: Sequence[RowBuilder]) -> None:
        """Take up the notes that are there."""
        if not self._by_text:
            for note in self.draft.rows("note"):
                self._keep(note)

    def plan_row(self, at: RowBuilder) -> None:
        """Decide what becomes of a row."""
        text = at.text("quote") or at.text("text")
        at.title = text if len(text) <= 80 else f"{text[:79]}…"
        if not text:
            at.leave_out("empty", tr("There is no text."))
            return
        session = self.sessions.referred(at)
        if session is None:
            return
        kind = self._kind(at)
        body = self.mentions.is_body(at.text("speaker")) if at.text("speaker") else False
        note = self._there(at, session, text)
        cities = listed(at.text("city"))
        place = self.places.find(at, cities[0], at.text("country")) if cities else None
        speaker = None
        if at.text("speaker") and not body and (note is None or not note["speaker_id"]):
            speaker = self.mentions.person(at, at.text("speaker"), session, at.text("office"))
        if note is None:
            note = self.draft.add(
                at,
                "note",
                f"{session.id}/{spelling(text)[:60]}",
                at.title,
                session_id=session.id,
                kind=kind,
                text=text,
                position=self._next_position(session),
            )
            self._keep(note)
            self._claimed.add(note.id)
        self._fill(at, note, session, kind, speaker, at.text("speaker") if body else "", place)

    def finish(self) -> None:
        """Nothing is left to do when all rows are planned."""

    def _kind(self, at: RowBuilder) -> str:
        """A filled column of quotes makes it one whatever its kind says, since quotes wait until they are cleared."""
        text = at.text("kind")
        code = code_of("note_kind", text) if text else ""
        if at.text("quote") or (code is None and set(word_key(text).split()) & set(names("quote_word"))):
            return NoteKind.QUOTE.value
        if code is None:
            not_understood(at, "kind", tr("isn’t a kind of note"))
        return code or ""

    def _there(self, at: RowBuilder, session: DraftRow, text: str) -> DraftRow | None:
        """The note of the same text in the same session, of the same speaker where both say who it is."""
        name = at.text("speaker")
        candidates = [
            note for note in self._by_text[session.id, spelling(text)] if note.id not in self._claimed
        ]
        for note in sorted(candidates, key=lambda note: not self._same_voice(note, name)):
            if self._same_voice(note, name) or not name or not self._names_of(note):
                self._claimed.add(note.id)
                return note
        return None

    def _same_voice(self, note: DraftRow, name: str) -> bool:
        there = self._names_of(note)
        return bool(said_of(name) & there) or (not name and not there)

    def _names_of(self, note: DraftRow) -> set[str]:
        """What those to whom a note was ever ascribed are or were called."""
        found: set[str] = set()
        for image in note.images():
            found |= {spelling(str(image.get("voice") or ""))}
            found |= called(self.draft, self.draft.row("person", image.get("speaker_id")))
        return found - {""}

    def _fill(
        self,
        at: RowBuilder,
        note: DraftRow,
        session: DraftRow,
        kind: str,
        speaker: DraftRow | None,
        voice: str,
        place: DraftRow | None,
    ) -> None:
        def fill(name: str, value: object, source: str = "") -> None:
            self.draft.fill(at, note, name, value, at.title, source)

        is_new = self.draft.fill(at, note, "kind", kind, at.title) or note.new
        fill("speaker_id", speaker.id if speaker else None, "speaker")
        if not note["speaker_id"]:
            fill("voice", voice, "speaker")
        fill("place_id", place.id if place else None, "city")
        attribution = attribution_in(at)
        if not attribution and kind == NoteKind.QUOTE and is_new:
            attribution = Attribution.PENDING.value
        hold(self.draft, at, note, "attribution", attribution, at.title)
        self._hold_for_all(at, note, attribution)
        for name in _TEXTS:
            fill(name, at.text(name))
        source = at.text("source")
        fill("source_url" if source.startswith(("http://", "https://")) else "source", source, "source")
        fill("horizon", code_in(at, "horizon", "horizon"))
        fill("heard_from", code_in(at, "heard_from", "heard_from"))
        fill("language", languages_in(at, "language").partition(" ")[0])
        for name in ("verified", "to_verify", "starred"):
            if truth_in(at, name) and not note[name]:
                fill(name, True)
        fill("agenda_item_id", item_of(at, self.draft, session), "item")
        fill("began_at", moment_of(at, session), "moment")
        self._link(at, note)

    def _hold_for_all(self, at: RowBuilder, note: DraftRow, attribution: str) -> None:
        """The same words of the same voice are under the strictest of what is said of them, in whichever row."""
        name = at.text("speaker")
        for other in self._by_text[note["session_id"], spelling(str(note["text"] or ""))]:
            if other is note or not (self._same_voice(other, name) or not name or not self._names_of(other)):
                continue
            if is_stricter(attribution, str(other["attribution"] or "")):
                hold(self.draft, at, other, "attribution", attribution, at.title)
            elif note.new and level(str(other["attribution"] or "")) > level(str(note["attribution"] or "")):
                hold(self.draft, at, note, "attribution", str(other["attribution"]), at.title)

    def _link(self, at: RowBuilder, note: DraftRow) -> None:
        for vocabulary, name in (
            (Vocabulary.THEME, "theme"),
            (Vocabulary.TAG, "tags"),
            (Vocabulary.SDG, "sdgs"),
            (Vocabulary.DECALOGUE, "decalogue"),
        ):
            self.terms.link(at, note, vocabulary, name)
        for name in listed(at.text("city"))[1:]:
            if note["attribution"] in _RESTRICTED:
                # A tag may be printed; a place that must not be named has no business there.
                text = tr("A note has one place; “{name}” is left out.")
            else:
                self.terms.attach(at, note, "note", self.terms.tag(at, name))
                text = tr("A note has one place; “{name}” is kept as a tag.")
            at.say("second_place", text.format(name=name), "city")

    def _next_position(self, session: DraftRow) -> int:
        if session.id not in self._positions:
            there = self.draft.of_session("note", session.id)
            self._positions[session.id] = max((note["position"] or 0 for note in there), default=-1)
        self._positions[session.id] += 1
        return self._positions[session.id]

    def _keep(self, note: DraftRow) -> None:
        for image in note.images():
            found = self._by_text[note["session_id"], spelling(str(image.get("text") or ""))]
            if note not in found:
                found.append(note)
