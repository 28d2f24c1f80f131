"""A paper goes from draft to issued, signed by name, and what was issued never changes."""

from __future__ import annotations

import hashlib

import pytest

from facilitator.domain.errors import Refused
from facilitator.domain.issuing import Status
from facilitator.features.briefing.commands import IssuedFile, StartBriefing, TakeStep, set_due
from facilitator.features.briefing.issuing.rows import VersionsRow
from facilitator.features.briefing.queries import issued_file, read_versions
from facilitator.storage.checking import check
from tests.features.briefing.briefing_plan import Plan

FILE = IssuedFile("LLE-8.pdf", b"%PDF-1.7 the very bytes", 3)


@pytest.fixture
def paper(full: Plan) -> str:
    command = StartBriefing(full.ids["session"])
    full.store.run(command)
    return command.id


def versions(plan: Plan) -> VersionsRow:
    with plan.store.read() as session:
        found = read_versions(session, plan.ids["session"], "briefing")
    assert found
    return found


def go(plan: Plan, paper: str, *statuses: Status) -> None:
    for at, status in enumerate(statuses):
        file = FILE if status is Status.ISSUED else None
        plan.store.run(TakeStep(paper, status, 1000 + at, "Ana", "the words", "read", file))


def test_a_new_paper_is_a_draft(full: Plan, paper: str) -> None:
    assert versions(full) == VersionsRow(paper, "")
    assert versions(full).status is Status.DRAFT


def test_each_step_keeps_who_signed_and_when_the_latest_first(full: Plan, paper: str) -> None:
    go(full, paper, Status.IN_REVIEW, Status.CLEARED, Status.ISSUED)
    found = versions(full)
    assert [(one.status, one.at, one.signed_by, one.remark) for one in found.steps] == [
        (Status.ISSUED, 1002, "Ana", "read"),
        (Status.CLEARED, 1001, "Ana", "read"),
        (Status.IN_REVIEW, 1000, "Ana", "read"),
    ]
    assert found.status is Status.ISSUED


def test_what_was_issued_is_kept_byte_for_byte_with_its_hash(full: Plan, paper: str) -> None:
    go(full, paper, Status.IN_REVIEW, Status.CLEARED, Status.ISSUED)
    (step, *_) = versions(full).steps
    assert (step.sha256, step.size, step.pages, step.name) == (
        hashlib.sha256(FILE.data).hexdigest(),
        len(FILE.data),
        3,
        "LLE-8.pdf",
    )
    with full.store.read() as session:
        assert issued_file(session, step) == FILE.data


def test_issued_bytes_that_were_tampered_with_are_found(full: Plan, paper: str) -> None:
    go(full, paper, Status.IN_REVIEW, Status.CLEARED, Status.ISSUED)
    (step, *_) = versions(full).steps
    full.store.raw().execute("UPDATE content SET data = ? WHERE sha256 = ?", (b"%PDF forged", step.sha256))
    with full.store.read() as session, pytest.raises(Refused):
        issued_file(session, step)
    assert any(finding.kind == "contents" for finding in check(full.store))


def test_a_step_that_does_not_follow_is_refused_and_changes_nothing(full: Plan, paper: str) -> None:
    with pytest.raises(Refused):
        go(full, paper, Status.ISSUED)
    with pytest.raises(Refused):
        go(full, paper, Status.CLEARED)
    assert versions(full).steps == ()


def test_nobody_clears_or_issues_without_a_name(full: Plan, paper: str) -> None:
    go(full, paper, Status.IN_REVIEW)
    with pytest.raises(Refused):
        full.store.run(TakeStep(paper, Status.CLEARED, 2000, "  ", "the words"))
    assert versions(full).status is Status.IN_REVIEW


def test_what_was_changed_since_it_was_cleared_is_not_issued(full: Plan, paper: str) -> None:
    go(full, paper, Status.IN_REVIEW, Status.CLEARED)
    with pytest.raises(Refused, match="Ana"):
        full.store.run(TakeStep(paper, Status.ISSUED, 2000, "Ana", "other words", "", FILE))
    assert versions(full).status is Status.CLEARED


def test_a_clock_that_was_set_back_leaves_the_order_of_steps(full: Plan, paper: str) -> None:
    go(full, paper, Status.IN_REVIEW)
    full.store.run(TakeStep(paper, Status.CLEARED, 5, "Ana", "the words"))
    assert [one.status for one in versions(full).steps] == [Status.CLEARED, Status.IN_REVIEW]


def test_a_step_is_one_undo_and_the_deadline_another(full: Plan, paper: str) -> None:
    go(full, paper, Status.IN_REVIEW)
    full.store.run(set_due(paper, "2020-05-01"))
    assert versions(full).due == "2020-05-01"
    full.store.undo()
    assert (versions(full).due, versions(full).status) == ("", Status.IN_REVIEW)
    full.store.undo()
    assert versions(full).status is Status.DRAFT
