"""Writes of case studies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from facilitator.domain.identity import new_id
from facilitator.domain.vocabulary import Vocabulary
from facilitator.storage.edits import AddRow, DeleteRows, SetFields, Together
from facilitator.storage.kept_consents import KeepConsents
from facilitator.storage.records import CaseStudyRecord, CaseTermRecord, PersonRecord, PlaceRecord
from facilitator.storage.store import Command
from facilitator.storage.terms_of import AddTag, SetTerms
from facilitator.translation import ntr, tr

Adding = Callable[[str, str, str], Command]
"""Adds what was named, to the case of an id and a title."""


def add_case(case_id: str, **values: Any) -> Command:
    """Add a case study."""
    return AddRow(CaseStudyRecord, {"id": case_id, **values}, tr("Add case"))


def edit_case(case_id: str, title: str, field: str, values: dict[str, Any]) -> Command:
    """Set columns of a case; ``title`` is that of the case and ``field`` what the columns are, in words. One that
    goes to another session keeps to the rule of its own."""
    edit = SetFields(CaseStudyRecord, case_id, values, _changed(field, title))
    return Together([KeepConsents(case_ids=[case_id]), edit], edit.label) if "session_id" in values else edit


def set_terms(
    case_id: str, title: str, field: str, vocabulary: Vocabulary, term_ids: Sequence[str]
) -> Command:
    """Give a case exactly these terms of a vocabulary."""
    return SetTerms(CaseTermRecord, "case_id", case_id, vocabulary, term_ids, _changed(field, title))


def add_tag(case_id: str, title: str, name: str) -> Command:
    """Add a tag that is not known yet, and give it to a case."""
    return AddTag(CaseTermRecord, "case_id", case_id, name, _changed(tr("Tags"), title))


def give_new_place(case_id: str, title: str, name: str) -> Command:
    """Add a city that is not known yet, and give it to a case."""
    place_id = new_id()
    return Together(
        [
            AddRow(PlaceRecord, {"id": place_id, "name": name}, ""),
            SetFields(CaseStudyRecord, case_id, {"place_id": place_id}, ""),
        ],
        _changed(tr("City or territory"), title),
    )


def give_new_speaker(case_id: str, title: str, name: str) -> Command:
    """Add a person who is in no list, and make them the speaker of a case."""
    person_id = new_id()
    return Together(
        [
            AddRow(PersonRecord, {"id": person_id, "name": name, "sort_name": name, "unlisted": True}, ""),
            SetFields(CaseStudyRecord, case_id, {"speaker_id": person_id}, ""),
        ],
        _changed(tr("Heard from"), title),
    )


def delete_cases(case_ids: Sequence[str], title: str) -> Command:
    """Delete cases; notes that belong to them stay."""
    words = ntr("Delete case “{title}”", "Delete {count} cases", len(case_ids))
    return DeleteRows(CaseStudyRecord, case_ids, words.format(title=title, count=len(case_ids)))


def _changed(field: str, title: str) -> str:
    if not title:
        return tr("Change “{field}” of a case").format(field=field)
    return tr("Change “{field}” of case “{title}”").format(field=field, title=title)
