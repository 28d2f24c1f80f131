"""The locks name every package by version and hash, and no place where one comes from."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import locks
import pytest
from checkout import DEVELOPMENT, SHIPPED
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]


def text_of(lock: str) -> str:
    return (ROOT / "packaging" / lock).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("lock", [SHIPPED, DEVELOPMENT])
def test_every_line_of_a_lock_is_a_version_a_hash_or_a_reason(lock: str) -> None:
    version = re.compile(r"[a-z0-9-]+==[0-9][0-9a-z.]*( ; [a-z_]+ [!=<>]+ '[\w.]+')? \\")
    digest = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
    reason = re.compile(
        r"# Made from pyproject.toml by `make lock`|    # [a-z ]*[\w .:()-]*(packaging/requirements\.lock)?"
    )

    other = [
        line
        for line in text_of(lock).splitlines()
        if not (version.fullmatch(line) or digest.fullmatch(line) or reason.fullmatch(line))
    ]

    assert other == []


@pytest.mark.parametrize("lock", [SHIPPED, DEVELOPMENT])
def test_every_package_of_a_lock_has_hashes(lock: str) -> None:
    entries = re.split(r"^(?=[a-z0-9])", text_of(lock), flags=re.MULTILINE)[1:]

    assert len(entries) == len(locks.pinned(text_of(lock)))
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_what_is_tested_is_what_is_shipped() -> None:
    assert locks.pinned(text_of(SHIPPED)).items() <= locks.pinned(text_of(DEVELOPMENT)).items()


def test_the_locks_hold_what_the_project_asks_for(project: dict[str, Any]) -> None:
    asked = {SHIPPED: project["project"]["dependencies"], DEVELOPMENT: project["dependency-groups"]["dev"]}

    for lock, requirements in asked.items():
        versions = locks.pinned(text_of(lock))
        for requirement in map(Requirement, requirements):
            assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)])


def test_qt_is_pinned_where_python_3_11_is_safe(project: dict[str, Any]) -> None:
    assert "PySide6-Essentials==6.11.3" in project["project"]["dependencies"]
    assert locks.pinned(text_of(SHIPPED))["pyside6-essentials"] == "6.11.3"
    assert locks.pinned(text_of(SHIPPED))["shiboken6"] == "6.11.3"


def test_calls_that_return_nothing_do_not_use_up_none() -> None:
    """PySide6 6.12.0 on Python 3.11 loses a reference to None in each such call, and dies of it."""
    calls = "from PySide6.QtCore import QObject\no = QObject()\nfor _ in range(8000): o.setObjectName('x')"

    done = subprocess.run([sys.executable, "-c", calls], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
