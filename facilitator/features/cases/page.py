"""The page of cases: the list, and beside it the editor."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.features.cases import commands, queries
from facilitator.features.cases.columns import COLUMNS
from facilitator.features.cases.editor import CaseEditor
from facilitator.features.cases.rows import CaseRow
from facilitator.kit.context import Context
from facilitator.kit.listpage import ListPage, ListPageReads, ListPageWords
from facilitator.kit.lists import EmptyState, RowTable
from facilitator.storage.store import Command
from facilitator.translation import mark, ntr, tr

_WORDS = ListPageWords(
    add=mark("New case"),
    delete=mark("Delete cases"),
    nothing_chosen=mark("Choose a case to see what is known of it."),
)


class CasesPage(ListPage):
    """Every case study in the library."""

    def __init__(self, context: Context) -> None:
        empty = EmptyState(
            tr("No cases yet"),
            tr("A case is told once, here, and then used in briefings, catalogues and case sheets."),
            "" if context.library.read_only else tr("New case"),
        )
        reads = ListPageReads(
            tables=queries.TABLES,
            rows=queries.list_cases,
            add=commands.add_case,
            delete=_deletion,
        )
        self.editor = CaseEditor(context)
        super().__init__(context, RowTable(COLUMNS, tr("Cases")), empty, self.editor, _WORDS, reads)


def _deletion(rows: Sequence[CaseRow]) -> tuple[Command, str]:
    title = rows[0].title or tr("Untitled case")
    done = ntr("Deleted case “{title}”.", "Deleted {count} cases.", len(rows))
    return commands.delete_cases([row.id for row in rows], title), done.format(title=title, count=len(rows))
