"""The file around the text: parts, relations, pictures, and a ZIP that is the same for the same content."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import quoteattr

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    f' xmlns:r="{_OFFICE}/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_KINDS = {"header1": "header", "footer1": "footer"}


class Package:
    """Gathers what the document points to. Ids are numbers in order of use."""

    def __init__(self) -> None:
        self._relations: list[tuple[str, str, bool]] = []
        self._links: dict[str, str] = {}
        self._media: dict[bytes, tuple[str, str]] = {}
        for name in ("styles", "numbering", "settings", "fontTable"):
            self._relate(name, f"{name}.xml")
        self.header = self._relate("header", "header1.xml")
        self.footer = self._relate("footer", "footer1.xml")

    def _relate(self, kind: str, target: str, *, outside: bool = False) -> str:
        self._relations.append((kind, target, outside))
        return f"rId{len(self._relations)}"

    def link(self, address: str) -> str:
        """The relation to an address on the web."""
        if address not in self._links:
            self._links[address] = self._relate("hyperlink", address, outside=True)
        return self._links[address]

    def picture(self, data: bytes, media_type: str) -> str:
        """The relation to a picture; the same picture is held once."""
        if data not in self._media:
            ending = "jpeg" if media_type == "image/jpeg" else "png"
            name = f"media/image{len(self._media) + 1}.{ending}"
            self._media[data] = (name, self._relate("image", name))
        return self._media[data][1]

    def written(self, parts: dict[str, str], core: str) -> bytes:
        """The file; ``parts`` are the documents in ``word/`` by name without ending."""
        files = {
            "[Content_Types].xml": _content_types(parts).encode(),
            "_rels/.rels": _relations(
                [
                    (f"{_OFFICE}/relationships/officeDocument", "word/document.xml", False),
                    (
                        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                        "docProps/core.xml",
                        False,
                    ),
                ]
            ),
            "docProps/core.xml": core.encode(),
            "word/_rels/document.xml.rels": _relations(
                [
                    (f"{_OFFICE}/relationships/{kind}", target, outside)
                    for kind, target, outside in self._relations
                ]
            ),
            **{f"word/{name}.xml": (XML + text).encode("utf-8") for name, text in parts.items()},
            **{f"word/{name}": data for data, (name, _) in self._media.items()},
        }
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():
                entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
                archive.writestr(entry, data)
        return target.getvalue()


def _content_types(parts: dict[str, str]) -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{_type_of(name)}+xml"/>'
        for name in parts
    )
    return (
        f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="jpeg" ContentType="image/jpeg"/>'
        f"{overrides}"
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _type_of(name: str) -> str:
    return "document.main" if name == "document" else _KINDS.get(name, name)


def _relations(found: list[tuple[str, str, bool]]) -> bytes:
    mode = ' TargetMode="External"'
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target={quoteattr(target)}{mode if outside else ""}/>'
        for number, (kind, target, outside) in enumerate(found, start=1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{XML}<Relationships xmlns="{space}">{inside}</Relationships>'.encode()
