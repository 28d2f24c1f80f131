"""The narrow rail at the left: the pages of the program."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from facilitator.kit.icons import icon
from facilitator.translation import tr

_ICON_OF_TEXT = 1.5
"""Side of an icon, as a multiple of the height of a line of text."""


class Rail(QWidget):
    """One button for each page. ``requested`` gives the id of the page that was chosen."""

    requested = Signal(str)
    search_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Pages"))
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_clicked)
        self._ids: list[str] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 6, 0, 6)
        self._layout.setSpacing(2)
        self._layout.addStretch(1)
        self._search = self._button(
            "search", tr("Search"), tr("Search everything and run any command (Ctrl+K)")
        )
        self._search.setCheckable(False)
        self._search.clicked.connect(self.search_requested)
        self._layout.addWidget(self._search)

    def add_page(self, page_id: str, title: str, icon_name: str, shortcut: str) -> None:
        """Add a page below the others."""
        button = self._button(
            icon_name, title, tr("{page} ({shortcut})").format(page=title, shortcut=shortcut)
        )
        self._group.addButton(button, len(self._ids))
        self._ids.append(page_id)
        self._layout.insertWidget(len(self._ids) - 1, button)

    def show_page(self, page_id: str) -> None:
        """Mark the page that is shown."""
        if page_id in self._ids:
            self._group.button(self._ids.index(page_id)).setChecked(True)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone, for small windows."""
        style = (
            Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextUnderIcon
        )
        for button in self._buttons():
            button.setToolButtonStyle(style)

    def adjust_icons(self) -> None:
        """Size the icons to the texts."""
        side = int(self.fontMetrics().height() * _ICON_OF_TEXT)
        for button in self._buttons():
            button.setIconSize(QSize(side, side))

    def _buttons(self) -> list[QToolButton]:
        return self.findChildren(QToolButton)

    def _button(self, icon_name: str, title: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(title)
        button.setToolTip(tip)
        button.setCheckable(True)
        button.setIcon(icon(icon_name))
        button.setAccessibleName(title)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _on_clicked(self, number: int) -> None:
        self.requested.emit(self._ids[number])
