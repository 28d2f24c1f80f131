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

_TEXTS = [
    "country",
    "challenge",
    "measures",
    "results",
    "objectives",
    "target_groups",
    "actors",
    "resources",
    "evidence",
    "obstacles",
    "lessons",
    "period",
    "links",
    "contact",
    "source_url",
]


@dataclass(frozen=True)
class CaseRows:
    """Plans rows of cases."""

    draft: Draft
    sessions: Sessions
    places: Places
    mentions: Mentions
    terms: Terms
    _by_title: dict[str, list[DraftRow]] = field(default_factory=lambda: defaultdict(list))

    def prepare(self, _rows: Sequence[RowBuilder]) -> None:
        """Take up the cases that are there."""
        if not self._by_title:
            for case in self.draft.rows("case_study"):
                self._keep(case)

    def plan_row(self, at: RowBuilder) -> None:
        """Decide what becomes of a row."""
        title = at.text("title")
        at.title = ", ".join(text for text in (title, at.text("city") or at.text("country")) if text)
        if not title and not at.text("measures") and not at.text("challenge"):
            at.leave_out("nameless", tr("Neither title, challenge nor response say what the case is."))
            return
        session = self.sessions.referred(at, needed=False)
        if at.ended:
            return
        place = self.places.find(at, at.text("city"), at.text("country"))
        case = self._there(at, place, session)
        if case is None:
            name = "/".join(
                (spelling(title or at.text("measures")[:40]), spelling(at.text("city") or at.text("country")))
            )
            case = self.draft.add(
                at, "case_study", name, at.title, title=title, place_id=place.id if place else None
            )
            case.values["country"] = at.text("country")
        self._fill(at, case, place, session)
        if case.new:
            self._keep(case)

    def finish(self) -> None:
        """Nothing is left to do when all rows are planned."""

    def _there(self, at: RowBuilder, place: DraftRow | None, session: DraftRow | None) -> DraftRow | None:
        """The case of the same title in the same place; another session only where it tells something else."""
        for case in self._by_title[_key(at.text("title"), at.text("measures"))]:
            if (
                place is None
                and case["place_id"]
                and not any(not image.get("place_id") for image in case.images())
            ):
                continue
            if place is not None and not case.ever("place_id", place.id) and case["place_id"]:
                continue
            if place is None and not _same_country(at, case):
                continue
            other_session = session and case["session_id"] and not case.ever("session_id", session.id)
            if not other_session or case.ever("measures", at.text("measures")):
                return case
        return None

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
        fill("consent", attribution_in(at, "consent"))
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


def _same_country(at: RowBuilder, case: DraftRow) -> bool:
    mine = country_code(at.text("country"))
    return any(country_code(str(image.get("country") or "")) in (mine, "") for image in case.images())
