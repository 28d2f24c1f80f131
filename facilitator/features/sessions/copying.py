"""Making a session from another, and going on in its details."""

from __future__ import annotations

from facilitator.features.sessions import commands, queries
from facilitator.kit.context import Context
from facilitator.translation import tr


def make_copy(context: Context, source_id: str, with_people: bool) -> bool:
    """Make a session from another and open it, where its date and number are asked for; False when it was refused."""
    with context.library.read() as session:
        source = queries.session_details(session, source_id)
    title = source.title if source else ""
    command = commands.CopySession(source_id, with_people, title)
    if not context.library.run(command):
        return False
    context.navigator.open_row("session", command.id)
    context.notices.tell(
        tr("Made a session from “{name}”. Set its date and number.").format(
            name=title or tr("Unnamed session")
        ),
        offer_undo=True,
    )
    return True
