"""Streams as archives want them."""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream

_END = b"endstream\n"


class ArchivalStream(PDFStream):
    """A stream whose end stands on a line of its own (ISO 19005-2, 6.1.7.1), which reportlab does not do."""

    def format(self, document: PDFDocument) -> bytes:
        made: bytes = super().format(document)
        return made.removesuffix(_END) + b"\n" + _END
