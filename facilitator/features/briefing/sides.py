"""What stands beside the text, each in a tab of its own: named here, made when the stage is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QTabWidget, QWidget

from facilitator.features.briefing.desk import Desk
from facilitator.kit.context import Context
from facilitator.kit.feature import load
from facilitator.translation import mark, tr


@dataclass(frozen=True)
class Side:
    """A tab. ``widget`` names a class made with ``(context, desk)``, which may have a signal ``counted`` (a number that
    stands beside its title) and ``stage_actions`` (actions that work anywhere in the stage)."""

    id: str
    title: str
    widget: str


SIDES = (
    Side("evidence", mark("Notes"), "facilitator.features.briefing.evidence.panel:EvidencePanel"),
    Side("checking", mark("Before publishing"), "facilitator.features.briefing.checking.panel:CheckingPanel"),
    Side("preview", mark("Preview"), "facilitator.features.briefing.previewing.panel:PreviewPanel"),
    Side("sheets", mark("Speakers"), "facilitator.features.briefing.issuing.sheets_panel:SheetsPanel"),
    Side("issuing", mark("Versions"), "facilitator.features.briefing.issuing.panel:IssuingPanel"),
)


class Sides(QTabWidget):
    """The tabs in their order."""

    def __init__(self, context: Context, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.tabBar().setAccessibleName(tr("What stands beside the text"))
        self.panels: dict[str, QWidget] = {}
        for number, side in enumerate(SIDES):
            panel = load(side.widget)(context, desk)
            self.panels[side.id] = panel
            self.addTab(panel, tr(side.title))
            if hasattr(panel, "counted"):
                panel.counted.connect(
                    lambda count, number=number, title=side.title: self._count(number, title, count)
                )
            for action in getattr(panel, "stage_actions", ()):
                (parent or self).addAction(action)

    def show_side(self, side_id: str) -> QWidget:
        """Bring a tab to the front."""
        self.setCurrentWidget(self.panels[side_id])
        return self.panels[side_id]

    def _count(self, number: int, title: str, count: int) -> None:
        words = tr("{title} ({count})").format(title=tr(title), count=count) if count else tr(title)
        self.setTabText(number, words)
