"""Everyone in the library, to be picked from: several at once, or dragged to where they should appear."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from facilitator.domain.text import folded
from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.agenda import commands
from facilitator.features.agenda.dragging import PEOPLE
from facilitator.features.agenda.queries import list_people
from facilitator.kit.context import Context
from facilitator.kit.dragging import dragged
from facilitator.kit.fields import ChoiceField
from facilitator.kit.flow import FlowLayout
from facilitator.kit.labels import plain_label
from facilitator.kit.shapes import consent_icon
from facilitator.storage import choices
from facilitator.translation import ntr, tr

_ID = Qt.ItemDataRole.UserRole
_WORDS = Qt.ItemDataRole.UserRole + 1


class PeopleList(QListWidget):
    """People with a box each: the space bar ticks one, Enter takes all that are ticked."""

    taken = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("People of the library"))
        self.setDragEnabled(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemDoubleClicked.connect(lambda _: self.taken.emit())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 20, self.fontMetrics().lineSpacing() * 8)

    def chosen(self) -> list[str]:
        """The ids of those who are ticked, also of those whom the search hides; else of the current one."""
        items = [self.item(row) for row in range(self.count())]
        ticked = [one.data(_ID) for one in items if one.checkState() == Qt.CheckState.Checked]
        current = self.currentItem()
        alone = current is not None and not current.isHidden()
        return ticked or ([current.data(_ID)] if alone else [])

    def search(self, query: str) -> None:
        """Show only those whose name or office holds each of the words."""
        words = folded(query).split()
        first = None
        for row in range(self.count()):
            item = self.item(row)
            item.setHidden(not all(word in item.data(_WORDS) for word in words))
            if first is None and not item.isHidden():
                first = item
        if first is not None:
            self.setCurrentItem(first)

    def drag_data(self) -> QMimeData:
        """What a drag carries: those who are ticked, or the current one."""
        return dragged(PEOPLE, self.chosen())

    def startDrag(self, _actions: Qt.DropAction) -> None:
        drag = QDrag(self)
        drag.setMimeData(self.drag_data())
        drag.exec(Qt.DropAction.CopyAction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
            return
        super().keyPressEvent(event)


class PickPanel(QWidget):
    """Picks people for one item, or for the session as a whole."""

    left = Signal()
    """Nobody else is to be picked."""

    def __init__(self, context: Context, session_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
        self._item_id: str | None = None
        self.heading = plain_label(self, "formHeading")
        self.search = QLineEdit(self, clearButtonEnabled=True)
        self.search.setPlaceholderText(tr("Search the people"))
        self.search.setAccessibleName(tr("Search the people"))
        self.people = PeopleList(self)
        self.search.textChanged.connect(self.people.search)
        self.search.returnPressed.connect(self._add)
        self.people.taken.connect(self._add)
        self.people.itemChanged.connect(lambda _: self._count())
        self.people.currentItemChanged.connect(lambda *_: self._count())
        self.role = ChoiceField(parent=self)
        self.role.setAccessibleName(tr("Role of the people to add"))
        self.add, self.done = QPushButton(self), QPushButton(tr("Back"), self)
        self.add.setObjectName("primary")
        bar = FlowLayout()
        for button, slot in ((self.add, self._add), (self.done, self.left.emit)):
            button.setAutoDefault(True)  # Enter presses it, not the space bar alone
            button.clicked.connect(lambda _=False, slot=slot: slot())
            bar.addWidget(button)
        told = tr("Tick people with the space bar; Enter adds all of them. Or drag them onto an item.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(9, 0, 9, 9)
        for widget in (self.heading, self.search, plain_label(self, "quiet", told)):
            layout.addWidget(widget)
        layout.addWidget(self.people, 1)
        layout.addWidget(self.role)
        layout.addLayout(bar)

    def pick_for(self, item_id: str | None, title: str, role: str, there: Collection[str]) -> None:
        """Offer everyone for an item, or with None for the session; ``there`` are the ids of those who appear there."""
        self._item_id = item_id
        text = (
            tr("Pick people for “{item}”").format(item=title) if item_id else tr("Pick people to take part")
        )
        self.heading.setText(text)
        with self._context.library.read() as session:
            people = list_people(session)
            roles = choices.codes(session, Vocabulary.ROLE)
        as_role = tr("as {role}")
        listed = [(code, as_role.format(role=label)) for code, label in roles]
        self.role.set_choices([("", tr("in no role yet")), *listed])
        self.role.show_value(role)
        self.search.clear()
        self.people.clear()
        for row in people:
            about = tr("there already") if row.id in there else row.about
            item = QListWidgetItem(consent_icon(row.consent), " · ".join(filter(None, (row.name, about))))
            item.setData(_ID, row.id)
            item.setData(_WORDS, folded(f"{row.name} {row.about}"))
            item.setToolTip(item.text())
            item.setCheckState(Qt.CheckState.Unchecked)
            self.people.addItem(item)
        self.people.setCurrentRow(0)
        self._count()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.people.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _count(self) -> None:
        count = len(self.people.chosen())
        text = ntr("Add {count} person", "Add {count} people", count).format(count=count)
        self.add.setText(text)
        self.add.setAccessibleName(text)
        self.add.setEnabled(bool(count) and not self._context.library.read_only)

    def _add(self) -> None:
        people = self.people.chosen()
        if not people or self._context.library.read_only:
            return
        command = commands.AddAppearances(
            self._session_id, self._item_id, people, self.role.currentData() or ""
        )
        if self._context.library.run(command):
            self._context.notices.tell(command.label, offer_undo=True)
            self.left.emit()
