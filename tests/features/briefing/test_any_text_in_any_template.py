"""Whatever a person typed anywhere comes through every template into every format, and nobody hidden is named by it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.domain.text import storable
from facilitator.features.briefing.queries import build
from facilitator.features.briefing.templates import SHIPPED
from facilitator.publishing import export
from facilitator.storage import records
from facilitator.storage.edits import SetFields, Together
from facilitator.storage.store import Store
from tests.features.briefing.briefing_plan import Plan

_TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=60) | st.sampled_from(
    ("", " ", "\n\n", "\t", "#", "*_`", "<b>&amp;", "\u202eabc", "ﷺ", "城市 行动", "مدينة", "🧑‍🌾", "a" * 400)
)
_FIELDS = {
    records.SeriesRecord: ("title", "hashtag", "hosts", "about", "contact"),
    records.LearningSessionRecord: ("label", "title", "theme", "date_as_written", "zone", "about", "link"),
    records.PersonRecord: ("office_title", "honorific"),
    records.PlaceRecord: ("name", "country"),
    records.OrganisationRecord: ("name", "short_name"),
    records.AgendaItemRecord: ("title",),
    records.GuidingQuestionRecord: ("text",),
    records.CaseStudyRecord: ("title", "country", "challenge", "measures", "results", "period", "links"),
    records.NoteRecord: ("text", "figure", "unit", "source", "answer", "responsible", "addressee", "due"),
}
_SECRET = "Quorblinax"


@pytest.fixture
def written(full: Plan) -> Plan:
    """The full session, with one more speaker whom nobody may name, and whom a note names."""
    full.add(records.PersonRecord, "hidden", name=f"Zed {_SECRET}", consent="chatham_house")
    full.note("naming", "lesson", f"As {_SECRET} told us.", speaker_id=full.ids["hidden"])
    full.keep()
    return full


def rows(store: Store, record: type) -> list[str]:
    with store.read() as session:
        return [one.id for one in session.query(record).order_by(record.id)]  # type: ignore[attr-defined]


@pytest.mark.parametrize("template", SHIPPED)
@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_any_text_comes_through_and_names_nobody(template: str, written: Plan, data: st.DataObject) -> None:
    changes = []
    for record, fields in _FIELDS.items():
        for row_id in rows(written.store, record):
            if row_id == written.ids["naming"]:
                continue
            values = {field: storable(data.draw(_TEXTS)) for field in fields}
            changes.append(SetFields(record, row_id, values, "typed"))
    written.store.run(Together(changes, "typed"))
    language = data.draw(st.sampled_from(("en", "fr", "ar", "zh")))
    for session_id in (written.ids["session"], ""):
        with written.store.read() as session:
            document = build(session, session_id, template, language, with_data=True)
        for format_ in ("pdf", "html", "md", "docx"):
            rendering = export.render(document, format_)
            assert len(rendering.data) > 100 or format_ == "md"
        assert _SECRET not in export.render(document, "md").data.decode()
        assert _SECRET not in export.render(document, "html").data.decode()
