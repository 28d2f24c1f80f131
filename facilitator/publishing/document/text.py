"""Runs: stretches of text in one style."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style. A line feed in ``text`` starts a new line.

    ``link`` is an address to open (http, https, mailto); every other scheme is printed as text only.
    ``target`` is the ``key`` of a heading in the same document. ``language`` is a BCP 47 code where it differs
    from the document's.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    target: str = ""
    language: str = ""


Runs = tuple[Run, ...]


def plain(text: str) -> Runs:
    """One unstyled run, or none for an empty text."""
    return (Run(text),) if text else ()
