"""Facilitator: plan learning sessions, take structured notes in them, and print the briefing, offline."""

__version__ = "0.1.0"
