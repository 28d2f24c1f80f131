"""Write the tree of nodes into the file (ISO 32000-1, 14.7)."""

from __future__ import annotations

from typing import Any, ClassVar

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFPage,
    PDFString,
)

from facilitator.publishing.pdf.structure.marking import Marking
from facilitator.publishing.pdf.structure.nodes import Annotation, Mark, Node

_ROOT = "StructTreeRoot"


class TaggedPage(PDFPage):
    """A page that knows the way from its marks to their nodes, and that Tab goes through links in reading order."""

    __NoDefault__: ClassVar = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]


def write_structure(tree: Node, marking: Marking, document: PDFDocument) -> None:
    """Put the tree, and the way back from each mark to its node, into the catalogue. All pages must be drawn."""
    names: dict[int, str] = {}
    count = len(document.Pages.pages)
    pages = [PDFObjectReference(f"Page{number + 1}") for number in range(count)]
    root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    document.Reference(root, _ROOT)
    root["K"] = _element(tree, PDFObjectReference(_ROOT), names, pages, document)
    ways: list[Any] = []
    for number, (page, marks) in enumerate(zip(document.Pages.pages, marking.parents, strict=False)):
        page.__class__ = TaggedPage
        page.StructParents, page.Tabs = number, PDFName("S")
        ways += [number, PDFArray([PDFObjectReference(names[id(node)]) for node in marks])]
    for number, (node, link) in enumerate(marking.links, start=count):
        link["StructParent"] = number
        ways += [number, PDFObjectReference(names[id(node)])]
    root["ParentTree"] = PDFDictionary({"Nums": PDFArray(ways)})
    root["ParentTreeNextKey"] = count + len(marking.links)
    document.Catalog.StructTreeRoot = PDFObjectReference(_ROOT)
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _element(
    node: Node, parent: Any, names: dict[int, str], pages: list[Any], document: PDFDocument
) -> PDFObjectReference:
    name = names[id(node)] = f"SE{len(names)}"
    own = PDFObjectReference(name)
    made = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(node.kind), "P": parent})
    document.Reference(made, name)
    kids: list[Any] = []
    for kid in node.told():
        match kid:
            case Node():
                kids.append(_element(kid, own, names, pages, document))
            case Mark():
                kids.append(
                    PDFDictionary({"Type": PDFName("MCR"), "Pg": pages[kid.page], "MCID": kid.number})
                )
            case Annotation():
                there = PDFObjectReference(kid.name)
                kids.append(PDFDictionary({"Type": PDFName("OBJR"), "Pg": pages[kid.page], "Obj": there}))
    made["K"] = PDFArray(kids)
    for entry, words in (("Alt", node.alternative), ("ActualText", node.actual), ("Lang", node.language)):
        if words:
            made[entry] = PDFString(words)
    if node.attributes:
        made["A"] = PDFDictionary({key: _value(value) for key, value in node.attributes.items()})
    return own


def _value(value: object) -> Any:
    if isinstance(value, str):
        return PDFName(value)
    return PDFArray(list(value)) if isinstance(value, list | tuple) else value
