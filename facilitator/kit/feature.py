"""What a feature tells of itself. No Qt here: the command line reads features too.

Widgets and reports are named as ``"module:attribute"``, and are imported when they are first needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any


@dataclass(frozen=True)
class Report:
    """A paper that a feature can make.

    ``build`` names a function ``(session, session_id, language) -> ClearedDocument`` where ``session`` is a database
    session of ``Store.read`` and ``session_id`` the learning session's id, empty for a paper on the whole library.
    """

    id: str
    title: str
    build: str
    formats: tuple[str, ...] = ("pdf", "md")
    of_session: bool = True


@dataclass(frozen=True)
class Feature:
    """One feature: what stands in the rail (``page``), what a session's workspace shows of it (``stage``), its papers.

    ``page`` names a widget class made with ``(context)``; ``stage`` one made with ``(context, session_id)``.
    ``title``, ``stage_title`` (where a stage is called otherwise than the page) and ``tip`` are marked for translation.
    ``order`` sorts the rail; stages stand in the order of the catalog.
    """

    id: str
    title: str
    icon: str
    order: int
    page: str = ""
    stage: str = ""
    stage_title: str = ""
    tip: str = ""
    reports: tuple[Report, ...] = ()


def load(name: str) -> Any:
    """What ``"module:attribute"`` names."""
    module, _, attribute = name.partition(":")
    return getattr(import_module(module), attribute)
