"""The pages and papers of a session, as a list that is edited in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from facilitator.features.sessions import commands
from facilitator.features.sessions.rows import MaterialRow
from facilitator.kit.context import Context
from facilitator.kit.fields import CheckField, LineField
from facilitator.kit.icons import icon
from facilitator.kit.labels import plain_label
from facilitator.translation import tr


class _MaterialLine(QWidget):
    """One material: its title and link, whether participants get it, and what can be done to it. Alt+Up and Alt+Down
    move it."""

    def __init__(self, panel: MaterialsPanel, row: MaterialRow, number: int) -> None:
        super().__init__(panel)
        self.row, self._panel = row, panel
        self.title, self.link = LineField(parent=self), LineField(parent=self)
        for field, name, place in (
            (self.title, tr("Title of material {number}"), tr("Title")),
            (self.link, tr("Link of material {number}"), tr("Link")),
        ):
            field.setAccessibleName(name.format(number=number))
            field.setPlaceholderText(place)
        self.title.committed.connect(lambda text: panel.edit(row.id, title=text))
        self.link.committed.connect(lambda text: panel.edit(row.id, link=text))
        self.shared = CheckField(tr("For participants"), self)
        self.shared.setAccessibleName(tr("For participants: material {number}").format(number=number))
        self.shared.committed.connect(lambda value: panel.edit(row.id, for_participants=value))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setSpacing(2)
        grid.addWidget(self.title, 0, 0)
        for column, button in enumerate(self._buttons(number), start=1):
            grid.addWidget(button, 0, column)
        grid.addWidget(self.link, 1, 0)
        grid.addWidget(self.shared, 2, 0)
        grid.setColumnStretch(0, 1)

    def _buttons(self, number: int) -> list[QToolButton]:
        panel, row, made = self._panel, self.row, []
        for icon_name, text, act in (
            ("up", tr("Move material {number} up"), lambda: panel.move_material(row.id, -1)),
            ("down", tr("Move material {number} down"), lambda: panel.move_material(row.id, 1)),
            ("delete", tr("Delete material {number}"), lambda: panel.delete(row.id)),
        ):
            button = QToolButton(self)
            button.setIcon(icon(icon_name))
            button.setToolTip(text.format(number=number))
            button.setAccessibleName(text.format(number=number))
            button.clicked.connect(act)
            made.append(button)
        return made

    def show_material(self, row: MaterialRow) -> None:
        """Show what is stored, but for what is being typed."""
        self.row = row
        self.title.show_value(row.title)
        self.link.show_value(row.link)
        self.shared.show_value(row.for_participants)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.title.commit()
            self.link.commit()
            self._panel.move_material(self.row.id, step)
        else:
            super().keyPressEvent(event)


class MaterialsPanel(QWidget):
    """What belongs to the session: a title, a link, or both. The last line adds one, by either."""

    def __init__(self, context: Context, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
        self._lines: list[_MaterialLine] = []
        heading = QLabel(tr("Links and materials"), self)
        heading.setObjectName("formHeading")
        self.new_line = LineField(parent=self)
        self.new_line.setPlaceholderText(tr("Add a title or a link and press Enter"))
        self.new_line.setAccessibleName(tr("Add a title or a link of a material"))
        self.new_line.committed.connect(self._on_new_committed)
        hint = plain_label(self, "quiet", tr("For the team, unless it is marked for participants."))
        self._box = QVBoxLayout(self)
        self._box.addWidget(heading)
        self._box.addWidget(hint)
        self._box.addWidget(self.new_line)
        self.setEnabled(not context.library.read_only)

    def show_materials(self, rows: Sequence[MaterialRow]) -> None:
        """Show these materials, keeping lines and focus of those that stay."""
        if [line.row.id for line in self._lines] != [row.id for row in rows]:
            self._rebuild(rows)
        for line, row in zip(self._lines, rows, strict=True):
            line.show_material(row)

    def edit(self, material_id: str, **values: object) -> None:
        """Change a material; one that has neither title nor link any more is deleted."""
        row = next(line.row for line in self._lines if line.row.id == material_id)
        after = {"title": row.title, "link": row.link} | values
        if not after["title"] and not after["link"]:
            self.delete(material_id)
        else:
            self._context.library.run(commands.edit_material(material_id, **values))

    def delete(self, material_id: str) -> None:
        """Delete a material."""
        if self._context.library.run(commands.delete_material(material_id)):
            self._context.notices.tell(tr("Deleted a material"), offer_undo=True)

    def move_material(self, material_id: str, places: int) -> None:
        """Move a material up or down."""
        order = [line.row.id for line in self._lines]
        here = order.index(material_id)
        if 0 <= here + places < len(order):
            order.insert(here + places, order.pop(here))
            self._context.library.run(commands.order_materials(order))

    def _rebuild(self, rows: Sequence[MaterialRow]) -> None:
        focused = self._focused()
        for line in self._lines:
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [_MaterialLine(self, row, number) for number, row in enumerate(rows, 1)]
        previous: QWidget | None = None
        for number, line in enumerate(self._lines):
            self._box.insertWidget(2 + number, line)
            line.show()
            if previous is not None:
                QWidget.setTabOrder(previous, line)
            previous = line
        if previous is not None:
            QWidget.setTabOrder(previous, self.new_line)
        for line in self._lines:
            if line.row.id == focused[0]:
                getattr(line, focused[1]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused(self) -> tuple[str, str]:
        """The material that has the focus, and in which of its fields."""
        focus: QObject | None = self.window().focusWidget()
        for line in self._lines:
            if focus is not None and (focus is line or line.isAncestorOf(focus)):  # type: ignore[arg-type]
                fields = {line.link: "link", line.shared: "shared"}
                return line.row.id, fields.get(focus, "title")  # type: ignore[call-overload]
        return "", ""

    def _on_new_committed(self, text: str) -> None:
        if not text:
            return
        is_link = "://" in text or text.startswith("www.")
        values = {"link": text} if is_link else {"title": text}
        if self._context.library.run(commands.AddMaterial(self._session_id, **values)):
            self.new_line.show_value("")
