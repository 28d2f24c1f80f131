"""Documents as DOCX (Office Open XML, ECMA-376), to be worked on further in a word processor.

Named styles, real lists, tables with headings that repeat, contents and page numbers as fields, languages of passages,
alternatives of pictures. Nothing in the file says when, where or by whom it was made.

Importing this package loads nothing of it.
"""

from __future__ import annotations

from facilitator.publishing.document import Document, Rendering


def render(document: Document) -> Rendering:
    """The document as a DOCX. The same document gives the same bytes. ``Document.attachments`` are not carried."""
    from facilitator.publishing.docx.writing import write

    return write(document)
