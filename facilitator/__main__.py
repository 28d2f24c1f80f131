"""The program `facilitator`: with a subcommand the command line, else the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

_COMMANDS = {"new", "import", "list", "search", "export", "check", "backup", "restore"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program. Returns the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if len(given) > 1 or (given and (given[0] in _COMMANDS or given[0].startswith("-"))):
        from facilitator import cli

        return cli.main(given)
    if not _has_display():
        return _without_display(given)
    from facilitator.kit import startup

    startup.hurry()
    from facilitator import app

    return app.run(Path(given[0]) if given else None)


def _has_display() -> bool:
    """Whether a window can be shown; elsewhere than under X and Wayland that is taken for granted."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _without_display(given: Sequence[str]) -> int:
    from facilitator import cli
    from facilitator.shell import places

    return cli.without_display(places.sample_library(), [Path(name) for name in given])


if __name__ == "__main__":
    sys.exit(main())
