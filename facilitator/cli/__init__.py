"""The command line: the same commands and papers as the screen, without it, for scripts and tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence

COMMANDS = ("new", "import", "list", "search", "export", "check", "backup")


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit status (see ``status``). Raises SystemExit(2) on wrong usage."""
    from facilitator.cli import status
    from facilitator.cli.arguments import parser
    from facilitator.cli.output import tell, utf8
    from facilitator.domain.errors import Refused
    from facilitator.translation import tr

    utf8()
    options = parser().parse_args(arguments)
    command: Callable[..., int] = options.run
    try:
        return command(options)
    except Refused as refusal:
        tell(str(refusal))
        return status.REFUSED
    except KeyboardInterrupt:
        tell(tr("Stopped. Nothing was changed."))
        return status.REFUSED
