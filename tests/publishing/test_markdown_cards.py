"""Signs, name cards, calendar entries and logos as Markdown."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from markdown_it import MarkdownIt

from facilitator.publishing import markdown
from facilitator.publishing.document import (
    Block,
    Cover,
    Document,
    Event,
    Front,
    Heading,
    NameCard,
    NameCards,
    Picture,
    Run,
    Sign,
    plain,
)

START = datetime(2020, 4, 23, 13, 0, tzinfo=UTC)


def written(*blocks: Block, cover: Cover | None = None, front: Front = Front.PAGE) -> str:
    paper = Document("Title", "en", cover or Cover("", "", "Title"), blocks, front=front)
    return markdown.render(paper).data.decode()


def html(*blocks: Block) -> str:
    return str(MarkdownIt("commonmark").render(written(*blocks, front=Front.NONE)))


def test_a_sign_is_its_text_in_bold_and_its_line() -> None:
    assert html(Sign("5", "minutes *left*", 2)) == "<p><strong>5</strong></p>\n<p>minutes *left*</p>\n"


def test_name_cards_are_a_list() -> None:
    shown = html(NameCards((NameCard("Ada <b>", ("Mayor", "Leeds")), NameCard("محمد"))))
    assert shown.count("<li>") == 2
    assert "<strong>Ada &lt;b&gt;</strong> – Mayor, Leeds" in shown
    assert "<strong>محمد</strong>" in shown


def test_an_event_has_its_times_place_text_and_address() -> None:
    event = Event(
        "u", "Opening\n# no", START, START + timedelta(minutes=90), "Room_1_", "* text", "https://x.org/a"
    )
    shown = html(event)
    assert "<strong>Opening # no</strong><br />" in shown
    assert "2020-04-23 13:00 – 14:30 UTC" in shown
    assert "Room_1_" in shown
    assert "* text" in shown
    assert '<a href="https://x.org/a">' in shown


def test_an_event_over_midnight_tells_both_days_in_utc_and_no_unsafe_address() -> None:
    there = timezone(timedelta(hours=-5))
    event = Event(
        "u", "Night", START.astimezone(there), START + timedelta(hours=20), link="javascript:alert(1)"
    )
    shown = html(event)
    assert "2020-04-23 13:00 – 2020-04-24 09:00 UTC" in shown
    assert "<a" not in shown


def test_logos_are_told_by_their_alternative_texts() -> None:
    logos = (Picture(b"", "Logo of *UCLG*"), Picture(b"", " "), Picture(b"", "Metropolis"))
    assert "Logo of \\*UCLG\\* · Metropolis" in written(cover=Cover("", "", "Title", logos=logos))


def test_a_paper_without_front_has_no_title_and_its_links_know_that() -> None:
    blocks = (Heading(1, plain("Title"), "t"), Sign("x"))
    assert written(*blocks, front=Front.NONE).startswith("## Title\n")
    link = Heading(2, (Run("go", target="t"),), "u")
    assert "(<#title>)" in written(*blocks, link, front=Front.NONE)
