"""Documents as Markdown: CommonMark, with GitHub's tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from facilitator.publishing.document import (
    Bars,
    Block,
    Bullets,
    Contents,
    Cover,
    Document,
    Facts,
    Heading,
    KeyFigures,
    PageBreak,
    Paragraph,
    Quotation,
    Rendering,
    Run,
    Runs,
    Table,
    plain,
)
from facilitator.publishing.markdown_text import guarded, inline, slug
from facilitator.publishing.plain_text import printable, single_line

_CONTENTS_LEVELS = 2
_DEEPEST = 6
_BULLET = re.compile(r"^-(?= |$)", re.MULTILINE)
_NUMBER = re.compile(r"^(\d+)\.(?= |$)", re.MULTILINE)


def render(document: Document) -> Rendering:
    """The document as UTF-8 text that shows every text as it was written, without page breaks, header and footer."""
    slugs = _slugs(document)
    parts = [*_cover(document.cover)]
    for block in document.blocks:
        parts.extend(_block(block, document, slugs))
    text = "\n\n".join(_parted_lists([part for part in parts if part.strip()])) + "\n"
    return Rendering(text.encode("utf-8"))


def _slugs(document: Document) -> dict[str, str]:
    """The anchor of each heading by its key; the title's and the contents' own headings count too."""
    taken: dict[str, int] = {}
    slug(single_line(document.cover.title), taken)
    slugs: dict[str, str] = {}
    for block in document.blocks:
        if isinstance(block, Contents):
            slug(single_line(block.title), taken)
        elif isinstance(block, Heading):
            slugs.setdefault(block.key, slug(_title(block), taken))
    return slugs


def _title(heading: Heading) -> str:
    return single_line("".join(run.text for run in heading.runs))


def _cover(cover: Cover) -> Iterator[str]:
    yield _prose(plain(cover.series), {})
    if cover.title.strip():
        yield f"# {inline(plain(single_line(cover.title)), {})}"
    if cover.kind.strip():
        yield _prose((Run(cover.kind, bold=True),), {})
    lines = (cover.theme, cover.date, cover.hosts, cover.contact, cover.hashtag)
    yield _prose(plain("\n".join(line for line in lines if line.strip())), {})


def _block(block: Block, document: Document, slugs: Mapping[str, str]) -> Iterator[str]:
    match block:
        case Heading():
            level = min(max(block.level, 1) + 1, _DEEPEST)
            title = inline(tuple(_one_line(run) for run in block.runs), slugs)
            # A heading may end with a row of "#", which is not shown.
            title = f"{title[:-1]}\\#" if title.endswith("#") else title
            yield f"{'#' * level} {title}" if title.strip() else ""
        case Paragraph():
            yield _prose(block.runs, slugs)
        case Bullets():
            yield _bullets(block, slugs)
        case Quotation():
            yield _quotation(block, slugs)
        case Table():
            yield _prose((Run(block.caption, bold=True),), slugs)
            yield _table(block, slugs)
        case Facts():
            yield "\n".join(_fact(label, value, slugs) for label, value in block.rows)
        case KeyFigures():
            rows = (((Run(figure.value, bold=True), Run(f" {figure.label}"))) for figure in block.figures)
            yield "\n".join(_listed("-", runs, slugs) for runs in rows)
        case Bars():
            yield _prose((Run(block.title, bold=True),), slugs)
            cells = tuple((plain(bar.label), plain(bar.text)) for bar in block.bars)
            yield _rows([["", ""], ["---", "---:"], *([_cell(cell, slugs) for cell in row] for row in cells)])
        case Contents():
            yield from _contents(block, document, slugs)
        case PageBreak():
            return


def _parted_lists(parts: list[str]) -> Iterator[str]:
    """The parts; a list right after a list takes the other marker, since Markdown would make one of the two."""
    previous = ""
    for part in parts:
        shown = part
        if part.startswith("-") and previous.startswith("-"):
            shown = _BULLET.sub("*", part)
        elif part.startswith("1.") and previous.startswith("1."):
            shown = _NUMBER.sub(r"\1)", part)
        yield shown
        previous = shown


def _one_line(run: Run) -> Run:
    return Run(printable(run.text).replace("\n", " "), run.bold, run.italic, run.link, run.target)


def _paragraphs(runs: Runs, slugs: Mapping[str, str]) -> list[str]:
    """Prose as paragraphs; within one, a line feed is a hard line break."""
    lines = [guarded(line) for line in inline(runs, slugs).split("\n")]
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return ["\\\n".join(lines) for lines in paragraphs if lines]


def _prose(runs: Runs, slugs: Mapping[str, str]) -> str:
    return "\n\n".join(_paragraphs(runs, slugs))


def _listed(marker: str, runs: Runs, slugs: Mapping[str, str]) -> str:
    """One list item; what follows its first line is indented so that it stays in the item."""
    indent = " " * (len(marker) + 1)
    body = _prose(runs, slugs).replace("\n", f"\n{indent}")
    return f"{marker} {body}".rstrip()


def _bullets(block: Bullets, slugs: Mapping[str, str]) -> str:
    return "\n".join(
        _listed(f"{number}." if block.ordered else "-", item.runs, slugs)
        for number, item in enumerate(block.items, start=1)
    )


def _fact(label: str, value: Runs, slugs: Mapping[str, str]) -> str:
    return _listed("-", (Run(label, bold=True), Run(": "), *value), slugs)


def _quotation(block: Quotation, slugs: Mapping[str, str]) -> str:
    paragraphs = _paragraphs(block.runs, slugs)
    if any(run.text.strip() for run in block.attribution):
        paragraphs.extend(_paragraphs((Run("— "), *block.attribution), slugs))
    text = "\n\n".join(paragraphs)
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n")) if text else ""


def _table(block: Table, slugs: Mapping[str, str]) -> str:
    if not block.columns:
        return ""
    count = len(block.columns)
    rows = [
        [_cell(plain(column.title), slugs) for column in block.columns],
        ["---:" if column.numeric else "---" for column in block.columns],
    ]
    for cells in block.rows:
        texts = [_cell(cell, slugs) for cell in cells]
        last = "<br>".join(texts[count - 1 :])
        rows.append([*texts[: count - 1], *[""] * (count - 1 - len(texts)), last])
    return _rows(rows)


def _rows(rows: list[list[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cell(runs: Runs, slugs: Mapping[str, str]) -> str:
    return "<br>".join(line.strip() for line in inline(runs, slugs).strip().split("\n"))


def _contents(block: Contents, document: Document, slugs: Mapping[str, str]) -> Iterator[str]:
    if block.title.strip():
        yield f"## {inline(plain(single_line(block.title)), slugs)}"
    yield "\n".join(
        f"{'  ' * (min(max(heading.level, 1), _CONTENTS_LEVELS) - 1)}"
        f"- {inline((Run(_title(heading), target=heading.key),), slugs)}"
        for heading in document.blocks
        if isinstance(heading, Heading) and heading.level <= _CONTENTS_LEVELS and _title(heading)
    )
