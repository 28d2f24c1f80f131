"""A sample library made once, copied for each test that asks for it."""

import shutil
from pathlib import Path

import pytest

from facilitator.features.imports.sample import make_sample


@pytest.fixture(scope="session")
def made_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.lle"
    make_sample(path)
    return path


@pytest.fixture
def sample(made_sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample library."""
    return Path(shutil.copy(made_sample, tmp_path / "sample.lle"))
