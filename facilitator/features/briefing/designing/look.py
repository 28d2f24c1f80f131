"""How the papers of a template look: what they are called, cover, contents, colour, logos."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.features.briefing.templates import Template
from facilitator.kit.colour import ColourButton, contrast_in_words, parse_colour
from facilitator.kit.context import Context
from facilitator.kit.fields import CheckField, ChoiceField, LineField, TextField
from facilitator.kit.forms import Form
from facilitator.kit.labels import plain_label
from facilitator.publishing import typefaces
from facilitator.publishing.document import Front
from facilitator.translation import mark, tr

_FRONTS = (
    (Front.PAGE, mark("A cover page")),
    (Front.BAND, mark("A band on the first page")),
    (Front.NONE, mark("None: the paper begins at once")),
)


class LookForm(QWidget):
    """Calls ``edit`` with the template as it is to be."""

    def __init__(self, context: Context, edit: Callable[[Template], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._edit = edit
        self._template: Template | None = None
        self.form = Form(context.library, "paper_template", self)
        self.form.edited.connect(self._on_edited)
        self.form.add("title", mark("Title"), LineField())
        self.form.add("about", mark("What it is for"), TextField(2))
        fronts = [(front, tr(label)) for front, label in _FRONTS]
        self.form.add("front", mark("Front"), ChoiceField(fronts))
        faces = [("" if name == typefaces.SANS else name, name) for name in typefaces.NAMES]
        self.form.add("typeface", mark("Typeface"), ChoiceField(faces))
        for name, label, text in (
            ("contents", mark("Contents"), mark("A table of contents behind the cover")),
            ("one_page", mark("Length"), mark("One page: set smaller until it fits")),
            ("quiet", mark("Empty parts"), mark("Leave out parts that hold nothing")),
            ("logos", mark("Logos"), mark("The logos of the series on the cover")),
        ):
            self.form.add(name, label, CheckField(tr(text)))
        self.form.add("accent", mark("Accent colour"), LineField(parse_colour))
        self.colour = ColourButton(self)
        self.colour.chosen.connect(lambda colour: self._on_edited("accent", colour))
        self.contrast = plain_label(self, "quiet")
        self.form.add_widget(self.colour)
        self.form.add_widget(self.contrast)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        layout.addStretch(1)

    def show_template(self, template: Template, *, enabled: bool) -> None:
        """Show a template; one that ships can be looked at only."""
        self._template = template
        names = ("title", "about", "front", "contents", "one_page", "quiet", "logos", "accent", "typeface")
        values: dict[str, Any] = {name: getattr(template, name) for name in names}
        if not template.own:
            values |= {"title": tr(template.title), "about": tr(template.about)}
        self.form.show_row(template.name, values)
        self.colour.show_colour(template.accent)
        self.contrast.setText(
            contrast_in_words(template.accent)
            if template.accent
            else tr("None is set, so papers take the colour of their series.")
        )
        self.setEnabled(enabled)

    def _on_edited(self, name: str, value: Any) -> None:
        if name == "front":
            value = Front(value)
        if self._template is not None and getattr(self._template, name) != value:
            self._edit(replace(self._template, **{name: value}))
