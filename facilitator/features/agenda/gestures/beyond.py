"""What goes beyond the list: the clipboard, templates, papers, the details of the session."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from facilitator.domain.identity import new_id
from facilitator.features.agenda import commands
from facilitator.features.agenda.gestures.working import Working, ids_of
from facilitator.features.agenda.listing.text import MOST_LINES, as_text, read_text
from facilitator.translation import ntr, tr


class BeyondGestures:
    """Each first takes what is being typed."""

    def __init__(self, at: Working) -> None:
        self._at = at

    def copy(self) -> None:
        """Put the items on the clipboard, a line each with tabs, as spreadsheets and mails take them."""
        rows = self._at.table.selected_items()
        if rows:
            QGuiApplication.clipboard().setText(as_text(rows, dict(self._at.table.delegate.segments)))

    def paste(self) -> None:
        """Add an item for each line of the clipboard's text, behind the current line."""
        text = QGuiApplication.clipboard().text()
        found = read_text(text)
        if not found or self._at.context.library.read_only or not self._at.table.settle():
            return
        ids = [new_id() for _ in found]
        group, after, holder = self._at.here()
        titles, minutes = [one.title for one in found], [one.minutes for one in found]
        added = commands.AddItems(self._at.session_id, ids, titles, minutes, group, after, holder)
        if self._at.run(added, ids):
            told = ntr("Added {count} agenda item", "Added {count} agenda items", len(ids)).format(
                count=len(ids)
            )
            if len(ids) == MOST_LINES:
                told = tr("{added}: no more lines are taken at once").format(added=told)
            self._at.context.notices.tell(told, offer_undo=True)

    def select_all(self) -> None:
        """Select all items."""
        self._at.table.select([row.id for row in self._at.table.lines.items()])

    def choose_template(self) -> None:
        """Begin from a template; what it added is selected."""
        from facilitator.features.agenda.templates.dialogs import choose_template

        if self._at.table.settle():
            before = set(ids_of(self._at.table.lines.items()))
            choose_template(self._at.context, self._at.session_id, self._at.table.window())
            now = ids_of(self._at.table.lines.items())
            self._at.table.select([item_id for item_id in now if item_id not in before])

    def save_template(self) -> None:
        """Save the items that are selected as a template, all where fewer than two are."""
        from facilitator.features.agenda.templates.dialogs import save_as_template

        if self._at.table.settle():
            rows = self._at.table.selected_items()
            ids = ids_of(rows if len(rows) > 1 else self._at.table.lines.items())
            save_as_template(self._at.context, self._at.session_id, ids, self._at.table.window())

    def open_papers(self) -> None:
        """Show the papers of the session as they will print."""
        if self._at.table.settle():
            self._at.context.navigator.open_papers(self._at.session_id)

    def open_details(self, field: str) -> None:
        """Show the details of the session, with the caret in a field of them."""
        if self._at.table.settle():
            self._at.context.navigator.open_details(self._at.session_id, field)
