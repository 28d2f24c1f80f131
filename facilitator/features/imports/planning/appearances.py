"""People in their roles: in a session as a whole, or on one of its agenda items."""

from __future__ import annotations

from collections import defaultdict

from facilitator.domain.vocabulary import ROLE_OF_SEGMENT
from facilitator.features.imports.planning.building import RowBuilder
from facilitator.features.imports.planning.draft import Draft, DraftRow
from facilitator.features.imports.planning.people import People
from facilitator.features.imports.reading.words import code_of, code_within, word_key

_OF_WHOLE_SESSION = frozenset(
    [
        "moderator",
        "facilitator",
        "rapporteur",
        "note_taker",
        "interpreter",
        "technical_host",
        "chat_monitor",
        "participant",
    ]
)
"""Roles that somebody has in a session beside what they say on one item."""


class Appearances:
    """Finds and makes appearances."""

    def __init__(self, draft: Draft, people: People) -> None:
        self._draft, self._people = draft, people
        self._of: dict[tuple[str, str], list[DraftRow]] = defaultdict(list)
        self._count: dict[tuple[str, str | None], int] = defaultdict(int)
        for row in draft.rows("appearance"):
            self._keep(row)

    def in_session(self, at: RowBuilder, session: DraftRow, person: DraftRow, written: str) -> DraftRow:
        """The appearance of a listed person in the role that the list gives them, on whatever item."""
        exact = code_of("role", written)
        code = exact or (code_within("role", written) if written else "") or ""
        kept = "" if exact else written
        there = self._of[session.id, person.id]
        for row in there:
            if any(
                _same_role(
                    str(image.get("role") or ""), str(image.get("role_as_written") or ""), code, written
                )
                for image in row.images()
            ):
                return row
        without = [row for row in there if not row["role"] and not row["role_as_written"]]
        if there and not written:
            return there[0]
        if without:
            self._draft.fill(at, without[0], "role", code, str(person["name"]))
            self._draft.fill(at, without[0], "role_as_written", kept, str(person["name"]), "role")
            return without[0]
        return self._make(at, session, person, None, code, kept)

    def people_on(self, item: DraftRow) -> list[DraftRow]:
        """Who is, or was, on an item."""
        found = []
        for row in self._draft.of_session("appearance", str(item["session_id"])):
            person = self._draft.row("person", row["person_id"])
            if person and row.ever("agenda_item_id", item.id):
                found.append(person)
        return found

    def on_item(
        self, at: RowBuilder, item: DraftRow, session: DraftRow, person: DraftRow, role: str = ""
    ) -> None:
        """Put a person on an agenda item: what is known of them in the session as a whole moves there where it may."""
        code = role or role_of(item)
        there = self._of[session.id, person.id]
        if any(row.ever("agenda_item_id", item.id) for row in there):
            return
        free = [row for row in there if not row["agenda_item_id"]]
        for row in free:
            if len(free) == 1 and _may_be(str(row["role"] or ""), code):
                self._draft.fill(at, row, "agenda_item_id", item.id, str(person["name"]), "speakers")
                if code and not row["role"] and not row["role_as_written"]:
                    self._draft.fill(at, row, "role", code, str(person["name"]))
                return
        self._make(at, session, person, item, code, "")

    def _make(
        self,
        at: RowBuilder,
        session: DraftRow,
        person: DraftRow,
        item: DraftRow | None,
        code: str,
        written: str,
    ) -> DraftRow:
        item_id = item.id if item else None
        row = self._draft.add(
            at,
            "appearance",
            f"{session.id}/{item_id or ''}/{person.id}/{code}",
            str(person["name"] or person["office_title"]),
            session_id=session.id,
            person_id=person.id,
            agenda_item_id=item_id,
            role=code,
            role_as_written=written,
            position=self._count[session.id, item_id],
        )
        self._keep(row)
        self._people.attendance.appears(person, session)
        return row

    def _keep(self, row: DraftRow) -> None:
        self._of[row["session_id"], row["person_id"]].append(row)
        place = (row["session_id"], row["agenda_item_id"])
        self._count[place] = max(self._count[place], (row["position"] or 0) + 1)


def role_of(item: DraftRow) -> str:
    """The role that people on an item have by its kind; empty where it tells none."""
    written = str(item["segment_as_written"] or "")
    return (
        ROLE_OF_SEGMENT.get(str(item["segment"] or ""), "")
        or (code_of("role", written) if written else "")
        or ""
    )


def _same_role(code: str, written: str, other_code: str, other_written: str) -> bool:
    return code == other_code if code or other_code else word_key(written) == word_key(other_written)


def _may_be(role: str, code: str) -> bool:
    """Whether a role that was given for a session may be the one on an item."""
    return role == code or not (role in _OF_WHOLE_SESSION or (role and code))
