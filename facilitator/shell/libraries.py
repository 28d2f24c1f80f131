"""Opening, making, backing up and restoring libraries from the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from facilitator.domain.errors import Refused
from facilitator.shell.places import sample_library
from facilitator.translation import tr

if TYPE_CHECKING:
    from facilitator.shell.window import MainWindow
    from facilitator.storage.store import Store

SUFFIX = ".lle"


class Libraries(QObject):
    """What the menu File and the start of the program do with libraries."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def open_first(self, path: Path | None) -> None:
        """Open what the program was started with, else the library of the last time, else the sample."""
        if path is not None:
            self.open(path)
            return
        for known in self._window.settings.recent_libraries:
            if known.exists():
                self.open(known)
                return
        self.open_sample()

    def open_sample(self) -> bool:
        """Open the sample library, made in the folder of the user's data when it is not there yet."""
        path = sample_library()
        if path.exists():
            return self.open(path)
        from facilitator.features.imports.sample import make_sample

        return self._refusing(lambda: make_sample(path)) and self.open(path)

    def open(self, path: Path, *, read_only: bool = False) -> bool:
        """Open a library in the window; what stands in the way is told. False when it was not opened."""
        from facilitator.storage.opening import DamagedLibrary
        from facilitator.storage.store import LibraryInUse, open_library

        opened = self._window.opened
        if opened is not None and opened.library.store.path == path.resolve():
            return True
        if not self.may_close():
            return False
        try:
            store = open_library(path, read_only=read_only, author=self._window.settings.author)
        except LibraryInUse as refusal:
            return self._choose_for_used(path, refusal)
        except DamagedLibrary as refusal:
            return self._choose_for_damaged(path, refusal)
        except Refused as refusal:
            return self._choose_for_refused(refusal)
        self._attach(store)
        return True

    def ask_open(self) -> bool:
        """Ask for a library, and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            tr("Open library"),
            str(self._folder()),
            tr("Libraries (*{suffix})").format(suffix=SUFFIX),
        )
        return bool(name) and self.open(Path(name))

    def ask_new(self) -> bool:
        """Ask where a new library shall be, make it and open it."""
        from facilitator.storage.store import new_library

        path = self._ask_target(tr("New library"), tr("My sessions"))
        if path is None or not self.may_close():
            return False
        made: list[Store] = []
        if not self._refusing(lambda: made.append(new_library(path, self._window.settings.author))):
            return False
        self._attach(made[0])
        return True

    def may_close(self) -> bool:
        """Whether the library that is open may be closed; asked only where something is not saved in it."""
        opened = self._window.opened
        if opened is None or not opened.library.unsaved:
            return True
        from facilitator.shell.closing import may_close

        return may_close(self._window)

    def ask_import(self, files: tuple[Path, ...] = ()) -> None:
        """Ask for files to import, and show what would be done with them."""
        from facilitator.kit.feature import load

        if self._window.opened is not None:
            show = load("facilitator.features.imports.dialog:show_import")
            show(self._window.opened.context, self._window, files)

    def ask_back_up(self) -> None:
        """Ask where a copy shall be, and make it."""
        opened = self._window.opened
        if opened is None:
            return
        from facilitator.storage import backup

        store = opened.library.store
        path = self._ask_target(tr("Back up library"), tr("{library} – copy").format(library=store.path.stem))
        if path is not None and self._refusing(lambda: backup.backup_to_file(store, path)):
            opened.context.notices.tell(tr("Backed up to “{name}”, and checked.").format(name=path.name))

    def ask_restore(self) -> None:
        """Show the backups of the library, and put one in its place."""
        opened = self._window.opened
        if opened is not None:
            from facilitator.shell.backups import restore_opened

            restore_opened(self._window, opened)

    def _attach(self, store: Store) -> None:
        from facilitator.shell.backups import AutomaticBackups
        from facilitator.shell.opened import OpenedLibrary
        from facilitator.shell.recovering import recover
        from facilitator.shell.screens import HOME

        self._window.commit_typing()
        self._window.attach(None)
        opened = OpenedLibrary(store, self._window)
        AutomaticBackups(opened.context, opened)
        self._window.attach(opened)
        opened.screens.open_page(HOME)
        if not recover(opened):
            opened.screens.focus_first()
        self._window.settings.remember_library(store.path)

    def _choose_for_used(self, path: Path, refusal: Refused) -> bool:
        from facilitator.shell.refusals import ask

        choice = ask(self._window, refusal, [tr("Open read-only"), tr("Choose another…")])
        if choice == 0:
            return self.open(path, read_only=True)
        return choice == 1 and self.ask_open()

    def _choose_for_damaged(self, path: Path, refusal: Refused) -> bool:
        from facilitator.shell.backups import restore_damaged
        from facilitator.shell.refusals import ask

        choice = ask(self._window, refusal, [tr("Restore a backup…"), tr("Choose another…")])
        if choice == 0:
            return restore_damaged(self._window, path) and self.open(path)
        return choice == 1 and self.ask_open()

    def _choose_for_refused(self, refusal: Refused) -> bool:
        from facilitator.shell.refusals import ask

        choice = ask(self._window, refusal, [tr("Choose another…"), tr("Open the sample")])
        if choice == 0:
            return self.ask_open()
        return choice == 1 and self.open_sample()

    def _refusing(self, act: Callable[[], object]) -> bool:
        """Do it; False when it was refused, which was told then."""
        try:
            act()
        except Refused as refusal:
            from facilitator.shell.refusals import ask

            ask(self._window, refusal, [])
            return False
        return True

    def _ask_target(self, title: str, name: str) -> Path | None:
        proposed = self._folder() / f"{name}{SUFFIX}"
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, title, str(proposed), tr("Libraries (*{suffix})").format(suffix=SUFFIX)
        )
        if not chosen:
            return None
        return Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(SUFFIX)

    def _folder(self) -> Path:
        recent = self._window.settings.recent_libraries
        return recent[0].parent if recent else sample_library().parent
