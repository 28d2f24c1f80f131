"""Plan the rows of a table of sessions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from facilitator.domain.text import folded
from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.imports.planning.building import Questions, RowBuilder
from facilitator.features.imports.planning.draft import Draft, DraftRow
from facilitator.features.imports.planning.places import Bodies
from facilitator.features.imports.planning.session_times import asked_date, times_of
from facilitator.features.imports.planning.sessions import Sessions, described, label_key
from facilitator.features.imports.planning.spellings import NEW_ONE, candidates_of, chosen
from facilitator.features.imports.planning.stricter import hold
from facilitator.features.imports.planning.terms import Terms
from facilitator.features.imports.planning.words_of_rows import (
    attribution_in,
    languages_in,
    minutes_in,
)
from facilitator.features.imports.reading.dates import DateReading, read_date, year_of
from facilitator.features.imports.reading.likeness import spelling
from facilitator.features.imports.reading.words import code_within, listed
from facilitator.translation import tr

_PLAIN = ("title", "theme", "about", "objectives", "concept", "link", "source_url")


@dataclass
class SessionRows:
    """Plans rows of sessions."""

    draft: Draft
    questions: Questions
    sessions: Sessions
    bodies: Bodies
    terms: Terms
    _years: list[int] = field(default_factory=list)

    def prepare(self, rows: Sequence[RowBuilder]) -> None:
        """Gather the years that dates name, for those that name none."""
        self._years = [year for at in rows if (year := year_of(at.cell("date")))] + self.sessions.years()

    def plan_row(self, at: RowBuilder) -> None:
        """Decide what becomes of a row."""
        label, title = at.text("label"), at.text("title")
        at.title = " · ".join(text for text in (label, title or at.text("theme")) if text) or at.text("date")
        if not at.title:
            at.leave_out("nameless", tr("Neither number, title nor date says which session it is."))
            return
        reading = read_date(at.cell("date"), self._years) if at.cell("date") is not None else DateReading()
        session = self._found(at, reading)
        if session is None:
            name = label_key(label) or spelling(title) or spelling(at.text("date"))
            session = self.draft.add(at, "learning_session", name, at.title, label=label, title=title)
        self.sessions.add(session)
        self.sessions.call(session, label)
        self.sessions.in_this_import(session)
        self._fill(at, session, reading)

    def finish(self) -> None:
        """Nothing is left to do when all rows are planned."""

    def _found(self, at: RowBuilder, reading: DateReading) -> DraftRow | None:
        """The session that a row is about: of the same label, else of the same title and not of another date."""
        label, day = at.text("label"), reading.certain.isoformat() if reading.certain else ""
        labelled = self.sessions.labelled(label)
        fitting = [session for session in labelled if not self._clashes(at, session, day)]
        if fitting:
            return fitting[0]
        titled = [
            session
            for session in self.sessions.titled(at.text("title"))
            if not (day and session["date"] and not session.ever("date", day))
            and (not label or not session["label"] or (day and session.ever("date", day)))
        ]
        if titled:
            return titled[0]
        if labelled:
            return self._asked(at, labelled)
        if label or at.text("title"):
            return None
        dated = [session for session in self.draft.rows("learning_session") if day and session["date"] == day]
        return dated[0] if len(dated) == 1 else None

    def _clashes(self, at: RowBuilder, session: DraftRow, day: str) -> bool:
        """Whether two sessions of one label have both another title and another date: numbers are given twice."""
        title, url = at.text("title"), at.text("source_url")
        if not (title and session["title"] and day and session["date"]) or (
            url and session.ever("source_url", url)
        ):
            return False
        from rapidfuzz import fuzz

        titles = [str(image.get("title") or "") for image in session.images()]
        alike = any(fuzz.token_set_ratio(folded(title), folded(other)) > 60 for other in titles)
        return not alike and not session.ever("date", day)

    def _asked(self, at: RowBuilder, labelled: list[DraftRow]) -> DraftRow | None:
        label = at.text("label")
        answer = self.questions.answer(
            at,
            f"same_session/{label_key(label)}/{spelling(at.text('title'))}",
            "same_session",
            "label",
            label,
            tr("Session {label} is there with another title and date. Is it the same?").format(label=label),
            candidates_of(labelled, described, tr("another session")),
            tr("It is added as a session of its own."),
        )
        found = chosen(labelled, answer) if answer and answer != NEW_ONE else None
        if not found:
            others = ", ".join(described(session) for session in labelled)
            text = tr("There is {others} already; added as a session of its own.").format(others=others)
            at.say("possible_duplicate", text, "label")
        return found

    def _fill(self, at: RowBuilder, session: DraftRow, reading: DateReading) -> None:
        def fill(name: str, value: object, source: str = "") -> None:
            self.draft.fill(at, session, name, value, str(session["title"] or session["label"]), source)

        fill("label", at.text("label"))
        for name in _PLAIN:
            fill(name, at.text(name))
        self._fill_date(at, session, reading)
        times = times_of(at)
        fill("start", times.start)
        fill("zone", times.zone, "zone" if at.text("zone") else "start")
        fill("minutes", minutes_in(at) or times.minutes, "minutes" if at.text("minutes") else "end")
        for name in ("languages", "interpretation"):
            fill(name, languages_in(at, name))
        hold(self.draft, at, session, "attribution", attribution_in(at), at.title)
        self._fill_series(at, session)
        self._add_bodies(at, session)
        self._add_questions(at, session)
        if at.text("theme") and code_within("theme", at.text("theme")):
            self.terms.link(at, session, Vocabulary.THEME, "theme")

    def _fill_date(self, at: RowBuilder, session: DraftRow, reading: DateReading) -> None:
        if reading.certain:
            self.draft.fill(at, session, "date", reading.certain.isoformat(), at.title)
            return
        text = at.text("date")
        if not text:
            return
        self.draft.fill(at, session, "date_as_written", text, at.title, "date")
        if session["date"]:
            return
        name = label_key(at.text("label")) or spelling(at.text("title"))
        answer = asked_date(at, self.questions, name, reading)
        self.draft.fill(at, session, "date", answer, at.title)

    def _fill_series(self, at: RowBuilder, session: DraftRow) -> None:
        title = at.text("series")
        if not title or session["series_id"]:
            return
        found = [row for row in self.draft.rows("series") if row.ever("title", title)]
        series = found[0] if found else self.draft.add(at, "series", spelling(title), title, title=title)
        self.draft.fill(at, session, "series_id", series.id, at.title, "series")

    def _add_bodies(self, at: RowBuilder, session: DraftRow) -> None:
        for name, part in (("hosts", "host"), ("partners", "partner")):
            for text in listed(at.text(name)):
                body = self.bodies.find(at, text, name)
                there = self.draft.of_session("session_organisation", session.id)
                if body is None or any(
                    row["organisation_id"] == body.id and row["part"] == part for row in there
                ):
                    continue
                self.draft.add(
                    at,
                    "session_organisation",
                    f"{session.id}/{part}/{spelling(text)}",
                    text,
                    session_id=session.id,
                    organisation_id=body.id,
                    part=part,
                    position=sum(row["part"] == part for row in there),
                )

    def _add_questions(self, at: RowBuilder, session: DraftRow) -> None:
        there = self.draft.of_session("guiding_question", session.id)
        for text in listed(at.text("questions")):
            if not any(row.ever("text", text) for row in there):
                name = f"{session.id}/{spelling(text)}"
                values = {"session_id": session.id, "text": text, "position": len(there)}
                self.draft.add(at, "guiding_question", name, text, **values)
