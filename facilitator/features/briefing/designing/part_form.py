"""One part of a template: heading, guidance, what it is made of, and its limits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.features.briefing.designing import editing
from facilitator.features.briefing.designing.gathering import GatheringForm
from facilitator.features.briefing.templates import (
    CONTENT_LABELS,
    VOICE_LABELS,
    Content,
    Opening,
    Part,
    Template,
    Voice,
    fixed_texts,
)
from facilitator.kit.context import Context
from facilitator.kit.fields import CheckField, ChoiceField, LineField, TextField
from facilitator.kit.forms import Form
from facilitator.translation import mark, tr

_LIMITS = (
    ("most_words", mark("Most words")),
    ("least_items", mark("Least paragraphs")),
    ("most_items", mark("Most paragraphs")),
    ("most_words_each", mark("Words of each")),
    ("limit", mark("Most notes drafted")),
)
_OF_WRITTEN = ("guidance", "voice", "opening", *(name for name, _ in _LIMITS))


class PartForm(QWidget):
    """Calls ``edit`` with the template as it is to be."""

    def __init__(self, context: Context, edit: Callable[[Template], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._edit = edit
        self._template: Template | None = None
        self._part: Part | None = None
        self.form = form = Form(context.library, "paper_part", self)
        form.edited.connect(self._on_edited)
        form.add("heading", mark("Heading"), LineField())
        form.add("guidance", mark("Guidance"), TextField(3))
        contents = [(one, tr(label)) for one, label in CONTENT_LABELS.items()]
        form.add("content", mark("Made from the records"), ChoiceField(contents))
        form.add("written", mark("Text"), CheckField(tr("It holds paragraphs that are written")))
        voices = [(voice, tr(label)) for voice, label in VOICE_LABELS.items()]
        form.add("voice", mark("A note becomes"), ChoiceField(voices))
        form.add("opening", mark("Beginning"), CheckField(tr("Begins with what session and series say")))
        for name, label in _LIMITS:
            form.add(name, label, LineField(editing.parse_limit, editing.show_limit))
        self.gathering = GatheringForm(context, edit, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(form)
        layout.addWidget(self.gathering)
        layout.addStretch(1)

    def show_part(self, template: Template, part: Part) -> None:
        """Show a part of a template."""
        self._template, self._part = template, part
        values: dict[str, Any] = vars(part) | {
            "heading": tr(part.heading) if part.heading in fixed_texts() else part.heading,
            "opening": part.opening is not Opening.NONE,
        }
        if not template.own and part.guidance:
            values["guidance"] = tr(part.guidance)
        self.form.show_row(f"{template.name}:{part.key}", values)
        self.form.set_shown("written", part.content not in (Content.NONE, Content.COVER))
        for name in _OF_WRITTEN:
            self.form.set_shown(name, part.written)
        self.gathering.setVisible(part.written)
        self.gathering.show_part(template, part)

    def _on_edited(self, name: str, value: Any) -> None:
        if self._template is None or self._part is None:
            return
        key = self._part.key
        if name == "content":
            self._edit(editing.with_content(self._template, key, Content(value)))
        elif name == "voice":
            self._edit(editing.with_part(self._template, key, voice=Voice(value)))
        elif name == "opening":
            opening = Opening.SESSION if value else Opening.NONE
            self._edit(editing.with_part(self._template, key, opening=opening))
        elif value != getattr(self._part, name):
            self._edit(editing.with_part(self._template, key, **{name: value}))
