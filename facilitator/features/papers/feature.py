"""The papers of a session as a feature: no page and no stage of its own, but what prints."""

from facilitator.kit.feature import Feature, Report
from facilitator.translation import mark

_MADE_BY = "facilitator.features.papers.queries"
_TABLES = ("pdf", "docx", "html", "md", "csv", "xlsx")

FEATURE = Feature(
    id="papers",
    title=mark("Papers"),
    icon="print",
    order=60,
    reports=(
        Report(
            "run-sheet",
            mark("Run sheet"),
            f"{_MADE_BY}:run_sheet",
            _TABLES,
            tables=f"{_MADE_BY}:run_sheet_tables",
            tip=mark("For the team: times, cues, who, links and notes"),
        ),
        Report(
            "agenda",
            mark("Agenda for participants"),
            f"{_MADE_BY}:agenda",
            _TABLES,
            tables=f"{_MADE_BY}:agenda_tables",
            tip=mark("To be sent out: times, titles, speakers as far as they agreed"),
        ),
        Report(
            "speaker-briefs",
            mark("Speaker briefs"),
            f"{_MADE_BY}:speaker_briefs",
            options=("person_id",),
            people=f"{_MADE_BY}:list_brief_people",
            apart=f"{_MADE_BY}:speaker_briefs_apart",
            tip=mark("A page for each person: when, in their own time, how long and what"),
        ),
        Report(
            "speakers",
            mark("Speakers’ list"),
            f"{_MADE_BY}:speakers",
            _TABLES,
            tables=f"{_MADE_BY}:speakers_tables",
            tip=mark("To be sent out: who speaks, as far as they agreed"),
        ),
        Report(
            "time-cards",
            mark("Time cards"),
            f"{_MADE_BY}:time_cards",
            ("pdf",),
            tip=mark("To be held up: 5, 2 and 1 minutes, stop"),
        ),
        Report(
            "name-cards",
            mark("Name cards"),
            f"{_MADE_BY}:name_cards",
            ("pdf",),
            tip=mark("For the room: to fold and put on the table"),
        ),
        Report(
            "attendance",
            mark("Attendance sheet"),
            f"{_MADE_BY}:attendance",
            ("pdf", "csv", "xlsx"),
            tip=mark("For the room: to be signed"),
        ),
        Report(
            "calendar",
            mark("Calendar"),
            f"{_MADE_BY}:calendar",
            ("ics",),
            options=("each_item",),
            tip=mark("For calendars (iCalendar): the session, or each item"),
        ),
    ),
)
