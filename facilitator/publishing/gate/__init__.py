"""The one way from notes and people to any export.

``clear`` applies consent and gives what a report may use; a report builds a document of it; ``seal`` takes every name
out of the finished document that must not be in it, and only what is sealed can be rendered (``publishing.export``).
"""

from facilitator.publishing.gate.binding import bind, seal_for_all
from facilitator.publishing.gate.cleared import (
    ClearedCase,
    ClearedDocument,
    ClearedNote,
    ClearedPerson,
    ClearedTerm,
    Finding,
    Severity,
)
from facilitator.publishing.gate.clearing import Clearance, clear, of_nobody
from facilitator.publishing.gate.protection import Protection
from facilitator.publishing.gate.sealing import seal
from facilitator.publishing.gate.subjects import Audience

__all__ = [
    "Audience",
    "Clearance",
    "ClearedCase",
    "ClearedDocument",
    "ClearedNote",
    "ClearedPerson",
    "ClearedTerm",
    "Finding",
    "Protection",
    "Severity",
    "bind",
    "clear",
    "of_nobody",
    "seal",
    "seal_for_all",
]
