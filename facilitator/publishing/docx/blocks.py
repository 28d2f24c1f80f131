"""What stands between cover and end, as WordprocessingML."""

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
    Run,
    Sign,
    SpotMap,
    Table,
    Voice,
    headings_of,
    plain,
)
from facilitator.publishing.docx import entries
from facilitator.publishing.docx.figures import bars_table, comparison_table
from facilitator.publishing.docx.parts import BULLETS, field
from facilitator.publishing.docx.pictures import Pictures
from facilitator.publishing.docx.styles import Look
from facilitator.publishing.docx.tables import Cell, Frame, data_table, facts_table, figures_table, row, table
from facilitator.publishing.docx.text import Shape, Texts, told
from facilitator.publishing.pictures import printed
from facilitator.publishing.plain_text import single_line
from facilitator.publishing.typography import typography
from facilitator.translation import tr

_CONTENTS_LEVELS = 2
_DEEPEST = 4
_STYLES = {Voice.BODY: "Normal", Voice.LEAD: "Lead", Voice.SMALL: "Small"}
_TWIPS = 20


class Body:
    """Makes the blocks of one document; ``notes`` tell what could not be shown, ``ordered`` counts numbered lists.

    ``anchors`` gives the bookmark of each heading's key, ``pages`` the page on which it stands when printed.
    """

    def __init__(
        self,
        document: Document,
        look: Look,
        pictures: Pictures,
        anchors: Mapping[str, str],
        pages: Mapping[str, int],
    ) -> None:
        self._document, self._look, self._pictures = document, look, pictures
        self._anchors, self._pages = anchors, pages
        self._marked: set[str] = set()
        self.ordered = 0
        self.notes: list[str] = []

    def blocks(self, blocks: Iterable[Block], texts: Texts, inside: int) -> Iterator[str]:
        """Each block, in order, in so much width (twentieths of a point)."""
        for block in blocks:
            yield from self._block(block, texts, inside)

    def _block(self, block: Block, texts: Texts, inside: int) -> Iterator[str]:
        look = self._look
        match block:
            case Heading():
                yield self._heading(block, texts)
            case Paragraph():
                if told(block.runs):
                    yield texts.paragraph(block.runs, Shape(_STYLES[block.voice]))
            case Bullets():
                yield from self._bullets(block, texts)
            case Quotation():
                yield texts.paragraph(block.runs, Shape("Quote"))
                source = (Run("— "), *block.attribution) if told(block.attribution) else ()
                yield texts.paragraph(source, Shape("Attribution")) if source else texts.gap(160)
            case Table():
                yield from self._captioned(
                    block.caption, block.lead, data_table(block, texts, look.ground, inside), texts
                )
            case Facts():
                yield from self._captioned("", (), facts_table(block, texts, inside), texts)
            case KeyFigures():
                for made in figures_table(block, texts, look.ground, look.tint, inside):
                    yield from (made, texts.gap(120))
            case Bars():
                made = bars_table(block, texts, (look.ground, look.track), inside)
                yield from self._captioned(block.title, (), made, texts)
            case Comparison():
                made = comparison_table(block, texts, (look.ground, look.track), look.second, inside)
                yield from self._captioned(block.title, (), made, texts)
            case SpotMap():
                yield from self._map(block, texts)
            case Illustration():
                yield from self._illustration(block, texts, inside)
            case Beside():
                yield from self._beside(block, texts, inside)
            case Contents():
                yield from self._contents(block, texts)
            case Sign() | NameCards() | Event():
                yield from entries.entry(block, texts, inside)
            case PageBreak():
                yield '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

    def _heading(self, block: Heading, texts: Texts) -> str:
        level = min(max(block.level, 1), _DEEPEST)
        anchor = self._anchors.get(block.key, "")
        if anchor and anchor not in self._marked:
            self._marked.add(anchor)
            return texts.paragraph(block.runs, Shape(f"Heading{level}", bookmark=anchor))
        return texts.paragraph(block.runs, Shape(f"Heading{level}"))

    def _bullets(self, block: Bullets, texts: Texts) -> Iterator[str]:
        number = BULLETS
        if block.ordered:
            self.ordered += 1
            number = BULLETS + self.ordered
        style = "ListNumber" if block.ordered else "ListBullet"
        for item in block.items:
            yield texts.paragraph(item.runs, Shape(style, number=number))

    @staticmethod
    def _captioned(caption: str, lead: tuple[Run, ...], made: str, texts: Texts) -> Iterator[str]:
        if caption.strip():
            yield texts.plain(single_line(caption), Shape("Caption"))
        if told(lead):
            yield texts.paragraph(lead, Shape("Small", keep=True))
        if made:
            yield from (made, texts.gap(160))

    def _map(self, block: SpotMap, texts: Texts) -> Iterator[str]:
        from facilitator.publishing.maps.view import unlabelled, view_of

        if block.title.strip():
            yield texts.plain(single_line(block.title), Shape("Caption"))
        view = view_of(block)
        if view.spots:
            made = self._pictures.map(block, self._document, self._look.inside / _TWIPS)
            yield texts.around(made, Shape("Picture"))
        others = [*unlabelled(view, block), *block.beside]
        if others:
            yield texts.plain(typography(texts.language).listed(map(single_line, others)), Shape("Small"))

    def _illustration(self, block: Illustration, texts: Texts, inside: int) -> Iterator[str]:
        words = single_line(block.picture.alternative)
        made = printed(block.picture.data)
        if made is None:
            self.notes.append(tr("A picture can't be read: its description stands in its place."))
            yield texts.paragraph((Run(words, italic=True),))
        else:
            drawn = self._pictures.inline(made, words, (inside / _TWIPS, inside / _TWIPS))
            yield texts.around(drawn, Shape("Picture"))
        if told(block.caption):
            yield texts.paragraph(block.caption, Shape("PictureCaption"))

    def _beside(self, block: Beside, texts: Texts, inside: int) -> Iterator[str]:
        widths = (inside // 2, inside - inside // 2)
        frame = Frame(widths, bool(texts.level), padding=(0, 140))
        room = widths[0] - 2 * frame.padding[1]
        other = texts.in_language(block.language)
        rows = []
        for pair in block.pairs:
            sides = ((pair[0], texts), (pair[1], other))
            cells = [Cell("".join(self.blocks(blocks, one, room)) + one.gap(0)) for blocks, one in sides]
            rows.append(row(cells, widths, whole=False))
        if rows:
            yield from (table(frame, rows), texts.gap(120))

    def _contents(self, block: Contents, texts: Texts) -> Iterator[str]:
        if block.title.strip():
            yield texts.plain(single_line(block.title), Shape("ContentsTitle"))
        entries_ = [
            one
            for one in headings_of(self._document.blocks)
            if one.level <= _CONTENTS_LEVELS and single_line("".join(run.text for run in one.runs))
        ]
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
            f' TOC \\o "1-{_CONTENTS_LEVELS}" \\h \\z \\u </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        for at, one in enumerate(entries_):
            words = single_line("".join(run.text for run in one.runs))
            anchor = self._anchors[one.key]
            page = field(f"PAGEREF {anchor} \\h", str(self._pages.get(one.key, "")), stale=True)
            inside = f"{texts.run(plain(words)[0])}<w:r><w:tab/></w:r>{page}"
            link = f'<w:hyperlink w:anchor="{anchor}" w:history="1">{inside}</w:hyperlink>'
            yield texts.around((begin if at == 0 else "") + link, Shape(f"TOC{max(1, one.level)}"))
        if entries_:
            yield '<w:p><w:pPr><w:pStyle w:val="Tight"/></w:pPr><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
            if not block.followed:
                yield '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def anchors_of(blocks: Iterable[Block]) -> dict[str, str]:
    """The bookmark of each heading by its key: a number, since a key may hold anything."""
    found: dict[str, str] = {}
    for heading in headings_of(blocks):
        found.setdefault(heading.key, f"_Toc{len(found) + 1:06}")
    return found
