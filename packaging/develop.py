"""Set the checkout up and run, test, lint or measure it: `python packaging/develop.py STEP [ARGUMENT...]`.

Needs Python 3.11 or later and nothing else; works on Windows, macOS and Linux. The Makefile calls it.
Arguments behind the step go to what the step runs: `develop.py test -k agenda`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

if sys.version_info < (3, 11):
    raise SystemExit(f"Facilitator needs Python 3.11 or later; this is {sys.version.split()[0]}.")

import locks
import system_packages
from checkout import DEVELOPMENT, SHIPPED, Checkout, program
from screen import virtual_screen

CHECKOUT = Checkout(Path(__file__).resolve().parent.parent)

_SHARED = ("--numprocesses=logical", "--maxprocesses=4", "--dist=loadgroup")
"""How the tests are run: shared among the cores, in the groups that tests/conftest.py makes."""
LINTERS = (
    ("ruff", "check", "--output-format=concise"),
    ("ruff", "format", "--check", "--output-format=concise"),
    ("mypy",),
    ("lint-imports", "--no-logo"),
)


def run(arguments: Sequence[str]) -> int:
    """Open the window; without a screen the program says so and goes through the chain without one."""
    CHECKOUT.prepare(SHIPPED)
    system_packages.make_sure(CHECKOUT.qt(), platforms_of(os.environ))
    return _python(["-m", "facilitator", *arguments])


def test(arguments: Sequence[str]) -> int:
    """Run the tests: widgets without a screen, and whole windows on a virtual one where the system has X."""
    _prepare_for_development()
    with virtual_screen() as screen:
        return _python(["-m", "pytest", *_SHARED, *arguments], screen | {"QT_QPA_PLATFORM": "offscreen"})


def bench(arguments: Sequence[str]) -> int:
    """Run the benchmarks, on a virtual screen where the system has X."""
    _prepare_for_development()
    with virtual_screen() as screen:
        return _python(["-m", "tests.benchmarks", *arguments], screen)


def lint(_arguments: Sequence[str]) -> int:
    """Run every linter, show what the failing ones say, and fail when one does."""
    CHECKOUT.prepare(DEVELOPMENT)
    failed = 0
    for name, *options in LINTERS:
        command = [program(CHECKOUT.venv, name), *options]
        done = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
        failed += done.returncode != 0
        print(
            f"{name} {options[0] if options else ''}".rstrip(),
            "failed" if done.returncode else "ok",
            flush=True,
        )
        if done.returncode != 0:
            print(done.stdout, flush=True)
    return 1 if failed else 0


def setup(_arguments: Sequence[str]) -> int:
    """Set up everything that the other steps need."""
    _prepare_for_development()
    return 0


def texts(_arguments: Sequence[str]) -> int:
    """Collect the texts to translate, and compile the translations that there are."""
    CHECKOUT.prepare(DEVELOPMENT)
    folder = CHECKOUT.root / "resources" / "translations"
    template = str(folder / "facilitator.pot")
    keywords = [f"--keyword={name}" for name in ("tr", "mark", "ntr:1,2", "count:1,2")]
    kept = ["--no-location", "--sort-output", "--omit-header"]
    babel = ["-m", "babel.messages.frontend"]
    packaging = CHECKOUT.root / "packaging"
    mapping = f"--mapping-file={packaging / 'texts.cfg'}"
    status = _python(
        [*babel, "--quiet", "extract", *keywords, *kept, mapping, f"--output-file={template}", "."],
        {"PYTHONPATH": str(packaging)},
    )
    for domain in ("facilitator", "papers"):
        if status == 0 and any(folder.glob(f"*/LC_MESSAGES/{domain}.po")):
            status = _python([*babel, "--quiet", "compile", f"--domain={domain}", f"--directory={folder}"])
    return status


def lock(arguments: Sequence[str]) -> int:
    """Remake the locks from pyproject.toml; with --upgrade, take newer versions."""
    locks.make(CHECKOUT, arguments)
    return 0


STEPS: dict[str, Callable[[Sequence[str]], int]] = {
    step.__name__: step for step in (run, test, bench, lint, setup, texts, lock)
}


def platforms_of(variables: Mapping[str, str]) -> list[str]:
    """Qt's platforms that a program may open its window on, given these environment variables."""
    chosen = {"WAYLAND_DISPLAY": "wayland", "DISPLAY": "x11"}
    return ["offscreen", *(platform for variable, platform in chosen.items() if variables.get(variable))]


def main(arguments: Sequence[str]) -> int:
    """Run the step that the first argument names, in the checkout's folder. Returns the exit status."""
    if not arguments or arguments[0] not in STEPS:
        steps = "\n".join(f"  {name:6} {step.__doc__}" for name, step in STEPS.items())
        print(f"usage: python packaging/develop.py STEP [ARGUMENT...]\n{steps}", file=sys.stderr)
        return 2
    os.chdir(CHECKOUT.root)
    with suppress(KeyboardInterrupt):
        return STEPS[arguments[0]](arguments[1:])
    return 130


def _prepare_for_development() -> None:
    CHECKOUT.prepare(DEVELOPMENT)
    system_packages.make_sure(CHECKOUT.qt(), ["offscreen", "x11"], ["Xvfb"])


def _python(arguments: Sequence[str], variables: Mapping[str, str] | None = None) -> int:
    command = [program(CHECKOUT.venv, "python"), *arguments]
    return subprocess.call(command, env=os.environ | dict(variables or {}))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
