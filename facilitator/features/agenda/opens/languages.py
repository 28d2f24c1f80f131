"""What is open about the languages of a plan: who interprets what is spoken."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from facilitator.features.agenda.opens.people import coming
from facilitator.features.agenda.opens.points import Goal, Labels, Mend, OpenPoint, Urgency, short
from facilitator.reading.plan_rows import AppearanceRow, Plan
from facilitator.reading.voices import speaks
from facilitator.translation import tr

INTERPRETER = "interpreter"
"""The code of the role."""


def of_languages(plan: Plan, labels: Labels) -> Iterator[OpenPoint]:
    """Each language that is spoken or promised, and that nobody interprets."""
    main = _main_language(plan)
    spoken = _spoken(plan, main)
    promised = [_base(code) for code in (*plan.languages[1:], *plan.interpretation)]
    interpreted = {
        _base(code)
        for row in plan.appearances
        if row.role == INTERPRETER and coming(row)
        for code in (row.language, *row.languages)
        if code
    }
    for code in dict.fromkeys([*spoken, *promised]):
        if code == main or code in interpreted:
            continue
        choose = Mend(tr("Choose an interpreter"), goal=Goal.CHOOSE, ids=(INTERPRETER, ""))
        languages = Mend(tr("Change the languages…"), goal=Goal.DETAILS, ids=("languages",))
        mends = (choose, languages) if code in promised else (choose,)
        speakers = spoken.get(code, [])
        ids = (code, *(row.person_id for row in speakers))
        text = _words(labels.language(code), [row.person for row in speakers])
        yield OpenPoint("no_interpreter", Urgency.MISSING, text, ids, mends)


def _main_language(plan: Plan) -> str:
    """The session's first language; where none is set, the one that most of those who say so will speak."""
    if plan.languages:
        return _base(plan.languages[0])
    told = Counter(_base(row.language) for row in plan.appearances if row.language and speaks(row))
    return told.most_common(1)[0][0] if told else ""


def _spoken(plan: Plan, main: str) -> dict[str, list[AppearanceRow]]:
    """Who will speak which language: the one that is told, or the first of those they know where they don't know the
    session's main one."""
    found: dict[str, dict[str, AppearanceRow]] = defaultdict(dict)
    for row in plan.appearances:
        if not speaks(row):
            continue
        known = [_base(code) for code in row.languages]
        code = _base(row.language)
        if not code and main and known and main not in known:
            code = known[0]
        if code:
            found[code].setdefault(row.person_id, row)
    return {code: list(rows.values()) for code, rows in found.items()}


def _words(language: str, speakers: list[str]) -> str:
    if not speakers:
        return tr("No interpreter for {language}, a language of the session.").format(language=language)
    name = short(speakers[0])
    if len(speakers) == 1:
        return tr("No interpreter for {language}, which {person} speaks.").format(
            language=language, person=name
        )
    text = tr("No interpreter for {language}, which {person} and {count} more speak.")
    return text.format(language=language, person=name, count=len(speakers) - 1)


def _base(code: str) -> str:
    """The language without its region: an interpreter for Portuguese serves who speaks that of Brazil."""
    return code.split("-")[0].lower()
