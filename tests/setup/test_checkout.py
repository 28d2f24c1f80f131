"""The environment of a checkout is made once, and made anew when a lock changed or it is broken."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from checkout import DEVELOPMENT, SHIPPED, Checkout, program


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A checkout whose locks ask for nothing, so that it is made without a network."""
    made = Checkout(tmp_path / "a folder with spaces, née")
    (made.root / "packaging").mkdir(parents=True)
    (made.root / "greeting.py").write_text("print('hello')\n")
    made.lock(SHIPPED).write_text("# nothing\n")
    made.lock(DEVELOPMENT).write_text("# nothing either\n")
    return made


def test_an_environment_is_made_once_and_again_when_it_has_to_be(
    checkout: Checkout, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def said() -> str:
        return capsys.readouterr().out

    checkout.prepare(DEVELOPMENT)
    assert said() == f"Installing the packages of {DEVELOPMENT} into .venv\n"

    python = program(checkout.venv, "python")
    greeting = subprocess.run(
        [python, "-m", "greeting"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert greeting.stdout == "hello\n"

    left_over = checkout.venv / "left over"
    left_over.touch()
    checkout.prepare(DEVELOPMENT)
    checkout.prepare(SHIPPED)  # which is part of what is there
    assert said() == ""
    assert left_over.exists()

    checkout.lock(DEVELOPMENT).write_text("# nothing, in another way\n")
    checkout.prepare(DEVELOPMENT)
    assert said() == f"Installing the packages of {DEVELOPMENT} into .venv\n"
    assert not left_over.exists()


def test_an_environment_whose_python_is_gone_is_made_anew(checkout: Checkout) -> None:
    checkout.prepare(SHIPPED)
    python = Path(program(checkout.venv, "python"))
    python.unlink()

    checkout.prepare(SHIPPED)

    assert subprocess.run([python, "-c", ""], check=False).returncode == 0


def test_a_lock_that_cannot_be_installed_stops_with_what_pip_said(checkout: Checkout) -> None:
    checkout.lock(SHIPPED).write_text("a-package-without-a-hash==1.0\n")

    with pytest.raises(SystemExit, match="require-hashes"):
        checkout.prepare(SHIPPED)
