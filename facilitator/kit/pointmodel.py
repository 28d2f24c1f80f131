"""Points to settle in groups, as a list shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from facilitator.kit.icons import Tone
from facilitator.translation import tr

POINT_ROLE = Qt.ItemDataRole.UserRole
SIGN_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class Point(Protocol):
    """What is listed: an id that stays the same while the same thing is open, and what is told of it."""

    @property
    def id(self) -> str: ...

    @property
    def text(self) -> str: ...


@dataclass(frozen=True)
class PointGroup:
    """Points under one heading. ``count`` is how many there are, of which ``points`` may be the first ones only;
    ``sign`` an icon's name and tone."""

    title: str
    sign: tuple[str, Tone]
    count: int
    points: Sequence[Point]


class _Line(NamedTuple):
    group: PointGroup
    point: Point | None

    @property
    def text(self) -> str:
        if self.point is not None:
            return self.point.text
        return tr("{heading} ({count})").format(heading=self.group.title, count=self.group.count)

    @property
    def key(self) -> tuple[str, str]:
        return (self.point.id if self.point is not None else "", self.text)


class PointModel(QAbstractListModel):
    """Points, and a heading before those of each group."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[_Line] = []

    def set_groups(self, groups: Sequence[PointGroup]) -> None:
        """Show these groups. Where all read as before, the view stays."""
        lines = [_Line(group, point) for group in groups for point in (None, *group.points)]
        if [line.key for line in lines] == [line.key for line in self._lines]:
            self._lines = lines
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._lines[index.row()]
        if role == POINT_ROLE:
            return line.point
        if role == SIGN_ROLE:
            return line.group.sign
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.group.title}: {line.text}" if line.point is not None else line.text
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self._lines[index.row()].point is not None:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def row_of(self, point_id: str) -> int:
        """Where a point stands; -1 when it is no longer open."""
        return next((n for n, line in enumerate(self._lines) if line.point and line.point.id == point_id), -1)

    def row_near(self, place: int) -> int:
        """The point that stands at a row, or nearest to it; -1 where there is none."""
        rows = [number for number, line in enumerate(self._lines) if line.point is not None]
        return min(rows, key=lambda row: (abs(row - place), -row), default=-1)
