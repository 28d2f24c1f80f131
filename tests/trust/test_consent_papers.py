"""The papers of a session name nobody who may not be named to those who get them: seeded names are looked for in all
of each paper, in every format, its file name and what it says of itself."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from facilitator.domain.consent import Attribution, Consent
from facilitator.domain.identity import new_id
from facilitator.features.papers.feature import FEATURE
from facilitator.kit.feature import making
from facilitator.publishing import export
from facilitator.publishing.document import Heading, PageBreak
from facilitator.storage import records
from facilitator.storage.edits import AddRow, SetFields, Together
from facilitator.storage.store import new_library
from tests.trust.test_consent_canaries import Canary, bare, docx_texts, pdf_texts, seeded_canary

TEAM = ("run-sheet", "name-cards", "attendance")
PUBLIC = ("agenda", "speakers", "time-cards", "calendar")
REPORTS = {report.id: report for report in FEATURE.reports}


class Planned:
    """People of every consent, each on an item and leading a group, told of in every text of the plan."""

    def __init__(self, path: Path, *, by_item: bool = False) -> None:
        self.by_item = by_item
        self.people = {consent: seeded_canary(consent) for consent in Consent}
        self.notes = {level: seeded_canary(Consent.NAMED) for level in Attribution}
        self.everyone = [*self.people.values(), *self.notes.values()]
        self.gossip = "; ".join(
            f"{one.name}, {one.family}, {one.given} (Ms {one.family.lower()})" for one in self.everyone
        )
        self.session_id = new_id()
        self.store = new_library(path)
        self.rows: list[AddRow] = []
        self._fill()
        self.store.run(Together(self.rows, "seed"))

    def add(self, record: Any, **values: Any) -> str:
        values.setdefault("id", new_id())
        self.rows.append(AddRow(record, values, ""))
        return str(values["id"])

    def _fill(self) -> None:
        gossip, session_id = self.gossip, self.session_id
        series = self.add(
            records.SeriesRecord, **dict.fromkeys(("title", "hosts", "about", "contact", "hashtag"), gossip)
        )
        texts = dict.fromkeys(("label", "title", "theme", "objectives", "concept", "about", "link"), gossip)
        known = {"date": "2020-04-23", "start": 900, "zone": "Europe/Madrid", "minutes": 120}
        self.add(
            records.LearningSessionRecord,
            id=session_id,
            series_id=series,
            zones="Asia/Tokyo",
            **known,
            **texts,
        )
        self.add(records.GuidingQuestionRecord, session_id=session_id, text=gossip)
        for shared in (True, False):
            links = {
                "session_id": session_id,
                "for_participants": shared,
                "link": f"https://example.org/{gossip}",
            }
            self.add(records.MaterialRecord, title=gossip, **links)
        for position, one in enumerate(self.people.values()):
            self._person(one, position, Attribution.NAMED)
        for position, (level, one) in enumerate(self.notes.items(), start=len(self.people)):
            self._person(one, position, level)

    def _person(self, one: Canary, position: int, level: Attribution) -> None:
        gossip, session_id = self.gossip, self.session_id
        self.add(
            records.PersonRecord,
            id=one.id,
            name=one.name,
            office_title=f"{one.title} Warden",
            place_id=self.add(records.PlaceRecord, name=one.place),
            organisation_id=self.add(records.OrganisationRecord, name=one.body),
            consent=one.consent.value,
            email=f"{one.given}@{one.family}.example",
            phone="+34 1",
            zone="Asia/Tokyo",
        )
        group = self.add(
            records.BreakoutGroupRecord,
            session_id=session_id,
            position=position,
            name=f"Table {position} {gossip}",
            room=gossip,
            link=f"https://example.org/{one.family}",
            moderator_id=one.id,
            rapporteur_id=one.id,
        )
        item = self.add(
            records.AgendaItemRecord,
            session_id=session_id,
            group_id=group if position % 2 else None,
            position=position,
            title=gossip,
            segment="city_round",
            minutes=5,
            cue=gossip,
            notes=gossip,
            link=f"https://example.org/{one.family}",
            attribution=level.value if self.by_item else "",
        )
        self.add(
            records.AppearanceRecord,
            session_id=session_id,
            agenda_item_id=item,
            person_id=one.id,
            role_as_written=gossip,
            minutes=5,
        )
        self.add(
            records.NoteRecord,
            session_id=session_id,
            speaker_id=one.id,
            kind="key_message",
            text=f"{one.words} is what I say.",
            agenda_item_id=item if self.by_item else None,
            attribution="" if self.by_item else level.value,
        )

    def paper(self, report: str, format_: str, **options: object) -> str:
        with self.store.read() as session:
            make = making(REPORTS[report], session, self.session_id, "en", format_, **options)
        document = make(lambda _done, _of: None)
        data = export.render(document, format_).data
        told = " ".join(finding.message for finding in document.findings)
        return bare(" ".join([document.stem, told, *texts_of(data, format_)]))

    def may_be_named(self) -> list[Canary]:
        return [self.people[Consent.NAMED], self.notes[Attribution.NAMED]]

    def restricted(self) -> list[Canary]:
        return [one for one in self.everyone if one not in self.may_be_named()]


def texts_of(data: bytes, format_: str) -> Iterator[str]:
    if format_ == "pdf":
        yield from pdf_texts(data)
    elif format_ == "docx":
        yield from docx_texts(data)
    elif format_ == "xlsx":
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            for name in parts.namelist():
                yield name
                yield parts.read(name).decode("utf-8", "replace")
    elif format_ == "ics":
        yield data.decode("utf-8").replace("\r\n ", "")
    else:
        yield data.decode("utf-8")


@pytest.fixture(scope="module", params=[False, True], ids=["rule of the note", "rule of the item"])
def planned(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planned]:
    made = Planned(tmp_path_factory.mktemp("papers") / "canaries.lle", by_item=request.param)
    yield made
    made.store.close()


def each(ids: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(report, format_) for report in ids for format_ in REPORTS[report].formats]


def test_every_paper_is_looked_at_here() -> None:
    assert {*TEAM, *PUBLIC, "speaker-briefs"} == set(REPORTS)


@pytest.mark.parametrize(("report", "format_"), each(PUBLIC))
def test_a_paper_for_anyone_names_nobody_who_may_not_be_named(
    planned: Planned, report: str, format_: str
) -> None:
    options = [{"each_item": True}, {"each_item": False}] if report == "calendar" else [{}]
    for chosen in options:
        text = planned.paper(report, format_, **chosen)
        for one in planned.restricted():
            for trait in (one.given, one.family):
                assert bare(trait) not in text, (one.consent, trait)
        for one in (planned.people[Consent.CHATHAM_HOUSE], planned.notes[Attribution.CHATHAM_HOUSE]):
            for trait in (one.title, one.place, one.body):
                assert bare(trait) not in text, trait


@pytest.mark.parametrize("report", ["agenda", "speakers"])
def test_who_may_be_named_is(planned: Planned, report: str) -> None:
    text = planned.paper(report, "md")
    for one in planned.may_be_named():
        assert bare(one.name) in text
    for one in (planned.people[Consent.BY_ROLE], planned.people[Consent.NOT_ASKED]):
        assert bare(f"{one.title} Warden") in text


@pytest.mark.parametrize(("report", "format_"), each(TEAM))
def test_a_working_paper_names_everyone_but_who_is_off_the_record(
    planned: Planned, report: str, format_: str
) -> None:
    text = planned.paper(report, format_)
    secret = planned.people[Consent.OFF_THE_RECORD]
    for trait in (secret.given, secret.family):
        assert bare(trait) not in text
    for one in planned.everyone:
        assert bare(one.words) not in text
        if one is not secret and format_ != "pdf":  # a card's large letters are broken where they don't fit
            assert bare(one.name) in text


def test_a_brief_names_its_reader_and_nobody_else_who_may_not_be_named(planned: Planned) -> None:
    for own in planned.everyone:
        text = planned.paper("speaker-briefs", "md", person_id=own.id)
        assert bare(own.name) in text
        for one in planned.restricted():
            if one is not own:
                for trait in (one.given, one.family):
                    assert bare(trait) not in text, (own.consent, trait)


def test_bound_together_each_brief_still_keeps_to_its_reader_and_the_file_names_nobody(
    planned: Planned,
) -> None:
    with planned.store.read() as session:
        make = making(REPORTS["speaker-briefs"], session, planned.session_id, "en", "pdf")
    document = make(lambda _done, _of: None)
    owner, told = "", {"": bare(repr((document.stem, document.sealed.title, document.sealed.cover)))}
    for block in document.sealed.blocks:
        if isinstance(block, PageBreak):
            owner = ""
            continue
        if isinstance(block, Heading) and block.level == 1:
            owner = block.key.rpartition("brief-")[2]  # bound papers tell their keys apart by a number
        told[owner] = told.get(owner, "") + bare(repr(block))
    hidden = [planned.people[Consent.OFF_THE_RECORD], planned.notes[Attribution.OFF_THE_RECORD]]
    assert told.keys() - {""} == {one.id for one in planned.everyone} - {one.id for one in hidden}
    for owner, text in told.items():
        for one in planned.restricted():
            if one.id != owner:
                for trait in (one.given, one.family):
                    assert bare(trait) not in text, (owner, trait)


def test_no_page_of_the_bound_briefs_names_who_may_not_be_named_to_its_reader(planned: Planned) -> None:
    import pypdfium2

    with planned.store.read() as session:
        make = making(REPORTS["speaker-briefs"], session, planned.session_id, "en", "pdf")
    data = export.render(make(lambda _done, _of: None), "pdf").data
    with pypdfium2.PdfDocument(data) as pdf:
        pages = [bare(page.get_textpage().get_text_range()) for page in pdf]
    secrets = planned.restricted()
    for page in pages:
        named = [one for one in secrets if bare(one.family) in page or bare(one.given) in page]
        assert len(named) <= 1, [one.consent for one in named]


def test_under_the_rule_of_a_session_the_papers_for_anyone_name_nobody(tmp_path: Path) -> None:
    planned = Planned(tmp_path / "rule.lle")
    rule = {"attribution": "chatham_house"}
    planned.store.run(SetFields(records.LearningSessionRecord, planned.session_id, rule, "rule"))
    for report in PUBLIC:
        text = planned.paper(report, REPORTS[report].formats[0])
        for one in planned.everyone:
            for trait in (one.given, one.family, one.title, one.place, one.body):
                assert bare(trait) not in text, (report, trait)
    planned.store.close()
