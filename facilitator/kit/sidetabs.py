"""The parts of a stage as tabs beside its own work: what was chosen is remembered, and a part is made when it is first
to be seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from facilitator.translation import tr


class SideTabs(QTabWidget):
    """Parts by name. Whatever else comes to the front meanwhile, the one that the person chose is remembered."""

    chose = Signal(str)
    """The name of the part that the person brought to the front."""
    fronted = Signal()
    """Another part is in front, whoever brought it there."""

    def __init__(self, name: str, chosen: str = "", parent: QWidget | None = None) -> None:
        """``name`` is what the tabs are called for those who listen; ``chosen`` the part that was chosen before."""
        super().__init__(parent)
        self._names: dict[QWidget, str] = {}
        self._titles: dict[QWidget, str] = {}
        self._chosen = chosen
        self._is_placing = False
        self._is_asked = False
        """Whether another part was asked for since."""
        self.setDocumentMode(True)
        self.tabBar().setUsesScrollButtons(True)
        for named in (self, self.tabBar()):
            named.setAccessibleName(name)
        self.currentChanged.connect(self._on_current_changed)

    def add(self, part: QWidget, title: str, name: str, place: int = -1) -> None:
        """Add a part, at a place or else at the end; it is remembered by its name."""
        self._names[part], self._titles[part] = name, title
        with self.placing():
            self.insertTab(place, part, title)
            self._show_chosen()

    def take_out(self, part: QWidget) -> None:
        """Take a part out of the tabs, to show it elsewhere."""
        with self.placing():
            self.removeTab(self.indexOf(part))

    def bring(self, part: QWidget) -> None:
        """Bring a part to the front; what the person chose is still remembered."""
        self._is_asked = True
        with self.placing():
            self.setCurrentIndex(self.indexOf(part))

    def bring_back(self) -> None:
        """Bring to the front what the person chose, after something else was asked for."""
        self._is_asked = False
        with self.placing():
            self._show_chosen()

    def title_of(self, part: QWidget) -> str:
        """What a part is called, without a number."""
        return self._titles[part]

    def set_title(self, part: QWidget, title: str) -> None:
        """Name a tab anew."""
        number = self.indexOf(part)
        if number >= 0 and self.tabText(number) != title:
            self.setTabText(number, title)

    def set_count(self, part: QWidget, count: int) -> None:
        """Have a number stand beside the title of a tab; none where it is 0."""
        title = self._titles[part]
        self.set_title(part, tr("{heading} ({count})").format(heading=title, count=count) if count else title)

    @contextmanager
    def placing(self) -> Iterator[None]:
        """What comes to the front meanwhile is not what the person chose."""
        before, self._is_placing = self._is_placing, True
        yield
        self._is_placing = before

    def _show_chosen(self) -> None:
        for number in range(self.count()):
            part = self.widget(number)
            if part is not None and self._names[part] == self._chosen and not self._is_asked:
                self.setCurrentIndex(number)

    def _on_current_changed(self, number: int) -> None:
        part = self.widget(number)
        if not self._is_placing and part is not None:
            self._chosen, self._is_asked = self._names[part], False
            self.chose.emit(self._chosen)
        self.fronted.emit()


class Later(QWidget):
    """The place of a part that is made when it is first to be seen, or asked for."""

    made = Signal(QWidget)

    def __init__(self, make: Callable[[], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._part: QWidget | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)

    @property
    def is_made(self) -> bool:
        """Whether the part is there."""
        return self._part is not None

    @property
    def part(self) -> QWidget:
        """The part, made if it was not yet."""
        if self._part is None:
            self._part = made = self._make()
            layout = self.layout()
            assert layout is not None
            layout.addWidget(made)
            self.made.emit(made)
        return self._part

    def showEvent(self, event: QShowEvent) -> None:
        self.part.show()
        super().showEvent(event)
