"""How the program looks: palette, style sheet and text size, following the system or the person's choice, live."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from facilitator import assets
from facilitator.kit import icons
from facilitator.kit.contrast import luminance
from facilitator.kit.settings import Settings
from facilitator.shell.colours import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, Colours

SMALLEST_POINTS = 9.0
"""Systems without a desktop report fonts of a few points."""
_SIZES = {"page_title": 1.55, "empty_title": 1.3, "heading": 1.12, "quiet_size": 0.94, "rail_size": 0.86}
"""Sizes of special texts, as multiples of the normal text."""

_PARTS = {"icon": 1.75, "arrow_size": 1.3, "drop_down": 2.6}
"""Pixels of an icon, or of another part that stands beside a text, for each point of the text."""
_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


class Theme(QObject):
    """Dresses the application. ``dressed`` tells that colours or sizes changed."""

    dressed = Signal()

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__(application)
        self._application, self._settings = application, settings
        self._system_points = max(application.font().pointSizeF(), SMALLEST_POINTS)
        self._worn: tuple[Colours, float] | None = None
        application.setStyle("Fusion")
        self._choose_scheme()
        self._dress()
        application.styleHints().colorSchemeChanged.connect(self._dress)
        application.styleHints().accessibility().contrastPreferenceChanged.connect(self._dress)
        settings.changed.connect(self._on_setting_changed)

    @property
    def colours(self) -> Colours:
        """The colours that hold now."""
        hints = self._application.styleHints()
        # Platforms without schemes of their own (plain X11) do not take the choice over into the hints.
        chosen = _SCHEMES.get(self._settings.scheme, hints.colorScheme())
        dark = chosen == Qt.ColorScheme.Dark
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return DARK_CONTRAST if dark else LIGHT_CONTRAST
        return DARK if dark else LIGHT

    def undress(self) -> None:
        """Follow the system and the settings no longer."""
        hints = self._application.styleHints()
        hints.colorSchemeChanged.disconnect(self._dress)
        hints.accessibility().contrastPreferenceChanged.disconnect(self._dress)
        self._settings.changed.disconnect(self._on_setting_changed)

    def _on_setting_changed(self, name: str) -> None:
        if name == "scheme":
            self._choose_scheme()
            self._dress()
        elif name == "text_percent":
            self._dress()

    def _choose_scheme(self) -> None:
        wanted = _SCHEMES.get(self._settings.scheme, Qt.ColorScheme.Unknown)
        self._application.styleHints().setColorScheme(wanted)

    def _dress(self) -> None:
        points = self._system_points * self._settings.text_percent / 100
        colours = self.colours
        if self._worn == (colours, points):
            return
        self._worn = (colours, points)
        icons.set_tones(_tones(colours))
        self._application.setPalette(palette(colours))
        font = QFont(self._application.font())
        font.setPointSizeF(points)
        self._application.setFont(font)
        self._application.setStyleSheet(style_sheet(colours, points))
        self.dressed.emit()


def _tones(colours: Colours) -> dict[str, str]:
    return {
        icons.Tone.TEXT: colours.text,
        icons.Tone.QUIET: colours.quiet,
        icons.Tone.ACCENT: colours.accent,
        icons.Tone.ON_ACCENT: colours.fill_text,
        icons.Tone.DANGER: colours.danger,
        icons.Tone.WARNING: colours.warning,
        icons.Tone.DISABLED: colours.disabled,
    }


def style_sheet(colours: Colours, points: float) -> str:
    """The style sheet in these colours, with texts of these points."""
    sizes = {name: f"{points * factor:.1f}pt" for name, factor in _SIZES.items()}
    parts = {name: f"{points * factor:.0f}px" for name, factor in _PARTS.items()}
    signs = {
        "arrow": assets.path("styles", "arrow-down.svg").as_posix(),
        "check": assets.path("styles", f"check-{_shade(colours.fill_text)}.svg").as_posix(),
    }
    sheet = Template(assets.read_text("styles", "facilitator.qss"))
    printed = {"paper": LIGHT.base, "ink": LIGHT.text}  # as on paper, in every scheme
    return sheet.substitute(asdict(colours), **sizes, **signs, **parts, **printed)


def _shade(colour: str) -> str:
    return "white" if luminance(colour) > 0.5 else "black"


def palette(colours: Colours) -> QPalette:
    """The palette in these colours, for what the style sheet leaves to the style."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    made = QPalette(QColor(colours.window))
    shades = {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.base,
        role.AlternateBase: colours.window,
        role.Text: colours.text,
        role.PlaceholderText: colours.quiet,
        role.Button: colours.base,
        role.ButtonText: colours.text,
        role.BrightText: colours.danger,
        role.ToolTipBase: colours.base,
        role.ToolTipText: colours.text,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Accent: colours.accent,
        role.Highlight: colours.fill,
        role.HighlightedText: colours.fill_text,
        role.Light: colours.base,
        role.Midlight: colours.hover,
        role.Mid: colours.line,
        role.Dark: colours.outline,
        role.Shadow: colours.outline,
    }
    for which, colour in shades.items():
        made.setColor(which, QColor(colour))
    made.setColor(group.Inactive, role.Highlight, QColor(colours.tint))
    made.setColor(group.Inactive, role.HighlightedText, QColor(colours.text))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(group.Disabled, which, QColor(colours.disabled))
    made.setColor(group.Disabled, role.Highlight, QColor(colours.hover))
    made.setColor(group.Disabled, role.HighlightedText, QColor(colours.disabled))
    return made
