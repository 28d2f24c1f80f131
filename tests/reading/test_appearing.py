"""Who appears in a session, as the plan reads it."""

from collections.abc import Iterator

import pytest

from facilitator import translation
from facilitator.features.agenda.commands import AddAppearance
from facilitator.reading.appearing import list_appearances
from facilitator.storage.edits import AddRow
from facilitator.storage.records import LearningSessionRecord, PersonRecord
from facilitator.storage.store import Store


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    translation.set_language("en")


def test_who_has_no_name_is_called_something_in_the_language_that_is_spoken_now(library: Store) -> None:
    library.run(AddRow(LearningSessionRecord, {"id": "s"}, "Add"))
    library.run(AddRow(PersonRecord, {"id": "p"}, "Add"))
    library.run(AddAppearance("s", None, "p"))
    found = []
    for language in ("en", translation.PSEUDO_LANGUAGE):
        translation.set_language(language)
        with library.read() as session:
            found.append(list_appearances(session, "s")[""][0].person)
    assert found == ["Unnamed person", "[¡Unnamed person~~!]"]
