"""Which notes gather in a part when it is drafted, group by group."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from facilitator.domain.vocabulary import NOTE_KIND_LABELS, NoteKind
from facilitator.features.briefing.designing import editing
from facilitator.features.briefing.templates import Group, Part, Template
from facilitator.kit.context import Context
from facilitator.kit.fields import CheckField, ChoiceField, LineField
from facilitator.kit.forms import Form
from facilitator.kit.icons import icon
from facilitator.translation import mark, tr

_LINES = 7
_BY = (
    ("", mark("As they were taken")),
    ("theme", mark("By theme, under subheadings")),
    ("horizon", mark("By horizon, under subheadings")),
    ("speaker", mark("By speaker")),
)
_SPEAKERS = (
    ("", mark("Everyone")),
    ("partners", mark("Partners and associations only")),
    ("others", mark("Everyone but partners and associations")),
)


class GatheringForm(QWidget):
    """The groups of a part. Calls ``edit`` with the template as it is to be."""

    def __init__(self, context: Context, edit: Callable[[Template], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._edit = edit
        self._template: Template | None = None
        self._part: Part | None = None
        heading = QLabel(tr("Notes that gather here"), self)
        heading.setObjectName("formHeading")
        self.group = ChoiceField((), self)
        self.group.setAccessibleName(tr("Group of notes"))
        self.group.committed.connect(lambda _: self._show_group())
        self.kinds = QListWidget(self)
        self.kinds.setAccessibleName(tr("Kinds of notes"))
        self.kinds.itemChanged.connect(lambda _: self._on_kinds())
        self.form = Form(context.library, "paper_group", self)
        self.form.set_inset(0)
        self.form.edited.connect(self._on_edited)
        self.form.add("heading", mark("Under the heading"), LineField())
        self.form.add("by", mark("Order"), ChoiceField([(code, tr(label)) for code, label in _BY]))
        speakers = [(code, tr(label)) for code, label in _SPEAKERS]
        self.form.add("speakers", mark("Said by"), ChoiceField(speakers))
        self.form.add("fallback", mark("When"), CheckField(tr("Only where the groups before found nothing")))
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        layout.addLayout(self._make_row())
        layout.addWidget(self.kinds)
        layout.addWidget(self.form)
        self._fill_kinds(context.library.read_only)

    @property
    def number(self) -> int:
        """The place of the chosen group, the first being 0."""
        return max(self.group.currentIndex(), 0)

    def show_part(self, template: Template, part: Part) -> None:
        """Show the groups of a part; the chosen one stays chosen."""
        other = (
            self._part is None
            or self._template is None
            or (self._part.key, self._template.name)
            != (
                part.key,
                template.name,
            )
        )
        number = 0 if other else self.number
        self._template, self._part = template, part
        self.group.set_choices([(at, _in_words(at, one)) for at, one in enumerate(part.groups)])
        self.group.show_value(min(number, max(len(part.groups) - 1, 0)) if part.groups else None)
        self.group.setEnabled(len(part.groups) > 1)
        self.less.setEnabled(bool(part.groups))
        self._show_group()

    def add(self) -> None:
        """Add a group behind the last."""
        if self._template is not None and self._part is not None:
            count = len(self._part.groups)
            self._edit(editing.with_group(self._template, self._part.key, count))
            self.group.show_value(count)
            self._show_group()
            self.kinds.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self) -> None:
        """Take the chosen group out."""
        if self._template is not None and self._part is not None:
            self._edit(editing.without_group(self._template, self._part.key, self.number))

    def _make_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.group, 1)
        self.more, self.less = QToolButton(self), QToolButton(self)
        for button, name, text, slot in (
            (self.more, "add", tr("Add group of notes"), self.add),
            (self.less, "delete", tr("Remove group of notes"), self.remove),
        ):
            button.setIcon(icon(name))
            button.setToolTip(text)
            button.setAccessibleName(text)
            button.clicked.connect(lambda *_, slot=slot: slot())
            row.addWidget(button)
        return row

    def _fill_kinds(self, read_only: bool) -> None:
        for code, label in (
            ("", tr("Without a kind")),
            *((one, tr(text)) for one, text in NOTE_KIND_LABELS.items()),
        ):
            if code is NoteKind.LOGISTICS:
                continue
            item = QListWidgetItem(label)
            item.setData(Qt.ItemDataRole.UserRole, str(code))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.kinds.addItem(item)
        self.kinds.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.kinds.setDisabled(read_only)

    def _show_group(self) -> None:
        groups = self._part.groups if self._part else ()
        group = groups[self.number] if self.number < len(groups) else Group(())
        with QSignalBlocker(self.kinds):
            for at in range(self.kinds.count()):
                item = self.kinds.item(at)
                has = item.data(Qt.ItemDataRole.UserRole) in group.kinds
                item.setCheckState(Qt.CheckState.Checked if has else Qt.CheckState.Unchecked)
        values = vars(group) | {"heading": tr(group.heading) if group.heading else ""}
        place = (
            f"{self._template.name}:{self._part.key}:{self.number}" if self._template and self._part else ""
        )
        self.form.show_row(place, values)
        self.form.setVisible(bool(groups))

    def _on_kinds(self) -> None:
        items = map(self.kinds.item, range(self.kinds.count()))
        kinds = tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )
        self._change(kinds=kinds)

    def _on_edited(self, name: str, value: Any) -> None:
        self._change(**{name: value})

    def _change(self, **values: Any) -> None:
        if self._template is not None and self._part is not None:
            self._edit(editing.with_group(self._template, self._part.key, self.number, **values))


def _in_words(at: int, group: Group) -> str:
    labels = {kind.value: tr(label) for kind, label in NOTE_KIND_LABELS.items()} | {"": tr("Without a kind")}
    kinds = ", ".join(labels.get(kind, kind) for kind in group.kinds) or tr("no kind chosen")
    return tr("{number}: {kinds}").format(number=at + 1, kinds=kinds)
