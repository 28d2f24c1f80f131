"""The fields of one agenda item."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from facilitator.domain.consent import ATTRIBUTION_LABELS
from facilitator.domain.times import DAY, clock, length, parse_minutes, parse_start
from facilitator.features.agenda import commands
from facilitator.kit.context import Context
from facilitator.kit.fields import ChoiceField, LineField, TextField
from facilitator.kit.forms import Form
from facilitator.kit.shapes import consent_icon
from facilitator.reading.plan_rows import AgendaItemRow
from facilitator.translation import mark, tr

_FIELDS = ("title", "segment", "minutes", "pinned_start", "cue", "notes", "link", "attribution")


class ItemForm(Form):
    """Edits an item. A fixed start is read as a time of the day that the plan has come to there."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context.library, "agenda_item", parent)
        self._context = context
        self._day = 0
        self._segment, self._group = ChoiceField(), ChoiceField()
        start = LineField(self._parse_start, clock)
        start.setPlaceholderText(tr("follows what comes before"))
        self.add("title", mark("Title"), LineField())
        self.add("segment", mark("Segment"), self._segment)
        self.add("minutes", mark("Minutes"), LineField(parse_minutes, length))
        self.add("pinned_start", mark("Fixed start"), start)
        self.add("group_id", mark("Group"), self._group)
        self.add("cue", mark("Cue"), TextField(2))
        self.add("notes", mark("Notes for the team"), TextField(2))
        self.add("link", mark("Link"), LineField())
        rules = [(code.value, tr(label)) for code, label in ATTRIBUTION_LABELS.items()]
        rule = ChoiceField([("", tr("That of the session")), *rules])
        for number, code in enumerate(ATTRIBUTION_LABELS, start=1):
            rule.setItemIcon(number, consent_icon(code))
        self.add("attribution", mark("Rule for what is said"), rule)
        self.edited.connect(self._on_edited)

    def set_choices(self, segments: Sequence[tuple[str, str]], groups: Sequence[tuple[Any, str]]) -> None:
        """Offer these segments and groups."""
        self._segment.set_choices(segments)
        self._group.set_choices(groups)

    def show_item(self, row: AgendaItemRow) -> None:
        """Show an item."""
        if row.id != self.row_id:
            self.commit()  # what was typed is read with the day of the item it was typed for
        self._day = max(0, (row.start or 0) // DAY)
        values = {name: getattr(row, name) for name in _FIELDS}
        self.show_row(row.id, {**values, "group_id": row.group_id or None})

    def _parse_start(self, text: str) -> int | None:
        return parse_start(text, self._day)

    def _on_edited(self, name: str, value: object) -> None:
        self._context.library.run(commands.edit_item(self.row_id, **{name: value}))
