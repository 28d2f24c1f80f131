"""Plan the rows of a table of cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.imports.planning.building import RowBuilder
from facilitator.features.imports.planning.draft import Draft, DraftRow
from facilitator.features.imports.planning.mentions import Mentions
from facilitator.features.imports.planning.places import Places
from facilitator.features.imports.planning.sessions import Sessions
from facilitator.features.imports.planning.stricter import hold
from facilitator.features.imports.planning.terms import Terms
from facilitator.features.imports.planning.words_of_rows import (
    attribution_in,
    code_in,
    not_understood,
    whole_in,
)
from facilitator.features.imports.reading.dates import read_date
from facilitator.features.imports.reading.likeness import spelling
from facilitator.features.imports.reading.words import country_code, truth
from facilitator.translation import tr

_TEXTS = (
    *("country", "challenge", "measures", "results", "objectives", "target_groups", "actors", "resources"),
    *("evidence", "obstacles", "lessons", "period", "links", "contact", "source_url"),
)


@dataclass
class _Row:
    at: RowBuilder
    place: DraftRow | None
    session: DraftRow | None
    case: DraftRow | None = None


@dataclass
class CaseRows:
    """Plans rows of cases."""

    draft: Draft
    sessions: Sessions
    places: Places
    mentions: Mentions
    terms: Terms
    _rows: dict[int, _Row] = field(default_factory=dict)
    _by_title: dict[str, list[DraftRow]] = field(default_factory=lambda: defaultdict(list))

    def prepare(self, rows: Sequence[RowBuilder]) -> None:
        """Find the cases of the library that rows mean: those that fit exactly first, so that a case without a city
        is not taken for one with a city when its own row comes later."""
        self._rows = {id(at): row for at in rows if not at.ended and (row := self._row(at))}
        for case in () if self._by_title else self.draft.rows("case_study"):
            self._keep(case)
        for row in self._rows.values():
            row.case = self._exactly(row)
        claimed = {row.case.id for row in self._rows.values() if row.case}
        for row in self._rows.values():
            if row.case is None:
                row.case = next((case for case in self._nearly(row) if case.id not in claimed), None)
                claimed |= {row.case.id} if row.case else set()

    def plan_row(self, at: RowBuilder) -> None:
        """Decide what becomes of a row."""
        row = self._rows.get(id(at))
        if row is None:
            return
        case = row.case or self._exactly(row)
        if case is None:
            name = "/".join(
                spelling(text)
                for text in (
                    at.text("title") or at.text("measures")[:40],
                    at.text("city") or at.text("country"),
                )
            )
            values = {"title": at.text("title"), "place_id": row.place.id if row.place else None}
            case = self.draft.add(at, "case_study", name, at.title, **values, country=at.text("country"))
        self._fill(at, case, row.place, row.session)
        if case.new:
            self._keep(case)

    def finish(self) -> None:
        """Nothing is left to do when all rows are planned."""

    def _row(self, at: RowBuilder) -> _Row | None:
        title = at.text("title")
        at.title = ", ".join(text for text in (title, at.text("city") or at.text("country")) if text)
        if not title and not at.text("measures") and not at.text("challenge"):
            at.leave_out("nameless", tr("Neither title, challenge nor response say what the case is."))
            return None
        session = self.sessions.referred(at, needed=False)
        if at.ended:
            return None
        return _Row(at, self.places.find(at, at.text("city"), at.text("country")), session)

    def _exactly(self, row: _Row) -> DraftRow | None:
        """The case of the same title in the same place; another session only where it tells the same."""
        place_id, country = row.place.id if row.place else None, country_code(row.at.text("country"))
        found = []
        for case in self._of_title(row):
            places = [
                (image.get("place_id"), country_code(str(image.get("country") or "")))
                for image in case.images()
            ]
            if any(there == place_id and (place_id or of == country) for there, of in places):
                found.append(case)
        return self._likeliest(row, found)

    def _nearly(self, row: _Row) -> list[DraftRow]:
        """The cases of the same title where the place is missing, in the library or in the file."""
        found = [case for case in self._of_title(row) if not case["place_id"] or row.place is None]
        one = self._likeliest(row, found)
        return [one] if one else []

    def _of_title(self, row: _Row) -> list[DraftRow]:
        return self._by_title[_key(row.at.text("title"), row.at.text("measures"))]

    def _likeliest(self, row: _Row, cases: list[DraftRow]) -> DraftRow | None:
        measures = row.at.text("measures")
        fitting: list[tuple[bool, bool, int, DraftRow]] = []
        for case in cases:
            same_session = (
                not row.session or not case["session_id"] or case.ever("session_id", row.session.id)
            )
            same_text = case.ever("measures", measures)
            if same_session or same_text:
                fitting.append((not same_text, not same_session, len(fitting), case))
        return min(fitting)[3] if fitting else None

    def _fill(self, at: RowBuilder, case: DraftRow, place: DraftRow | None, session: DraftRow | None) -> None:
        def fill(name: str, value: object, source: str = "") -> None:
            self.draft.fill(at, case, name, value, at.title, source)

        fill("title", at.text("title"))
        fill("place_id", place.id if place else None, "city")
        fill("session_id", session.id if session else None, "session")
        for name in _TEXTS:
            fill(name, at.text(name))
        fill("population", whole_in(at, "population"))
        fill("section", self._code(at, Vocabulary.SECTION))
        fill("territory", self._code(at, Vocabulary.TERRITORY))
        fill("kind", code_in(at, "kind", "case_kind"))
        fill("phase", code_in(at, "phase", "case_phase"))
        fill("status", code_in(at, "status", "case_status"))
        hold(self.draft, at, case, "consent", attribution_in(at, "consent"), at.title)
        fill("shared_on", self._shared_on(at))
        if at.text("speaker") and not case["speaker_id"]:
            person = self.mentions.person(at, at.text("speaker"), session, place=place)
            fill("speaker_id", person.id if person else None, "speaker")
        for vocabulary, name in (
            (Vocabulary.THEME, "theme"),
            (Vocabulary.TAG, "tags"),
            (Vocabulary.SDG, "sdgs"),
            (Vocabulary.DECALOGUE, "decalogue"),
        ):
            self.terms.link(at, case, vocabulary, name)

    def _code(self, at: RowBuilder, vocabulary: Vocabulary) -> str:
        text = at.text(vocabulary.value)
        code = self.terms.code(vocabulary, text)
        if text and not code:
            not_understood(at, vocabulary.value, tr("isn’t a word known here"))
        return code

    def _shared_on(self, at: RowBuilder) -> str:
        day = read_date(at.cell("shared_on")).certain
        if day:
            return day.isoformat()
        if at.text("shared_on") and truth(at.text("shared_on")) is not False:
            not_understood(at, "shared_on", tr("is no day that is plain"))
        return ""

    def _keep(self, case: DraftRow) -> None:
        for image in case.images():
            found = self._by_title[_key(str(image.get("title") or ""), str(image.get("measures") or ""))]
            if case not in found:
                found.append(case)


def _key(title: str, measures: str) -> str:
    """What names a case: its title, or what was done where it has none."""
    return spelling(title) or f"/{spelling(measures)}"
