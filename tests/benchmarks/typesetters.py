"""The long briefing and a catalogue of 1,000 cases as PDF, against Typst and LibreOffice setting the same content.

Each as a whole process, from a file with the content to the file with the pages. Typst is the command that the variable
TYPST names, or ``typst``; LibreOffice is ``soffice``, or what SOFFICE names. What is not there is left out, and told.
"""

from __future__ import annotations

import os
import pickle
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import pypdfium2

from facilitator import assets
from facilitator.domain.identity import new_id
from facilitator.features.briefing.queries import build
from facilitator.features.imports.sample import make_sample
from facilitator.publishing import docx
from facilitator.publishing.document import (
    Beside,
    Block,
    Bullets,
    Contents,
    Document,
    Facts,
    Heading,
    KeyFigures,
    PageBreak,
    Paragraph,
    Quotation,
    Runs,
    Table,
)
from facilitator.storage.edits import AddRow, Together
from facilitator.storage.records import CaseStudyRecord, PlaceRecord
from facilitator.storage.store import open_library
from tests.benchmarks.pdf import long_briefing
from tests.benchmarks.ratio import Ratio

_ROUNDS, _CASES = 3, 1000
_OURS = """
import pickle, sys
from pathlib import Path
from facilitator.publishing import pdf
Path(sys.argv[2]).write_bytes(pdf.render(pickle.loads(Path(sys.argv[1]).read_bytes())).data)
"""
_PREAMBLE = """#set page(paper: "a4", margin: 2.2cm, numbering: "1")
#set text(font: "Source Sans 3", size: 10pt, lang: "en")
#set par(justify: false)
#show heading.where(level: 1): set text(fill: rgb("#0F6A8B"))
"""


def measure() -> list[Ratio]:
    """Ours over each of the others."""
    return [
        ratio
        for name, document in (("Briefing", long_briefing()), ("Catalogue of 1,000 cases", _catalogue()))
        for ratio in _compared(name, document)
    ]


def _compared(name: str, document: Document) -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as text:
        folder = Path(text)
        acts = _acts(document, folder)
        for act, _ in acts.values():
            act()
        seen: dict[str, list[float]] = {one: [] for one in acts}
        for _ in range(_ROUNDS):
            for one, (act, _) in acts.items():
                began = time.perf_counter()
                act()
                seen[one].append(time.perf_counter() - began)
        ours = statistics.median(seen["ours"])
        pages = {one: _pages(target) for one, (_, target) in acts.items()}
        for one in acts:
            if one != "ours":
                notes = (f"Pages: {pages['ours']} ours, {pages[one]} by {one}.",)
                median = statistics.median(seen[one])
                yield Ratio(f"{name} as PDF", ours, median, "s", f"{one}, whole process", None, notes)
        missing = [one for one in ("Typst", "LibreOffice") if one not in acts]
        if missing:
            sys.stderr.write(f"{name}: left out, as not on this computer: {', '.join(missing)}.\n")


def _acts(document: Document, folder: Path) -> dict[str, tuple[Callable[[], object], Path]]:
    """What each does, and the file that it makes."""
    source, target = folder / "paper.pickle", folder / "ours.pdf"
    source.write_bytes(pickle.dumps(document))
    run = partial(subprocess.run, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    acts: dict[str, tuple[Callable[[], object], Path]] = {
        "ours": (partial(run, [sys.executable, "-c", _OURS, str(source), str(target)]), target)
    }
    typst = os.environ.get("TYPST") or shutil.which("typst")
    if typst:
        markup, made = folder / "paper.typ", folder / "typst.pdf"
        markup.write_text(_PREAMBLE + "\n\n".join(_typst(document.blocks)), encoding="utf-8")
        fonts = str(assets.path("fonts"))
        acts["Typst"] = (partial(run, [typst, "compile", "--font-path", fonts, str(markup), str(made)]), made)
    office = os.environ.get("SOFFICE") or shutil.which("soffice")
    if office:
        words, made = folder / "paper.docx", folder / "paper.pdf"
        words.write_bytes(docx.render(document).data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(words)]
        acts["LibreOffice"] = (partial(run, command), made)
    return acts


def _pages(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def _catalogue() -> Document:
    """Of the sample's library with cases made of its own until there are a thousand."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "Sample.lle")
        make_sample(path)
        store = open_library(path)
        place = {"id": new_id(), "name": "Sampletown", "country": "Nowhere"}
        words = "Markets were kept open with fewer stalls and more room between them. " * 3
        rows: list[AddRow] = [AddRow(PlaceRecord, place, "")]
        for number in range(_CASES):
            values = {
                "title": f"Case {number}",
                "place_id": place["id"],
                "challenge": words,
                "results": words,
            }
            rows.append(AddRow(CaseStudyRecord, {"id": new_id(), **values}, ""))
        store.run(Together(rows, "cases"))
        with store.read() as session:
            document = build(session, "", "catalogue").sealed
        store.close()
    return document


def _typst(blocks: Iterable[Block]) -> Iterator[str]:
    """The words of the blocks in Typst's markup; of pictures that are drawn, what they say in words."""
    for block in blocks:
        match block:
            case Contents(title):
                yield f"#outline(title: [{_escaped(title)}], depth: 2)\n#pagebreak()"
            case Heading(level, runs):
                yield f"{'=' * level} {_words(runs)}"
            case Paragraph(runs):
                yield _words(runs)
            case Bullets(items, ordered):
                yield "\n".join(f"{'+' if ordered else '-'} {_words(item.runs)}" for item in items)
            case Quotation(runs, attribution):
                yield f"#quote(block: true, attribution: [{_words(attribution)}])[{_words(runs)}]"
            case Table(columns, rows):
                head = "".join(f"[*{_escaped(column.title)}*]," for column in columns)
                cells = "".join(f"[{_words(cell)}]," for row in rows for cell in row)
                yield f"#table(columns: {len(columns)}, table.header({head}), {cells})"
            case Facts(rows):
                cells = "".join(f"[{_escaped(label)}],[{_words(runs)}]," for label, runs in rows)
                yield f"#table(columns: (1fr, 3fr), stroke: none, {cells})"
            case KeyFigures(figures):
                yield " ".join(f"*{_escaped(one.value)}* {_escaped(one.label)}" for one in figures)
            case PageBreak():
                yield "#pagebreak()"
            case Beside(_, pairs):
                for first, second in pairs:
                    yield from _typst((*first, *second))
            case _ if hasattr(block, "alternative"):
                yield _escaped(block.alternative)


def _words(runs: Runs) -> str:
    return "".join(f"#strong[{_escaped(run.text)}]" if run.bold else _escaped(run.text) for run in runs)


def _escaped(text: str) -> str:
    for sign in "\\#$*_`<>@[]~=/-+":
        text = text.replace(sign, "\\" + sign)
    return text.replace("\n", " \\\n")
