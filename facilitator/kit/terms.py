"""Several words of a vocabulary as tokens: type to add one, Backspace takes the last one back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from facilitator.kit.flow import FlowLayout
from facilitator.kit.reference import ReferenceField
from facilitator.translation import tr


class TermField(QWidget):
    """Several rows of one kind. ``committed`` gives their ids in order; ``named`` a word that is not known yet."""

    committed = Signal(object)
    named = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, adding: str = "") -> None:
        super().__init__(parent)
        self._choices: tuple[tuple[str, str], ...] = ()
        self._chosen: tuple[str, ...] = ()
        self._tokens: list[QToolButton] = []
        self.entry = ReferenceField(self, adding=adding)
        self.entry.committed.connect(self._on_entered)
        self.entry.named.connect(self._on_named)
        line = self.entry.lineEdit()
        assert line is not None
        self._line = line
        self.entry.installEventFilter(self)
        self._line.setPlaceholderText(tr("Add…"))
        self._flow = FlowLayout(self, stretch_last=True)
        self._flow.addWidget(self.entry)
        self.setFocusProxy(self.entry)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.entry.setAccessibleName(name)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these rows as (id, name)."""
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            self._show()

    def show_value(self, row_ids: Any) -> None:
        """Show the rows that are chosen."""
        if tuple(row_ids or ()) != self._chosen:
            self._chosen = tuple(row_ids or ())
            self._show()

    def value(self) -> tuple[str, ...]:
        """The ids of the rows that are chosen."""
        return self._chosen

    def tokens(self) -> list[QToolButton]:
        """The buttons that remove what is chosen, in order."""
        return list(self._tokens)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.entry:
                at_start = event.key() == Qt.Key.Key_Backspace and not self._line.text()
                if at_start and self._chosen:
                    self._choose(self._chosen[:-1])
                    return True
            elif watched in self._tokens and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self._remove(self._tokens.index(watched))
                return True
        return super().eventFilter(watched, event)

    def _on_entered(self, row_id: str | None) -> None:
        self.entry.show_value(None)
        if row_id and row_id not in self._chosen:
            self._choose((*self._chosen, row_id))

    def _on_named(self, name: str) -> None:
        self.entry.show_value(None)
        self._line.clear()
        self.named.emit(name)

    def _remove(self, number: int) -> None:
        self._choose(self._chosen[:number] + self._chosen[number + 1 :])
        (self._tokens[number] if number < len(self._tokens) else self.entry).setFocus()

    def _choose(self, row_ids: tuple[str, ...]) -> None:
        self._chosen = row_ids
        self._show()
        self.committed.emit(row_ids)

    def _show(self) -> None:
        labels = dict(self._choices)
        wanted = [(row_id, labels[row_id]) for row_id in self._chosen if row_id in labels]
        while len(self._tokens) > len(wanted):
            token = self._tokens.pop()
            self._flow.removeWidget(token)
            token.hide()
            token.deleteLater()
        while len(self._tokens) < len(wanted):
            self._add_token()
        for token, (_, label) in zip(self._tokens, wanted, strict=True):
            token.setText(tr("{term} ×").format(term=_short(label)))
            token.setToolTip(tr("Remove {term}").format(term=label))
            token.setAccessibleName(tr("Remove {term}").format(term=label))
        self.entry.set_choices([choice for choice in self._choices if choice[0] not in self._chosen])
        self.updateGeometry()

    def _add_token(self) -> None:
        token = QToolButton(self)
        token.setObjectName("token")
        token.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        token.installEventFilter(self)
        token.clicked.connect(lambda: self._remove(self._tokens.index(token)))
        self._flow.insert_widget(len(self._tokens), token)
        self._tokens.append(token)
        token.show()


def _short(label: str) -> str:
    return label if len(label) <= 40 else label[:38].rstrip() + "…"
