"""What is dragged within the Plan stage: items of the agenda, and people."""

ITEMS = "application/x-facilitator-agenda-items"
"""Ids of items, a line each."""
APPEARANCES = "application/x-facilitator-appearances"
"""Ids of appearances (people who are in the session already), a line each."""
PEOPLE = "application/x-facilitator-people"
"""Ids of people of the library, a line each."""
