"""What a person types into a search field, as an expression of FTS5."""

from __future__ import annotations

import re
from dataclasses import dataclass

from facilitator.storage.search import normalising

_TERMS = re.compile(r'"([^"]*)"|“([^”]*)”|„([^“”]*)[“”]|«([^»]*)»|‹([^›]*)›|「([^」]*)」|(\S+)')
_MOST_TERMS, _MOST_WORDS = 24, 64
"""Of a query, and of a term; what is pasted in beyond that is not looked for."""


@dataclass(frozen=True)
class Term:
    """Words that stand next to each other. ``begun`` says that the last one may go on."""

    words: tuple[str, ...]
    begun: bool

    def expression(self) -> str:
        """The term in the language of FTS5. Nothing in it is an operator, because the words stand in quotes."""
        phrase = f'"{" ".join(self.words)}"' + ("*" if self.begun else "")
        stem = normalising.without_begun_article(self.words[-1]) if self.begun else ""
        if not stem:
            return phrase
        return f'({phrase} OR "{" ".join((*self.words[:-1], stem))}"*)'


def terms(query: str) -> list[Term]:
    """The terms of a query: what stands in quotes is taken as it is, other words match by their beginning."""
    found = []
    for match in _TERMS.finditer(query):
        loose = match.group(7)
        words = normalising.words(loose if loose is not None else match.group(match.lastindex or 0))
        if words:
            words = words[:_MOST_WORDS]
            found.append(Term(tuple(words), loose is not None and _may_go_on(words[-1])))
    return found[:_MOST_TERMS]


def _may_go_on(word: str) -> bool:
    """Whether a word is looked for by its beginning: a single letter begins too many."""
    return len(word) > 1 and not normalising.is_cut(word)


def match_expression(found: list[Term]) -> str:
    """The expression that all terms fulfil; empty for none."""
    return " AND ".join(term.expression() for term in found)
