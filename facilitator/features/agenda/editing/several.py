"""Several items that are selected together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.times import length, parse_minutes
from facilitator.features.agenda import commands
from facilitator.kit.context import Context
from facilitator.kit.fields import ChoiceField, LineField
from facilitator.kit.forms import Form
from facilitator.kit.labels import plain_label
from facilitator.reading.plan_rows import AgendaItemRow
from facilitator.translation import mark, ntr, tr

KEPT = "\N{EN DASH}"
"""What stands for values that differ: choosing it changes nothing."""


class SeveralPanel(QWidget):
    """Says how many they are and how long together, and sets segment, group or minutes of all in one step."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._ids: list[str] = []
        self.heading = plain_label(self, "formHeading")
        self.words = plain_label(self, "quiet")
        self.form = Form(context.library, "agenda_items", self)
        self._segment, self._group = ChoiceField(), ChoiceField()
        self._minutes = LineField(parse_minutes, length)
        self.form.add("segment", mark("Segment of all"), self._segment)
        self.form.add("minutes", mark("Minutes of each"), self._minutes)
        self.form.add("group_id", mark("Group of all"), self._group)
        self.form.edited.connect(self._on_edited)
        self.form.set_inset(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(9, 0, 9, 9)
        for widget in (self.heading, self.words, self.form):
            layout.addWidget(widget)

    def set_choices(self, segments: Sequence[tuple[str, str]], groups: Sequence[tuple[Any, str]]) -> None:
        """Offer these segments and groups."""
        differ = (KEPT, tr("They differ"))
        self._segment.set_choices([differ, *segments])
        self._group.set_choices([differ, *groups])

    def show_items(self, rows: Sequence[AgendaItemRow]) -> None:
        """Show several items."""
        self._ids = [row.id for row in rows]
        told = ntr("{count} item selected", "{count} items selected", len(rows))
        self.heading.setText(told.format(count=len(rows)))
        together = sum(row.length for row in rows)
        text = tr("Together {length} of the plan. What you set here is set for all of them, in one step.")
        self.words.setText(text.format(length=_in_words(together)))
        minutes = {row.minutes for row in rows}
        self._minutes.setPlaceholderText("" if len(minutes) == 1 else tr("They differ"))
        self.form.show_row(
            " ".join(sorted(self._ids)),
            {
                "segment": _shared({row.segment for row in rows}),
                "minutes": minutes.pop() if len(minutes) == 1 else None,
                "group_id": _shared({row.group_id or None for row in rows}),
            },
        )

    def _on_edited(self, name: str, value: object) -> None:
        if value != KEPT:
            self._context.library.run(commands.edit_items(self._ids, **{name: value}))


def _shared(values: set[Any]) -> Any:
    return values.pop() if len(values) == 1 else KEPT


def _in_words(minutes: int) -> str:
    return tr("{minutes} min").format(minutes=minutes) if minutes < 60 else length(minutes)
