"""Write the tree of nodes into the file (ISO 32000-1, 14.7).

A long paper has thousands of nodes, and reportlab's dictionaries take longer to write than the pages they tell of:
each element is written here as it will stand in the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFObject, PDFPage, PDFString

from facilitator.publishing.pdf.structure.marking import Marking
from facilitator.publishing.pdf.structure.nodes import Annotation, Mark, Node

_ROOT = "StructTreeRoot"


class TaggedPage(PDFPage):
    """A page that knows the way from its marks to their nodes, and that Tab goes through links in reading order."""

    __NoDefault__: ClassVar = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]


class Written(PDFObject):
    """An object of the file as it stands there."""

    __RefOnly__ = 1
    content = b""

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002 - reportlab asks all objects alike
        return self.content


def write_structure(tree: Node, marking: Marking, document: PDFDocument) -> None:
    """Put the tree, and the way back from each mark to its node, into the catalogue. All pages must be drawn."""
    root = Written()
    reference = document.Reference(root, _ROOT)
    writer = _Writer(document)
    top = writer.element(tree, document.objectcounter)
    ways: list[str] = []
    pages = document.Pages.pages
    for number, (page, marks) in enumerate(zip(pages, marking.parents, strict=False)):
        page.__class__ = TaggedPage
        page.StructParents, page.Tabs = number, PDFName("S")
        ways.append(f"{number} [{_references(writer.numbers[id(node)] for node in marks)}]")
    for number, (node, link) in enumerate(marking.links, start=len(pages)):
        link["StructParent"] = number
        ways.append(f"{number} {writer.numbers[id(node)]} 0 R")
    root.content = (
        f"<</Type/StructTreeRoot/K {top} 0 R/ParentTree <</Nums[{_lines(ways)}]>>"
        f"/ParentTreeNextKey {len(pages) + len(marking.links)}>>"
    ).encode("ascii")
    document.Catalog.StructTreeRoot = reference
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


class _Writer:
    """Writes elements; ``numbers`` are those of their objects in the file, by the identity of their nodes."""

    def __init__(self, document: PDFDocument) -> None:
        self.numbers: dict[int, int] = {}
        self._document = document
        self._pages = [_number(f"Page{page + 1}", document) for page in range(len(document.Pages.pages))]

    def element(self, node: Node, parent: int) -> int:
        """The number of the node's object, written with all below it; ``parent`` is the number above it."""
        document = self._document
        made = Written()
        document.Reference(made, f"SE{len(self.numbers)}")
        own: int = document.objectcounter
        self.numbers[id(node)] = own
        page = next((kid.page for kid in node.kids if isinstance(kid, Mark)), None)
        kids = [self._kid(kid, own, page) for kid in node.told()]
        where = f"/Pg {self._pages[page]} 0 R" if page is not None else ""
        head = f"<</Type/StructElem/S/{node.kind}/P {parent} 0 R{where}/K[{_lines(kids)}]".encode("ascii")
        made.content = head + b"".join(self._more(node)) + b">>"
        return own

    def _kid(self, kid: Node | Mark | Annotation, own: int, page: int | None) -> str:
        if isinstance(kid, Node):
            return f"{self.element(kid, own)} 0 R"
        if isinstance(kid, Annotation):
            there = _number(kid.name, self._document)
            return f"<</Type/OBJR/Pg {self._pages[kid.page]} 0 R/Obj {there} 0 R>>"
        if kid.page == page:
            return str(kid.number)
        return f"<</Type/MCR/Pg {self._pages[kid.page]} 0 R/MCID {kid.number}>>"

    def _more(self, node: Node) -> Iterable[bytes]:
        """What only few nodes say of themselves."""
        texts = ((b"/Alt", node.alternative), (b"/ActualText", node.actual), (b"/Lang", node.language))
        for entry, words in texts:
            if words:
                yield entry
                yield PDFString(words).format(self._document)
        if node.attributes:
            written = "".join(f"/{key}{_value(value)}" for key, value in node.attributes.items())
            yield f"/A<<{written}>>".encode("ascii")


def _number(name: str, document: PDFDocument) -> int:
    """The number of an object that is in the file already."""
    found: tuple[int, int] = document.idToObjectNumberAndVersion[name]
    return found[0]


def _references(numbers: Iterable[int]) -> str:
    return _lines([f"{number} 0 R" for number in numbers])


def _lines(parts: list[str]) -> str:
    """The parts on lines of a moderate length, which archives want."""
    return "\n".join(" ".join(parts[first : first + 10]) for first in range(0, len(parts), 10))


def _value(value: object) -> Any:
    if isinstance(value, str):
        return f"/{value}"
    if isinstance(value, list | tuple):
        return f"[{' '.join(map(str, value))}]"
    return f" {value}"
