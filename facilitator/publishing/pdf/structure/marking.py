"""Marks what is drawn on a page with the nodes that it is drawn for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from facilitator.publishing.pdf.structure.nodes import Annotation, Mark, Node

_ARTIFACT = "/Artifact BMC"


class Marking:
    """One per file. ``parents`` holds the nodes of each page's marks in their order; ``links`` those of annotations,
    with their dictionaries."""

    def __init__(self) -> None:
        self.parents: list[list[Node]] = [[]]
        self.links: list[tuple[Node, Any]] = []
        self._in_artifact = False
        self._in_figure = False
        self._untold = 0

    @property
    def page(self) -> int:
        """The page that is drawn, 0 being the first."""
        return len(self.parents) - 1

    def decoration(self, code: list[str]) -> None:
        """What is drawn next is looked at only, unless it is a part of a figure."""
        if not self._in_artifact and not self._in_figure:
            code.append(_ARTIFACT)
            self._in_artifact = True

    def begin(self, node: Node) -> str:
        """The operator that begins what is drawn for a node."""
        marks = self.parents[-1]
        node.kids.append(Mark(self.page, len(marks)))
        marks.append(node)
        return f"/{node.kind}<</MCID {len(marks) - 1}>>BDC"

    @contextmanager
    def figure(self, node: Node, code: list[str]) -> Iterator[None]:
        """All that is drawn within is one figure."""
        if self._untold or self._in_figure:
            yield
            return
        self.end_artifact(code)
        code.append(self.begin(node))
        self._in_figure = True
        yield
        self._in_figure = False
        code.append("EMC")

    @contextmanager
    def untold(self) -> Iterator[None]:
        """What is drawn within was told before, or runs along every page."""
        self._untold += 1
        yield
        self._untold -= 1

    @property
    def is_told(self) -> bool:
        """Whether what is drawn now is a part of what the paper says, and is marked by itself."""
        return not self._untold and not self._in_figure

    def link(self, node: Node, name: str, dictionary: Any) -> None:
        """A link on this page, by its name in the file, is part of a node."""
        self.links.append((node, dictionary))
        node.kids.append(Annotation(self.page, name))

    def end_page(self, code: list[str]) -> None:
        """The page is drawn."""
        self.end_artifact(code)
        self.parents.append([])

    def end_artifact(self, code: list[str]) -> None:
        """What is drawn next tells for itself what it is."""
        if self._in_artifact:
            code.append("EMC")
            self._in_artifact = False
