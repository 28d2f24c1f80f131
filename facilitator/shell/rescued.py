"""What a library could not take before the program ended is put into it when it is opened again."""

from __future__ import annotations

from facilitator.domain.errors import Refused
from facilitator.shell import places
from facilitator.shell.opened import OpenedLibrary
from facilitator.storage.rescue import Rescue, put_back
from facilitator.translation import ntr, tr


def take_up(opened: OpenedLibrary) -> None:
    """Put it back, each change as a step of undo, and say so. What the library does not take stays to be copied."""
    library, store = opened.library, opened.library.store
    rescue = Rescue(places.rescue_folder(), store.library_id, store.path)
    found = rescue.find()
    if not found:
        return
    try:
        left = put_back(store, found.kept)
        for key, text in found.drafts.items():
            store.save_draft(key, text)
    except Refused as refusal:  # found again the next time
        opened.context.notices.refuse(refusal)
        return
    library.unsaved.add_hopeless(left)
    rescue.remove(found.paths)
    library.catching_up.wait()
    done = len(found.kept) - len(left)
    if done:
        words = ntr(
            "One change that could not be saved the last time is in the library now.",
            "{count} changes that could not be saved the last time are in the library now.",
            done,
        )
        opened.context.notices.tell(words.format(count=done), offer_undo=done == 1)
    if left:
        library.failed.emit(
            Refused(
                tr("Something that could not be saved the last time does not fit into the library any more."),
                tr("What it belongs to was deleted meanwhile, or another version of this program made it."),
                tr("Its text is kept, and can be copied."),
            )
        )
