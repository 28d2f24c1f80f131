"""What a session offers the capture line besides its items and people. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from facilitator.reading.held import Held
from facilitator.storage.choices import Choices, Term


@dataclass(frozen=True)
class Offered:
    """``questions`` are the guiding questions (id, text) in order, ``languages`` the codes and names of all languages,
    ``working_languages`` those of the session (BCP 47). ``spoken`` is what a person is to speak on an item, by both
    ids. ``held`` is what happened in the session so far, None where it is not known."""

    questions: Choices = field(default_factory=list)
    languages: Choices = field(default_factory=list)
    working_languages: Sequence[str] = ()
    spoken: Mapping[tuple[str, str], str] = field(default_factory=dict)
    terms: Sequence[Term] = ()
    held: Held | None = None

    def language_of(self, item_id: str, person_id: str) -> str:
        """What is spoken, as far as the plan tells: by the person on the item, else the session's only language."""
        planned = self.spoken.get((item_id, person_id), "") if person_id else ""
        only = self.working_languages[0] if len(self.working_languages) == 1 else ""
        return planned or only
