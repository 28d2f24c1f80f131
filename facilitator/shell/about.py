"""What this program is."""

from __future__ import annotations

import platform

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from facilitator import __version__
from facilitator.kit.labels import plain_label
from facilitator.shell import places
from facilitator.translation import tr


class AboutDialog(QDialog):
    """Version, licence, and where things lie."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About Facilitator"))
        purpose = tr(
            "Plan learning sessions, take structured notes in them, and print the briefing, without any network."
        )
        versions = tr("Version {version}, on Python {python} and Qt {qt}. MIT licence.").format(
            version=__version__, python=platform.python_version(), qt=qVersion()
        )
        places_text = tr("Preferences are in {settings}, the log is {log}.").format(
            settings=places.settings_file(), log=places.log_file()
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.addWidget(plain_label(self, "pageTitle", tr("Facilitator")))
        for text in (purpose, versions, places_text):
            layout.addWidget(plain_label(self, "", text))
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAccessibleName(tr("Close"))
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 70)
