"""The first page: where one left off, what comes next, and what can be begun."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from facilitator.domain.dates import show_date
from facilitator.domain.naming import session_label
from facilitator.domain.times import clock
from facilitator.features.sessions import commands, queries
from facilitator.features.sessions.rows import LibraryFacts, SessionRow
from facilitator.kit.cards import Card, CardGrid
from facilitator.kit.context import Context
from facilitator.kit.forms import scrolled
from facilitator.kit.labels import plain_label
from facilitator.shell.offered import Offered
from facilitator.storage.journal import ChangeSet
from facilitator.translation import ntr, tr

_SHOWN_SESSIONS = 4


class HomePage(QWidget):
    """Cards for sessions and for what can be begun."""

    def __init__(self, context: Context, offered: Offered, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._offered = context, offered
        inside = QWidget(self)
        self._title = plain_label(inside, "pageTitle", context.library.store.path.stem)
        self._facts = plain_label(inside, "quiet")
        self._sessions_heading = plain_label(inside, "formHeading")
        self._sessions = CardGrid(2, inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._facts)
        column.addWidget(self._sessions_heading)
        column.addWidget(self._sessions)
        column.addWidget(plain_label(inside, "formHeading", tr("Begin")))
        column.addWidget(self._make_beginnings(inside))
        column.addStretch(1)
        column.addWidget(self._make_hint(inside))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(inside))
        self._inside = inside
        context.library.changed.connect(self._on_library_changed)

    def refresh(self) -> None:
        """Read the sessions and the numbers anew."""
        with self._context.library.read() as session:
            sessions, facts = queries.list_sessions(session), queries.library_facts(session)
        self._facts.setText(_facts(facts))
        today = date.today().isoformat()  # noqa: DTZ011 (the person's own day)
        shown = _to_resume(sessions, self._offered.recent_sessions(), today)
        self._sessions_heading.setVisible(bool(shown))
        self._sessions_heading.setText(tr("Go on with"))
        self._sessions.setVisible(bool(shown))
        self._sessions.show_cards([self._session_card(row) for row in shown])

    def showEvent(self, event: QShowEvent) -> None:
        """Sessions may have been open since."""
        self.refresh()
        super().showEvent(event)

    def new_row(self) -> None:
        """Add a session and open its workspace."""
        command = commands.AddSession()
        if self._context.library.run(command):
            self._context.navigator.open_row("session", command.id)

    def show_row(self, row_id: str) -> None:
        """Home shows sessions where they are at work."""
        self._context.navigator.open_row("session", row_id)

    def focus_first(self) -> None:
        """Put the focus on the first card."""
        cards = [*self._sessions.cards, *self._inside.findChildren(Card)]
        if cards:
            cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _session_card(self, row: SessionRow) -> Card:
        when = show_date(row.date) or row.date_as_written
        if row.date and row.start is not None:
            when = tr("{day}, {time}").format(day=when, time=clock(row.start))
        counts = [
            ntr("{count} agenda item", "{count} agenda items", row.items).format(count=row.items)
            if row.items
            else "",
            ntr("{count} note", "{count} notes", row.notes).format(count=row.notes) if row.notes else "",
        ]
        facts = [part for part in (when, *counts) if part] or [tr("Nothing in it yet")]
        card = Card("sessions", session_label(row.label, row.title), " · ".join(facts), self._sessions)
        card.clicked.connect(lambda: self._context.navigator.open_row("session", row.id))
        return card

    def _make_beginnings(self, parent: QWidget) -> CardGrid:
        grid, cards = CardGrid(3, parent), []
        offered = (
            ("add", tr("New session"), tr("Agenda, notes and briefing in one place"), "Ctrl+N", self.new_row),
            (
                "import",
                tr("Import files"),
                tr("Sessions, speakers, cases and notes from CSV or XLSX"),
                "Ctrl+I",
                self._offered.ask_import,
            ),
            (
                "palette",
                tr("Find or do anything"),
                tr("Every command, person, case and session"),
                "Ctrl+K",
                self._offered.open_palette,
            ),
        )
        for icon_name, title, text, keys, act in offered:
            card = Card(icon_name, title, text, grid, keys=QKeySequence(keys))
            card.clicked.connect(act)
            if icon_name != "palette":
                card.setEnabled(not self._context.library.read_only)
            cards.append(card)
        grid.show_cards(cards)
        return grid

    def _make_hint(self, parent: QWidget) -> QLabel:
        text = tr(
            "F1 shows every shortcut. F6 goes from one part of the window to the next. Nothing needs saving."
        )
        return plain_label(parent, "quiet", text)

    def _on_library_changed(self, changes: ChangeSet) -> None:
        if (
            changes.touches("learning_session", "agenda_item", "person", "case_study", "note")
            and self.isVisible()
        ):
            self.refresh()


def _facts(facts: LibraryFacts) -> str:
    if not facts.sessions:
        return tr(
            "This library is empty. Start a session, add its agenda under Plan, and take the first note under Run."
        )
    return " · ".join(
        (
            ntr("{count} session", "{count} sessions", facts.sessions).format(count=facts.sessions),
            ntr("{count} person", "{count} people", facts.people).format(count=facts.people),
            ntr("{count} case", "{count} cases", facts.cases).format(count=facts.cases),
            ntr("{count} note", "{count} notes", facts.notes).format(count=facts.notes),
        )
    )


def _to_resume(sessions: list[SessionRow], recent: list[str], today: str) -> list[SessionRow]:
    """The sessions that were open last, then those that come next, then the latest ones; without a date last."""
    place = {session_id: number for number, session_id in enumerate(recent)}
    opened = sorted((row for row in sessions if row.id in place), key=lambda row: place[row.id])
    others = [row for row in sessions if row.id not in place]
    coming = [row for row in others if row.date >= today]
    past = [row for row in reversed(others) if row.date and row.date < today]
    undated = [row for row in others if not row.date]
    return [*opened, *coming, *past, *undated][:_SHOWN_SESSIONS]
