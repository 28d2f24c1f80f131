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


def pytest_itemcollected(item: pytest.Item) -> None:
    """Where several processes share the tests: those of a module stay together, as they share what is dear to make,
    and so do those with real windows, of which only one at a time can be the active one."""
    window = item.get_closest_marker("window") is not None
    item.add_marker(pytest.mark.xdist_group("windows" if window else str(item.path)))


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
