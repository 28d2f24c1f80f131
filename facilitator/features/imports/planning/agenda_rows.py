"""Plan the rows of an agenda: items in their order, and who appears on them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.imports.planning.appearances import Appearances
from facilitator.features.imports.planning.building import RowBuilder
from facilitator.features.imports.planning.draft import Draft, DraftRow
from facilitator.features.imports.planning.mentions import Mentions, has_letters
from facilitator.features.imports.planning.sessions import Sessions
from facilitator.features.imports.planning.stricter import hold
from facilitator.features.imports.planning.terms import Terms
from facilitator.features.imports.planning.words_of_rows import attribution_in, minutes_in, not_understood
from facilitator.features.imports.reading.likeness import spelling
from facilitator.features.imports.reading.times import read_time
from facilitator.features.imports.reading.words import word_key
from facilitator.translation import tr


@dataclass
class _Row:
    at: RowBuilder
    session: DraftRow
    segment: str
    written: str
    order: tuple[int, str]
    rank: int = 0
    item: DraftRow | None = None


@dataclass
class AgendaRows:
    """Plans rows of agendas."""

    draft: Draft
    sessions: Sessions
    mentions: Mentions
    appearances: Appearances
    terms: Terms
    _claimed: set[str] = field(default_factory=set)
    _rows: dict[int, _Row] = field(default_factory=dict)
    _made: dict[str, list[_Row]] = field(default_factory=lambda: defaultdict(list))

    def prepare(self, rows: Sequence[RowBuilder]) -> None:
        """Find the items that rows mean, by content first, then by their place in the agenda, so that neither reordered
        rows nor changed titles double an item."""
        self._rows = {id(at): row for at in rows if not at.ended and (row := self._row(at))}
        self._rank()
        tests = (
            lambda row, item: _says(row, item) and row.rank == item["position"],
            _says,
            lambda row, item: row.rank == item["position"] and _may_be(row, item),
        )
        for test in tests:
            for row in self._rows.values():
                row.item = row.item or self._there(row, test)

    def _rank(self) -> None:
        """Number the rows of each session in the order that the file gives them."""
        of_session: dict[str, list[_Row]] = defaultdict(list)
        for row in self._rows.values():
            of_session[row.session.id].append(row)
        for rows in of_session.values():
            for rank, row in enumerate(sorted(rows, key=lambda row: row.order)):
                row.rank = rank

    def plan_row(self, at: RowBuilder) -> None:
        """Decide what becomes of a row."""
        row = self._rows.get(id(at))
        if row is None:
            return
        if row.item is None:
            row.item = self._make(row)
            self._made[row.session.id].append(row)
        self._fill(row, row.item)

    def finish(self) -> None:
        """Put the new items in order."""
        for session_id, rows in self._made.items():
            self._put_in_order(session_id, rows)

    def _row(self, at: RowBuilder) -> _Row | None:
        written, title = at.text("segment"), at.text("title")
        at.title = " · ".join(text for text in (at.text("session"), written, title) if text)
        if not any(has_letters(text) for text in (written, title, at.text("speakers"))):
            at.leave_out("nameless", tr("Neither segment, title nor speakers say what the item is."))
            return None
        session = self.sessions.referred(at)
        if session is None:
            return None
        exact = self.terms.code(Vocabulary.SEGMENT, written)
        code = exact or self.terms.code_within(Vocabulary.SEGMENT, written) or ("other" if written else "")
        return _Row(at, session, code, "" if exact else written, _order(at.text("order")))

    def _there(self, row: _Row, test: Callable[[_Row, DraftRow], bool]) -> DraftRow | None:
        for item in self.draft.of_session("agenda_item", row.session.id):
            if not item.new and item.id not in self._claimed and test(row, item):
                self._claimed.add(item.id)
                return item
        return None

    def _make(self, row: _Row) -> DraftRow:
        title = row.at.text("title")
        name = f"{row.session.id}/{row.at.text('order')}/{row.segment}/{spelling(title)}"
        return self.draft.add(
            row.at,
            "agenda_item",
            name,
            row.at.title,
            session_id=row.session.id,
            segment=row.segment,
            segment_as_written=row.written,
            title=title,
        )

    def _fill(self, row: _Row, item: DraftRow) -> None:
        at = row.at

        def fill(name: str, value: object, source: str = "") -> None:
            self.draft.fill(at, item, name, value, at.title, source)

        fill("title", at.text("title"))
        fill("segment", row.segment)
        fill("segment_as_written", row.written, "segment")
        times = read_time(at.cell("start"))
        end = read_time(at.cell("end"))
        if at.cell("start") is not None and times.start is None:
            not_understood(at, "start", tr("is no time of day"))
        until = end.start if end.start is not None else times.end
        minutes = minutes_in(at)
        if minutes is None and times.start is not None and until is not None:
            minutes = (until - times.start) % 1440
        hold(self.draft, at, item, "attribution", attribution_in(at), at.title)
        fill("minutes", minutes)
        fill("pinned_start", times.start, "start")
        for name in ("cue", "link", "source_url"):
            fill(name, at.text(name))
        self._fill_group(row, item)
        there = [] if item.new else self.appearances.people_on(item)
        for field_name, role in (("speakers", ""), ("moderators", "moderator")):
            for person in self.mentions.people(at, field_name, row.session, there):
                self.appearances.on_item(at, item, row.session, person, role)

    def _fill_group(self, row: _Row, item: DraftRow) -> None:
        name = row.at.text("group")
        if not name or item["group_id"]:
            return
        there = self.draft.of_session("breakout_group", row.session.id)
        group = next((group for group in there if group.ever("name", name)), None)
        if group is None:
            values = {"session_id": row.session.id, "name": name, "position": len(there)}
            group = self.draft.add(
                row.at, "breakout_group", f"{row.session.id}/{spelling(name)}", name, **values
            )
        self.draft.fill(row.at, item, "group_id", group.id, row.at.title, "group")

    def _put_in_order(self, session_id: str, rows: list[_Row]) -> None:
        """New items follow those that are there, in the order that the file gives them."""
        there = [item for item in self.draft.of_session("agenda_item", session_id) if not item.new]
        first = max((item["position"] or 0 for item in there), default=-1) + 1
        for position, row in enumerate(sorted(rows, key=lambda row: row.order), start=first):
            if row.item:
                self.draft.move(row.item, "position", position)


def _order(text: str) -> tuple[int, str]:
    """``2`` before ``10``, ``3a`` after ``3``; rows without a number last, in the order of the file."""
    found = re.match(r"\D{0,3}(\d{1,6})(?:[.,]0+$)?(.*)", text)
    return (int(found.group(1)), found.group(2)) if found else (1_000_000, "")


def _says(row: _Row, item: DraftRow) -> bool:
    """Whether the item has, or had, the segment and the title of the row."""
    title, written = spelling(row.at.text("title")), word_key(row.written)
    return any(
        title == spelling(str(image.get("title") or ""))
        and written == word_key(str(image.get("segment_as_written") or ""))
        and row.segment == (image.get("segment") or "")
        for image in item.images()
    )


def _may_be(row: _Row, item: DraftRow) -> bool:
    """Whether an item in the same place may be the row's: the title or the segment is the same."""
    title = spelling(row.at.text("title"))
    same_title = bool(title) and title == spelling(str(item["title"] or ""))
    return bool(row.at.text("order")) and (same_title or item.ever("segment", row.segment))
