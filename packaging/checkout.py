"""A checkout and its environment `.venv`, made from the locks and remade when they change."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import system_packages

# What the program needs, and the same with what tests, checks and builds it.
SHIPPED = "requirements.lock"
DEVELOPMENT = "requirements-dev.lock"

PIP = ("-m", "pip", "--quiet", "--no-input", "--disable-pip-version-check", "install")


@dataclass(frozen=True)
class Checkout:
    """A checkout of the program at ``root``."""

    root: Path

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    def lock(self, name: str) -> Path:
        """The file of a lock."""
        return self.root / "packaging" / name

    def qt(self) -> Path:
        """The folder of PySide6 in the environment."""
        return self._site_packages() / "PySide6"

    def prepare(self, lock: str) -> None:
        """Make sure that the environment works and holds what the lock asks for.

        Raises SystemExit, with what failed, where it cannot be made.
        """
        installed = self._installed() if self._works() else {}
        if installed.get(lock) == self._checksum(lock):
            return
        if not installed or any(self._checksum(name) != told for name, told in installed.items()):
            installed = {}
            self._stamp.unlink(missing_ok=True)
            make_environment(self.venv)
            self._put_on_the_path()
        print(f"Installing the packages of {lock} into .venv", flush=True)
        # Nothing but the lock, and no building: a wheel whose hash is known, or an error.
        options = ("--require-hashes", "--no-deps", "--only-binary=:all:", "-r", str(self.lock(lock)))
        run_quietly([program(self.venv, "python"), *PIP, *options])
        for name in (SHIPPED, lock):  # every lock holds what is shipped
            installed[name] = self._checksum(name)
        self._stamp.write_text(json.dumps(installed), encoding="utf-8")

    @property
    def _stamp(self) -> Path:
        return self.venv / "installed-locks.json"

    def _checksum(self, lock: str) -> str:
        return hashlib.sha256(self.lock(lock).read_bytes()).hexdigest()

    def _installed(self) -> dict[str, str]:
        """The checksums of the locks that were installed completely, by name."""
        try:
            told: dict[str, str] = json.loads(self._stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return told

    def _works(self) -> bool:
        """Whether the environment is whole: its Python may have been removed or upgraded under it."""
        ask = "import sys, importlib.util as u; sys.exit(u.find_spec('pip') is None)"
        try:
            answer = subprocess.run(
                [program(self.venv, "python"), "-c", ask], capture_output=True, check=False
            )
        except OSError:
            return False
        return answer.returncode == 0

    def _put_on_the_path(self) -> None:
        """Let `python -m facilitator` work from every folder; relative, so that the checkout can be moved."""
        folder = self._site_packages()
        path = folder / "facilitator-checkout.pth"
        path.write_text(os.path.relpath(self.root, folder) + "\n", encoding="utf-8")

    def _site_packages(self) -> Path:
        ask = "import sysconfig; print(sysconfig.get_path('platlib'))"
        return Path(run_quietly([program(self.venv, "python"), "-c", ask]).strip())


def program(venv: Path, name: str) -> str:
    """The path of a program in an environment."""
    return str(venv / "Scripts" / f"{name}.exe" if os.name == "nt" else venv / "bin" / name)


def make_environment(folder: Path) -> None:
    """Make an empty environment, in place of what is in the folder. Raises SystemExit where that fails."""
    if find_spec("ensurepip") is None:  # Debian has it in a package of its own
        system_packages.install([f"python{sys.version_info.major}.{sys.version_info.minor}-venv"])
    # Not with the Python of the environment that is about to be replaced, should that be the one running.
    base = getattr(sys, "_base_executable", None) or sys.executable
    run_quietly([base, "-m", "venv", "--clear", str(folder)])


def run_quietly(command: Sequence[str]) -> str:
    """The output of a command that is shown only when it fails, with SystemExit then."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{done.stdout}{done.stderr}\n{' '.join(command)} failed.")
    return done.stdout
