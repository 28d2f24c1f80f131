"""The last pass over signs, name cards, calendar entries, logos and the names of sheets."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta

import pytest

from facilitator.publishing import export
from facilitator.publishing.document import (
    Block,
    Column,
    Cover,
    Document,
    Event,
    Front,
    Heading,
    NameCard,
    NameCards,
    Paragraph,
    Picture,
    Run,
    Sign,
    Table,
    plain,
)
from facilitator.publishing.gate import ClearedDocument, clear, seal
from facilitator.publishing.gate.subjects import Material, PersonSubject
from tests.publishing.pdf.pictures import png

NAME = "Ada Colau"
GONE = "[name withheld]"
UID = "0f3a9c5e7b1d4f6a8c2e4b6d8f0a1c3e"
START = datetime(2020, 4, 23, 13, 0, tzinfo=UTC)
END = START + timedelta(hours=2)
PIXELS = b"\x89PNG Ada Colau \x00\xff"


def sealed(*blocks: Block, cover: Cover | None = None, **more: object) -> ClearedDocument:
    paper = Document("Title", "en", cover or Cover("", "", ""), blocks, **more)  # type: ignore[arg-type]
    return seal(paper, clear(Material(people=(PersonSubject("ada", NAME),))).protection, ())


def test_every_text_of_the_new_blocks_is_cleaned() -> None:
    found = sealed(
        Sign(NAME, f"{NAME}, two minutes", 2),
        NameCards((NameCard(NAME, ("Mayor", f"with {NAME}")), NameCard("Other"))),
        Event(UID, f"{NAME} opens", START, END, f"Office of {NAME}", f"Ask {NAME}"),
        Table((Column(NAME),), ((plain(NAME),),), name=f"List of {NAME}", row_height=30.0),
    ).sealed
    assert "Colau" not in repr(found)
    assert repr(found).count(GONE) == 10


def test_what_is_no_text_passes_unchanged() -> None:
    logo = Picture(PIXELS, f"Portrait of {NAME}")
    blocks = (Sign("5", "", 3), Event(UID, "x", START, END), Table((Column("a"),), (), row_height=30.0))
    cover = Cover("", "", "", logos=(logo,))
    found = sealed(*blocks, cover=cover, front=Front.NONE, landscape=True).sealed
    assert found.blocks == blocks
    assert (found.front, found.landscape) == (Front.NONE, True)
    assert isinstance(found.front, Front)
    assert found.cover.logos == (Picture(PIXELS, f"Portrait of {GONE}"),)


def test_the_id_and_the_moments_of_an_event_stay_as_they_are() -> None:
    # Ids are hexadecimal digits of rows: one that looks like a name is none, and must stay the same in each export.
    paper = Document("T", "en", Cover("", "", ""), (Event("fae-bade", "Fae Bade", START, END),))
    protection = clear(Material(people=(PersonSubject("f", "Fae Bade"),))).protection
    (found,) = seal(paper, protection, ()).sealed.blocks
    assert found == Event("fae-bade", GONE, START, END)


def test_an_id_that_names_someone_is_told_by_another_that_is_the_same_each_time() -> None:
    blocks = (
        Event("Ada_Colau", "x", START, END),
        Heading(1, plain("y"), "of-ada-colau"),
        Paragraph((Run("z", target="of-ada-colau"),)),
    )
    event, heading, link = sealed(*blocks).sealed.blocks
    assert isinstance(event, Event)
    assert isinstance(heading, Heading)
    assert isinstance(link, Paragraph)
    assert heading.key == link.runs[0].target
    assert "ada" not in event.uid.casefold() + heading.key
    assert (event, heading, link) == sealed(*blocks).sealed.blocks
    assert len({event.uid, heading.key, ""}) == 3


@pytest.mark.parametrize(
    ("link", "kept"),
    [("https://x.org/meeting", True), ("https://x.org/ada-colau", False), ("mailto:ada.colau@x.org", False)],
)
def test_an_address_of_an_event_that_names_someone_is_dropped(link: str, kept: bool) -> None:
    (found,) = sealed(Event(UID, "x", START, END, link=link)).sealed.blocks
    assert isinstance(found, Event)
    assert found.link == (link if kept else "")


def test_every_text_field_of_the_new_blocks_is_known_to_this_test() -> None:
    texts = {
        (kind.__name__, field.name)
        for kind in (Sign, NameCard, NameCards, Event, Picture)
        for field in dataclasses.fields(kind)
        if "str" in str(field.type)
    }
    assert texts == {
        ("Sign", "text"),
        ("Sign", "line"),
        ("NameCard", "name"),
        ("NameCard", "lines"),
        ("Event", "uid"),
        ("Event", "title"),
        ("Event", "place"),
        ("Event", "text"),
        ("Event", "link"),
        ("Picture", "alternative"),
    }


@pytest.mark.parametrize("format_", list(export.FORMATS))
def test_every_format_can_be_written_and_names_nobody(format_: str) -> None:
    paper = sealed(
        Table((Column("Who"),), ((plain(NAME),),), name=NAME),
        Event(UID, NAME, START, END),
        Sign(NAME),
        cover=Cover("", "", "T", logos=(png(30, 20, alternative=NAME),)),
        author=NAME,
    )
    rendering = export.render(paper, format_)
    assert rendering.data
    assert b"Colau" not in rendering.data
    assert rendering.notes == ()
