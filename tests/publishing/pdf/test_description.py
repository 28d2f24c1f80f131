"""What a file says of itself, and where its links lead."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from facilitator.publishing import pdf
from facilitator.publishing.document import (
    Cover,
    Document,
    Heading,
    Paragraph,
    Run,
    plain,
)
from tests.publishing.pdf.reading import DATE, addresses, opened, rendered
from tests.publishing.pdf.samples import sample


def test_a_date_in_any_zone_is_written_in_utc() -> None:
    moscow = DATE.astimezone(timezone(timedelta(hours=3)))
    with opened(pdf.render(sample(), date=moscow)) as file:
        assert str(file.docinfo.CreationDate) == "D:20200409123000+00'00'"
    before = datetime.now(UTC).replace(microsecond=0)
    with opened(pdf.render(sample())) as file:
        written = datetime.strptime(str(file.docinfo.CreationDate)[2:16], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    assert before <= written <= datetime.now(UTC)


def test_the_file_says_what_it_is_in_both_places() -> None:
    with opened(pdf.render(sample(), date=DATE)) as file:
        assert str(file.docinfo.Title) == "A title & <more>"
        assert str(file.docinfo.Author) == "An Author"
        assert str(file.docinfo.Subject) == "The subject"
        assert str(file.docinfo.Keywords) == "one, two <3>"
        assert str(file.Root.Lang) == "fr"
        assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
        with file.open_metadata() as metadata:
            assert metadata["dc:title"] == "A title & <more>"
            assert metadata["dc:creator"] == ["An Author"]
            assert metadata["dc:description"] == "The subject"
            assert set(metadata["dc:subject"]) == {"one", "two <3>"}
            assert metadata["xmp:CreateDate"] == "2020-04-09T12:30:00+00:00"
        assert not any(
            "anonymous" in str(entry) or "unspecified" in str(entry) for entry in file.docinfo.values()
        )


def test_metadata_and_bookmarks_hold_no_control_characters() -> None:
    awkward = "a\x00b\u202ec\nd\ud800"
    document = Document(
        awkward,
        "en",
        Cover("", "", awkward),
        (Heading(1, plain(awkward), "k"),),
        awkward,
        awkward,
        (awkward,),
    )
    with opened(pdf.render(document, date=DATE)) as file:
        assert str(file.docinfo.Title) == str(file.docinfo.Author) == "abc d\ufffd"
        assert str(file.Root.Outlines.First.Title) == "abc d\ufffd"


def test_only_safe_addresses_are_links_and_their_texts_are_printed() -> None:
    texts = (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "//x.org",
        "ftp://x.org",
        "https://",
    )
    rendering = rendered(
        Paragraph(tuple(Run("here ", link=text) for text in texts)),
        Paragraph((Run("web", link="https://uclg.org/(é)"), Run(" "), Run("mail", link="mailto:a@b.org"))),
    )
    assert addresses(rendering) == ["https://uclg.org/(%C3%A9)", "mailto:a@b.org"]


def test_links_within_the_document_go_to_their_headings() -> None:
    with opened(pdf.render(sample(), date=DATE)) as file:
        targets = [
            annotation.Dest[0].objgen
            for page in file.pages
            for annotation in page.get("/Annots", [])
            if "/Dest" in annotation
        ]
        assert targets == [file.pages[2].objgen, file.pages[2].objgen]  # from the contents, and from the text
