"""Choose the further clocks beside a plan."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from facilitator.domain.zones import MOST_FURTHER, zone_city
from facilitator.features.agenda.picture.clocks import cities
from facilitator.kit.flow import FlowLayout
from facilitator.kit.icons import icon
from facilitator.kit.labels import plain_label
from facilitator.kit.terms import TermField
from facilitator.translation import tr


class ClocksDialog(QDialog):
    """Up to four zones by their cities; those of the speakers are a click away."""

    def __init__(self, zones: Sequence[str], suggested: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Clocks"))
        self.field = TermField()
        self.field.setAccessibleName(tr("Further clocks"))
        self.field.set_choices(
            [(zone, _label(zone)) for zone in dict.fromkeys((*zones, *suggested, *cities()))]
        )
        self.field.show_value(tuple(zones))
        self.field.committed.connect(lambda _: self._show_room())
        self.told = plain_label(self, "quiet")
        self.offers: list[QPushButton] = []
        layout = QVBoxLayout(self)
        layout.addWidget(
            plain_label(self, "", tr("Show the times of the plan also in these cities, up to four:"))
        )
        layout.addWidget(self.field)
        layout.addWidget(self.told)
        layout.addLayout(self._make_offers(suggested))
        layout.addStretch(1)
        buttons = QDialogButtonBox(self)
        for text, role in (
            (tr("Show these clocks"), QDialogButtonBox.ButtonRole.AcceptRole),
            (tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole),
        ):
            buttons.addButton(text, role).setAccessibleName(text)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
        self._show_room()

    def zones(self) -> list[str]:
        """What is chosen."""
        return list(self.field.value())

    def _make_offers(self, suggested: Sequence[str]) -> FlowLayout:
        offers = FlowLayout()
        if suggested:
            offers.addWidget(plain_label(self, "quiet", tr("Where speakers are:")))
        for zone in suggested[: 2 * MOST_FURTHER]:
            button = QPushButton(icon("add"), zone_city(zone), self)
            button.setAccessibleName(tr("Add {city}").format(city=zone_city(zone)))
            button.setProperty("zone", zone)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, zone=zone: self._add(zone))
            offers.addWidget(button)
            self.offers.append(button)
        return offers

    def _add(self, zone: str) -> None:
        self.field.show_value((*self.field.value(), zone))
        self._show_room()

    def _show_room(self) -> None:
        """Take off what is too much, and say so."""
        chosen = self.field.value()
        if len(chosen) > MOST_FURTHER:
            chosen = chosen[:MOST_FURTHER]
            self.field.show_value(chosen)
        full = len(chosen) == MOST_FURTHER
        self.told.setText(tr("There are four: take one off to add another.") if full else "")
        self.field.entry.setEnabled(not full)
        for button in self.offers:
            button.setEnabled(not full and button.property("zone") not in chosen)


def _label(zone: str) -> str:
    return tr("{city} ({zone})").format(city=zone_city(zone), zone=zone)
