"""What the tests of the screens share: a library file with one session and one person, and a page's context."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.kit.context import Context
from facilitator.kit.jobs import Jobs
from facilitator.kit.library import Library
from facilitator.kit.navigator import Navigator
from facilitator.kit.notices import Notices
from facilitator.storage.edits import AddRow
from facilitator.storage.records import LearningSessionRecord, PersonRecord
from facilitator.storage.store import Store, new_library

SESSION = "session-8"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A library with session 8 at 15:00 for 120 minutes, and Ada Example, whom nobody has asked."""
    opened = new_library(tmp_path / "library.lle")
    values = {"id": SESSION, "label": "8", "title": "Local finance", "start": 900, "minutes": 120}
    opened.run(AddRow(LearningSessionRecord, values, "Add session"))
    opened.run(AddRow(PersonRecord, {"id": "ada", "name": "Ada Example"}, "Add person"))
    yield opened
    opened.close()


@pytest.fixture
def context(store: Store, qapp: object) -> Iterator[Context]:
    """What a page is given."""
    made = Context(Library(store), Navigator(), Jobs(), Notices())
    yield made
    made.jobs.finish()
    made.library.close()
