"""The briefing as PDF, against reportlab drawing the same lines where they stand, without any layout."""

from __future__ import annotations

import ctypes
import io
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pypdfium2
from pypdfium2 import raw
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from facilitator import assets
from facilitator.features.briefing.queries import briefing_document
from facilitator.features.imports.sample import make_sample
from facilitator.features.sessions.queries import list_sessions
from facilitator.publishing import pdf
from facilitator.publishing.document import Block, Document, Heading, Run
from facilitator.storage.store import open_library
from tests.benchmarks.ratio import Ratio

_SESSIONS = ("4", "8")
"""Two of the sample, bound into one paper of about 14 pages, as a long session has."""
_ROUNDS = 15
_FONT = "Floor"
_MAKING = """
import sys, time
from facilitator.publishing.document import Document, Cover, Paragraph, plain
began = time.perf_counter()
from facilitator.publishing import pdf
pdf.render(Document("Title", "en", Cover("", "", "Title"), (Paragraph(plain("One line")),)))
print(1000 * (time.perf_counter() - began))
"""


@dataclass(frozen=True)
class Line:
    """A piece of text and where it begins on its page, in points from the lower left."""

    text: str
    x: float
    baseline: float


def measure() -> list[Ratio]:
    """Both with everything imported, and fonts read, as from the second export on; the first one is a note."""
    document = long_briefing()
    rendering = pdf.render(document)
    registerFont(TTFont(_FONT, str(assets.path("fonts", "SourceSans3-Regular.ttf"))))
    pages = _lines_of(rendering.data)
    drawn, floor = _in_turn(partial(pdf.render, document), partial(_draw, pages))
    lines = sum(map(len, pages))
    notes = (
        f"{rendering.pages} pages, {lines} pieces of text, {len(rendering.data) / 1000:.0f} kB; "
        f"the floor's file has {len(_draw(pages)) / 1000:.0f} kB.",
        f"The first paper of a process, of one line, with all imports and fonts: {_first():.0f} ms.",
    )
    return [Ratio("Briefing as PDF", drawn, floor, "ms", "reportlab drawing the same lines", None, notes)]


def _in_turn(*acts: Callable[[], object]) -> list[float]:
    """Medians of milliseconds, each act once in each round."""
    seen: list[list[float]] = [[] for _ in acts]
    for round_number in range(_ROUNDS + 1):
        for act, times in zip(acts, seen, strict=True):
            began = time.perf_counter()
            act()
            if round_number:
                times.append(1000 * (time.perf_counter() - began))
    return [statistics.median(times) for times in seen]


def _first() -> float:
    command = [sys.executable, "-c", _MAKING]
    run = partial(subprocess.run, command, check=True, stdout=subprocess.PIPE, text=True)
    return statistics.median(float(run().stdout) for _ in range(5))


def long_briefing() -> Document:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "Sample.lle")
        make_sample(path)
        store = open_library(path, read_only=True)
        with store.read() as session:
            ids = {row.label: row.id for row in list_sessions(session)}
            papers = [briefing_document(session, ids[label], "en").sealed for label in _SESSIONS]
        store.close()
    blocks = (_keyed(block, str(number)) for number, paper in enumerate(papers) for block in paper.blocks)
    return replace(papers[0], blocks=tuple(blocks))


def _keyed(block: Block, part: str) -> Block:
    """The block with keys that are still unique when another paper is bound with its own."""
    if isinstance(block, Heading):
        return replace(block, key=f"{part}-{block.key}")
    if hasattr(block, "runs"):
        return replace(block, runs=tuple(_retargeted(run, part) for run in block.runs))
    return block


def _retargeted(run: Run, part: str) -> Run:
    return replace(run, target=f"{part}-{run.target}") if run.target else run


def _draw(pages: list[list[Line]]) -> bytes:
    """What reportlab cannot do with less: one text object for each page, one font, no search for line ends."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, initialFontName=_FONT)
    for page in pages:
        text = canvas.beginText()
        text.setFont(_FONT, 10)
        for line in page:
            text.setTextOrigin(line.x, line.baseline)
            text.textOut(line.text)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _lines_of(data: bytes) -> list[list[Line]]:
    with pypdfium2.PdfDocument(data) as document:
        return [_lines_on(page.get_textpage()) for page in document]


def _lines_on(page: pypdfium2.PdfTextPage) -> list[Line]:
    """The text as pdfium finds it, cut where the baseline changes."""
    lines: list[Line] = []
    x, y = ctypes.c_double(), ctypes.c_double()
    for at in range(page.count_chars()):
        character = page.get_text_range(at, 1)
        if not raw.FPDFText_GetCharOrigin(page, at, x, y) or character in ("", "\r", "\n"):
            continue
        if lines and abs(lines[-1].baseline - y.value) < 0.1:
            lines[-1] = replace(lines[-1], text=lines[-1].text + character)
        else:
            lines.append(Line(character, x.value, y.value))
    return lines
