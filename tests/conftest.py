"""What all tests share: a home of their own, and a library in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from facilitator.storage.store import Store, new_library

# The same examples in each run, so that a red run tells of the change and not of chance. To look for new ones:
# HYPOTHESIS_PROFILE=explore make test
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the person's own data, settings and logs, so that no test touches the real ones."""
    folder = tmp_path_factory.mktemp("home")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(folder / name.lower()))
    return folder


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    """Where ``library`` lies."""
    return tmp_path / "library.lle"


@pytest.fixture
def library(library_path: Path) -> Iterator[Store]:
    """A new library, open for writing."""
    store = new_library(library_path, author="Rapporteur")
    yield store
    store.close()
