"""The briefing as a feature: the stage Brief of a session, and its papers."""

from facilitator.kit.feature import Feature, Report
from facilitator.translation import mark

_MADE_BY = "facilitator.features.briefing.queries"

FEATURE = Feature(
    id="briefing",
    title=mark("Brief"),
    icon="briefing",
    order=50,
    stage="facilitator.features.briefing.stage:BriefingStage",
    tip=mark("The briefing, made of the notes"),
    reports=(
        Report(
            "briefing",
            mark("Briefing & Learning Note"),
            f"{_MADE_BY}:briefing_document",
            checks=f"{_MADE_BY}:findings_on",
            options=("with_data",),
        ),
        Report(
            "clearance-sheets",
            mark("Clearance sheets"),
            f"{_MADE_BY}:clearance_sheets",
            options=("person_id",),
            people=f"{_MADE_BY}:list_sheet_people",
            apart=f"{_MADE_BY}:clearance_sheets_apart",
            tip=mark("To be sent to speakers: all that is attributed to each, to clear"),
        ),
        Report(
            "flash",
            mark("Flash note"),
            f"{_MADE_BY}:flash_document",
            checks=f"{_MADE_BY}:findings_on",
            options=("with_data",),
        ),
        Report(
            "series",
            mark("Briefings of the series"),
            f"{_MADE_BY}:series_document",
            of_session=False,
            options=("flash", "with_data"),
            series=f"{_MADE_BY}:list_series",
            tip=mark("All sessions of the series in one document, with contents"),
        ),
        Report(
            "rapporteur-form",
            mark("Rapporteur’s form"),
            f"{_MADE_BY}:rapporteur_form",
            checks=f"{_MADE_BY}:findings_on",
            tip=mark("For the host’s own form: short answers with a limit for each"),
        ),
        Report(
            "press-facts",
            mark("Press facts sheet"),
            f"{_MADE_BY}:press_facts",
            checks=f"{_MADE_BY}:findings_on",
            tip=mark("For the press: what happened, the figures, what may be quoted"),
        ),
        Report(
            "case",
            mark("Case sheets"),
            f"{_MADE_BY}:case_sheets",
            of_session=False,
            of_library=True,
            tip=mark("A page for each case: challenge, what was done, what came of it"),
        ),
        Report(
            "catalogue",
            mark("Catalogue of cases"),
            f"{_MADE_BY}:catalogue",
            of_session=False,
            of_library=True,
            tip=mark("All cases by country, with a map and an index by theme"),
        ),
        Report(
            "figures",
            mark("Speakers and figures"),
            f"{_MADE_BY}:figures",
            of_session=False,
            of_library=True,
            tip=mark("Who spoke and what of, in figures and pictures"),
        ),
        Report(
            "paper",
            mark("Paper with a template of one’s own"),
            f"{_MADE_BY}:own_paper",
            checks=f"{_MADE_BY}:findings_on",
            options=("template",),
            offered=False,
            tip=mark("As composed in Brief with that template"),
        ),
    ),
)
