"""Start quickly: keep Python and PySide from work that nobody needs while the program and its first page are made."""

from __future__ import annotations

import builtins
import gc


def hurry() -> None:
    """To be called before anything else of Qt is imported, and to be followed by ``settle``.

    Starting makes many objects and drops few, so looking for garbage meanwhile is lost time. And PySide replaces
    Python's ``import`` by one that reads the source of each imported module, to see whether it uses the spelling
    features of ``__feature__``, which we don't: for SQLAlchemy alone that took 50 ms and 20 MB.
    """
    gc.disable()
    import PySide6.QtCore  # noqa: F401 (puts its import in place)

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def settle() -> None:
    """Collect garbage again from now on, but don't look through what the start made: that stays."""
    gc.freeze()
    gc.enable()
