"""What makes a file an archive: what its colours mean, and the files that it carries (ISO 19005)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any, ClassVar

from PIL import ImageCms
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFCatalog,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFString,
    PDFZCompress,
)

from facilitator.publishing.document import Attachment, as_json
from facilitator.publishing.pdf.structure.streams import ArchivalStream

_DATED, _NAMED = slice(24, 36), slice(84, 100)
"""Bytes of a colour profile that hold the moment in which it was made, and a number made from all of them."""
_DAY = bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
"""2000-01-01, as profiles write it."""


class ArchivalCatalog(PDFCatalog):
    """The catalogue of a file with a meaning of colours and with files in it."""

    __NoDefault__: ClassVar = [*PDFCatalog.__NoDefault__, "OutputIntents", "AF"]
    OutputIntents = AF = None


def make_archival(document: PDFDocument) -> None:
    """Say what the colours mean: sRGB."""
    profile = ArchivalStream(PDFDictionary({"N": 3}), _srgb(), [PDFZCompress])
    document.Catalog.__class__ = ArchivalCatalog
    document.Catalog.OutputIntents = PDFArray(
        [
            PDFDictionary(
                {
                    "Type": PDFName("OutputIntent"),
                    "S": PDFName("GTS_PDFA1"),
                    "OutputConditionIdentifier": PDFString("sRGB"),
                    "Info": PDFString("sRGB"),
                    "DestOutputProfile": document.Reference(profile, "sRGB"),
                }
            )
        ]
    )


@cache
def _srgb() -> bytes:
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_DATED], profile[_NAMED] = _DAY, bytes(16)
    return bytes(profile)


def attach(files: Sequence[Attachment], document: PDFDocument, date: datetime) -> None:
    """Put files into the file, as the data that its pages show. ``date`` is in UTC."""
    if not files:
        return
    references = [_file(number, file, document, date) for number, file in enumerate(files)]
    named: list[Any] = []
    for number, reference in enumerate(references):
        named += [PDFString(f"{number:03d}"), reference]
    tree = PDFDictionary({"Names": PDFArray(named)})
    document.Catalog.Names = PDFDictionary({"EmbeddedFiles": tree})
    document.Catalog.AF = PDFArray(references)


def _file(number: int, file: Attachment, document: PDFDocument, date: datetime) -> PDFObjectReference:
    data = as_json(file.data).encode("utf-8", "replace")
    entries = {
        "Type": PDFName("EmbeddedFile"),
        "Subtype": "/application#2Fjson",
        "Params": PDFDictionary({"Size": len(data), "ModDate": PDFString(f"D:{date:%Y%m%d%H%M%S}+00'00'")}),
    }
    stream = document.Reference(ArchivalStream(PDFDictionary(entries), data, [PDFZCompress]), f"EF{number}")
    name = PDFString(f"{file.stem}.json")
    specification = {
        "Type": PDFName("Filespec"),
        "F": name,
        "UF": name,
        "Desc": PDFString(file.description),
        "AFRelationship": PDFName("Data"),
        "EF": PDFDictionary({"F": stream, "UF": stream}),
    }
    return document.Reference(PDFDictionary(specification), f"FS{number}")
