"""The page of people: the list, and beside it the editor."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.features.people import commands, queries
from facilitator.features.people.columns import COLUMNS
from facilitator.features.people.editor import PersonEditor
from facilitator.features.people.rows import PersonRow
from facilitator.kit.context import Context
from facilitator.kit.listpage import ListPage, ListPageReads, ListPageWords
from facilitator.kit.lists import EmptyState, RowTable
from facilitator.storage.store import Command
from facilitator.translation import mark, ntr, tr

_WORDS = ListPageWords(
    add=mark("New person"),
    delete=mark("Delete people"),
    nothing_chosen=mark("Choose a person to see what is known of them."),
)


class PeoplePage(ListPage):
    """Everyone in the library."""

    def __init__(self, context: Context) -> None:
        empty = EmptyState(
            tr("No people yet"),
            tr(
                "Add the speakers here, or import a list of them. Each has a consent that every publication keeps."
            ),
            "" if context.library.read_only else tr("New person"),
        )
        reads = ListPageReads(
            tables=queries.TABLES,
            rows=queries.list_people,
            add=commands.add_person,
            delete=_deletion,
        )
        self.editor = PersonEditor(context)
        super().__init__(context, RowTable(COLUMNS, tr("People")), empty, self.editor, _WORDS, reads)


def _deletion(rows: Sequence[PersonRow]) -> tuple[Command, str]:
    done = ntr("Deleted {name}.", "Deleted {count} people.", len(rows))
    return (
        commands.delete_people([row.id for row in rows], rows[0].label),
        done.format(name=rows[0].label, count=len(rows)),
    )
