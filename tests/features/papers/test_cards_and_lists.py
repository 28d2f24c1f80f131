"""Speakers' list, time cards, name cards and attendance sheet."""

from tests.features.papers.conftest import Papers, pdf_pages
from tests.features.papers.test_run_sheet import line_with


def test_the_speakers_list_has_who_speaks_as_far_as_they_agreed_and_when(papers: Papers) -> None:
    text = papers.markdown("speakers")
    rosa = line_with(text, "Rosa Quispe")
    for told in ("Mayor", "Quito", "City or region speaker", "15:15–15:40"):
        assert told in rosa
    assert "Head of Funds" in text
    for name in ("Brandt", "Secretov", "Dora"):
        assert name not in text
    assert text.index("Rosa Quispe") < text.index("Head of Funds")


def test_the_time_cards_are_four_pages_in_the_papers_language(papers: Papers) -> None:
    pages = pdf_pages(papers.rendering("time-cards", "pdf").data)
    assert len(pages) == 4
    for page, told in zip(pages, ("5", "2", "1", "STOP"), strict=True):
        assert told in page
    assert "5 minutes left" in pages[0]
    assert "1 minute left" in pages[2]


def test_the_name_cards_are_of_all_who_come_and_may_be_named_to_the_room(papers: Papers) -> None:
    text = papers.text("name-cards", "pdf")
    for told in ("Rosa Quispe", "Karl Brandt", "Mina Okoro", "Quito", "Development Fund"):
        assert told in text
    for name in ("Secretov", "Dora"):
        assert name not in text


def test_the_attendance_sheet_has_tall_rows_and_empty_ones_and_says_what_it_is(papers: Papers) -> None:
    from facilitator.publishing.document import Table

    document = papers.document("attendance").sealed
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert table.row_height >= 24
    assert [cell[1][0].text if cell[1] else "" for cell in table.rows[:4]] == [
        "Karl Brandt", "Mina Okoro", "Rosa Quispe", ""
    ]  # fmt: skip
    assert sum(1 for row in table.rows if not row[1]) >= 8
    for page in pdf_pages(papers.rendering("attendance", "pdf").data):
        assert "not for publication" in page
