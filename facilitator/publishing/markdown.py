"""Documents as Markdown: CommonMark, with GitHub's tables.

Of logos the alternative texts are told. Signs, name cards and entries of a calendar become a few lines each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from facilitator.publishing.document import (
    Bars,
    Beside,
    Block,
    Bullets,
    Comparison,
    Contents,
    Cover,
    Document,
    Event,
    Facts,
    Front,
    Heading,
    Illustration,
    KeyFigures,
    NameCards,
    PageBreak,
    Paragraph,
    Quotation,
    Rendering,
    Run,
    Runs,
    Sign,
    SpotMap,
    Table,
    plain,
)
from facilitator.publishing.markdown_cards import event, name_cards, sign
from facilitator.publishing.markdown_figures import figure
from facilitator.publishing.markdown_tables import table
from facilitator.publishing.markdown_text import inline, listed, paragraphs, prose, slug
from facilitator.publishing.plain_text import printable, single_line
from facilitator.publishing.typography import typography

_CONTENTS_LEVELS = 2
_DEEPEST = 6
_BULLET = re.compile(r"^-(?= |$)", re.MULTILINE)
_NUMBER = re.compile(r"^(\d+)\.(?= |$)", re.MULTILINE)


def render(document: Document) -> Rendering:
    """The document as UTF-8 text that shows every text as it was written, without page breaks, header and footer."""
    slugs = _slugs(document)
    parts = [] if document.front is Front.NONE else [*_cover(document.cover)]
    for block in document.blocks:
        parts.extend(_block(block, document, slugs))
    text = "\n\n".join(_parted_lists([part for part in parts if part.strip()])) + "\n"
    return Rendering(text.encode("utf-8"))


def _slugs(document: Document) -> dict[str, str]:
    """The anchor of each heading by its key; the title's and the contents' own headings count too."""
    taken: dict[str, int] = {}
    if document.front is not Front.NONE:
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
    yield prose(plain(cover.series), {})
    if cover.title.strip():
        yield f"# {inline(plain(single_line(cover.title)), {})}"
    if cover.kind.strip():
        yield prose((Run(cover.kind, bold=True),), {})
    lines = (cover.theme, cover.date, cover.hosts, cover.contact, cover.hashtag)
    yield prose(plain("\n".join(line for line in lines if line.strip())), {})
    logos = [single_line(logo.alternative) for logo in cover.logos]
    yield prose(plain(" · ".join(logo for logo in logos if logo)), {})


def _block(block: Block, document: Document, slugs: Mapping[str, str]) -> Iterator[str]:
    match block:
        case Heading():
            level = min(max(block.level, 1) + 1, _DEEPEST)
            title = inline(tuple(_one_line(run) for run in block.runs), slugs)
            # A heading may end with a row of "#", which is not shown.
            title = f"{title[:-1]}\\#" if title.endswith("#") else title
            yield f"{'#' * level} {title}" if title.strip() else ""
        case Paragraph():
            yield prose(block.runs, slugs)
        case Bullets():
            yield _bullets(block, slugs)
        case Quotation():
            yield _quotation(block, slugs)
        case Table():
            yield prose((Run(block.caption, bold=True),), slugs)
            yield prose(block.lead, slugs)
            yield table(block, slugs)
        case Facts():
            colon = typography(document.language).colon
            yield "\n".join(_fact(colon, label, value, slugs) for label, value in block.rows)
        case KeyFigures():
            rows = (((Run(figure.value, bold=True), Run(f" {figure.label}"))) for figure in block.figures)
            yield "\n".join(listed("-", runs, slugs) for runs in rows)
        case Bars() | Comparison() | SpotMap() | Illustration():
            yield from figure(block, slugs, document.language)
        case Beside():
            for pair in block.pairs:
                for side in pair:
                    for inner in side:
                        yield from _block(inner, document, slugs)
        case Contents():
            yield from _contents(block, document, slugs)
        case Sign():
            yield from sign(block)
        case NameCards():
            yield name_cards(block)
        case Event():
            yield from event(block)
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


def _bullets(block: Bullets, slugs: Mapping[str, str]) -> str:
    return "\n".join(
        listed(f"{number}." if block.ordered else "-", item.runs, slugs)
        for number, item in enumerate(block.items, start=1)
    )


def _fact(colon: str, label: str, value: Runs, slugs: Mapping[str, str]) -> str:
    return listed("-", (Run(label, bold=True), Run(colon), *value), slugs)


def _quotation(block: Quotation, slugs: Mapping[str, str]) -> str:
    shown = paragraphs(block.runs, slugs)
    if any(run.text.strip() for run in block.attribution):
        shown.extend(paragraphs((Run("— "), *block.attribution), slugs))
    text = "\n\n".join(shown)
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n")) if text else ""


def _contents(block: Contents, document: Document, slugs: Mapping[str, str]) -> Iterator[str]:
    if block.title.strip():
        yield f"## {inline(plain(single_line(block.title)), slugs)}"
    yield "\n".join(
        f"{'  ' * (min(max(heading.level, 1), _CONTENTS_LEVELS) - 1)}"
        f"- {inline((Run(_title(heading), target=heading.key),), slugs)}"
        for heading in document.blocks
        if isinstance(heading, Heading) and heading.level <= _CONTENTS_LEVELS and _title(heading)
    )
