"""The command line: the same commands and papers as the screen, without it, for scripts and tests."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

COMMANDS = ("new", "import", "list", "search", "export", "check", "backup")


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit status (see ``status``). Raises SystemExit(2) on wrong usage."""
    from facilitator.cli.arguments import parser

    options = parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.run
    return _told(lambda: command(options))


def without_display(sample: Path, given: Sequence[Path]) -> int:
    """What is done instead of opening a window: nothing for a library that was named, else the sample's briefing."""
    from facilitator.cli import papers

    return _told(lambda: papers.without_display(sample, given))


def _told(command: Callable[[], int]) -> int:
    from facilitator.cli import status
    from facilitator.cli.output import tell, utf8
    from facilitator.domain.errors import Refused
    from facilitator.translation import tr

    utf8()
    try:
        return command()
    except Refused as refusal:
        tell(str(refusal))
        return status.REFUSED
    except BrokenPipeError:
        # Whoever read the result has read enough, as `head` does; nothing more can be printed.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return status.DONE
    except KeyboardInterrupt:
        tell(tr("Stopped. Nothing was changed."))
        return status.REFUSED
