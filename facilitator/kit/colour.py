"""An accent colour of papers: typed, or chosen, with a swatch and its contrast in words."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QColorDialog, QPushButton, QSizePolicy, QWidget

from facilitator.domain.errors import Refused
from facilitator.kit.contrast import contrast
from facilitator.publishing.document import Document
from facilitator.translation import tr

_LONG, _SHORT = re.compile(r"#?([0-9A-Fa-f]{6})"), re.compile(r"#?([0-9A-Fa-f]{3})")
_TEXT, _LARGE = 4.5, 3.0
"""The least contrast of texts, and of large ones (WCAG 2.2, 1.4.3)."""


def parse_colour(text: str) -> str:
    """A colour as ``#RRGGBB`` from ``#0F6A8B``, ``0f6a8b`` or ``#08c``; empty for an empty text.

    Raises ``Refused`` for every other text.
    """
    wanted = text.strip()
    if not wanted:
        return ""
    if found := _LONG.fullmatch(wanted):
        return f"#{found[1].upper()}"
    if found := _SHORT.fullmatch(wanted):
        return "#" + "".join(letter * 2 for letter in found[1].upper())
    raise Refused(
        tr("“{text}” can't be read as a colour.").format(text=wanted),
        tr("Colours are written like #0F6A8B: two digits or letters up to F each for red, green and blue."),
        tr("Nothing was changed."),
    )


def contrast_in_words(accent: str) -> str:
    """How well white text stands on a colour, in words and as a ratio."""
    colour = accent or Document.accent
    ratio = contrast(colour, "#FFFFFF")
    if ratio >= _TEXT:
        text = tr("White text on {colour} reads well: contrast {ratio} to 1.")
    elif ratio >= _LARGE:
        text = tr(
            "White text on {colour} reads well only when large: contrast {ratio} to 1. A darker one is safer."
        )
    else:
        text = tr("White text on {colour} is hard to read: contrast {ratio} to 1. Choose a darker one.")
    told = text.format(colour=colour, ratio=f"{ratio:.1f}")
    return (
        told
        if accent
        else tr("None is set, so papers take the program's own. {contrast}").format(contrast=told)
    )


class ColourButton(QPushButton):
    """Shows the colour as a swatch, and lets a person choose another. ``chosen`` gives ``#RRGGBB``."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Choose a colour…"), parent)
        self._accent = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    def show_colour(self, accent: str) -> None:
        """Show a colour, or the program's own for none."""
        self._accent = accent
        side = int(self.fontMetrics().height() * 1.2)
        swatch = QPixmap(side, side)
        swatch.fill(QColor(accent or Document.accent))
        painter = QPainter(swatch)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawRect(0, 0, side - 1, side - 1)  # seen on a ground of its own colour too
        painter.end()
        self.setIcon(QIcon(swatch))
        self.setIconSize(QSize(side, side))
        self.setAccessibleDescription(accent or Document.accent)

    def _on_clicked(self) -> None:
        now = QColor(self._accent or Document.accent)
        colour = QColorDialog.getColor(now, self.window(), tr("Accent colour"))
        if colour.isValid():
            self.chosen.emit(colour.name().upper())
