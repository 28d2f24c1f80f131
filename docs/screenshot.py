"""Make docs/screenshot.png: the sample library in the program's own window, as it is today.

Run it with the checkout's Python: ``.venv/bin/python docs/screenshot.py [PICTURE]``. Where the system has X, the window
opens on a screen that nobody sees.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIZE = (1280, 800)
SETTLING_MS = 400


def picture(target: Path) -> None:
    """Open the sample's first session at its stage Plan, and keep what the window shows."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from facilitator import app
    from facilitator.features.imports.sample import SHOWN_SESSION, make_sample
    from facilitator.features.sessions.queries import list_sessions
    from facilitator.kit.settings import Settings

    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "Sample library.lle"
        make_sample(library)
        settings = Settings(Path(folder) / "settings.ini")
        settings.scheme, settings.language = "light", "en"
        window = app.make_window(QApplication(sys.argv[:1]), settings)
        window.resize(*SIZE)
        window.show()
        window.activateWindow()
        QTest.qWait(SETTLING_MS)
        window.libraries.open(library)
        assert window.opened is not None
        with window.opened.library.read() as session:
            shown = next(row.id for row in list_sessions(session) if row.label == SHOWN_SESSION)
        window.opened.screens.open_session(shown, "agenda")
        QTest.qWait(SETTLING_MS)
        window.grab().save(str(target))
        window.close()


def main() -> None:
    """Make the picture, on a screen of its own where that is possible."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screenshot.png"
    sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]
    from screen import virtual_screen

    with virtual_screen() as variables:
        os.environ.update(variables | ({"QT_QPA_PLATFORM": "xcb"} if variables else {}))
        picture(target)


if __name__ == "__main__":
    main()
