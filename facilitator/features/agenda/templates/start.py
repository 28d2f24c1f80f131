"""What stands where no agenda is yet."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.agenda import queries
from facilitator.features.agenda.templates.applying import apply_template
from facilitator.features.agenda.templates.cards import TemplateCard
from facilitator.features.agenda.templates.shipped import TemplateRow
from facilitator.kit.cards import CardGrid
from facilitator.kit.context import Context
from facilitator.kit.forms import scrolled
from facilitator.kit.labels import plain_label
from facilitator.storage import choices
from facilitator.storage.journal import ChangeSet
from facilitator.translation import tr

MOST_CARDS = 12
"""More templates than these are found in the list of all of them."""


class StartPanel(QWidget):
    """Offers to begin with an item, or from a template."""

    item_wanted = Signal()
    """A first item is to be added."""

    def __init__(self, context: Context, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
        self.button = QPushButton(tr("Add the first item"), self)
        self.button.setObjectName("primary")
        self.button.setAutoDefault(True)  # Enter presses it, not the space bar alone
        self.button.clicked.connect(self.item_wanted)
        self.templates = CardGrid(2, self)
        self.all_button = QPushButton(tr("See all templates…"), self)
        self.all_button.setObjectName("link")
        self.all_button.clicked.connect(self._on_all_wanted)
        self._lay_out()
        read_only = context.library.read_only
        for widget in (self.button, self.templates, self.all_button):
            widget.setVisible(not read_only)
        self._heading.setVisible(not read_only)
        context.library.changed.connect(self._on_changed)
        self.refresh()

    def _lay_out(self) -> None:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 24, 16, 16)
        column.setSpacing(8)
        texts = (
            ("emptyTitle", tr("No agenda yet")),
            ("emptyText", tr("Add items in their order. Give each its minutes, and the times follow.")),
        )
        for name, text in texts:
            label = plain_label(inner, name, text)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignCenter)
        self._heading = QLabel(tr("Or begin from a template"), inner)
        self._heading.setObjectName("formHeading")
        column.addWidget(self._heading)
        column.addWidget(self.templates)
        column.addWidget(self.all_button, alignment=Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(inner))

    def refresh(self) -> None:
        """Read the templates anew."""
        with self._context.library.read() as session:
            rows = queries.list_templates(session)
            segments = dict(choices.codes(session, Vocabulary.SEGMENT))
        offered = [row for row in rows if row.template is not None]
        cards = []
        for row in [*(one for one in offered if one.own), *(one for one in offered if not one.own)][
            :MOST_CARDS
        ]:
            card = TemplateCard(row, segments, self.templates)
            card.clicked.connect(partial(self._on_chosen, row))
            cards.append(card)
        self.templates.show_cards(cards)

    def _on_chosen(self, row: TemplateRow) -> None:
        if row.template is not None:
            apply_template(self._context, self._session_id, row.template)

    def _on_all_wanted(self) -> None:
        from facilitator.features.agenda.templates.dialogs import choose_template

        choose_template(self._context, self._session_id, self)

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches("agenda_template", "term"):
            self.refresh()
