"""Nobody who may not be named is named in any export: seeded names, offices and places are looked for in all of it.

Each person has a name, office, place and organisation that no other text could hold by chance, and everything that a
library can hold as free text tells all of them. The exports are read back whole: pages, metadata, bookmarks, links,
attachments and every decompressed stream.
"""

from __future__ import annotations

import html
import io
import json
import random
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from facilitator.domain.consent import Attribution, Consent
from facilitator.domain.identity import new_id
from facilitator.domain.prose.style import Style
from facilitator.domain.vocabulary import NoteKind
from facilitator.features.briefing.commands import (
    AddTemplate,
    StartBriefing,
    WriteSection,
    set_heading,
    set_title,
)
from facilitator.features.briefing.composing.written import Written
from facilitator.features.briefing.queries import build, read_briefing, series_document
from facilitator.features.briefing.templates import SHIPPED, Content
from facilitator.publishing import export
from facilitator.storage import records
from facilitator.storage.edits import AddRow, Together
from facilitator.storage.store import Store, new_library

CARRYING = "pdf with its data"
OWN = "one of one's own"
OF_ALL = " of all sessions"
_RANDOM = random.Random(20200408)


def _word() -> str:
    return "".join(_RANDOM.choice("bdfgklmnprtvz") + _RANDOM.choice("aeiou") for _ in range(4)).capitalize()


@dataclass(frozen=True)
class Canary:
    """A person whose every trait is unique."""

    consent: Consent
    given: str
    family: str
    title: str
    place: str
    body: str
    words: str
    id: str

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}"

    def told(self) -> str:
        """A sentence that tells the name in many spellings."""
        given, family = self.given, self.family
        return (
            f"As {self.name} said, {given.upper()} {family.upper()} ({family}, {given}; {given[0]}. {family}) and"
            f" {unicodedata.normalize('NFD', given.replace('a', 'á'))}\u00a0{family} of"
            f" {given}\u200b{family} agree; Ms {family.lower()} too, {given.lower()}.{family.lower()}@example.org,"
            f" https://example.org/{given.lower()}-{family.lower()}/{family.lower()}?q={given}%20{family}"
            f" #{given}{family} {family.lower()}"
        )


def seeded_canary(consent: Consent) -> Canary:
    return Canary(consent, *(_word() for _ in range(6)), id=new_id())


class Seeded:
    """A library in which everyone is told of everywhere. Where notes are restricted, ``by_item`` the agenda item is in
    which they were taken, and not they."""

    def __init__(self, path: Path, *, by_item: bool = False) -> None:
        self.by_item = by_item
        self._papers: dict[tuple[str, str], str] = {}
        self.people = {consent: seeded_canary(consent) for consent in Consent}
        self.notes = {level: seeded_canary(Consent.NAMED) for level in Attribution}
        self.everyone = [*self.people.values(), *self.notes.values()]
        self.gossip = " ".join(one.told() for one in self.everyone)
        self.session_id = new_id()
        self.store = new_library(path)
        self.rows: list[AddRow] = []
        self._fill()
        self.store.run(Together(self.rows, "seed"))
        self.store.run(AddTemplate(self._template(), OWN))

    def _template(self) -> str:
        """One that makes all that a template can make, with everyone told of in its texts."""
        told = dict.fromkeys(("heading", "guidance"), self.gossip)
        parts = [
            {"key": f"part-{number}", "content": content.value, **told}
            for number, content in enumerate(Content)
        ]
        group = {"kinds": ["", *NoteKind], "heading": self.gossip, "by": "speaker"}
        parts[0] |= {"groups": [group], "voice": "prose", "opening": "session"}
        return json.dumps({"title": self.gossip[:4000], "about": self.gossip[:4000], "parts": parts})

    def paper(self, template: str, format_: str) -> str:
        """All that a paper says, made once."""
        if (template, format_) not in self._papers:
            self._papers[template, format_] = exported(self.store, self.session_id, template, format_)
        return self._papers[template, format_]

    def add(self, record: Any, **values: Any) -> str:
        values.setdefault("id", new_id())
        self.rows.append(AddRow(record, values, ""))
        return str(values["id"])

    def _fill(self) -> None:
        gossip, session_id = self.gossip, self.session_id
        texts = dict.fromkeys(("title", "hosts", "about", "contact", "hashtag"), gossip)
        series_id = self.add(records.SeriesRecord, **texts)
        texts = dict.fromkeys(("label", "title", "theme", "date_as_written", "zone", "about", "link"), gossip)
        url = "https://example.org/" + "/".join(one.family.lower() for one in self.everyone)
        self.add(
            records.LearningSessionRecord,
            id=session_id,
            series_id=series_id,
            source_url=url,
            start=900,
            **texts,
        )
        self.add(records.GuidingQuestionRecord, session_id=session_id, text=gossip)
        host = self.add(records.OrganisationRecord, name=f"Foundation {gossip}")
        self.add(
            records.SessionOrganisationRecord, session_id=session_id, organisation_id=host, part="partner"
        )
        for position in range(2):
            self.add(records.AgendaItemRecord, session_id=session_id, title=gossip, position=position)
        for one in self.people.values():
            self._person(one, Attribution.NAMED)
        for level, one in self.notes.items():
            self._person(one, level)
        kinds = [
            "key_message",
            "challenge",
            "measure",
            "lesson",
            "recommendation",
            "commitment",
            "data_point",
        ]
        for kind in [*kinds, "question", "reference", "follow_up", "quote"]:
            self._note(f"{gossip} {kind}", "", kind, Attribution.NAMED, url)

    def _person(self, one: Canary, level: Attribution) -> None:
        place = self.add(records.PlaceRecord, name=one.place)
        body = self.add(records.OrganisationRecord, name=one.body)
        values = {"name": one.name, "office_title": f"{one.title} Warden", "biography": self.gossip}
        links = {"place_id": place, "organisation_id": body}
        self.add(
            records.PersonRecord, id=one.id, consent=one.consent.value, section="africa", **values, **links
        )
        self.add(
            records.AppearanceRecord,
            session_id=self.session_id,
            agenda_item_id=self._item(level) if self.by_item else None,
            person_id=one.id,
            role="city_speaker",
            minutes=5,
        )
        own = f"{one.words} is what I say in {one.place}, as {one.title} Warden of {one.body}. {one.told()}"
        case = dict.fromkeys(("title", "challenge", "measures", "results", "links"), own)
        links = {"session_id": self.session_id, "speaker_id": one.id, "place_id": place}
        told: dict[str, Any] = {"place_id": place}
        if self.by_item:
            told["agenda_item_id"], level = self._item(level), Attribution.NAMED
        told["case_id"] = self.add(records.CaseStudyRecord, consent=level.value, **case, **links)
        for kind in ("key_message", "city_case", "quote", "commitment"):
            self._note(own, one.id, kind, level, f"https://example.org/{one.family.lower()}", **told)

    def _item(self, level: Attribution) -> str:
        """An agenda item with a rule of its own."""
        return self.add(
            records.AgendaItemRecord, session_id=self.session_id, title=self.gossip, attribution=level.value
        )

    def _note(self, text: str, speaker: str, kind: str, level: Attribution, url: str, **more: Any) -> None:
        told = dict.fromkeys(("addressee", "responsible", "due", "figure", "unit", "source", "answer"), text)
        links = {"session_id": self.session_id, "speaker_id": speaker or None}
        values = {"kind": kind, "text": text, "attribution": level.value, "source_url": url, "language": "fr"}
        self.add(records.NoteRecord, **values, **told, **links, **more)


@pytest.fixture(scope="module", params=[False, True], ids=["rule of the note", "rule of the item"])
def seeded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seeded]:
    made = Seeded(tmp_path_factory.mktemp("canaries") / "canaries.lle", by_item=request.param)
    yield made
    made.store.close()


def bare(text: str) -> str:
    """Letters and digits only, as this test folds them: not as the program does."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in decomposed if sign.isalnum() and sign.isascii())


def pdf_texts(data: bytes) -> Iterator[str]:
    """Everything that a PDF holds: the text of its pages, and all strings and streams of its objects."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        yield page.get_textpage().get_text_range()
    document.close()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for found in pdf.objects:
            yield from _strings(found)
        yield str(pdf.docinfo)
        for name, found in pdf.attachments.items():
            data = found.get_file().read_bytes().decode("utf-8")
            yield from (name, found.filename, found.description, data)
            yield from _values(json.loads(data))


def _values(found: Any) -> Iterator[str]:
    """Each text of a JSON value as it was before it was written."""
    if isinstance(found, dict):
        found = [*found, *found.values()]
    if isinstance(found, list):
        for value in found:
            yield from _values(value)
    else:
        yield str(found)


def docx_texts(data: bytes) -> Iterator[str]:
    """Everything that a Word document holds: each part as it stands, and its words without the marks between them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            yield name
            if name.endswith((".xml", ".rels")):
                part = archive.read(name).decode("utf-8")
                yield part
                yield html.unescape(re.sub("<[^>]*>", "", part))


def _is_program(stream: pikepdf.Stream) -> bool:
    """Whether a stream is outlines of glyphs or a profile of colours: by chance its bytes may read as a short name."""
    return any(key in stream for key in ("/Length1", "/N")) or stream.get("/Subtype") == "/CIDFontType0C"


def _strings(found: Any) -> Iterator[str]:
    if isinstance(found, pikepdf.Stream) and not _is_program(found):
        raw = found.read_bytes()
        yield raw.decode("latin-1")
        yield raw.decode("utf-16-be", "ignore")
        for encoded in re.findall(rb"<([0-9A-Fa-f\s]{8,})>", raw):
            digits = re.sub(rb"\s", b"", encoded).decode()
            yield bytes.fromhex(digits[: len(digits) // 2 * 2]).decode("utf-16-be", "ignore")
    if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        for key, value in found.items():
            yield key
            if not getattr(value, "is_indirect", False):
                yield from _strings(value)
    elif isinstance(found, pikepdf.Array):
        for value in found:
            if not getattr(value, "is_indirect", False):
                yield from _strings(value)
    elif isinstance(found, pikepdf.String):
        yield str(found)


def exported(store: Store, session_id: str, template: str, format_: str) -> str:
    if template.endswith(OF_ALL):
        template, session_id = template.removesuffix(OF_ALL), ""
    with_data, format_ = format_ == CARRYING, "pdf" if format_ == CARRYING else format_
    with store.read() as session:
        if template == "series":
            make = series_document(session, session_id, "en", with_data=with_data)
            document = make(lambda _done, _of: None)
        else:
            document = build(session, session_id, template, with_data=with_data)
    data = export.render(document, format_).data
    packed = {"pdf": pdf_texts, "docx": docx_texts}
    texts = packed[format_](data) if format_ in packed else [data.decode("utf-8")]
    return bare(" ".join([document.stem, *texts]))


FORMATS = ("pdf", "docx", "html", "md", CARRYING)
PAPERS = [
    *((template, format_) for template in (*SHIPPED, OWN, "series") for format_ in FORMATS),
    *((f"{template}{OF_ALL}", format_) for template in SHIPPED for format_ in (CARRYING, "md")),
]


@pytest.fixture(params=PAPERS, ids=[f"{template}.{format_}" for template, format_ in PAPERS])
def paper(request: pytest.FixtureRequest, seeded: Seeded) -> str:
    return seeded.paper(*request.param)


@pytest.fixture(params=["md", CARRYING])
def whole(request: pytest.FixtureRequest, seeded: Seeded) -> str:
    return seeded.paper("briefing", request.param)


def test_no_name_of_anyone_who_may_not_be_named_stands_anywhere(paper: str, seeded: Seeded) -> None:
    restricted = [one for one in seeded.people.values() if one.consent is not Consent.NAMED]
    restricted += [one for level, one in seeded.notes.items() if level is not Attribution.NAMED]
    for one in restricted:
        for trait in (one.given, one.family):
            assert bare(trait) not in paper, (one.consent, trait)


def test_no_office_place_or_body_of_a_chatham_house_speaker_stands_anywhere(
    paper: str, seeded: Seeded
) -> None:
    for one in (seeded.people[Consent.CHATHAM_HOUSE], seeded.notes[Attribution.CHATHAM_HOUSE]):
        for trait in (one.title, one.place, one.body):
            assert bare(trait) not in paper, trait


def test_no_word_of_what_is_withheld_or_off_the_record_stands_anywhere(paper: str, seeded: Seeded) -> None:
    withheld = [seeded.people[Consent.PENDING], seeded.people[Consent.OFF_THE_RECORD]]
    withheld += [seeded.notes[Attribution.PENDING], seeded.notes[Attribution.OFF_THE_RECORD]]
    for one in withheld:
        assert bare(one.words) not in paper, one.consent


def test_what_may_be_published_is_published(whole: str, seeded: Seeded) -> None:
    for one in (seeded.people[Consent.NAMED], seeded.notes[Attribution.NAMED]):
        for trait in (one.name, one.place, one.words, f"{one.title} Warden"):
            assert bare(trait) in whole, trait
    by_role = [
        seeded.people[Consent.BY_ROLE],
        seeded.people[Consent.NOT_ASKED],
        seeded.notes[Attribution.BY_ROLE],
    ]
    for one in by_role:
        for trait in (one.place, one.words, f"{one.title} Warden"):
            assert bare(trait) in whole, trait
    for one in (seeded.people[Consent.CHATHAM_HOUSE], seeded.notes[Attribution.CHATHAM_HOUSE]):
        assert bare(one.words) in whole


def test_a_stored_briefing_that_tells_everything_by_hand_tells_nothing_either(tmp_path: Path) -> None:
    seeded = Seeded(tmp_path / "stored.lle")
    seeded.store.run(StartBriefing(seeded.session_id))
    with seeded.store.read() as session:
        tree = read_briefing(session, seeded.session_id)
    assert tree
    seeded.store.run(set_title(tree.id, seeded.gossip))
    for section in tree.sections:
        if not section.generated:
            seeded.store.run(set_heading(section.id, seeded.gossip))
            kept = [Written(row.id, row.style, row.text, row.spans) for row in section.paragraphs]
            told = Written("", Style.BODY, seeded.gossip)
            seeded.store.run(WriteSection(section.id, (*kept, told)))
    for template, format_ in (("briefing", CARRYING), ("flash", CARRYING), ("flash", "md")):
        text = exported(seeded.store, seeded.session_id, template, format_)
        test_no_name_of_anyone_who_may_not_be_named_stands_anywhere(text, seeded)
        test_no_office_place_or_body_of_a_chatham_house_speaker_stands_anywhere(text, seeded)
        test_no_word_of_what_is_withheld_or_off_the_record_stands_anywhere(text, seeded)
    seeded.store.close()


def test_a_session_under_the_chatham_house_rule_names_nobody(tmp_path: Path) -> None:
    seeded = Seeded(tmp_path / "rule.lle")
    rule = {"id": seeded.session_id, "attribution": "chatham_house"}
    from facilitator.storage.edits import SetFields

    seeded.store.run(SetFields(records.LearningSessionRecord, rule.pop("id"), rule, "rule"))
    text = exported(seeded.store, seeded.session_id, "briefing", CARRYING)
    for one in seeded.everyone:
        for trait in (one.given, one.family, one.title, one.place, one.body):
            assert bare(trait) not in text, trait
    seeded.store.close()
