"""Where this program keeps what belongs to the person, on each system's own terms."""

from __future__ import annotations

from pathlib import Path

import platformdirs

_NAME = "Facilitator"


def sample_library() -> Path:
    """The person's own copy of the sample library."""
    return platformdirs.user_data_path(_NAME, appauthor=False) / "Sample library.lle"


def settings_file() -> Path:
    """The file of the preferences."""
    return platformdirs.user_config_path(_NAME, appauthor=False) / "settings.ini"


def log_file() -> Path:
    """Where warnings and bugs are written down."""
    return platformdirs.user_log_path(_NAME, appauthor=False) / "facilitator.log"


def rescue_folder() -> Path:
    """Where it is kept what a library could not take."""
    return platformdirs.user_data_path(_NAME, appauthor=False) / "Not saved yet"
