"""Read the structure of a PDF back: what a screen reader is told, in its order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from facilitator.publishing.document import Rendering
from tests.publishing.pdf.reading import character_maps, opened


@dataclass
class Element:
    """A structure element with what it says by itself, and its kids."""

    kind: str
    alternative: str = ""
    actual: str = ""
    language: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    kids: list[Element | str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What is told of it, kids included."""
        if self.actual:
            return self.actual
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def all(self, *kinds: str) -> Iterator[Element]:
        """The elements of some kinds at and below this one, in reading order."""
        if self.kind in kinds or not kinds:
            yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.all(*kinds)

    def outline(self) -> list[Any]:
        """The kinds of all elements, nested."""
        inner = [kid.outline() for kid in self.kids if isinstance(kid, Element)]
        return [self.kind, *inner]


def structure(rendering: Rendering) -> Element:
    """The element ``Document``. Checks on the way that the file leads back from each mark to its element."""
    with opened(rendering) as file:
        marked = [_marked(page) for page in file.pages]
        pages = {page.objgen: number for number, page in enumerate(file.pages)}
        ways = list(file.Root.StructTreeRoot.ParentTree.Nums)
        parents = {int(ways[at]): ways[at + 1] for at in range(0, len(ways), 2)}
        return _element(file.Root.StructTreeRoot.K, file, marked, pages, parents)


def _element(found: Any, file: pikepdf.Pdf, marked: Any, pages: Any, parents: Any) -> Element:
    made = Element(
        str(found.S).removeprefix("/"),
        str(found.get("/Alt", "")),
        str(found.get("/ActualText", "")),
        str(found.get("/Lang", "")),
        dict(found.get("/A", {}).items()),
    )
    for kid in found.K:
        number, place = (kid, found) if isinstance(kid, int) else (kid.get("/MCID"), kid)
        kind = "" if isinstance(kid, int) else str(kid.get("/Type", ""))
        if number is not None:
            page = pages[place.Pg.objgen]
            own = parents[int(file.pages[page].StructParents)][int(number)]
            assert own.objgen == found.objgen
            made.kids.append(marked[page].pop(int(number)))
        elif kind == "/OBJR":
            assert parents[int(kid.Obj.StructParent)].objgen == found.objgen
            made.links.append(str(kid.Obj.A.URI) if "/A" in kid.Obj else "#")
            assert str(kid.Obj.Contents)
        else:
            assert kid.P.objgen == found.objgen
            made.kids.append(_element(kid, file, marked, pages, parents))
    return made


def _marked(page: pikepdf.Page) -> dict[int, str]:
    """What is drawn for each mark of a page."""
    return {number: text for number, text in _drawn(page) if number >= 0}


def untold(rendering: Rendering) -> str:
    """All text that is drawn as decoration, on all pages."""
    with opened(rendering) as file:
        return "\n".join(text for page in file.pages for number, text in _drawn(page) if number < 0)


def _drawn(page: pikepdf.Page) -> list[tuple[int, str]]:
    """The texts of marks by their number; those of decoration have -1."""
    maps, font = character_maps(page), ""
    found: dict[int, list[str]] = {}
    stack: list[tuple[int, str]] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BMC":
                stack.append((-1, ""))
            case "BDC":
                within = stack[-1][0] if stack else -2
                if "/MCID" in operands[1]:
                    assert not stack, "marks do not lie within one another, nor within decoration"
                    stack.append((int(operands[1].MCID), ""))
                    found.setdefault(int(operands[1].MCID), [])
                else:
                    text = bytes(operands[1].ActualText).decode("utf-16")
                    found.setdefault(within, []).append(text)
                    stack.append((within, "actual"))
            case "EMC":
                stack.pop()
            case "Tf":
                font = str(operands[0])
            case "TJ":
                assert stack, "every text is told or decoration"
                number, actual = stack[-1]
                for part in operands[0]:
                    if isinstance(part, pikepdf.String) and not actual:
                        codes = bytes(part)
                        glyphs = (int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2))
                        found.setdefault(number, []).extend(maps[font][glyph] for glyph in glyphs)
            case "f" | "Do" | "S" | "W":
                assert stack or str(operator) == "W", "every shape is told or decoration"
    assert not stack
    return [(number, "".join(parts)) for number, parts in found.items()]
