"""What the file is beyond its pages: the same each time, described, linked, self-contained, and made when asked for."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone

import pikepdf
import pytest

from facilitator.domain.errors import Cancelled
from facilitator.publishing import pdf
from facilitator.publishing.document import (
    Bar,
    Bars,
    Column,
    Contents,
    Cover,
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Quotation,
    Run,
    Table,
    plain,
)
from facilitator.publishing.pdf import colours
from facilitator.publishing.pdf.look import Look
from tests.publishing.pdf.reading import DATE, addresses, opened, rendered

MIXED = "Mixed مدينة (2020) 武汉 서울 मुंबई Łódź 👍🏽 → ✓ "


def sample() -> Document:
    blocks = (
        Contents("Contents"),
        Heading(1, plain("First"), "a"),
        Paragraph(plain(MIXED * 20)),
        Quotation(plain(MIXED), plain("Ann")),
        Table((Column("a"), Column("b", numeric=True)), ((plain(MIXED), plain("1")),) * 5),
        KeyFigures((KeyFigure("8", "cities"),)),
        Bars("Bars", (Bar("x", 3, "3"), Bar("y", 1, "1")), "x has most"),
        Paragraph((Run("web", link="https://uclg.org/?a=1&b=2"), Run(" up", target="a"))),
    )
    cover = Cover("Series", "Note", "Title", "Theme", "2020", "Hosts", "a@b.org", "#Tag")
    return Document(
        "A title & <more>",
        "fr",
        cover,
        blocks,
        "An Author",
        "The subject",
        ("one", "two <3>"),
        "Header",
        "Footer",
    )


def test_the_same_document_and_date_give_the_same_bytes() -> None:
    assert pdf.render(sample(), date=DATE).data == pdf.render(sample(), date=DATE).data
    assert pdf.render(sample(), date=DATE).data != pdf.render(sample(), date=DATE + timedelta(days=1)).data


def test_another_process_zone_and_hash_seed_give_the_same_bytes() -> None:
    script = (
        "import hashlib; from tests.publishing.pdf.test_file import sample; from facilitator.publishing import pdf;"
        "print(hashlib.sha256(pdf.render(sample()).data).hexdigest())"
    )
    digests = set()
    for seed, zone in (("1", "Asia/Kolkata"), ("2", "America/Lima")):
        surroundings = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "SOURCE_DATE_EPOCH": str(int(DATE.timestamp())),
        }
        done = subprocess.run(
            [sys.executable, "-c", script], env=surroundings, capture_output=True, text=True, check=True
        )
        digests.add(done.stdout.strip())
    assert digests == {hashlib.sha256(pdf.render(sample(), date=DATE).data).hexdigest()}


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


def test_every_font_is_embedded_as_a_subset_with_its_characters() -> None:
    with opened(pdf.render(sample(), date=DATE)) as file:
        fonts = {name: font for page in file.pages for name, font in page.Resources.Font.items()}
        assert len(fonts) >= 6
        for font in fonts.values():
            descendant = font.DescendantFonts[0]
            descriptor = descendant.FontDescriptor
            assert str(font.Encoding) == "/Identity-H"
            assert str(font.BaseFont)[7] == "+"
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
            assert "/ToUnicode" in font
        assert b"Helvetica" not in pdf.render(sample(), date=DATE).data


def test_the_file_is_small_and_sound() -> None:
    rendering = pdf.render(sample(), date=DATE)
    assert len(rendering.data) < 150_000
    with opened(rendering) as file:
        assert not file.check_pdf_syntax()
        assert len(file.pages) == rendering.pages


def test_progress_grows_to_its_total() -> None:
    told: list[tuple[int, int]] = []
    pdf.render(sample(), date=DATE, progress=lambda done, total: told.append((done, total)))
    assert len(told) > 8
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == told[-1][1]
    assert all(done < total for done, total in told[:-1])


@pytest.mark.parametrize("checks", [0, 3, 12])
def test_a_cancelled_rendering_stops_at_the_next_check(checks: int) -> None:
    asked = []

    def cancelled() -> bool:
        asked.append(None)
        return len(asked) > checks

    with pytest.raises(Cancelled):
        pdf.render(sample(), date=DATE, cancelled=cancelled)
    assert len(asked) == checks + 1


def test_nothing_heavy_is_loaded_before_the_first_rendering() -> None:
    script = (
        "import sys, facilitator.publishing.pdf, facilitator.publishing.markdown;"
        "print([name for name in ('reportlab', 'uharfbuzz', 'PIL') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "accent", ["#0F6A8B", "#FFFFFF", "#000000", "#FFE600", "#777777", "#E0A100", "#00FF88"]
)
def test_text_is_legible_in_and_on_any_accent(accent: str) -> None:
    look = Look(accent)
    assert colours.contrast(look.on_accent, look.accent) >= colours.LEGIBLE
    assert colours.contrast(look.accent_text, colours.WHITE) >= colours.LEGIBLE


def test_shapes_and_texts_are_all_there_is() -> None:
    with opened(pdf.render(sample(), date=DATE)) as file:
        operators = {
            str(operator) for page in file.pages for _, operator in pikepdf.parse_content_stream(page)
        }
        assert not operators & {"Do", "sh", "BI", "Tj", "'", '"'}
        assert "/JavaScript" not in file.Root.get("/Names", {})
        assert "/OpenAction" not in file.Root or not isinstance(file.Root.OpenAction, pikepdf.Dictionary)
