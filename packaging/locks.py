"""Make the locks: for each package its version and the hashes of all its files, for every system and Python."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from checkout import DEVELOPMENT, PIP, SHIPPED, Checkout, make_environment, program, run_quietly

# These write neither an address nor a path: where the packages come from is up to who installs them.
_OPTIONS = (
    *("pip", "compile", "--quiet", "--no-config", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-header"),
)
_HEADER = "# Made from pyproject.toml by `make lock`\n"


def make(checkout: Checkout, options: Sequence[str]) -> None:
    """Pin what pyproject.toml asks for, at the versions that the locks have; `--upgrade` takes newer ones."""
    os.chdir(checkout.root)
    with tempfile.TemporaryDirectory() as folder:
        venv = Path(folder) / "venv"
        make_environment(venv)
        run_quietly([program(venv, "python"), *PIP, "uv"])
        for lock, more in ((SHIPPED, ()), (DEVELOPMENT, ("--group", "dev", "-c", f"packaging/{SHIPPED}"))):
            path = Path("packaging", lock)
            run_quietly(
                [program(venv, "uv"), *_OPTIONS, *more, *options, "pyproject.toml", "-o", path.as_posix()]
            )
            text = path.read_text(encoding="utf-8")
            path.write_text(_HEADER + text, encoding="utf-8", newline="\n")
            print(f"{path.as_posix()}: {len(pinned(text))} packages")


def pinned(lock: str) -> dict[str, str]:
    """The versions that the text of a lock pins, by the packages' names."""
    lines = (line.partition(";")[0].rstrip("\\ ") for line in lock.splitlines() if line[:1].isalnum())
    return {name: version for name, _, version in (line.partition("==") for line in lines)}
