"""What to do when it runs late: each way shows its outcome before it is taken."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from facilitator.domain.running import MOST_DROPS
from facilitator.features.clock.steering.face import MINUTE, Face
from facilitator.features.clock.steering.following import Following
from facilitator.features.clock.steering.option_list import OptionList
from facilitator.features.clock.steering.options import (
    Option,
    change_words,
    drop_id,
    droppable,
    options,
    outcome_words,
    picture,
)
from facilitator.features.clock.steering.strips import Strips
from facilitator.features.clock.steering.wording import late_words, over_words
from facilitator.kit.context import Context
from facilitator.kit.forms import scrolled
from facilitator.kit.labels import plain_label
from facilitator.kit.reference import ReferenceField
from facilitator.reading.held import Held
from facilitator.translation import tr

_ID = Qt.ItemDataRole.UserRole


class RemediesDialog(QDialog):
    """``chosen`` gives the ``Option`` that was taken: what comes is what was shown."""

    chosen = Signal(object)

    def __init__(self, context: Context, following: Following, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("What to do about the time"))
        self._context, self._following = context, following
        self._options: list[Option] = []
        self._made_for = -1
        self._asked_for: set[str] = set()
        self.state = plain_label(self)
        self.list = OptionList(self)
        self.others = ReferenceField(self)
        self.others.setAccessibleName(tr("Drop another item"))
        self.others.committed.connect(self._on_other_chosen)
        self.preview = QWidget(self)
        self.outcome = plain_label(self.preview, "cardTitle")
        self.strips = Strips(self.preview)
        self.changes = plain_label(self.preview)
        self.buttons = QDialogButtonBox(self)
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _row: self._show_current())
        self.list.itemDoubleClicked.connect(lambda _item: self._take())
        self.list.taken.connect(self._take)
        context.time.ticked.connect(self._on_ticked)
        following.changed.connect(self.refresh)
        self.refresh()
        self.list.setFocus()

    def refresh(self, wanted: str = "") -> None:
        """Work the outcomes out for this moment; what is chosen stays chosen, unless another id is ``wanted``."""
        now = self._context.time.now()
        self._made_for = now // MINUTE
        held, face = self._following.held, self._following.face(now)
        if held is None or face is None:
            self.reject()
            return
        self._options = options(held, self._following.names, now, self._asked_for)
        self._offer_others(held, now)
        self.state.setText(_state_words(face, held.plan.zone, now))
        chosen = self.current()
        chosen_id = wanted or (chosen.id if chosen is not None else "")
        self.list.blockSignals(True)
        self.list.clear()
        for option in self._options:
            item = QListWidgetItem(f"{option.title}\n{outcome_words(option, held.plan.zone, now)}")
            item.setData(_ID, option.id)
            spoken = change_words(option, self._following.names)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, spoken)
            self.list.addItem(item)
        self.list.blockSignals(False)
        ids = [option.id for option in self._options]
        row = ids.index(chosen_id) if chosen_id in ids else 0
        self.list.setCurrentRow(row if ids else -1)
        self._show_current()

    def current(self) -> Option | None:
        """The way that is chosen."""
        item = self.list.currentItem()
        wanted = item.data(_ID) if item is not None else ""
        return next((option for option in self._options if option.id == wanted), None)

    def fit(self, window: QWidget) -> None:
        """Be as large as is good to read, within the window."""
        width, line = self.fontMetrics().averageCharWidth() * 130, self.fontMetrics().lineSpacing()
        self.resize(min(width, window.width() - 32), min(line * 26, window.height() - 32))

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self.preview)
        for part in (self.outcome, self.strips, self.changes):
            inner.addWidget(part)
        inner.addStretch(1)
        self.take = QPushButton(tr("Do this"), self)
        self.take.setObjectName("primary")
        self.buttons.addButton(self.take, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(tr("Leave it"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self._take)
        self.buttons.rejected.connect(self.reject)
        self._label = plain_label(self, text=tr("Drop another item"))
        self._label.setBuddy(self.others)
        ways = QVBoxLayout()
        ways.addWidget(self.list)
        ways.addWidget(self._label)
        ways.addWidget(self.others)
        sides = QHBoxLayout()
        sides.addLayout(ways, 2)
        area = scrolled(self.preview)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # a long list of changes is scrolled by keys
        area.setAccessibleName(tr("What would come of it"))
        sides.addWidget(area, 3)
        layout = QVBoxLayout(self)
        layout.addWidget(self.state)
        layout.addLayout(sides, 1)
        layout.addWidget(self.buttons)

    def _offer_others(self, held: Held, now: int) -> None:
        """Of many items those that fit best are in the list; the others are found by typing."""
        could = droppable(held, now)
        many = len(could) > MOST_DROPS
        if many:
            names = self._following.names.items
            self.others.set_choices([(item_id, names.get(item_id, "")) for item_id in could])
        self._label.setVisible(many)
        self.others.setVisible(many)

    def _on_other_chosen(self, item_id: str | None) -> None:
        if item_id:
            self._asked_for.add(item_id)
            self.refresh(drop_id(item_id))
            self.list.setFocus()

    def _show_current(self) -> None:
        option, now = self.current(), self._context.time.now()
        self.take.setEnabled(option is not None and not self._context.library.read_only)
        held = self._following.held
        self.strips.setVisible(option is not None)
        if option is None or held is None:
            self.outcome.setText(tr("Nothing is to come that could be changed."))
            self.changes.setText("")
            return
        self.strips.show_picture(picture(held, self._following.names, option, now))
        self.outcome.setText(outcome_words(option, held.plan.zone, now))
        self.changes.setText(change_words(option, self._following.names))

    def _take(self) -> None:
        option = self.current()
        if option is not None and self.take.isEnabled():
            self.chosen.emit(option)
            self.accept()

    def _on_ticked(self) -> None:
        if self._context.time.now() // MINUTE != self._made_for:
            self.refresh()


def _state_words(face: Face, zone: str, now: int) -> str:
    if face.is_late:
        return late_words(face, zone, now)
    return tr("How the session stands: {over}.").format(over=over_words(face.late))
