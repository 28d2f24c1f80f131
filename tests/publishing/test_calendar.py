"""Calendars are read back with vobject, another program's reader."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.errors import Refused
from facilitator.publishing import calendar
from facilitator.publishing.document import Block, Cover, Document, Event, Paragraph, plain
from facilitator.publishing.plain_text import printable, single_line

START = datetime(2020, 4, 23, 13, 0, tzinfo=UTC)
END = START + timedelta(minutes=120)
EPOCH = datetime(2020, 4, 9, 12, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _fixed_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(EPOCH.timestamp())))


def written(*blocks: Block, title: str = "LLE 8", language: str = "en") -> bytes:
    return calendar.render(Document(title, language, Cover("", "", ""), blocks)).data


def read(data: bytes) -> Any:
    return vobject.readOne(data.decode("utf-8"))


def event(**fields: Any) -> Event:
    return Event(**{"uid": "a1-b2", "title": "Opening", "start": START, "end": END, **fields})


def entry(**fields: Any) -> Any:
    return read(written(event(**fields))).vevent


def test_an_event_comes_back_with_all_it_has() -> None:
    found = entry(place="Room 3; upstairs", text="First, line\nSecond\\n", link="https://x.org/a?b=1,2;3")
    assert found.uid.value == "a1-b2"
    assert found.summary.value == "Opening"
    assert (found.dtstart.value, found.dtend.value, found.dtstamp.value) == (START, END, EPOCH)
    assert found.location.value == "Room 3; upstairs"
    assert found.description.value == "First, line\nSecond\\n"
    assert found.url.value == "https://x.org/a?b=1,2;3"
    assert found.summary.params == {"LANGUAGE": ["en"]}


def test_the_calendar_has_a_name_and_its_events_in_order() -> None:
    found = read(written(event(uid="1"), Paragraph(plain("no event")), event(uid="2"), title="Name; of, it"))
    assert found.contents["x-wr-calname"][0].value.replace("\\", "") == "Name; of, it"
    assert found.prodid.value.startswith("-//Facilitator//")
    assert found.version.value == "2.0"
    assert [one.uid.value for one in found.vevent_list] == ["1", "2"]


def test_times_are_in_utc_whatever_zone_they_are_given_in() -> None:
    there = timezone(timedelta(hours=5, minutes=30))
    data = written(event(start=START.astimezone(there), end=END.astimezone(there)))
    assert b"DTSTART:20200423T130000Z\r\n" in data
    assert b"DTEND:20200423T150000Z\r\n" in data
    assert b"TZID" not in data


def test_an_event_that_ends_as_it_begins_or_before_has_no_end() -> None:
    for end in (START, START - timedelta(hours=1)):
        assert "dtend" not in entry(end=end).contents


@pytest.mark.parametrize(
    "link", ["", "javascript:alert(1)", "file:///etc/passwd", "mailto:a@b.org", "x.org", "https://a b"]
)
def test_only_web_addresses_are_given(link: str) -> None:
    assert "url" not in entry(link=link).contents


def test_an_address_beyond_ascii_is_written_so_that_any_program_opens_it() -> None:
    assert entry(link="https://x.org/médias").url.value == "https://x.org/m%C3%A9dias"


def test_lines_are_folded_at_75_octets_and_end_as_they_must() -> None:
    data = written(event(title="مدينة " * 60, text="武汉 👩‍👩‍👧 " * 200, place="x" * 500))
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert lines[-1] == b""
    assert b"\n" not in data.replace(b"\r\n", b"")
    for line in lines:
        line.decode("utf-8")
    found = read(data).vevent
    assert found.summary.value == ("مدينة " * 60).strip()
    assert found.description.value == ("武汉 👩‍👩‍👧 " * 200).strip()


def test_a_text_cannot_bring_lines_of_its_own() -> None:
    evil = "x\r\nATTACH:file:///etc/passwd\nEND:VEVENT\u2028BEGIN:VALARM\x85\x0bURL:http://evil.org"
    data = written(
        event(title=evil, text=evil, place=evil, uid=evil, link=evil), title=evil, language="en\r\nX:1"
    )
    names = {
        line.split(":")[0].split(";")[0] for line in re.sub(r"\r\n[ \t]", "", data.decode()).split("\r\n")
    }
    assert names == {
        "BEGIN", "END", "PRODID", "VERSION", "CALSCALE", "X-WR-CALNAME",
        "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION", "",
    }  # fmt: skip
    assert read(data).vevent.summary.value == single_line(evil)


@given(st.text(), st.text(), st.text())
@settings(max_examples=200, deadline=None)
def test_any_text_comes_back_as_it_is_printed(title: str, place: str, text: str) -> None:
    found = entry(title=title, place=place, text=text)
    for name, expected in (
        ("summary", single_line(title)),
        ("location", single_line(place)),
        ("description", printable(text).strip()),
    ):
        assert (found.contents[name][0].value if name in found.contents else "") == expected


def test_the_same_document_gives_the_same_bytes() -> None:
    assert written(event()) == written(event())


def test_a_paper_without_events_is_refused() -> None:
    with pytest.raises(Refused):
        written(Paragraph(plain("x")))
