"""The document tree: what a report says, before anyone decides how it looks.

A report builds a ``Document`` from what the gate cleared; a renderer (PDF, DOCX, HTML, Markdown) draws it and knows no
feature. All texts here are plain: no markup is parsed, whatever a person typed is printed as typed.
"""

from facilitator.publishing.document.blocks import Beside, Block, Contents, PageBreak, headings_of, runs_of
from facilitator.publishing.document.calendar import Event
from facilitator.publishing.document.cards import NameCard, NameCards, Sign
from facilitator.publishing.document.data import Field, Record, Reference, Value, as_json, record
from facilitator.publishing.document.figures import (
    Bar,
    Bars,
    Comparison,
    Illustration,
    KeyFigure,
    KeyFigures,
    Pair,
    Picture,
    Spot,
    SpotMap,
)
from facilitator.publishing.document.nesting import apart, deeper
from facilitator.publishing.document.paper import Attachment, Cover, Document, Front, Rendering
from facilitator.publishing.document.prose import Bullets, Heading, Item, Paragraph, Quotation, Voice
from facilitator.publishing.document.tables import Column, Facts, Table
from facilitator.publishing.document.text import Run, Runs, plain

__all__ = [
    "Attachment",
    "Bar",
    "Bars",
    "Beside",
    "Block",
    "Bullets",
    "Column",
    "Comparison",
    "Contents",
    "Cover",
    "Document",
    "Event",
    "Facts",
    "Field",
    "Front",
    "Heading",
    "Illustration",
    "Item",
    "KeyFigure",
    "KeyFigures",
    "NameCard",
    "NameCards",
    "PageBreak",
    "Pair",
    "Paragraph",
    "Picture",
    "Quotation",
    "Record",
    "Reference",
    "Rendering",
    "Run",
    "Runs",
    "Sign",
    "Spot",
    "SpotMap",
    "Table",
    "Value",
    "Voice",
    "apart",
    "as_json",
    "deeper",
    "headings_of",
    "plain",
    "record",
    "runs_of",
]
