"""The events of a document as iCalendar (RFC 5545), for any program that keeps a calendar.

Times are in UTC, so that each calendar shows them in its own zone. An entry keeps its ``UID`` in every export: a
calendar that has it replaces it. Addresses are given only when they are http or https. What is no event is left out.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

import facilitator
from facilitator.domain.errors import Refused
from facilitator.publishing.addresses import safe_address
from facilitator.publishing.document import Document, Event, Rendering
from facilitator.publishing.moments import moment
from facilitator.publishing.plain_text import printable, single_line
from facilitator.translation import tr

if TYPE_CHECKING:
    from icalendar import Event as Entry

_LANGUAGE = re.compile("[A-Za-z0-9-]+")


def render(document: Document) -> Rendering:
    """The events as iCalendar, stamped with SOURCE_DATE_EPOCH when that is set, else with now.

    Raises ``Refused`` when there is none: a calendar without entries is not a valid one.
    """
    from icalendar import Calendar, vText

    events = [block for block in document.blocks if isinstance(block, Event)]
    if not events:
        raise Refused(
            tr("This paper has no entry for a calendar."),
            tr("An entry needs a date and a time."),
            tr("Nothing was written."),
        )
    calendar = Calendar()
    calendar.add("prodid", f"-//Facilitator//Facilitator {facilitator.__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    # A name beyond the standard is not known to be a text, so that it would not be escaped.
    calendar.add("x-wr-calname", vText(single_line(document.title)))
    stamp = moment()
    for event in events:
        calendar.add_component(_entry(event, document.language, stamp))
    return Rendering(calendar.to_ical())


def _entry(event: Event, language: str, stamp: datetime) -> Entry:
    from icalendar import Event as Entry

    entry = Entry()
    start, end = (moment(when).replace(microsecond=0) for when in (event.start, event.end))
    entry.add("uid", single_line(event.uid))
    entry.add("dtstamp", stamp.replace(microsecond=0))
    entry.add("dtstart", start)
    if end > start:
        # An entry without an end is over as it begins; one that ends earlier is refused by calendars.
        entry.add("dtend", end)
    spoken = {"language": language} if _LANGUAGE.fullmatch(language) else {}
    texts = (
        ("summary", single_line(event.title)),
        ("location", single_line(event.place)),
        ("description", printable(event.text).strip()),
    )
    for name, text in texts:
        if text:
            entry.add(name, text, parameters=spoken)
    address = safe_address(event.link)
    if address and not address.casefold().startswith("mailto:"):
        entry.add("url", address)
    return entry
