"""Plan the rows of our own working tables. They carry the ids of what they speak of, so nothing has to be guessed:
what is there is recognised whatever it is called, and what is not there gets the same id."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.imports.planning.appearances import Appearances
from facilitator.features.imports.planning.building import RowBuilder
from facilitator.features.imports.planning.draft import Draft, DraftRow, keeping
from facilitator.features.imports.planning.mentions import Mentions
from facilitator.features.imports.planning.own_people import OwnPeople
from facilitator.features.imports.planning.sessions import Sessions
from facilitator.features.imports.planning.stricter import hold
from facilitator.features.imports.planning.terms import Terms
from facilitator.features.imports.planning.words_of_rows import (
    attribution_in,
    code_in,
    fixed_start,
    languages_in,
    minutes_in,
)
from facilitator.features.imports.reading.values import TableKind
from facilitator.features.imports.reading.words import listed
from facilitator.translation import tr

_ID = re.compile("[0-9a-f]{32}")
"""How ids are made (domain.identity). A file may not bring others: an id is told as it is, in calendars for example."""
_IDS = {
    TableKind.SPEAKERS: {"person_key": "person", "item_key": "agenda_item", "key": "appearance"},
    TableKind.GROUPS: {"key": "breakout_group", "moderator_key": "person", "rapporteur_key": "person"},
    TableKind.AGENDA: {"key": "agenda_item"},
    TableKind.SESSIONS: {"key": "learning_session"},
}
"""The fields of ids in each of our tables, with the tables of the library they belong to."""


@dataclass
class OwnRows:
    """Plans rows that carry ids."""

    draft: Draft
    sessions: Sessions
    mentions: Mentions
    appearances: Appearances
    terms: Terms
    people: OwnPeople
    _speaking: list[RowBuilder] = field(default_factory=list)
    _last: dict[tuple[str, str], int] = field(default_factory=dict)
    """The last position given, by table and session: a file may bring 20,000 rows."""

    def is_one(self, at: RowBuilder) -> bool:
        """Whether the row is of one of our own tables: what it is about has an id, and all of its ids are such."""
        kind = at.table.kind
        ids = _IDS.get(kind, {}) if kind else {}
        needed = "person_key" if kind is TableKind.SPEAKERS else "key"
        return bool(at.text(needed)) and all(
            self.draft.row(table, at.text(name)) or _ID.fullmatch(at.text(name) or "0" * 32)
            for name, table in ids.items()
        )

    def session(self, at: RowBuilder) -> bool:
        """Whether the row of a session speaks of one that is there."""
        found = self.draft.row("learning_session", at.text("key"))
        if found:
            at.title = str(found["label"] or found["title"])
        return found is not None

    def speaker(self, at: RowBuilder) -> None:
        """A person; on which item is settled when the items are there."""
        at.title = ", ".join(text for text in (at.text("name"), at.text("office"), at.text("role")) if text)
        if self.people.take(at) and at.text("key"):
            self._speaking.append(at)

    def group(self, at: RowBuilder) -> None:
        """A breakout group."""
        at.title = at.text("name")
        group = self._there_or_new(at, "breakout_group", name=at.text("name"))
        if group is None:
            return
        for name in ("name", "room", "link"):
            self.draft.fill(at, group, name, at.text(name), at.title)
        for name in ("moderator", "rapporteur"):
            if person := self.people.of(at.text(f"{name}_key")):
                self.draft.fill(at, group, f"{name}_id", person.id, at.title, name)

    def item(self, at: RowBuilder) -> None:
        """An item of the agenda."""
        at.title = " · ".join(at.text(name) for name in ("session", "segment", "title") if at.text(name))
        item = self._there_or_new(at, "agenda_item", title=at.text("title"))
        if item is None:
            return

        def fill(name: str, value: object, source: str = "") -> None:
            self.draft.fill(at, item, name, value, at.title, source)

        written = at.text("segment")
        code = self.terms.code(Vocabulary.SEGMENT, written)
        fill("segment", code or ("other" if written else ""))
        fill("segment_as_written", at.text("segment_as_written") or ("" if code else written), "segment")
        for name in ("title", "cue", "notes", "link"):
            fill(name, at.text(name))
        hold(self.draft, at, item, "attribution", attribution_in(at), at.title)
        fill("minutes", minutes_in(at))
        fill("pinned_start", fixed_start(at), "start")
        if item.new or not item["group_id"]:
            group = self._group_named(at, item)
            fill("group_id", group.id if group else None, "group")
        self._people_named(at, item)

    def finish(self) -> None:
        """Put people on their items, which are all known now."""
        for at in self._speaking:
            self._appear(at)
        self._speaking.clear()

    def _there_or_new(self, at: RowBuilder, table: str, **values: object) -> DraftRow | None:
        key = at.text("key")
        if found := self._row(table, key):
            return None if self._is_elsewhere(at, found) else found
        session = self.sessions.referred(at)
        if session is None:
            return None
        values["position"] = self._next_position(table, session.id)
        return self.draft.add(at, table, keeping(key), at.title, session_id=session.id, **values)

    def _next_position(self, table: str, session_id: str) -> int:
        last = self._last.get((table, session_id))
        if last is None:
            there = self.draft.of_session(table, session_id)
            last = max((row["position"] or 0 for row in there), default=-1)
        self._last[table, session_id] = last + 1
        return last + 1

    def _is_elsewhere(self, at: RowBuilder, row: DraftRow) -> bool:
        """Whether the id is of a row of another session than the file says; the row of the file is left out then."""
        named = self.sessions.named(at)
        if named is None or named.id == row["session_id"]:
            return False
        at.leave_out("id_elsewhere", tr("Its ID belongs to something in another session."))
        return True

    def _group_named(self, at: RowBuilder, item: DraftRow) -> DraftRow | None:
        name = at.text("group")
        there = self.draft.of_session("breakout_group", str(item["session_id"]))
        found = next((group for group in there if name and group.ever("name", name)), None)
        if found or not name:
            return found
        values = {"session_id": item["session_id"], "name": name, "position": len(there)}
        return self.draft.add(at, "breakout_group", f"{item['session_id']}/{name}", name, **values)

    def _people_named(self, at: RowBuilder, item: DraftRow) -> None:
        """Where no table of the speakers comes along, those whom the cells name beside who is there already."""
        if self._speaking:
            return
        there = self.appearances.people_on(item)
        known = {name for person in there for name in self.people.called(person)}
        session = self.draft.row("learning_session", str(item["session_id"]))
        if session is None:
            return
        for name, role in (("speakers", ""), ("moderators", "moderator")):
            if any(part not in known for part in listed(at.text(name))):
                for person in self.mentions.people(at, name, session, there):
                    self.appearances.on_item(at, item, session, person, role)

    def _appear(self, at: RowBuilder) -> None:
        person = self.people.of(at.text("person_key"))
        item = self._row("agenda_item", at.text("item_key"))
        row = self._row("appearance", at.text("key"))
        if row is not None and person is not None and row["person_id"] != person.id:
            at.leave_out("id_elsewhere", tr("Its ID belongs to somebody else."))
            return
        code = self.terms.code(Vocabulary.ROLE, at.text("role"))
        written = at.text("role_as_written") or ("" if code else at.text("role"))
        if row is None and person is not None:
            session = (
                self.draft.row("learning_session", item["session_id"]) if item else self.sessions.referred(at)
            )
            if session is None:
                return
            rows = self.draft.of_session("appearance", session.id)
            at_place = [one for one in rows if one["agenda_item_id"] == (item.id if item else None)]
            row = next(
                (one for one in at_place if one["person_id"] == person.id and one["role"] == code), None
            )
            row = row or self.draft.add(
                at,
                "appearance",
                keeping(at.text("key")),
                at.title,
                session_id=session.id,
                person_id=person.id,
                agenda_item_id=item.id if item else None,
                role=code,
                role_as_written=written,
                position=max((one["position"] or 0 for one in rows), default=-1) + 1,
            )
        if row is not None:
            self.draft.fill(at, row, "role", code, at.title)
            self.draft.fill(at, row, "role_as_written", written, at.title, "role")
            self.draft.fill(at, row, "minutes", minutes_in(at), at.title)
            self.draft.fill(at, row, "language", languages_in(at, "speaks_in"), at.title, "speaks_in")
            self.draft.fill(at, row, "status", code_in(at, "status", "appearance_status"), at.title)

    def _row(self, table: str, key: str) -> DraftRow | None:
        return self.draft.row(table, key) or self.draft.row(table, f"+{table}/{keeping(key)}")
