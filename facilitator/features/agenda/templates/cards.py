"""Templates as cards: a title, what it is for, a small picture, and its course in words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from facilitator.features.agenda.templates import words
from facilitator.features.agenda.templates.mini import MiniPicture
from facilitator.features.agenda.templates.shipped import TemplateRow
from facilitator.kit.cards import Card
from facilitator.kit.labels import plain_label


class TemplateCard(Card):
    """One template that can be read."""

    def __init__(self, row: TemplateRow, segments: Mapping[str, str], parent: QWidget) -> None:
        assert row.template is not None
        facts, course = words.facts(row.template), words.course(row.template, segments)
        super().__init__("star" if row.own else "agenda", row.title, row.about or facts, parent)
        picture = MiniPicture(self)
        picture.show_template(row.template)
        self.add_below(picture)
        self.add_below(plain_label(self, "quiet", course))
        self.setAccessibleDescription(". ".join(text for text in (row.about, facts, course) if text))
