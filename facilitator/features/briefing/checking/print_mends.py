"""What settles what a paper could not show or not lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from facilitator.domain.prose.spans import LINK, TextSpan, replaced, write_spans
from facilitator.features.briefing import commands
from facilitator.features.briefing.rows import ParagraphRow
from facilitator.publishing.addresses import inner_target, safe_address
from facilitator.publishing.export import unshown
from facilitator.storage.store import Command
from facilitator.translation import tr


@dataclass(frozen=True)
class Mend:
    """A way to settle something: what it does in words, what that means, and the command."""

    words: str
    command: Command
    meaning: str = ""


def print_mends(code: str, row: ParagraphRow) -> Iterator[Mend]:
    """What can't be shown or leads nowhere is left out; a caption may describe its picture."""
    if code == "glyph_missing":
        yield Mend(tr("Leave the characters out"), commands.edit_words(row.id, _shown(row)))
    elif code == "link_dead":
        words = tr("Take the link away")
        yield Mend(words, commands.edit_words(row.id, _without(row, lambda link: not safe_address(link))))
    elif code == "link_inside_dead":
        words = tr("Take its links to parts away")
        yield Mend(words, commands.edit_words(row.id, _without(row, lambda link: bool(inner_target(link)))))
    elif row.caption.strip():
        words = tr("Take the caption as its description")
        yield Mend(words, commands.edit_words(row.id, {"text": row.caption}))


def _shown(row: ParagraphRow) -> dict[str, str]:
    """The words of a paragraph without what no font has."""
    fields: dict[str, str] = {}
    for name, text, spans in (("", row.text, row.spans), ("second_", row.second_text, row.second_spans)):
        for one in unshown(text):
            text, spans = replaced(text, spans, one, "")
            fields |= {f"{name}text": text, f"{name}spans": write_spans(spans)}
    for name, caption in (("caption", row.caption), ("second_caption", row.second_caption)):
        if gone := unshown(caption):
            fields[name] = "".join(one for one in caption if one not in gone)
    return fields


def _without(row: ParagraphRow, is_dead: Callable[[str], bool]) -> dict[str, str]:
    """The spans of both languages without some links."""

    def kept(spans: tuple[TextSpan, ...]) -> str:
        return write_spans(one for one in spans if one.mark != LINK or not is_dead(one.link))

    return {"spans": kept(row.spans), "second_spans": kept(row.second_spans)}
