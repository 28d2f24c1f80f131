"""The parts of a Word document put together."""

from __future__ import annotations

from facilitator.publishing.document import Contents, Document, Front, Rendering, headings_of
from facilitator.publishing.docx import parts
from facilitator.publishing.docx.blocks import Body, anchors_of
from facilitator.publishing.docx.cover import cover
from facilitator.publishing.docx.package import SPACES, Package
from facilitator.publishing.docx.pictures import Pictures
from facilitator.publishing.docx.styles import Look
from facilitator.publishing.docx.text import Texts
from facilitator.publishing.plain_text import single_line


def write(document: Document) -> Rendering:
    """The whole file."""
    package = Package()
    look = Look(document.accent, document.language, document.landscape, document.typeface)
    anchors = anchors_of(document.blocks)
    texts = Texts(document.language, anchors, package.link)
    pictures = Pictures(package)
    body = Body(document, look, pictures, anchors, _pages(document))
    inside = [*cover(document, texts, pictures, look), *body.blocks(document.blocks, texts, look.inside)]
    references = ""
    if document.front is not Front.NONE:
        references = (
            f'<w:headerReference w:type="default" r:id="{package.header}"/>'
            f'<w:footerReference w:type="default" r:id="{package.footer}"/>'
        )
        if document.front is Front.BAND or document.one_page:
            references += f'<w:footerReference w:type="first" r:id="{package.footer}"/>'
    section = look.section(references, titled=document.front is not Front.NONE)
    # A document must not end with a table: the last paragraph is a line of no height.
    whole = f"<w:document {SPACES}><w:body>{''.join(inside)}{texts.gap(0)}{section}</w:body></w:document>"
    made = {
        "document": whole,
        "styles": look.styles(),
        "numbering": parts.numbering(body.ordered, look.accent),
        "settings": parts.settings(),
        "fontTable": parts.font_table(document.typeface),
        "header1": parts.header(document, texts),
        "footer1": parts.footer(document, texts),
    }
    title = single_line(document.title) or _first_heading(document)
    return Rendering(
        package.written(made, parts.core(document, title)), notes=tuple(dict.fromkeys(body.notes))
    )


def _pages(document: Document) -> dict[str, int]:
    """On which page each heading stands in print: what the contents show until a word processor counts its own."""
    if not any(isinstance(block, Contents) for block in document.blocks):
        return {}
    from facilitator.publishing.pdf.composer import Composer

    return Composer(document, None, None).pages()


def _first_heading(document: Document) -> str:
    found = next(headings_of(document.blocks), None)
    return single_line("".join(run.text for run in found.runs)) if found else "–"
