"""The open library as Qt sees it: commands in, one signal out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.domain.errors import Refused
from facilitator.kit.catching_up import CatchingUp
from facilitator.kit.unsaved import Unsaved
from facilitator.storage.journal import ChangeSet
from facilitator.storage.rescue import Rescue
from facilitator.storage.store import Command, ReadSession, Store

_OUTSIDE_CHANGES_MS = 1000


class Library(QObject):
    """Runs commands and says what changed. A refusal is told by ``failed`` and by the return value, never lost."""

    changed = Signal(object)
    """A ``ChangeSet``: pages refresh the rows it names."""
    saved = Signal(object)
    """The local ``datetime`` of the last durable save."""
    failed = Signal(object)
    """A ``Refused``: what was asked for was not done."""
    closing = Signal()
    """The library is about to be closed: the last moment to save what is being typed."""

    def __init__(
        self, store: Store, parent: QObject | None = None, rescue_folder: Path | None = None
    ) -> None:
        """``rescue_folder``: where to write down what the file can't take."""
        super().__init__(parent)
        self.store = store
        self._closed = False
        self.unsaved = Unsaved()
        rescue = Rescue(rescue_folder, store.library_id, store.path) if rescue_folder else None
        self.catching_up = CatchingUp(store, self.unsaved, rescue, self)
        self.catching_up.given_up.connect(self._fail)
        self.failures = 0
        """How many commands and drafts were refused so far."""
        self._unsubscribe = store.subscribe(self._on_store_changed)
        if store.read_only:
            self._watch = QTimer(self, interval=_OUTSIDE_CHANGES_MS)
            self._watch.timeout.connect(store.notice_outside_changes)
            self._watch.start()

    @property
    def read_only(self) -> bool:
        """Whether the library can only be read here."""
        return self.store.read_only

    @contextmanager
    def read(self) -> Iterator[ReadSession]:
        """A database session for queries."""
        with self.store.read() as session:
            yield session

    def run(self, command: Command) -> bool:
        """Apply a command; False when it was refused, which ``failed`` has told.

        What the file could not take waits in ``unsaved``, with all that comes after it, and is tried again.
        """
        waits = self.catching_up.first_the_others()
        try:
            if waits is not None:
                raise waits
            self.store.run(command)
        except Refused as refusal:
            if refusal.__cause__ is not None:  # the file, not the command: it may succeed another time
                self.unsaved.add(command)
                self.catching_up.wait()
            self._fail(refusal)
            return False
        self.unsaved.done(command)
        return True

    def keep(self, command: Command) -> bool:
        """Like ``run`` for what a person entered and goes on from: True also where it waits for the file."""
        return self.run(command) or self.unsaved.has(command)

    def retry(self) -> bool:
        """Apply again, in their order, the commands that the file refused; False when one is refused again."""
        refusal = self.catching_up.try_again()
        if refusal is not None:
            self._fail(refusal)
        return refusal is None

    def undo(self) -> str:
        """Take back the latest change; its label, empty when there was none."""
        return self._step(self.store.undo)

    def redo(self) -> str:
        """Do again what was undone; its label, empty when there was nothing."""
        return self._step(self.store.redo)

    def save_draft(self, key: str, text: str) -> bool:
        """Keep what is being typed; False when it can't be kept, which ``failed`` has told."""
        if self.read_only or self._closed or self.store.is_closed:
            return False
        try:
            if (refused := self.catching_up.too_slow()) is not None:
                raise refused
            self.store.save_draft(key, text)
        except Refused as refusal:
            self.unsaved.drafts[key] = text
            self.catching_up.wait()
            self._fail(refusal)
            return False
        if self.unsaved.drafts.pop(key, None) is not None:
            self.catching_up.wait()
        self.saved.emit(datetime.now().astimezone())
        return True

    def close(self) -> None:
        """Close the library, once what is being typed is saved; a field that is still there saves nothing more."""
        if self._closed:
            return
        self.closing.emit()
        self.catching_up.end()
        self._closed = True
        if self.read_only:
            self._watch.stop()
        self.store.close()

    def _step(self, step: Callable[[], ChangeSet]) -> str:
        try:
            if (waits := self.catching_up.first_the_others()) is not None:
                raise waits  # the latest change is one that waits, not the one before it
            return str(step().label)
        except Refused as refusal:
            self._fail(refusal)
            return ""

    def _fail(self, refusal: Refused) -> None:
        self.failures += 1
        self.failed.emit(refusal)

    def _on_store_changed(self, changes: ChangeSet) -> None:
        self.changed.emit(changes)
        if not self.read_only:
            self.saved.emit(datetime.now().astimezone())
