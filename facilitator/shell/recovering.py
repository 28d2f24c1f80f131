"""After a crash: go to where something was being typed, which puts it back."""

from __future__ import annotations

from facilitator.shell.opened import OpenedLibrary
from facilitator.translation import tr

_ROWS = ("session", "person", "case", "note")


def recover(opened: OpenedLibrary) -> bool:
    """Show what was being typed when the program ended without closing the library; False when there was nothing.

    The form, or the capture line, that shows the row takes its drafts up by itself.
    """
    store = opened.library.store
    if store.read_only or not store.unclean_before:
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
