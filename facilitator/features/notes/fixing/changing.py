"""What is done to notes that are selected in a list."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.features.notes import commands
from facilitator.features.notes.rows import NoteLine
from facilitator.kit.context import Context
from facilitator.translation import ntr, tr


def delete_lines(context: Context, lines: Sequence[NoteLine]) -> None:
    """Delete notes at once; the notice offers undo."""
    if not lines or context.library.read_only:
        return
    if context.library.run(commands.delete_notes([line.id for line in lines], lines[0].text)):
        done = ntr("Deleted the note.", "Deleted {count} notes.", len(lines))
        context.notices.tell(done.format(count=len(lines)), offer_undo=True)


def mark_lines(context: Context, lines: Sequence[NoteLine], name: str, value: str | bool, words: str) -> None:
    """Give notes a kind, an attribution, star or doubt; where all of them have it, take it away."""
    if context.library.read_only:
        return
    has_it = all(getattr(line, name) == value for line in lines)
    chosen = type(value)() if has_it else value
    context.library.run(commands.edit_notes([line.id for line in lines], words, {name: chosen}))
    context.notices.tell(tr("Changed “{field}”.").format(field=words), offer_undo=True)
