"""Files that are dropped on the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDropEvent

KNOWN = {".csv", ".tsv", ".txt", ".xlsx", ".lle"}


def dropped_files(event: QDropEvent) -> tuple[Path, ...]:
    """The files of this computer that an event carries, and that the program can do something with."""
    paths = (Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
    return tuple(path for path in paths if path.suffix.lower() in KNOWN and path.is_file())
