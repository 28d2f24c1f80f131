"""The pages and papers of a session, as a list that is edited in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from facilitator.features.sessions import commands
from facilitator.features.sessions.lines import LinesPanel, RowLine
from facilitator.features.sessions.rows import MaterialRow
from facilitator.kit.context import Context
from facilitator.kit.fields import CheckField, LineField
from facilitator.kit.labels import plain_label
from facilitator.storage.store import Command
from facilitator.translation import tr


class _MaterialLine(RowLine[MaterialRow]):
    """One material: its title and link, whether participants get it, and what can be done to it. Alt+Up and Alt+Down
    move it."""

    def __init__(self, panel: MaterialsPanel, row: MaterialRow, number: int) -> None:
        super().__init__(panel, row)
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
        self.parts = (self.title, self.link, self.shared)
        buttons = self.made_buttons(
            tr("Move material {number} up").format(number=number),
            tr("Move material {number} down").format(number=number),
            tr("Delete material {number}").format(number=number),
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setSpacing(2)
        grid.addWidget(self.title, 0, 0)
        for column, button in enumerate(buttons, start=1):
            grid.addWidget(button, 0, column)
        grid.addWidget(self.link, 1, 0)
        grid.addWidget(self.shared, 2, 0)
        grid.setColumnStretch(0, 1)

    def show_row(self, row: MaterialRow) -> None:
        super().show_row(row)
        self.title.show_value(row.title)
        self.link.show_value(row.link)
        self.shared.show_value(row.for_participants)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.title.commit()
            self.link.commit()
            self._panel.move_row(self.row.id, step)
        else:
            super().keyPressEvent(event)


class MaterialsPanel(LinesPanel[MaterialRow]):
    """What belongs to the session: a title, a link, or both. The last line adds one, by either."""

    def __init__(self, context: Context, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(context, session_id, tr("Links and materials"), parent)
        self.new_line.setPlaceholderText(tr("Add a title or a link and press Enter"))
        self.new_line.setAccessibleName(tr("Add a title or a link of a material"))
        hint = plain_label(self, "quiet", tr("For the team, unless it is marked for participants."))
        self._box.insertWidget(1, hint)

    def edit(self, material_id: str, **values: object) -> None:
        """Change a material; one that has neither title nor link any more is deleted."""
        row = next(line.row for line in self._lines if line.row.id == material_id)
        after = {"title": row.title, "link": row.link} | values
        if not after["title"] and not after["link"]:
            self.delete(material_id)
        else:
            self._context.library.run(commands.edit_material(material_id, **values))

    def _made_line(self, row: MaterialRow, number: int) -> RowLine[MaterialRow]:
        return _MaterialLine(self, row, number)

    def _adding(self, text: str) -> Command:
        is_link = "://" in text or text.startswith("www.")
        values = {"link": text} if is_link else {"title": text}
        return commands.AddMaterial(self._session_id, **values)

    def _deleting(self, row_id: str) -> tuple[Command, str]:
        return commands.delete_material(row_id), tr("Deleted a material")

    def _ordering(self, row_ids: Sequence[str]) -> Command:
        return commands.order_materials(row_ids)
