"""What stands between cover and end, as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from facilitator.publishing.document import (
    Bars,
    Beside,
    Block,
    Bullets,
    Comparison,
    Contents,
    Document,
    Event,
    Facts,
    Heading,
    Illustration,
    KeyFigures,
    NameCards,
    PageBreak,
    Paragraph,
    Quotation,
    Sign,
    SpotMap,
    Table,
    Voice,
    headings_of,
)
from facilitator.publishing.html import entries, figures
from facilitator.publishing.html.pictures import picture
from facilitator.publishing.html.text import inline, passage, text, told
from facilitator.publishing.plain_text import single_line
from facilitator.translation import tr

_CONTENTS_LEVELS = 2
_DEEPEST = 6
_CLASSES = {Voice.BODY: "", Voice.LEAD: ' class="lead"', Voice.SMALL: ' class="small"'}


class Page:
    """Makes the blocks of one document; ``notes`` tell what could not be shown."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._anchors = _anchors(document.blocks)
        self.notes: list[str] = []

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Each block, in order."""
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                level = min(max(block.level, 1) + 1, _DEEPEST)
                anchor = self._anchors.get(block.key, "")
                name = f' id="{anchor}"' if anchor else ""
                yield f"<h{level}{name}>{inline(block.runs, self._anchors)}</h{level}>"
            case Paragraph():
                if told(block.runs):
                    yield f"<p{_CLASSES[block.voice]}>{inline(block.runs, self._anchors)}</p>"
            case Bullets():
                yield from self._bullets(block)
            case Quotation():
                yield from self._quotation(block)
            case Table():
                yield from self._table(block)
            case Facts():
                rows = (
                    f"<dt>{text(label)}</dt><dd>{inline(value, self._anchors)}</dd>"
                    for label, value in block.rows
                )
                yield f'<dl class="facts">{"".join(rows)}</dl>'
            case KeyFigures() | Bars() | Comparison() | SpotMap():
                yield from figures.figure(block, self._document.language)
            case Illustration():
                yield from self._illustration(block)
            case Beside():
                yield from self._beside(block)
            case Contents():
                yield from self._contents(block)
            case Sign() | NameCards() | Event():
                yield from entries.entry(block)
            case PageBreak():
                return

    def _bullets(self, block: Bullets) -> Iterator[str]:
        tag = "ol" if block.ordered else "ul"
        yield f"<{tag}>"
        for item in block.items:
            yield f"<li>{inline(item.runs, self._anchors)}</li>"
        yield f"</{tag}>"

    def _quotation(self, block: Quotation) -> Iterator[str]:
        source = inline(block.attribution, self._anchors)
        foot = f"<footer>— {source}</footer>" if told(block.attribution) else ""
        yield f"<blockquote><p>{inline(block.runs, self._anchors)}</p>{foot}</blockquote>"

    def _table(self, block: Table) -> Iterator[str]:
        if told(block.lead):
            yield f"<p>{inline(block.lead, self._anchors)}</p>"
        yield '<div class="scroll" tabindex="0" role="region"' + _named(block) + ">"
        yield "<table>"
        if block.caption.strip():
            yield f"<caption>{text(block.caption)}</caption>"
        classes = [' class="number"' if column.numeric else "" for column in block.columns]
        if any(column.title.strip() for column in block.columns):
            heads = (
                f'<th{name} scope="col">{text(column.title)}</th>'
                for name, column in zip(classes, block.columns, strict=True)
            )
            yield f"<thead><tr>{''.join(heads)}</tr></thead>"
        yield "<tbody>"
        for row in block.rows:
            cells = (
                f"<td{name}>{inline(cell, self._anchors)}</td>"
                for name, cell in zip(classes, row, strict=False)
            )
            yield f"<tr>{''.join(cells)}</tr>"
        yield "</tbody></table></div>"

    def _illustration(self, block: Illustration) -> Iterator[str]:
        made = picture(block.picture)
        if not made:
            self.notes.append(tr("A picture can't be read: its description stands in its place."))
            made = f"<p>{text(single_line(block.picture.alternative))}</p>"
        caption = inline(block.caption, self._anchors)
        yield f"<figure>{made}{f'<figcaption>{caption}</figcaption>' if caption else ''}</figure>"

    def _beside(self, block: Beside) -> Iterator[str]:
        yield '<div class="beside">'
        for one, other in block.pairs:
            yield "<div>"
            yield from self.blocks(one)
            yield f"</div><div{passage(block.language)}>"
            yield from self.blocks(other)
            yield "</div>"
        yield "</div>"

    def _contents(self, block: Contents) -> Iterator[str]:
        title = text(single_line(block.title))
        yield f"<nav{_label(title)}>"
        if title:
            yield f"<h2>{title}</h2>"
        yield "<ol>"
        for heading in headings_of(self._document.blocks):
            words = text(single_line("".join(run.text for run in heading.runs)))
            if heading.level <= _CONTENTS_LEVELS and words:
                name = ' class="inner"' if heading.level > 1 else ""
                yield f'<li{name}><a href="#{self._anchors[heading.key]}">{words}</a></li>'
        yield "</ol></nav>"


def _anchors(blocks: Iterable[Block]) -> Mapping[str, str]:
    """The id of each heading by its key: a number, since a key may hold anything."""
    found: dict[str, str] = {}
    for heading in headings_of(blocks):
        found.setdefault(heading.key, f"part-{len(found) + 1}")
    return found


def _named(block: Table) -> str:
    return _label(text(single_line(block.caption or block.name or tr("Table"))))


def _label(words: str) -> str:
    return f' aria-label="{words}"'.replace("<br>", " ") if words else ""
