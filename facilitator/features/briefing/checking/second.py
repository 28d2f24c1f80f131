"""What the second language of a paper lacks, and what of it may be out of date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from facilitator.domain.prose.style import Style
from facilitator.features.briefing.rows import BriefingRow, ParagraphRow
from facilitator.publishing.gate import Finding, Severity
from facilitator.translation import ntr, tr

_TABLE = "briefing_paragraph"


def second_findings(briefing: BriefingRow, headings: Mapping[str, str]) -> Iterator[Finding]:
    """What is not translated, once for each part, and each paragraph whose first text was changed since its second was
    written; nothing for a paper in one language. ``headings`` are those of the parts as they are shown."""
    if briefing.second_language in ("", briefing.language or "en"):
        return
    for section in briefing.sections:
        missing = [row for row in section.paragraphs if lacks_second(row)]
        if missing:
            told = ntr(
                "{count} paragraph of “{part}” is not in the second language.",
                "{count} paragraphs of “{part}” are not in the second language.",
                len(missing),
            )
            message = told.format(count=len(missing), part=headings.get(section.key, section.key))
            yield Finding("second_missing", Severity.WARNING, message, _TABLE, missing[0].id)
        for row in section.paragraphs:
            if is_outdated(row):
                message = tr("A paragraph was changed since its second language was written.")
                yield Finding("second_outdated", Severity.WARNING, message, _TABLE, row.id)


def lacks_second(row: ParagraphRow) -> bool:
    """Whether the first language says something here that the second does not. Of pictures the captions count."""
    if row.caption.strip() and not row.second_caption.strip():
        return True
    return row.style is not Style.PICTURE and bool(row.text.strip()) and not row.second_text.strip()


def is_outdated(row: ParagraphRow) -> bool:
    """Whether the first text is another one than that which the second was written for."""
    return bool(row.second_text.strip()) and row.second_of != row.text
