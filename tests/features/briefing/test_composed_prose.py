"""What is composed in a paragraph prints as it was set: words in bold, lists, tables, pictures."""

from __future__ import annotations

from facilitator.domain.prose.style import Style
from facilitator.features.briefing.cleared import ClearedParagraph
from facilitator.features.briefing.marking import bold_at, split
from facilitator.features.briefing.prose import blocks_of
from facilitator.publishing.document import Bullets, Column, Illustration, Paragraph, Run, Table
from facilitator.publishing.wording import Wording


def blocks(*paragraphs: ClearedParagraph) -> list[object]:
    return list(blocks_of("part", paragraphs, Wording("en")))


def test_words_in_bold_and_links_stay_so() -> None:
    runs = (Run("Pay "), Run("now", bold=True), Run(" by "), Run("the guide", link="https://example.org"))
    assert blocks(ClearedParagraph(Style.BODY, runs)) == [Paragraph(runs)]


def test_numbered_entries_that_follow_each_other_are_one_ordered_list() -> None:
    one = ClearedParagraph(Style.NUMBERED, (Run("First"),))
    dot = ClearedParagraph(Style.BULLET, (Run("Dot"),))
    found = blocks(one, one, dot)
    assert [type(block) for block in found] == [Bullets, Bullets]
    assert [block.ordered for block in found if isinstance(block, Bullets)] == [True, False]
    assert isinstance(found[0], Bullets)
    assert len(found[0].items) == 2


def test_a_table_has_its_first_row_as_header_and_short_rows_are_filled() -> None:
    runs = (Run("City\tShare\tNote\nBogotá\t"), Run("12 %", bold=True), Run("\t\nMilan"))
    (table,) = blocks(ClearedParagraph(Style.TABLE, runs, caption="Shares"))
    assert isinstance(table, Table)
    assert table.columns == (Column("City"), Column("Share"), Column("Note"))
    assert table.rows == (((Run("Bogotá"),), (Run("12 %", bold=True),), ()), ((Run("Milan"),), (), ()))
    assert table.caption == "Shares"


def test_a_picture_has_its_alternative_and_caption() -> None:
    (found,) = blocks(
        ClearedParagraph(Style.PICTURE, (Run("A whiteboard"),), caption="The board", picture=b"png")
    )
    assert isinstance(found, Illustration)
    assert (found.picture.data, found.picture.alternative) == (b"png", "A whiteboard")
    assert found.caption == (Run("The board"),)


def test_bold_begins_and_ends_within_runs_and_leaves_links_alone() -> None:
    runs = (Run("In Bo"), Run("gotá now", link="https://example.org"))
    assert bold_at(runs, [(3, 9)]) == (
        Run("In "),
        Run("Bo", bold=True),
        Run("gotá", bold=True, link="https://example.org"),
        Run(" now", link="https://example.org"),
    )


def test_runs_are_split_at_each_mark() -> None:
    runs = (Run("a\tb"), Run("c\t", bold=True))
    assert list(split(runs, "\t")) == [(Run("a"),), (Run("b"), Run("c", bold=True)), ()]
