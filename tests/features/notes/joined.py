"""What the tests share of notes that are joined, split or made a case: any notes, and what the gate says of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from hypothesis import strategies as st

from facilitator.domain.consent import Attribution, Consent, Disclosure
from facilitator.domain.vocabulary import NoteKind
from facilitator.publishing.gate import Clearance, clear
from facilitator.publishing.gate.levels import Levels, levels_of
from facilitator.publishing.gate.subjects import Material
from facilitator.reading.library import read_library
from facilitator.reading.material import read_material
from facilitator.storage.edits import AddRow, SetFields, Together
from facilitator.storage.records import (
    AgendaItemRecord,
    AttachmentRecord,
    BriefingParagraphRecord,
    BriefingRecord,
    BriefingSectionRecord,
    CaseStudyRecord,
    EvidenceRecord,
    LearningSessionRecord,
    NoteRecord,
    PersonRecord,
    PlaceRecord,
)
from facilitator.storage.store import Command, Store
from tests.features.conftest import SESSION

PEOPLE = {
    "quentara": "Quentara Zelvorin",
    "bo": "Bo Sampleton",
    "maria": "María García y López",
    "ozgur": "Özgür Yıldırım",
}
ITEMS = ("opening", "round")
TABLES = ("note", "note_term", "evidence", "attachment", "case_study", "case_term", "person", "term")

consents = st.sampled_from(["", *(consent.value for consent in Consent)])
attributions = st.sampled_from(["", *(attribution.value for attribution in Attribution)])
texts = st.sampled_from(
    ["Rents are frozen for a year.", "Buses run free of charge", "Six in ten stayed\nat home"]
)


@st.composite
def worlds(draw: st.DrawFn) -> dict[str, Any]:
    """Consents of the people, rules of the session and its items, and two to four notes."""
    notes = []
    for number in range(draw(st.integers(2, 4))):
        notes.append(
            {
                "id": f"n{number}",
                "session_id": SESSION,
                "text": draw(texts),
                "kind": draw(
                    st.sampled_from(["", "from a later version", *(kind.value for kind in NoteKind)])
                ),
                "attribution": draw(attributions),
                "speaker_id": (speaker := draw(st.sampled_from([None, *PEOPLE]))),
                "voice": "" if speaker else draw(st.sampled_from(["", "Participants"])),
                "agenda_item_id": draw(st.sampled_from([None, *ITEMS])),
                "began_at": draw(st.sampled_from([None, 1_000, 2_000, 3_000])),
                "starred": draw(st.booleans()),
                "to_verify": draw(st.booleans()),
            }
        )
    return {
        "notes": notes,
        "consents": {person: draw(consents) for person in PEOPLE},
        "later": {person: draw(consents) for person in PEOPLE},
        "rule": draw(attributions),
        "rules": {item: draw(attributions) for item in ITEMS},
    }


def furnish(store: Store) -> None:
    """People, items, and a briefing of two paragraphs."""
    rows: list[Command] = [
        AddRow(PlaceRecord, {"id": "sfax", "name": "Sfax", "country": "Tunisia", "section": "africa"}, ""),
        *(AddRow(PersonRecord, {"id": i, "name": n, "place_id": "sfax"}, "") for i, n in PEOPLE.items()),
        *(AddRow(AgendaItemRecord, {"id": i, "session_id": SESSION, "title": i}, "") for i in ITEMS),
        AddRow(BriefingRecord, {"id": "brief", "session_id": SESSION}, ""),
        AddRow(BriefingSectionRecord, {"id": "section", "briefing_id": "brief"}, ""),
        *(AddRow(BriefingParagraphRecord, {"id": p, "section_id": "section"}, "") for p in ("p1", "p2")),
    ]
    store.run(Together(rows, "Furnish"))


def lay_out(store: Store, world: dict[str, Any]) -> None:
    """Put a world into the library, in one step."""
    last = world["notes"][-1]["id"]
    rows: list[Command] = [
        SetFields(LearningSessionRecord, SESSION, {"attribution": world["rule"]}, ""),
        *(SetFields(AgendaItemRecord, i, {"attribution": rule}, "") for i, rule in world["rules"].items()),
        *(consent_of(person, code) for person, code in world["consents"].items()),
        *(AddRow(NoteRecord, {"position": 0, **note}, "") for note in world["notes"]),
        *(AddRow(EvidenceRecord, {"id": f"e{p}{n}", "paragraph_id": p, "note_id": n}, "")
          for p, n in {("p1", "n0"), ("p1", last), ("p2", last)}),
        AddRow(AttachmentRecord, {"id": "picture", "note_id": last, "name": "slide.png"}, ""),
    ]  # fmt: skip
    store.run(Together(rows, "Lay out"))


def consent_of(person: str, code: str) -> SetFields:
    """The command that sets a person's consent."""
    return SetFields(PersonRecord, person, {"consent": code}, "Consent")


def change_consents(store: Store, codes: dict[str, str]) -> None:
    """What people think better of afterwards."""
    store.run(Together([consent_of(person, code) for person, code in codes.items()], "Later"))


@contextmanager
def taken_back(store: Store) -> Iterator[None]:
    """Undo in the end whatever was done meanwhile."""
    entry = store.next_undo()
    assert entry is not None
    try:
        yield
    finally:
        while (latest := store.next_undo()) is not None and latest.seq > entry.seq:
            store.undo()


def images(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of the tables that are changed, as they are in the file."""
    return {
        table: sorted(store.raw().execute(f"SELECT * FROM {table}").fetchall(), key=repr) for table in TABLES
    }


def material(store: Store) -> Material:
    """What bears on a paper on the session."""
    with store.read() as session:
        record = session.get(LearningSessionRecord, SESSION)
        assert record is not None
        return read_material(session, record, read_library(session), "en")


def levels(store: Store) -> Levels:
    """What the gate lets be told of each note and case."""
    return levels_of(material(store))


def cleared(store: Store) -> Clearance:
    """What the gate lets through."""
    return clear(material(store))


def strictest_level(found: Levels) -> Disclosure:
    """The strictest of all notes."""
    return max(found.notes.values())


def note(store: Store, note_id: str) -> NoteRecord:
    """A note as it is in the library."""
    with store.read() as session:
        found = session.get(NoteRecord, note_id)
        assert found is not None
        return found


def case(store: Store, case_id: str) -> CaseStudyRecord:
    """A case as it is in the library."""
    with store.read() as session:
        found = session.get(CaseStudyRecord, case_id)
        assert found is not None
        return found
