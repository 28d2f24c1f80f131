"""The tree of what a paper says, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

COLUMN: dict[str, object] = {"O": "Table", "Scope": "Column"}
ROW: dict[str, object] = {"O": "Table", "Scope": "Row"}
"""Of what a header cell is the header."""


@dataclass(eq=False)
class Node:
    """A structure element (ISO 32000-1, 14.8.4). ``kind`` is its type, such as ``P``, ``H1`` or ``TD``.

    ``alternative`` says in words what a figure shows, ``actual`` the text of what is not drawn in reading order;
    ``language`` is BCP 47. ``attributes`` are its own ones as the file writes them, with their owner under ``O``.
    ``kids`` are nodes, and marks on pages as (page, number).
    """

    kind: str
    alternative: str = ""
    actual: str = ""
    language: str = ""
    attributes: dict[str, object] = field(default_factory=dict)
    kids: list[Node | Mark | Annotation] = field(default_factory=list)

    def child(self, kind: str, **others: object) -> Node:
        """A new node below this one, behind the others."""
        made = Node(kind, **others)  # type: ignore[arg-type]  # fields of the node, by name
        self.kids.append(made)
        return made

    @property
    def is_told(self) -> bool:
        """Whether anything of it was drawn."""
        return any(not isinstance(kid, Node) or kid.is_told for kid in self.kids)

    def told(self) -> Iterator[Node | Mark | Annotation]:
        """The kids that are in the file: the cells of a row all, so that no column moves; of others what was drawn."""
        for kid in self.kids:
            if not isinstance(kid, Node) or self.kind == "TR" or kid.is_told:
                yield kid


@dataclass(frozen=True)
class Mark:
    """What was drawn for a node on a page (0 being the first), by its number there."""

    page: int
    number: int


@dataclass(frozen=True)
class Annotation:
    """A link on a page, by its name in the file."""

    page: int
    name: str


class Tree:
    """All that one paper says; it knows the latest heading, so that no level is left out."""

    def __init__(self) -> None:
        self.root = Node("Document")
        self._latest = 0

    def heading(self, parent: Node, level: int) -> Node:
        """A node for a heading of a level, or of the nearest one that leaves none out behind the latest."""
        self._latest = min(max(level, 1), self._latest + 1, 6)
        return parent.child(f"H{self._latest}")
