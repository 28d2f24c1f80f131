"""What a feature tells of itself. No Qt here: the command line reads features too.

Widgets and reports are named as ``"module:attribute"``, and are imported when they are first needed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from facilitator.publishing.gate import ClearedDocument, Finding

TABLE_FORMATS = ("csv", "xlsx")


Heed = Callable[[int, int], None]
"""Is told how many steps of how many are done; raises ``domain.errors.Cancelled`` when the person cancelled."""

Making = Callable[[Heed], "ClearedDocument"]
"""Makes a paper of what was read, without the library."""

MakingApart = Callable[[Heed], "tuple[ClearedDocument, ...]"]
"""Makes several papers in the same way; the file name of each is its own."""


@dataclass(frozen=True)
class Report:
    """A paper that a feature can make.

    ``build`` names a function ``(session, session_id, language, **options)`` where ``session`` is a database session of
    ``Store.read`` and ``session_id`` the learning session's id, empty for a paper on the whole library. It gives the
    ``ClearedDocument``, or a ``Making`` where that may take long. ``tables`` names another one for the formats that
    hold tables alone, where they are not those of the paper. ``options`` are the names of what it can be asked for
    besides: ``person_id`` (for one person alone), ``each_item`` (each item of the agenda instead of the whole),
    ``with_data`` (a PDF that carries what it shows as data for programs), ``flash`` (flash notes instead of briefings).
    ``people`` names a function ``(session, session_id)`` that gives id and name of each whom ``person_id`` may be;
    ``apart`` one like ``build`` that gives a ``MakingApart``: the paper of each person as a document of its own.
    ``series`` names a function ``(session)`` that gives id, title and hashtag of each series that ``series_id`` may be,
    for a paper on a whole series; without that option it is on the series of the session. ``of_library`` says that it
    can be about all sessions as well as about one. ``offered`` is False for a paper that the window offers elsewhere
    than among the papers of a session. ``checks`` names a function ``(session, session_id, template, document)`` that
    gives all findings on the paper of a session, those of the document among them; ``template`` is its option of that
    name, or else the report's id. ``title`` and ``tip``, which says what it is for, are marked for translation.
    """

    id: str
    title: str
    build: str
    formats: tuple[str, ...] = ("pdf", "docx", "html", "md")
    of_session: bool = True
    tables: str = ""
    options: tuple[str, ...] = ()
    people: str = ""
    apart: str = ""
    series: str = ""
    tip: str = ""
    of_library: bool = False
    offered: bool = True
    checks: str = ""


@dataclass(frozen=True)
class Panel:
    """What a feature adds to the stage of another one, which it need not know.

    ``widget`` names a widget class made with ``(context, session_id)``, which may have ``stage_actions`` (a list of
    ``QAction`` that work anywhere in the stage), a signal ``counted`` (a number that stands beside its title) and a
    signal ``track_chosen`` (the id of the breakout group whose clock is followed from now on, empty for the plenary).
    ``place`` is ``"head"``, above the stage's own work, or ``"side"``, in a tab beside it. ``title`` is marked for
    translation.
    """

    id: str
    stage: str
    place: str
    title: str
    widget: str


@dataclass(frozen=True)
class Feature:
    """One feature: what stands in the rail (``page``), what a session's workspace shows of it (``stage``), what it adds
    to other stages (``panels``), its papers.

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
    panels: tuple[Panel, ...] = ()


def load(name: str) -> Any:
    """What ``"module:attribute"`` names."""
    module, _, attribute = name.partition(":")
    return getattr(import_module(module), attribute)


def making(
    report: Report, session: Any, session_id: str, language: str, format_: str, **options: Any
) -> Making:
    """What makes a paper in a format, once all that it needs was read. Raises ``Refused`` when there is no such
    session."""
    name = report.tables if report.tables and format_ in TABLE_FORMATS else report.build
    made = load(name)(session, session_id, language, **options)
    return made if callable(made) else lambda _: made


def findings_on(
    report: Report, session: Any, session_id: str, document: ClearedDocument, template: str = ""
) -> tuple[Finding, ...]:
    """All that is to be known before a paper leaves the library. ``template`` is what it was made with where it can be
    chosen."""
    if not report.checks or not session_id:
        return document.findings
    return tuple(load(report.checks)(session, session_id, template or report.id, document))
