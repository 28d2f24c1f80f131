"""One session at work: what it is, and its stages as tabs in the order of the work."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from facilitator.domain.naming import session_label
from facilitator.features.sessions import queries
from facilitator.features.sessions.copying import make_copy
from facilitator.features.sessions.editor import SessionEditor
from facilitator.features.sessions.facts import facts_line
from facilitator.kit.context import Context
from facilitator.kit.feature import Feature, load
from facilitator.kit.forms import scrolled
from facilitator.kit.icons import icon
from facilitator.kit.labels import ElidedLabel
from facilitator.shell import catalog
from facilitator.storage.journal import ChangeSet
from facilitator.translation import tr


class Workspace(QWidget):
    """Stages are made when they are first shown. ``left`` asks to go back to the list of sessions."""

    left = Signal()
    gone = Signal()
    """The session was deleted."""

    def __init__(self, context: Context, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self.session_id = context, session_id
        self._stages = catalog.stages()
        self._made: dict[str, QWidget] = {}
        self._holders: list[QVBoxLayout] = []
        self._editor: SessionEditor | None = None
        self.needs_details = False
        self.title = ElidedLabel(self, "pageTitle")
        self.facts = ElidedLabel(self, "quiet")
        self.tabs = QTabWidget(self, documentMode=True)
        self.tabs.setAccessibleName(tr("Stages of the session"))
        self.tabs.tabBar().setAccessibleName(tr("Stages of the session"))
        self._below = QStackedWidget(self)
        self._below.addWidget(self.tabs)
        self.details = self._make_details_button()
        self._series_action = self._add_action(
            tr("Series of this session: title, colour, logos…"), self._edit_series
        )
        for text, with_people in (
            (tr("New session from this one"), True),
            (tr("New session from this one, without its people"), False),
        ):
            copy = partial(make_copy, context, session_id, with_people)
            self._add_action(text, copy).setEnabled(not context.library.read_only)
        self._lay_out()
        for number, feature in enumerate(self._stages, start=1):
            self._add_tab(feature, number)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        context.library.changed.connect(self._on_library_changed)
        self.refresh()

    def show_stage(self, feature_id: str = "", row_id: str = "") -> None:
        """Show a stage, and a row of it; without an id the one that was shown last."""
        if self.choose_stage(feature_id):
            self.show_details(False)
        stage = self.current_stage()
        if stage is not None and row_id:
            stage.show_row(row_id)

    def choose_stage(self, feature_id: str) -> bool:
        """Have a stage be the one that is shown, as soon as the workspace is; False where there is none of that id."""
        ids = [feature.id for feature in self._stages]
        if feature_id in ids:
            self.tabs.setCurrentIndex(ids.index(feature_id))
        return feature_id in ids

    def place(self) -> tuple[str, str]:
        """The id of the stage that is shown and of the row there, where the stage tells one; empty for none."""
        number = self.tabs.currentIndex()
        stage = self._made.get(self._stages[number].id) if number >= 0 else None
        if stage is None:
            return "", ""
        return self._stages[number].id, stage.current_row() if hasattr(stage, "current_row") else ""

    def current_stage(self) -> Any:
        """The stage that is shown, made if it was not yet; None where there are no stages."""
        number = self.tabs.currentIndex()
        if number < 0:
            return None
        feature = self._stages[number]
        if feature.id not in self._made:
            stage = load(feature.stage)(self._context, self.session_id)
            self._made[feature.id] = stage
            self._holders[number].addWidget(stage)
            stage.show()  # at once, so that it can take the focus
        return self._made[feature.id]

    def focus_first(self) -> None:
        """Put the focus where work begins: in the details of a session without a title, else in the stage."""
        if self.details.isChecked() and self._editor is not None:
            self._editor.focus_first()
        elif (stage := self.current_stage()) is not None:
            stage.focus_first()

    def show_details(self, shown: bool = True, field: str = "") -> None:
        """Show what is known of the session, the caret in a ``field`` of it, in place of its stages, or them again."""
        self.details.setChecked(shown)
        if field and self._editor is not None:
            self._editor.focus_field(field)

    def refresh(self) -> None:
        """Read the session anew."""
        with self._context.library.read() as session:
            details = queries.session_details(session, self.session_id)
        if details is None:
            self.gone.emit()
            return
        unfinished = self._context.library.store.drafts(f"session:{self.session_id}:")
        # One made from another has a title, and neither date nor number yet.
        dated = bool(details.date or details.date_as_written)
        self.needs_details = not (dated or (details.title and details.label)) or bool(unfinished)
        self._series_action.setEnabled(bool(details.series_id))
        self.title.setText(session_label(details.label, details.title))
        self.facts.setText(facts_line(details))

    def _make_details_button(self) -> QPushButton:
        button = QPushButton(icon("details"), tr("Details"), self)
        button.setCheckable(True)
        button.setAccessibleName(tr("Details of the session"))
        button.setToolTip(tr("Title, date, hosts and guiding questions (F2)"))
        button.toggled.connect(self._on_details_toggled)
        action = QAction(tr("Edit details of the session"), self)
        action.setShortcut(QKeySequence(Qt.Key.Key_F2))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(button.toggle)
        self.addAction(action)
        return button

    def _add_action(self, text: str, act: Callable[[], object]) -> QAction:
        """A command for the palette."""
        action = QAction(text, self)
        action.triggered.connect(lambda *_: act())
        self.addAction(action)
        return action

    def _edit_series(self) -> None:
        self.show_details()
        if self._editor is not None:
            self._editor.edit_series()

    def _lay_out(self) -> None:
        back = QPushButton(icon("back"), tr("Sessions"), self)
        back.setObjectName("link")
        back.setAccessibleName(tr("Back to the list of sessions"))
        back.clicked.connect(self.left)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.facts)
        head = QHBoxLayout()
        head.setContentsMargins(6, 6, 12, 0)
        head.addWidget(back, alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addWidget(self.details, alignment=Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._below, 1)

    def _add_tab(self, feature: Feature, number: int) -> None:
        holder = QWidget(self)
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        self._holders.append(layout)
        title = tr(feature.stage_title or feature.title)
        self.tabs.addTab(holder, icon(feature.icon), title)
        self.tabs.setTabToolTip(number - 1, tr("{stage} (Alt+{number})").format(stage=title, number=number))
        action = QAction(tr("Go to the stage {stage}").format(stage=title), self)
        action.setShortcut(QKeySequence(f"Alt+{number}"))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda *_, number=number: self._go_to(number - 1))
        self.addAction(action)

    def _go_to(self, number: int) -> None:
        self.show_details(False)
        self.tabs.setCurrentIndex(number)
        self.current_stage().focus_first()

    def _on_tab_changed(self) -> None:
        if self.isVisible():
            self.current_stage()

    def _on_details_toggled(self, shown: bool) -> None:
        if self._editor is None:
            self._editor = SessionEditor(self._context, self.session_id)
            self._editor.closed.connect(lambda: self.show_details(False))
            self._below.addWidget(scrolled(self._editor))
        self._below.setCurrentIndex(1 if shown else 0)
        self.focus_first()

    def _on_library_changed(self, changes: ChangeSet) -> None:
        if changes.touches("learning_session", "session_organisation", "organisation", "guiding_question"):
            self.refresh()
