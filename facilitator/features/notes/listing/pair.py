"""The notes of a session in one list or two beside each other, each in an order of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from facilitator.features.notes.listing.arrangement import Arrangement, following, remembered
from facilitator.features.notes.listing.delegate import NoteDelegate
from facilitator.features.notes.listing.head import ListHead
from facilitator.features.notes.listing.listview import NoteListView
from facilitator.features.notes.listing.model import NoteListModel
from facilitator.features.notes.listing.orders import BY_LABELS, By, Names, Order
from facilitator.features.notes.listing.reading import Reader
from facilitator.features.notes.rows import NoteLine, NotePlace
from facilitator.kit.announcing import announce
from facilitator.kit.settings import Settings
from facilitator.translation import tr

_FEWEST_CHARACTERS = 96
"""Characters across that two lists need beside each other."""


class NoteLists(QSplitter):
    """What is selected, opened or has the focus is that of the list that had the focus last; the other one follows."""

    opened = Signal(object)
    clicked = Signal()
    current_changed = Signal(object)
    selected = Signal()
    """Other notes are selected."""
    deletion_requested = Signal(list)
    left = Signal()
    signed = Signal(str)
    menu_requested = Signal(QPoint)

    def __init__(self, read: Reader, settings: Settings | None, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._settings = settings
        self.arrangement = remembered(settings.run_list) if settings else Arrangement()
        self._names = Names()
        self.setChildrenCollapsible(False)
        self.head = ListHead(parent)
        self.head.ordered.connect(self._set_order)
        names = (tr("Notes of the session"), tr("Notes of the session, second list"))
        self.lists = [NoteListView(NoteListModel(read, self), NoteDelegate(), name, self) for name in names]
        self._active = self.lists[0]
        for one in self.lists:
            self.addWidget(one)
            self._connect(one)
        for change in ("rowsInserted", "rowsRemoved", "modelReset"):
            getattr(self.lists[0].notes, change).connect(self._tell_count)
        self.lists[1].hide()
        self._arrange()

    @property
    def active(self) -> NoteListView:
        """The list that had the focus last."""
        return self._active if self._active.isVisible() else self.lists[0]

    @property
    def is_second_shown(self) -> bool:
        """Whether the second list is to be seen: where there is room for it."""
        enough = self.width() >= _FEWEST_CHARACTERS * self.fontMetrics().averageCharWidth()
        return self.arrangement.beside and enough

    def has_focus(self) -> bool:
        """Whether one of the lists has the focus."""
        return any(one.hasFocus() for one in self.lists)

    def set_names(self, names: Names) -> None:
        """Groups are called like this from now on, and stand in this order."""
        if names != self._names:
            self._names = names
            for number, one in enumerate(self.lists):
                one.set_order(Order(self.arrangement.order_of(number), names))

    def reload(self, places: Sequence[NotePlace]) -> None:
        """Show these notes instead of all others."""
        for one in self._laid_out():
            one.reload(places)

    def refresh_notes(self, ids: Sequence[str], places: Iterable[NotePlace]) -> None:
        """Some notes changed."""
        for one in self._laid_out():
            one.notes.refresh(ids, places)

    def refresh_lines(self) -> None:
        """Something else changed that notes show."""
        for one in self._laid_out():
            one.notes.refresh_lines()

    def select(self, row_id: str) -> bool:
        """Select a note in each list and bring it into sight; False when it is not there."""
        found = [one.select(row_id) for one in self._laid_out()]
        return all(found)

    def show_kept(self, row_id: str) -> None:
        """A note was taken: bring it into sight. Nothing is selected, so that Up goes to it."""
        for one in self.lists:
            one.selectionModel().clear()
        for one in self._laid_out():
            one.bring_into_sight(row_id)

    def go_to_next_order(self) -> None:
        """Show the notes of the list that had the focus last in the next order."""
        number = self.lists.index(self.active)
        by = following(self.arrangement.order_of(number))
        self._set_order(number, by)
        announce(self, tr(BY_LABELS[by]))

    def toggle_second(self) -> None:
        """Have a second list beside the first, or not."""
        had_focus = self.lists[1].hasFocus()
        self._change(replace(self.arrangement, beside=not self.arrangement.beside))
        if had_focus and not self.is_second_shown:
            self.lists[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_dense(self) -> None:
        """Have each note in one line, or in three."""
        self._change(replace(self.arrangement, dense=not self.arrangement.dense))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_second()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, NoteListView):
            self._active = watched
        return super().eventFilter(watched, event)

    def _laid_out(self) -> list[NoteListView]:
        """The lists that are shown: to lay out thousands of rows takes its time. The second one gets the notes when it
        is shown."""
        return self.lists[:1] if self.lists[1].isHidden() else self.lists

    def _show_second(self) -> None:
        shown, second = self.is_second_shown, self.lists[1]
        if shown and second.isHidden():
            second.reload(self.lists[0].notes.places())
            current = self.lists[0].current_line()
            second.show()
            if current is not None:
                second.select(current.id)
        elif not shown and not second.isHidden():
            second.hide()
            second.reload(())
        self.head.show_orders([self.arrangement.order_of(number) for number in (0, 1)], second=shown)

    def _tell_count(self) -> None:
        self.head.show_count(self.lists[0].notes.count)

    def _connect(self, one: NoteListView) -> None:
        one.installEventFilter(self)
        one.opened.connect(self.opened)
        one.clicked.connect(lambda _index: self.clicked.emit())
        one.current_changed.connect(lambda line: self._on_current_changed(one, line))
        one.selectionModel().selectionChanged.connect(lambda *_: self._on_selected(one))
        one.deletion_requested.connect(self.deletion_requested)
        one.left.connect(self.left)
        one.signed.connect(self.signed)
        one.menu_requested.connect(self.menu_requested)

    def _on_current_changed(self, one: NoteListView, line: NoteLine | None) -> None:
        if one is not self.active:
            return
        self.current_changed.emit(line)
        for other in self._laid_out():
            if line is not None and other is not one:
                other.select(line.id)

    def _on_selected(self, one: NoteListView) -> None:
        if one is self.active:
            self.selected.emit()

    def _set_order(self, number: int, by: By) -> None:
        self._change(self.arrangement.with_order(number, by))

    def _change(self, wanted: Arrangement) -> None:
        before, self.arrangement = self.arrangement, wanted
        if self._settings:
            self._settings.run_list = wanted.text
        for number, one in enumerate(self.lists):
            if before.order_of(number) is not wanted.order_of(number):
                one.set_order(Order(wanted.order_of(number), self._names))
        self._arrange()

    def _arrange(self) -> None:
        self._show_second()
        for one in self.lists:
            one.set_dense(self.arrangement.dense)
