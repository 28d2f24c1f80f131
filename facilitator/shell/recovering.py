"""After a crash: go to where something was being typed, which puts it back."""

from __future__ import annotations

from facilitator.shell.opened import OpenedLibrary
from facilitator.shell.rescued import take_up
from facilitator.storage.edits import SetFields
from facilitator.storage.records import AgendaItemRecord, BriefingParagraphRecord
from facilitator.translation import tr

_IN_STAGES = {"agenda_item": AgendaItemRecord, "briefing_paragraph": BriefingParagraphRecord}
"""Rows that only a stage of a session shows: their texts are taken up at once, wherever the person goes."""
_TEXTS = ("title", "cue", "link", "text")
_ROWS = ("session", "person", "case", "note")


def recover(opened: OpenedLibrary) -> bool:
    """Show what was being typed when the program ended without closing the library; False when there was nothing.

    The form, or the capture line, that shows the row takes its drafts up by itself.
    """
    store = opened.library.store
    if store.read_only:
        return False
    take_up(opened)
    _take_up(opened)
    if not store.unclean_before:
        return False
    drafts = [key.split(":") for key in store.drafts()]
    for kind, row_id, *_ in reversed(drafts):
        if kind == "capture":
            opened.context.navigator.open_stage(row_id, "notes")
        elif kind in _ROWS:
            opened.context.navigator.open_row(kind, row_id)
        else:
            continue
        opened.context.notices.tell(tr("What you were typing when the program ended is here again."))
        return True
    return False


def _take_up(opened: OpenedLibrary) -> None:
    store = opened.library.store
    for key, text in store.drafts().items():
        kind, row_id, name = (*key.split(":"), "", "")[:3]
        if kind not in _IN_STAGES or name not in _TEXTS:
            continue
        with store.read() as session:
            there = session.get(_IN_STAGES[kind], row_id) is not None
        if not there or opened.library.run(
            SetFields(_IN_STAGES[kind], row_id, {name: text}, tr("Recover typed text"))
        ):
            opened.library.save_draft(key, "")
            opened.context.notices.tell(tr("What you were typing is here again."), offer_undo=there)
