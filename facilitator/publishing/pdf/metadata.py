"""What a file says of itself: title, author, subject, keywords, language, and when it was made."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName

import facilitator
from facilitator.publishing.document import Document
from facilitator.publishing.pdf.structure.archive import attach
from facilitator.publishing.pdf.structure.streams import ArchivalStream
from facilitator.publishing.plain_text import single_line

if TYPE_CHECKING:
    from facilitator.publishing.pdf.canvas import PageCanvas


_SCHEMA = (
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType='Resource'>"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType='Resource'>"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>The part of ISO 14289 that the file keeps</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
)
"""PDF/A wants properties explained that it does not know, such as PDF/UA's."""


class _Moment:
    """A point in time as reportlab wants it; it would otherwise take the clock and the machine's zone."""

    dhh = dmm = 0
    tzname = "UTC"

    def __init__(self, date: datetime) -> None:
        self.t = date.timestamp()
        self.YMDhms = (date.year, date.month, date.day, date.hour, date.minute, date.second)


def describe(canvas: PageCanvas, document: Document, date: datetime) -> None:
    """Write the description into the file's information and, in XML, into its metadata."""
    file = canvas._doc
    file._timeStamp = _Moment(date)
    # What identifies the file comes from what is in it, not from reportlab's look at the clock.
    file.signature = hashlib.md5(date.isoformat().encode("ascii"), usedforsecurity=False)
    creator = f"Facilitator {facilitator.__version__}"
    title, author, subject = (
        single_line(text) for text in (document.title, document.author, document.subject)
    )
    keywords = [single_line(word) for word in document.keywords if word.strip()]
    file.setTitle(title)
    file.setAuthor(author)
    file.setSubject(subject)
    file.setKeywords(", ".join(keywords))
    file.setCreator(creator)
    file.setProducer(creator)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    packet = _packet(document, title, author, subject, keywords, creator, date)
    entries = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    file.Catalog.Metadata = ArchivalStream(PDFDictionary(entries), packet, [])
    attach(document.attachments, file, date)


def _packet(
    document: Document,
    title: str,
    author: str,
    subject: str,
    keywords: list[str],
    creator: str,
    date: datetime,
) -> bytes:
    """The same as an XMP packet (ISO 16684-1), and which standards the file keeps: PDF/UA-1 with PDF/A-2a, or 3a where
    it carries files, which 2a forbids."""
    stamp = date.strftime("%Y-%m-%dT%H:%M:%S+00:00")
    words = "".join(f"<rdf:li>{escape(word)}</rdf:li>" for word in keywords)
    properties = [
        "<dc:format>application/pdf</dc:format>",
        f"<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>{escape(title)}</rdf:li></rdf:Alt></dc:title>",
        f"<dc:creator><rdf:Seq><rdf:li>{escape(author)}</rdf:li></rdf:Seq></dc:creator>" if author else "",
        f"<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>{escape(subject)}</rdf:li></rdf:Alt>"
        "</dc:description>"
        if subject
        else "",
        f"<dc:subject><rdf:Bag>{words}</rdf:Bag></dc:subject>" if words else "",
        f"<dc:language><rdf:Bag><rdf:li>{escape(document.language)}</rdf:li></rdf:Bag></dc:language>",
        f"<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>",
        f"<xmp:CreatorTool>{escape(creator)}</xmp:CreatorTool><pdf:Producer>{escape(creator)}</pdf:Producer>",
        f"<pdf:Keywords>{escape(', '.join(keywords))}</pdf:Keywords>" if keywords else "",
        f"<pdfaid:part>{3 if document.attachments else 2}</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>",
        _SCHEMA,
    ]
    spaces = {
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "dc": "http://purl.org/dc/elements/1.1/",
        "xmp": "http://ns.adobe.com/xap/1.0/",
        "pdf": "http://ns.adobe.com/pdf/1.3/",
        "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
        "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
        "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
        "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
        "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    }
    declared = " ".join(f"xmlns:{prefix}={quoteattr(name)}" for prefix, name in spaces.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {declared}><rdf:Description rdf:about="">'
        f"{''.join(properties)}"
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()
