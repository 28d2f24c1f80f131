"""Adding what a template holds, and saying so."""

from __future__ import annotations

from facilitator.features.agenda import commands
from facilitator.features.agenda.templates.content import Template
from facilitator.kit.context import Context
from facilitator.reading.plan import read_plan
from facilitator.translation import ntr, tr


def apply_template(context: Context, session_id: str, template: Template) -> bool:
    """Add the template to a session's agenda; False when it was refused, which the library has told."""
    if not context.library.run(commands.ApplyTemplate(session_id, template)):
        return False
    count = len(template.items)
    told = ntr("Added {count} item from “{name}”", "Added {count} items from “{name}”", count).format(
        count=count, name=template.title
    )
    if _leaves_starts_out(context, session_id, template):
        told = tr("{added}. Give the session a start, and fix starts by hand.").format(added=told)
    context.notices.tell(told, offer_undo=True)
    return True


def _leaves_starts_out(context: Context, session_id: str, template: Template) -> bool:
    with context.library.read() as session:
        plan = read_plan(session, session_id)
    fixed = any(item.at not in (None, 0) for item in template.items)
    return fixed and plan is not None and plan.start is None
