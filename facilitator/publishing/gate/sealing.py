"""The last pass over a finished paper: whatever a person typed anywhere in it, nobody is named who may not be."""

from __future__ import annotations

import dataclasses
import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from facilitator.publishing.document import (
    Attachment,
    Beside,
    Block,
    Document,
    Heading,
    Run,
    Runs,
    plain,
)
from facilitator.publishing.gate.cleared import ClearedDocument, Finding, Severity
from facilitator.publishing.gate.cutting import cut
from facilitator.publishing.gate.protection import Protection, Span
from facilitator.translation import SOURCE_LANGUAGE, tr

T = TypeVar("T")
# Ids and codes that the program made; what is no text, such as pictures and moments, stays as it is anyway.
_AS_THEY_ARE = {"evidence", "accent", "level", "column"}
# Ids that stand in the file, so that others find the place or the entry again. Those of rows are hexadecimal digits,
# and never a name; a library from elsewhere may hold any.
_IDENTITIES = {"key", "target", "uid"}
_OF_A_ROW = re.compile("[0-9a-f-]*")
_LANGUAGE = re.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_LONGEST_STEM = 100


def seal(document: Document, protection: Protection, fixed: Iterable[str] = ()) -> ClearedDocument:
    """Clean all texts of a document, its addresses, its metadata and its file name.

    ``fixed`` are texts of the program itself in it: a surname that is one of their words does not break them up.
    The findings say what was replaced where.
    """
    sealing = _Sealing(protection.with_plain(fixed))
    blocks = []
    for block in document.blocks:
        heading = _heading_of(block)
        if heading is not None and heading.level == 1:
            sealing.part = heading
        blocks.append(sealing.cleaned(block))
    sealing.part = None
    whole = sealing.cleaned(dataclasses.replace(document, blocks=(), stem="", attachments=()))
    carried = tuple(_carried(file, sealing) for file in document.attachments)
    whole = dataclasses.replace(whole, language=whole.language or SOURCE_LANGUAGE, attachments=carried)
    stem = _safe_stem(document.stem, sealing.protection)
    return ClearedDocument(
        dataclasses.replace(whole, blocks=tuple(blocks), stem=stem), tuple(dict.fromkeys(sealing.findings))
    )


def _carried(file: Attachment, sealing: _Sealing) -> Attachment:
    """A file with all its texts cleaned, and a name that tells nothing."""
    sealing.part = Heading(1, plain(tr("the data that the paper carries")), "")
    cleaned = sealing.cleaned(dataclasses.replace(file, stem=""))
    return dataclasses.replace(cleaned, stem=_safe_stem(file.stem, sealing.protection))


def _heading_of(block: Block) -> Heading | None:
    """The heading that a block is, or that stands first in two languages."""
    if isinstance(block, Beside) and block.pairs:
        return next((one for one in block.pairs[0][0] if isinstance(one, Heading)), None)
    return block if isinstance(block, Heading) else None


class _Sealing:
    def __init__(self, protection: Protection) -> None:
        self.protection = protection
        self.part: Heading | None = None
        self.findings: list[Finding] = []

    def cleaned(self, value: T) -> T:
        """The same value with every text in it cleaned, however deep."""
        clean: Callable[[Any], Any] = self.cleaned
        found: Any = value
        if isinstance(value, str) and type(value) is str:
            found = self._text(value)
        elif isinstance(value, tuple):
            runs = bool(value) and all(isinstance(entry, Run) for entry in value)
            found = self._runs(value) if runs else tuple(clean(entry) for entry in value)
        elif dataclasses.is_dataclass(value) and not isinstance(value, type):
            names = [field.name for field in dataclasses.fields(value) if field.name not in _AS_THEY_ARE]
            cleaners = {name: self._identity if name in _IDENTITIES else clean for name in names}
            found = dataclasses.replace(
                value, **{name: cleaners[name](getattr(value, name)) for name in names}
            )
            if getattr(found, "link", "") != getattr(value, "link", ""):
                # An address with words cut out leads nowhere, or elsewhere.
                found = dataclasses.replace(found, link="")
            if hasattr(value, "language"):
                found = dataclasses.replace(found, language=self._language(value.language))
        return found  # type: ignore[no-any-return]  # of the class that came in

    def _text(self, text: str) -> str:
        cleaned = self.protection.clean(text)
        self._tell(cleaned.spans, cleaned.doubtful)
        return cleaned.text

    def _identity(self, name: str) -> str:
        """An id as it is, or what stands for it in all of the paper, and in each later one."""
        if _OF_A_ROW.fullmatch(name) or not self.protection.spans(name)[0]:
            return name
        return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def _language(self, code: str) -> str:
        return code if _LANGUAGE.fullmatch(code) and not self.protection.spans(code)[0] else ""

    def _runs(self, runs: Runs) -> Runs:
        """Runs cleaned as one text: a name may begin in bold and end in plain letters."""
        spans, doubtful = self.protection.spans("".join(run.text for run in runs))
        self._tell(spans, doubtful)
        found, at = [], 0
        for run in runs:
            text = cut(run.text, at, spans)
            at += len(run.text)
            link = run.link if not run.link or self._text(run.link) == run.link else ""
            if text or not run.text:
                target, language = self._identity(run.target), self._language(run.language)
                found.append(dataclasses.replace(run, text=text, link=link, target=target, language=language))
        return tuple(found)

    def _tell(self, spans: Iterable[Span], doubtful: Iterable[str]) -> None:
        part = "".join(run.text for run in self.part.runs) if self.part else tr("title page or metadata")
        for row_id in {row_id for span in spans for row_id in span.row_ids}:
            message = tr("What must not be told of someone stood in “{part}”, and was replaced.").format(
                part=part
            )
            self.findings.append(
                Finding(
                    "replaced_in_text", Severity.WARNING, message, self.protection.table_of(row_id), row_id
                )
            )
        for row_id in doubtful:
            message = tr("A word in “{part}” may mean someone who must not be named, or someone who may.")
            self.findings.append(
                Finding("perhaps_named", Severity.WARNING, message.format(part=part), "person", row_id)
            )


def _safe_stem(stem: str, protection: Protection) -> str:
    """The file name without names, in small ASCII letters, digits and hyphens; never empty."""
    spans, _ = protection.spans(stem)
    bare = "".join(cut(stem, 0, [dataclasses.replace(span, instead=" ") for span in spans]))
    ascii_ = unicodedata.normalize("NFKD", bare).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", ascii_.lower())[:_LONGEST_STEM].strip("-") or "document"
