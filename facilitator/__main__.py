"""The program `facilitator`: with a subcommand the command line, else the window."""

from __future__ import annotations

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
    from facilitator import app

    return app.run(Path(given[0]) if given else None)


if __name__ == "__main__":
    sys.exit(main())
