"""Sealed papers as one document: each stays as its own seal left it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from facilitator.publishing.document import Attachment, Block, Document, PageBreak, apart
from facilitator.publishing.gate.cleared import ClearedDocument
from facilitator.publishing.gate.protection import Protection
from facilitator.publishing.gate.sealing import seal


def bind(frame: ClearedDocument, papers: Iterable[ClearedDocument]) -> ClearedDocument:
    """Sealed papers as one, each beginning on a page of its own behind what ``frame`` holds. Title, metadata and file
    name are the frame's: what each paper may tell its own reader stays on that paper's pages. Files that papers carry
    are carried on.

    No key of a heading is that of another paper's. Raises TypeError for what is not sealed.
    """
    bound = list(papers)
    for paper in (frame, *bound):
        if not isinstance(paper, ClearedDocument):
            raise TypeError("only ClearedDocuments can be bound")
    blocks: list[Block] = list(frame.sealed.blocks)
    for number, paper in enumerate(bound, start=1):
        blocks += [PageBreak()] if blocks else []
        blocks += apart(paper.sealed.blocks, f"{number}-")
    files = tuple(_named_apart(file for paper in (frame, *bound) for file in paper.sealed.attachments))
    findings = (finding for paper in (frame, *bound) for finding in paper.findings)
    whole = dataclasses.replace(frame.sealed, blocks=tuple(blocks), attachments=files)
    return dataclasses.replace(frame, sealed=whole, findings=tuple(dict.fromkeys(findings)))


def seal_for_all(
    document: Document, protections: Iterable[Protection], fixed: Iterable[str] = ()
) -> ClearedDocument:
    """Seal what stands before papers on several sessions: what any of them must not tell is not told. ``fixed`` as for
    ``seal``. Raises ValueError where there is no protection."""
    found: ClearedDocument | None = None
    for protection in protections:
        sealed = seal(found.sealed if found else document, protection, fixed)
        found = sealed.with_findings(found.findings if found else ())
    if found is None:
        raise ValueError("nothing says what must not be told")
    return dataclasses.replace(found, findings=tuple(dict.fromkeys(found.findings)))


def _named_apart(files: Iterable[Attachment]) -> Iterator[Attachment]:
    taken: set[str] = set()
    for file in files:
        stem, count = file.stem, 1
        while stem in taken:
            count += 1
            stem = f"{file.stem}-{count}"
        taken.add(stem)
        yield dataclasses.replace(file, stem=stem)
