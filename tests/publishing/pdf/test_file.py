"""What the file is beyond its pages: the same each time, described, linked, self-contained, and made when asked for."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from datetime import timedelta

import pikepdf
import pytest

from facilitator.domain.errors import Cancelled
from facilitator.publishing import colours, pdf
from facilitator.publishing.pdf.look import Look
from tests.publishing.pdf.reading import DATE, opened
from tests.publishing.pdf.samples import sample


def test_the_same_document_and_date_give_the_same_bytes() -> None:
    assert pdf.render(sample(), date=DATE).data == pdf.render(sample(), date=DATE).data
    assert pdf.render(sample(), date=DATE).data != pdf.render(sample(), date=DATE + timedelta(days=1)).data


def test_another_process_zone_and_hash_seed_give_the_same_bytes() -> None:
    script = (
        "import hashlib; from tests.publishing.pdf.samples import sample; from facilitator.publishing import pdf;"
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
    asked: list[None] = []

    def cancelled() -> bool:
        asked.append(None)
        return len(asked) > checks

    with pytest.raises(Cancelled):
        pdf.render(sample(), date=DATE, cancelled=cancelled)
    assert len(asked) == checks + 1


def test_nothing_heavy_is_loaded_before_the_first_rendering() -> None:
    script = (
        "import sys; from facilitator.publishing import calendar, csv_table, export, markdown, pdf, workbook;"
        "heavy = ('reportlab', 'uharfbuzz', 'PIL', 'xlsxwriter', 'icalendar');"
        "print([name for name in heavy if name in sys.modules])"
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
