"""A template as JSON text, read and written (docs/templates.md has the format)."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from facilitator.domain.vocabulary import NoteKind
from facilitator.features.briefing.templates.model import (
    Content,
    Group,
    Opening,
    Part,
    Template,
    Voice,
)
from facilitator.publishing import typefaces
from facilitator.publishing.document import Front
from facilitator.reading.fields import Broken, Fields, loaded, refused
from facilitator.translation import tr

MOST_CHARACTERS = 1_000_000
"""Of one template; the longest that ships has some 4,000."""

_MOST_PARTS, _MOST_GROUPS, _MOST_NUMBER = 100, 50, 100_000
_KEY = re.compile("[a-z0-9_-]{1,60}")
_ACCENT = re.compile("#[0-9A-Fa-f]{6}")
_BY = ("", "theme", "horizon", "speaker")
_SPEAKERS = ("", "partners", "others")


def parse(text: str, name: str, *, own: bool = False) -> Template:
    """The template that a JSON text holds, under this name; ``own`` for one of the library's own.

    Raises ``Refused`` for what is no such text, saying where it is wrong.
    """
    try:
        return _template(Fields(loaded(text, MOST_CHARACTERS), tr("the template")), name, own)
    except Broken as broken:
        raise refused(broken) from None


def write(template: Template) -> str:
    """The template as JSON, without what is as usual. Under which name it is kept is not told: a copy
    has another one."""
    return json.dumps(_data(template, ("name", "own")), ensure_ascii=False, indent=2)


def _data(value: Any, without: Sequence[str] = ()) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in fields(value):
        held = getattr(value, field.name)
        if field.name in without or held == field.default:
            continue
        rows = isinstance(held, tuple) and held and not isinstance(held[0], str)
        found[field.name] = [_data(one) for one in held] if rows else held
    return found


def _template(data: Fields, name: str, own: bool) -> Template:
    parts = tuple(_part(one) for one in data.rows("parts", _MOST_PARTS))
    keys = [part.key for part in parts]
    if len(set(keys)) < len(keys):
        raise Broken(tr("Two parts have the same key."))
    accent = data.text("accent")
    if accent and not _ACCENT.fullmatch(accent):
        raise data.wrong("accent")
    typeface = data.text("typeface")
    if typeface and typeface not in typefaces.NAMES:
        raise data.wrong("typeface")
    return Template(
        name,
        data.text("title"),
        parts,
        data.text("about"),
        data.one_of("front", Front, Front.PAGE),
        data.flag("one_page"),
        data.flag("contents"),
        data.flag("quiet"),
        accent,
        typeface,
        data.flag("logos", usual=True),
        own,
    )


def _part(data: Fields) -> Part:
    key = data.text("key")
    if not _KEY.fullmatch(key):
        raise data.wrong("key")
    return Part(
        key,
        data.text("heading"),
        data.text("guidance"),
        data.one_of("content", Content, Content.NONE),
        data.flag("written", usual=True),
        data.one_of("voice", Voice, Voice.ENTRY),
        data.one_of("opening", Opening, Opening.NONE),
        tuple(_group(one) for one in data.rows("groups", _MOST_GROUPS)),
        *(
            data.number(name, 0, _MOST_NUMBER) or 0
            for name in ("limit", "most_words", "most_items", "least_items", "most_words_each")
        ),
    )


def _group(data: Fields) -> Group:
    kinds = data.texts("kinds")
    if not set(kinds) <= {"", *NoteKind}:
        raise data.wrong("kinds")
    by, speakers = data.text("by"), data.text("speakers")
    if by not in _BY:
        raise data.wrong("by")
    if speakers not in _SPEAKERS:
        raise data.wrong("speakers")
    return Group(kinds, data.text("heading"), by, speakers, data.flag("fallback"))
