"""What the papers of a series carry: title, colour, hosts, logos. Typing is saving here too."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from facilitator.features.sessions import commands, queries
from facilitator.features.sessions.series.logos import LogosPanel
from facilitator.kit.colour import ColourButton, contrast_in_words, parse_colour
from facilitator.kit.context import Context
from facilitator.kit.fields import LineField, TextField
from facilitator.kit.forms import Form, scrolled
from facilitator.kit.labels import plain_label
from facilitator.storage.journal import ChangeSet
from facilitator.translation import mark, tr


class SeriesDialog(QDialog):
    """One series, shared by all its sessions."""

    def __init__(self, context: Context, series_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Series"))
        self._context, self._series_id = context, series_id
        self.binding_wanted = False
        self.form = Form(context.library, "series", self)
        self.form.edited.connect(self._on_edited)
        self.colour = ColourButton(self)
        self.colour.setEnabled(not context.library.read_only)
        self.colour.chosen.connect(lambda colour: self._on_edited("accent", colour))
        self.contrast = plain_label(self, "quiet")
        self.logos = LogosPanel(context, series_id, self)
        self._add_fields()
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.addWidget(
            plain_label(inner, "quiet", tr("All sessions of the series share what is set here."))
        )
        column.addWidget(self.form)
        column.addWidget(self.logos)
        column.addStretch(1)
        buttons = QDialogButtonBox(self)
        self.bind = buttons.addButton(
            tr("Briefings in one document…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.bind.setToolTip(tr("All sessions of the series in one document, with contents"))
        self.bind.clicked.connect(self._on_bind)
        done = buttons.addButton(tr("Done"), QDialogButtonBox.ButtonRole.AcceptRole)
        done.setAccessibleName(tr("Done"))
        buttons.accepted.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.addWidget(scrolled(inner), 1)
        layout.addWidget(buttons)
        metrics = self.fontMetrics()
        self.resize(min(metrics.averageCharWidth() * 100, 960), min(metrics.lineSpacing() * 38, 560))
        context.library.changed.connect(self._on_changed)
        self.refresh()
        self.form.field("title").setFocus()

    def _add_fields(self) -> None:
        form = self.form
        form.add("title", mark("Title"), LineField())
        form.add("hashtag", mark("Hashtag"), LineField())
        form.add("hosts", mark("Hosts’ line"), LineField())
        form.add("contact", mark("Contact"), LineField())
        form.add("about", mark("About the series"), TextField(3))
        form.add("accent", mark("Accent colour"), LineField(parse_colour))
        form.add_widget(self.colour)
        form.add_widget(self.contrast)

    def refresh(self) -> None:
        """Read the series anew."""
        with self._context.library.read() as session:
            details = queries.series_details(session, self._series_id)
        if details is None:
            self.reject()
            return
        names = ("title", "hashtag", "hosts", "contact", "about", "accent")
        self.form.show_row(details.id, {name: getattr(details, name) for name in names})
        self.colour.show_colour(details.accent)
        self.contrast.setText(contrast_in_words(details.accent))
        self.logos.show_logos(details.logos)

    def _on_bind(self) -> None:
        """The papers are shown once this dialog has gone: it would stand before them."""
        self.binding_wanted = True
        self.accept()

    def done(self, result: int) -> None:
        """What is being typed is saved when the dialog closes."""
        self.form.commit()
        super().done(result)

    def _on_edited(self, name: str, value: object) -> None:
        self._context.library.run(commands.set_series_field(self._series_id, name, str(value)))

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches("series", "attachment"):
            self.refresh()
